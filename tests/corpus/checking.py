"""What strict type checkers say about generated packages: large ones alone, small ones together."""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from .documents import Document
from .limits import Ran, run
from .trial import ALLOWED, tool

SECONDS = 900.0
_TOGETHER = 40
_LARGE = 150_000
"""How many small documents make one package, and the bytes from which a document is checked alone."""

Findings = dict[str, list[str]]


def groups(documents: Sequence[Document]) -> Iterator[list[Document]]:
    """The documents as they are checked: those of a group share one runtime, which is checked once."""
    small: list[Document] = []
    for document in documents:
        if document.folder == "multifile" or document.path.stat().st_size >= _LARGE:
            yield [document]
            continue
        small.append(document)
        if len(small) == _TOGETHER:
            yield small
            small = []
    if small:
        yield small


def checked(documents: Sequence[Document], cache: Path) -> dict[str, dict[str, Any]]:
    """What mypy and pyright find in the package of each document, by its slug; a timeout is a finding."""
    with TemporaryDirectory(prefix="corpus-") as name:
        folder = Path(name)
        made = _package(documents, folder)
        if made.status != 0:
            fault = [f"the package of {len(documents)} documents was not made: {made.err[-400:]}"]
            return {document.slug: {"mypy": fault, "pyright": fault} for document in documents}
        mypy = _mypy(folder, cache)
        pyright = _pyright(folder)
        return {
            document.slug: {
                "mypy": _of(mypy, document),
                "pyright": _of(pyright, document),
            }
            for document in documents
        }


def _of(found: Findings, document: Document) -> list[str]:
    return [*found.get(document.package, ()), *found.get("", ())]


def _package(documents: Sequence[Document], folder: Path) -> Ran:
    lines = [
        "[package]",
        'name = "checked"',
        'output = "out"',
        'models = "native"',
        'format = "ruff"',
    ]
    for document in documents:
        lines += [f"[apis.{document.package}]", f"spec = {json.dumps(str(document.path))}"]
        lines.append(f"allow = {json.dumps([ALLOWED])}")
        if document.root is not None:
            lines.append(f"root = {json.dumps(str(document.root))}")
    (folder / "sdkwright.toml").write_text("\n".join(lines) + "\n", "utf-8")
    command = [sys.executable, "-m", "sdkwright", "generate", "--no-cache"]
    return run(command, folder, SECONDS, None, tool())


def _mypy(folder: Path, cache: Path) -> Findings:
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--no-error-summary",
        "--hide-error-context",
    ]
    command += ["--cache-dir", str(cache), "--config-file", "", "-p", "checked"]
    ran = run(command, folder / "out", SECONDS)
    lines = [line for line in ran.out.splitlines() if ": error:" in line]
    if ran.status != 0 and not lines:
        lines = [_ended("mypy", ran)]
    return _by_package(lines)


def _pyright(folder: Path) -> Findings:
    settings = {"typeCheckingMode": "strict", "include": ["out"], "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    ran = run([*command, "-p", str(folder)], folder, SECONDS)
    try:
        told = json.loads(ran.out)["generalDiagnostics"]
    except (ValueError, KeyError):
        return _by_package([_ended("pyright", ran)])
    return _by_package(
        f"{Path(one['file']).relative_to(folder / 'out')}:{one['range']['start']['line'] + 1}: "
        f"{one['message'].splitlines()[0]} [{one.get('rule', '')}]"
        for one in told
        if one["severity"] in ("error", "warning")
    )


def _ended(checker: str, ran: Ran) -> str:
    how = "took too long" if ran.status is None else f"ended with {ran.status}"
    return f"{checker} {how}: {(ran.out + ran.err)[-300:]}"


def _by_package(lines: Any) -> Findings:
    """Findings by the API that they are about; those about the runtime or about nothing belong to all."""
    found: Findings = defaultdict(list)
    for line in lines:
        place = re.match(r"checked/([a-z0-9_]+)/", line)
        name = place[1] if place else ""
        found["" if name == "_runtime" else name].append(line[:300])
    return found
