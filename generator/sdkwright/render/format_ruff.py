"""The other way to lay out Python: `ruff format` over all files at once, several hundred times as fast as black."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from .format_worker import LINE_LENGTH, TARGET, Answer, gate


def laid_out(texts: Sequence[str]) -> list[Answer]:
    """What becomes of each text, in their order."""
    with TemporaryDirectory(prefix="sdkwright-", dir=_in_memory(texts)) as folder:
        paths = [Path(folder) / f"m{number}.py" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_bytes(text.encode())
        # Isolated: no configuration of the place where we run is looked for.
        options = ["--isolated", "--no-cache", "--line-length", str(LINE_LENGTH)]
        command = [_ruff(), "format", *options, "--target-version", TARGET.lower(), folder]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        faults = done.stderr.strip() if done.returncode else ""
        return [_answer(path, faults) for path in paths]


def _ruff() -> str:
    # Beside the interpreter, as a rule: to ask where else it may be takes longer than to lay out a file.
    beside = os.path.join(os.path.dirname(sys.executable), "ruff")
    if os.path.isfile(beside):
        return beside
    from ruff import find_ruff_bin  # type: ignore[import-untyped]  # it has no marker for type checkers

    found: str = find_ruff_bin()
    return found


def _in_memory(texts: Sequence[str]) -> str | None:
    """The folder of Linux whose files are in memory alone, where there is ample room; None for the usual place.

    A thousand files for a moment: on a disk, making and deleting them takes longer than laying them out.
    """
    try:
        free = shutil.disk_usage(_MEMORY).free
    except OSError:
        return None
    room = 16 * sum(map(len, texts))
    return _MEMORY if free > room and os.access(_MEMORY, os.W_OK | os.X_OK) else None


_MEMORY = "/dev/shm"


def _answer(path: Path, faults: str) -> Answer:
    # One text that does not parse leaves the others laid out; what ruff says names the file.
    reason = next((line for line in faults.splitlines() if path.name in line), "")
    if reason or (faults and not path.exists()):
        return Answer(code="format-failed", reason=reason or faults[:300], text="")
    return gate(path.read_text("utf-8"))
