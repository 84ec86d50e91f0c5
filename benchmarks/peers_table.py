"""The page of `docs/benchmarks.md`: what was measured of each generator, in tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .peers_calls import TOGETHER, Called
from .peers_checks import CHECKED, Measured

_ABOUT = f"""\
# Benchmarks

Written by `make peers` (`python -m benchmarks.peers`), which installs each generator at its newest and runs one after the
other on the same machine; `make bench` has our own figures and their targets.

* **CPU** is the processor's time of the run with its children, in seconds; **MB** the memory of its largest process.
* **Operations** are those found in what was written, by method and path, of those in the document.
* **Imports** says whether every module can be imported.
* **mypy** and **pyright** are the errors of their strict modes over the package (for TypeScript: of `tsc --strict`), asked
  of packages up to {CHECKED:,} lines. Ours are held to 0 for every document by `make corpus`.
* **Start** is the processor's time of a fresh interpreter that imports the package and makes its client.
"""
_HEADINGS = (
    *("document", "generator", "CPU s", "MB", "operations", "lines"),
    *("imports", "mypy", "pyright", "start s"),
)
_CALLS = f"""\
## Calls

`GET /api/v3/orders/…/refunds/…` of `specs/riverty.yaml` against a server on loopback that answers at once, through each
client: the processor's time of one call, then of {TOGETHER:,} at once (`asyncio.gather`) and how long those took. The
first row is the same request by hand, `client.get(…).json()` of httpx2, which checks and converts nothing.
"""


def page(rows: Sequence[Measured], called: Sequence[Called]) -> str:
    """The page for these results."""
    versions = ", ".join(dict.fromkeys(f"{row.peer} {row.version}" for row in rows if row.version))
    parts = [_ABOUT, f"Versions: {versions}.\n", _table(_HEADINGS, map(_row, rows))]
    if called:
        heads = ("client", "one call", f"{TOGETHER:,} at once", "took")
        parts += [_CALLS, _table(heads, map(_call, called))]
    return "\n".join(parts)


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _row(row: Measured) -> Sequence[str]:
    if row.ended and not row.lines:
        return (row.document, row.peer, row.ended, *[""] * (len(_HEADINGS) - 3))
    lost = f"{row.found} of {row.wanted}"
    return (
        row.document,
        row.peer,
        f"{row.cpu:.1f}{f' ({row.ended})' if row.ended else ''}",
        str(row.megabytes),
        lost if row.found >= row.wanted else f"**{lost}**",
        f"{row.lines:,}",
        *(_text(value) for value in (row.imports, row.mypy, row.pyright)),
        _seconds(row.start),
    )


def _call(called: Called) -> Sequence[str]:
    if called.failed:
        return (called.client, called.failed, "", "")
    each = "–" if called.each is None else f"{called.each * 1e6:.0f} µs"
    return (called.client, each, _seconds(called.together, " s"), _seconds(called.clock, " s"))


def _text(value: str | None) -> str:
    return "–" if value is None else value


def _seconds(value: float | None, unit: str = "") -> str:
    return "–" if value is None else f"{value:.2f}{unit}"
