"""The documents of the corpus, and what is expected of each folder of them."""

from __future__ import annotations

import csv
import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("SDKWRIGHT_SHARED", ROOT.parent / "shared"))
"""Where the documents lie: beside the checkout, and no part of it."""


class Expected(StrEnum):
    """What has to become of a document."""

    PACKAGE = "package"
    DIAGNOSTIC = "diagnostic"
    EITHER = "either"


@dataclass(frozen=True)
class Document:
    """A document: the folder of the corpus that it belongs to, its name there, its entry file, and where references end."""

    folder: str
    name: str
    path: Path
    expected: Expected
    root: Path | None = None

    @property
    def slug(self) -> str:
        """What it is called in tables and by `--only`."""
        return f"{self.folder}/{self.name}"

    @property
    def package(self) -> str:
        """A name for its package, unlike that of any other document."""
        plain = re.sub(r"[^a-z0-9]+", "_", f"{self.folder}_{self.name}".lower()).strip("_")
        return f"{plain[:48].rstrip('_')}_{hashlib.sha256(self.slug.encode()).hexdigest()[:4]}"

    @cached_property
    def digest(self) -> str:
        """A hash of all that it is made of: where references lead to other files, of its folder."""
        found = hashlib.sha256()
        files = [self.path] if self.root is None else sorted(self.root.rglob("*"))
        for path in files:
            if path.is_file():
                found.update(path.read_bytes())
        return found.hexdigest()


def documents(shared: Path = SHARED) -> list[Document]:
    """All documents, small folders first."""
    corpus = shared / "corpus"
    return [*_malformed(corpus), *_conformance(corpus), *_multifile(corpus), *_visible(corpus)]


def _specifications(folder: Path) -> Iterator[Path]:
    yield from sorted(p for p in folder.rglob("*") if p.suffix in {".yaml", ".yml", ".json"})


def _visible(corpus: Path) -> list[Document]:
    found = _specifications(corpus / "visible")
    return [Document("visible", path.stem, path, Expected.PACKAGE) for path in found]


def _multifile(corpus: Path) -> Iterator[Document]:
    manifest = corpus / "multifile" / "manifest.tsv"
    if not manifest.is_file():
        return
    with manifest.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            # References to other hosts are refused unless they are allowed: no package is expected then.
            expected = Expected.PACKAGE if row["remote_refs"] == "0" else Expected.EITHER
            entry = manifest.parent / row["slug"] / row["entry"]
            yield Document("multifile", row["slug"], entry, expected, manifest.parent / row["slug"])


def _conformance(corpus: Path) -> Iterator[Document]:
    folder = corpus / "conformance" / "specmatic"
    for path in _specifications(folder):
        name = f"{path.parent.name[:3]}-{path.stem}"
        yield Document("conformance", name, path, Expected.PACKAGE)


_QUESTIONABLE = frozenset({"mermade-3.0-fail/OAI/api-with-examples"})
"""Files of `malformed/` that the specification allows: here examples without a schema."""


def _malformed(corpus: Path) -> Iterator[Document]:
    folder = corpus / "malformed"
    for path in _specifications(folder):
        name = str(path.relative_to(folder).with_suffix(""))
        expected = Expected.EITHER if name in _QUESTIONABLE else Expected.DIAGNOSTIC
        yield Document("malformed", name, path, expected)
