"""What a benchmark has found, and the table that shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """One figure. `limit` is what it should not exceed; None where it is for information only."""

    what: str
    value: float
    unit: str
    limit: float | None
    how: str

    @property
    def verdict(self) -> str:
        """Whether the figure keeps its limit."""
        if self.limit is None:
            return ""
        return "met" if self.value <= self.limit else "MISSED"


_HEADINGS = ("", "measured", "target", "verdict", "how")


def table(results: Iterable[Result]) -> str:
    """A line a result, in columns."""
    rows = [_HEADINGS, *map(_row, results)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEADINGS))]
    aligned = (
        "  ".join(
            cell.rjust(width) if at in (1, 2) else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
    return "".join(f"{line.rstrip()}\n" for line in aligned)


def _row(result: Result) -> tuple[str, ...]:
    limit = "" if result.limit is None else f"<= {result.limit:g} {result.unit}"
    return result.what, f"{result.value:.2f} {result.unit}", limit, result.verdict, result.how
