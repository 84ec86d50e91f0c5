"""Reading a large document: YAML with the place of every node."""

from __future__ import annotations

import time
from collections.abc import Iterator
from statistics import median

from sdkwright.text.diagnostic import Report
from sdkwright.text.yaml import parse

from .result import Result

_SCHEMA = "    S{}:\n      type: object\n      properties:\n        id:\n          type: string\n"


def reading(rounds: int) -> Iterator[Result]:
    """The processor's seconds for a document of 4 MB."""
    text = "openapi: 3.1.0\ncomponents:\n  schemas:\n" + "".join(map(_SCHEMA.format, range(48_000)))
    seconds = [_read(text) for _ in range(rounds)]
    how = (
        f"{len(text) / 1e6:.1f} MB with the places of all nodes, processor time, median of {rounds}"
    )
    yield Result("read a YAML document", median(seconds), "s", 2, how)


def _read(text: str) -> float:
    started = time.process_time()
    if parse(text, "large.yaml", Report()) is None:
        raise RuntimeError("the document was not read")
    return time.process_time() - started
