"""Results as JSON lines: what was measured before is not measured again while document and tool are the same."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from .documents import ROOT, Document

FOLDER = ROOT / "build" / "corpus"

Record = dict[str, Any]


@cache
def tool_digest() -> str:
    """A hash of the generator, its templates, its pinned libraries and this harness."""
    found = hashlib.sha256()
    folders = ("generator", "templates", "tests/corpus")
    files = [path for name in folders for path in (ROOT / name).rglob("*") if path.is_file()]
    for path in sorted([*files, ROOT / "constraints.txt"]):
        if "__pycache__" not in path.parts and not any(p.startswith(".") for p in path.parts):
            found.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return found.hexdigest()


class Results:
    """The file of results; a line says which document, made by which tool, which part of the work."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[tuple[str, ...], Record] = {}
        if path.is_file():
            for line in path.read_text("utf-8").splitlines():
                entry = json.loads(line)
                self._known[tuple(entry["key"])] = entry["record"]

    def get(self, part: str, document: Document, seed: str = "") -> Record | None:
        """What is known already; None where it is not, or no longer."""
        return self._known.get(self._key(part, document, seed))

    def put(self, part: str, document: Document, record: Record, seed: str = "") -> None:
        """Keep what was found."""
        key = self._key(part, document, seed)
        self._known[key] = record
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps({"key": key, "record": record}) + "\n")

    def _key(self, part: str, document: Document, seed: str) -> tuple[str, ...]:
        return (part, document.slug, document.digest, tool_digest(), seed)
