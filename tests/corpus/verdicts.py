"""From what was measured to what is wrong: the expectations of the corpus, in one place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .documents import Document, Expected

Record = dict[str, Any]


def faults(document: Document, record: Record) -> list[str]:
    """What is wrong with a document's record, in few words each; empty where all is as it should be."""
    return list(_faults(document, record))


def _faults(document: Document, record: Record) -> Iterator[str]:
    if record["traceback"]:
        yield f"traceback: {record['traceback']}"
    if record["status"] is None:
        yield "time was up"
    if "harness" in record:
        yield f"harness: {record['harness']}"
    if document.expected is Expected.DIAGNOSTIC and record["status"] == 0 and not record["located"]:
        yield "accepted without a word"
    if record["status"] not in (0, None):
        yield from _refused(document, record)
    elif record["status"] == 0:
        yield from _made(record)


def _refused(document: Document, record: Record) -> Iterator[str]:
    if record["files"]:
        yield "files were written"
    if not record["located"] and document.expected is not Expected.PACKAGE:
        yield "no located diagnostic"
    if document.expected is Expected.PACKAGE:
        codes = ", ".join(f"{code} {count}" for code, count in record["errors"].items())
        yield f"refused: {codes or record['status']}"


def _made(record: Record) -> Iterator[str]:
    if not record.get("lines"):
        yield "an empty package"
    for key, what in (
        ("imports", "imports fail"),
        ("schemas_lost", "schemas lost"),
        ("properties_lost", "properties lost"),
        ("examples_failed", "examples fail"),
        ("mypy", "mypy"),
        ("pyright", "pyright"),
    ):
        found = record.get(key, [])
        if found:
            yield f"{what} {len(found)}: {found[0]}"
