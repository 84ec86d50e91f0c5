"""The other way to lay out Python: `ruff format` over all files at once, several hundred times as fast as black."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from .format_worker import LINE_LENGTH, TARGET, Answer, gate


def laid_out(texts: Sequence[str]) -> list[Answer]:
    """What becomes of each text, in their order."""
    from ruff import find_ruff_bin  # type: ignore[import-untyped]  # it has no marker for type checkers

    with TemporaryDirectory(prefix="sdkwright-") as folder:
        paths = [Path(folder) / f"m{number}.py" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_bytes(text.encode())
        # Isolated: no configuration of the place where we run is looked for.
        options = ["--isolated", "--no-cache", "--line-length", str(LINE_LENGTH)]
        command = [find_ruff_bin(), "format", *options, "--target-version", TARGET.lower(), folder]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        faults = done.stderr.strip() if done.returncode else ""
        return [_answer(path, faults) for path in paths]


def _answer(path: Path, faults: str) -> Answer:
    # One text that does not parse leaves the others laid out; what ruff says names the file.
    reason = next((line for line in faults.splitlines() if path.name in line), "")
    if reason or (faults and not path.exists()):
        return Answer(code="format-failed", reason=reason or faults[:300], text="")
    return gate(path.read_text("utf-8"))
