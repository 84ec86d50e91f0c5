"""`python -m tests.corpus`: the generator over every document of the corpus, and a table at the end.

One document at a time, each step in a process of its own; what was measured before is kept in `build/corpus` and only
measured again when the document, the generator or this harness has changed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from .checking import checked, groups
from .documents import SHARED, Document, documents
from .hostile import hostile
from .results import FOLDER, Results
from .table import table
from .trial import tried
from .verdicts import faults

Record = dict[str, Any]


def main(arguments: list[str] | None = None) -> int:
    """Run over what is asked for; 1 where anything is not as it should be."""
    asked = _parsed(arguments)
    if not SHARED.is_dir():
        print(f"there is no {SHARED}: nothing to run over")
        return 0
    results = Results(asked.results)
    wanted = [d for d in documents() if any(part in d.slug for part in asked.only or [""])]
    records = {d.slug: _tried(d, results, asked.seed) for d in wanted}
    if asked.types:
        _check(wanted, records, results, asked.results.parent / "mypy")
    rows = [
        (document, records[document.slug], faults(document, records[document.slug]))
        for document in wanted
    ]
    print(table(rows))
    for document, _, found in rows:
        for fault in found:
            print(f"{document.slug}: {fault}")
    bad = _hostile() if asked.hostile and not asked.only else 0
    return 1 if bad or any(found for _, _, found in rows) else 0


def _parsed(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.corpus", description=__doc__)
    parser.add_argument(
        "--only", action="append", help="documents whose name has this; may be repeated"
    )
    parser.add_argument("--seed", default="0", help="PYTHONHASHSEED of every process")
    parser.add_argument("--results", type=Path, default=FOLDER / "results.jsonl")
    parser.add_argument("--no-types", dest="types", action="store_false", help="no type checkers")
    parser.add_argument(
        "--no-hostile", dest="hostile", action="store_false", help="no hostile documents"
    )
    return parser.parse_args(arguments)


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


def _hostile() -> int:
    rows = hostile()
    bad = [row for row in rows if row["result"] != "PASS"]
    for row in bad:
        print(f"hostile/{row['file']}: {row['violations']} {row['info']}")
    print(f"hostile: {len(rows) - len(bad)} of {len(rows)} good")
    return len(bad)


if __name__ == "__main__":
    sys.exit(main())
