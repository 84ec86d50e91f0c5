"""`python -m tests.corpus`: the generator over every document of the corpus, a table, and every operation called.

One document at a time, each step in a process of its own; what was measured before is kept in `build/corpus` and only
measured again when the document, the generator or this harness has changed. The calls are those of
`python -m tests.corpus.calls`, which tells what of each operation was seen on the wire.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .calls.calling import callable_ones, over
from .documents import SHARED, documents
from .hostile import hostile
from .measuring import measured
from .results import FOLDER, Results


def main(arguments: list[str] | None = None) -> int:
    """Run over what is asked for; 1 where anything is not as it should be."""
    asked = _parsed(arguments)
    if not SHARED.is_dir():
        print(f"there is no {SHARED}: nothing to run over")
        return 0
    wanted = [d for d in documents() if any(part in d.slug for part in asked.only or [""])]
    bad = measured(wanted, wanted if asked.types else [], asked.results, asked.seed)
    bad += _hostile() if asked.hostile and not asked.only else 0
    bad += over(callable_ones(wanted), Results(FOLDER / "calls.jsonl")) if asked.calls else 0
    return 1 if bad else 0


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
    parser.add_argument(
        "--no-calls", dest="calls", action="store_false", help="no operation is called"
    )
    return parser.parse_args(arguments)


def _hostile() -> int:
    rows = hostile()
    bad = [row for row in rows if row["result"] != "PASS"]
    for row in bad:
        print(f"hostile/{row['file']}: {row['violations']} {row['info']}")
    print(f"hostile: {len(rows) - len(bad)} of {len(rows)} good")
    return len(bad)


if __name__ == "__main__":
    sys.exit(main())
