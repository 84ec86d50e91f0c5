"""`python -m benchmarks`: every benchmark in one run, and one table. It judges nothing but prints its verdicts."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from .calling import calling
from .decoding import decoding
from .generating import ROOT, generating, generating_large
from .hooks import hooks
from .importing import importing, importing_large
from .linting import linting
from .loads import loads
from .reading import reading
from .result import Result, table

_LARGE = (
    Path(os.environ.get("SDKWRIGHT_SHARED", ROOT.parent / "shared")) / "corpus/visible/stripe.yaml"
)
"""A published document of 468 operations, where it lies beside the checkout."""


def _results(work: Path) -> Iterator[Result]:
    yield from generating(work, rounds=3)
    generated = work / "project" / "generated"
    if _LARGE.is_file():
        yield from generating_large(work, _LARGE)
        yield from importing_large(work / "large" / "out", rounds=9)
    yield from linting(work, rounds=5)
    yield from hooks(work, rounds=5)
    yield from reading(rounds=3)
    yield from importing(generated, rounds=15)
    sys.path.insert(0, str(generated))
    yield from calling(rounds=15)
    yield from loads(work, generated)
    yield from decoding(rounds=7)


def main() -> None:
    """Measure and print."""
    with TemporaryDirectory(prefix="sdkwright-bench-") as work:
        results = list(_results(Path(work)))
    sys.stdout.write(table(results))
    busy = f"{os.getloadavg()[0]:.1f} processes were running on {os.cpu_count()} processors"
    sys.stdout.write(f"\n{busy}: with more than one, trust the ratios and not the seconds.\n")


if __name__ == "__main__":
    main()
