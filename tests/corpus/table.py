"""The table at the end of a run: a line a document, a line a folder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .documents import Document

Record = dict[str, Any]

_COLUMNS = (
    "document", "exit", "ops", "in SDK", "schemas", "lost", "properties", "lost", "types", "lines", "s", "MB",
    "imports", "mypy", "pyright", "examples", "failed", "verdict",
)  # fmt: skip


def table(rows: Sequence[tuple[Document, Record, list[str]]]) -> str:
    """The table of all documents that were looked at."""
    cells = [_COLUMNS, *(_cells(document, record, faults) for document, record, faults in rows)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(_COLUMNS))]
    lines = [
        "  ".join(
            cell.ljust(width) if at in (0, len(row) - 1) else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]
    return "\n".join([*lines, "", *_totals(rows)]) + "\n"


def _cells(document: Document, record: Record, faults: list[str]) -> tuple[str, ...]:
    operations = record.get("operations")
    kept = None if operations is None else operations - record["operations_left_out"]
    return (
        document.slug[-48:],
        _shown(record["status"]),
        _shown(operations),
        _shown(kept),
        _shown(record.get("schemas")),
        _counted(record, "schemas_lost"),
        _shown(record.get("properties")),
        _counted(record, "properties_lost"),
        _shown(record.get("types")),
        _shown(record.get("lines")),
        f"{record['seconds']:.1f}",
        _shown(record["megabytes"]),
        _counted(record, "imports"),
        _counted(record, "mypy"),
        _counted(record, "pyright"),
        _shown(record.get("examples")),
        _counted(record, "examples_failed"),
        _brief(faults),
    )


def _shown(value: object) -> str:
    return "-" if value is None else str(value)


def _counted(record: Record, key: str) -> str:
    return str(len(record[key])) if key in record else "-"


def _brief(faults: list[str]) -> str:
    return (
        "; ".join(fault.split(":")[0] if "refused" not in fault else fault for fault in faults)
        or "good"
    )


def _totals(rows: Sequence[tuple[Document, Record, list[str]]]) -> list[str]:
    lines: list[str] = []
    for folder in dict.fromkeys(document.folder for document, _, _ in rows):
        of = [(record, faults) for document, record, faults in rows if document.folder == folder]
        good = sum(not faults for _, faults in of)
        tried = sum(record.get("examples", 0) for record, _ in of)
        failed = sum(len(record.get("examples_failed", ())) for record, _ in of)
        invalid = sum(len(record.get("examples_invalid", ())) for record, _ in of)
        lines.append(
            f"{folder}: {good} of {len(of)} good; {tried} examples tried, {failed} failed, "
            f"{invalid} not valid under their schemas"
        )
    return lines
