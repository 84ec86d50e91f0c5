"""`python -m tests.corpus.calls`: every operation of every package called, blocking and awaiting.

The arguments are made from the schemas; a server on this machine answers from them, and openapi-core says whether each
request is one that the document describes. Where it has no opinion, that is counted. Small documents come first.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..documents import SHARED, documents
from ..results import FOLDER, Results
from .calling import callable_ones, over


def main(arguments: list[str] | None = None) -> int:
    """Run over what is asked for; 1 where a call was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.calls", description=__doc__)
    parser.add_argument("--only", action="append", help="documents whose name has this")
    parser.add_argument("--results", type=Path, default=FOLDER / "calls.jsonl")
    asked = parser.parse_args(arguments)
    if not SHARED.is_dir():
        print(f"there is no {SHARED}: nothing to run over")
        return 0
    wanted = [d for d in documents() if any(part in d.slug for part in asked.only or [""])]
    return over(callable_ones(wanted), Results(asked.results))


if __name__ == "__main__":
    sys.exit(main())
