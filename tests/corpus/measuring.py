"""Documents one after the other, and the table of what became of them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .checking import checked, groups
from .documents import Document
from .results import Results
from .table import table
from .trial import tried
from .verdicts import faults

Record = dict[str, Any]


def measured(wanted: Sequence[Document], typed: Sequence[Document], path: Path, seed: str) -> int:
    """Run over `wanted` and let type checkers look at `typed`; print the table and count the documents with faults.

    What the file of results at `path` knows already is not done again. `seed` is the PYTHONHASHSEED of every process.
    """
    results = Results(path)
    records = {d.slug: _tried(d, results, seed) for d in wanted}
    _check([d for d in wanted if d in typed], records, results, path.parent / "mypy")
    rows = [(d, records[d.slug], faults(d, records[d.slug])) for d in wanted]
    print(table(rows))
    for document, _, found in rows:
        for fault in found:
            print(f"{document.slug}: {fault}")
    return sum(bool(found) for _, _, found in rows)


def _tried(document: Document, results: Results, seed: str) -> Record:
    record = results.get("trial", document, seed)
    if record is None:
        record = tried(document, seed)
        results.put("trial", document, record, seed)
        print(
            f"{document.slug}: {'; '.join(faults(document, record))[:160] or 'good'}",
            file=sys.stderr,
        )
    return dict(record)


def _check(
    wanted: list[Document], records: dict[str, Record], results: Results, cache: Path
) -> None:
    """Add what the type checkers say to the records of the documents that gave a package."""
    made = [d for d in wanted if records[d.slug]["status"] == 0]
    unknown = [d for d in made if results.get("types", d) is None]
    for group in groups(unknown):
        found = checked(group, cache)
        for document in group:
            results.put("types", document, found[document.slug])
        counts = [sum(map(len, found[d.slug].values())) for d in group]
        print(f"types of {group[0].slug} and {len(group) - 1} more: {sum(counts)}", file=sys.stderr)
    for document in made:
        records[document.slug] |= results.get("types", document) or {}
