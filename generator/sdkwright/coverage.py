"""How well founded the specifications are: statements counted by where they come from (`sdkwright sources`)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping

from .ir.coverage import Statement, coverage
from .ir.origin import Status
from .pipeline import Analysis
from .text.diagnostic import Report

_COLUMNS = (*Status, None)


def report_sourceless(analyses: Mapping[str, Analysis], report: Report) -> None:
    """Report each statement that neither says nor inherits where it comes from."""
    for analysis in analyses.values():
        for statement in coverage(analysis.api):
            if statement.source is None:
                report.error(
                    "source-missing",
                    f"the {statement.kind} `{statement.origin.id}` has no source",
                    statement.origin.span,
                    "add `x-source` to it or to something around it",
                )


def cited(analyses: Mapping[str, Analysis]) -> frozenset[str]:
    """The documents that any statement goes back to."""
    statements = (one for analysis in analyses.values() for one in coverage(analysis.api))
    return frozenset(one.source.doc for one in statements if one.source and one.source.doc)


def _count(statements: tuple[Statement, ...]) -> Counter[Status | None]:
    return Counter(s.source.status if s.source else None for s in statements)


def sources_table(analyses: Mapping[str, Analysis]) -> str:
    """A line an API: how many statements have which status, `none` for those without a source."""
    headings = ("API", "statements", *(str(status) if status else "none" for status in _COLUMNS))
    rows: list[tuple[str, ...]] = [headings]
    total: Counter[Status | None] = Counter()
    for name, analysis in analyses.items():
        counts = _count(coverage(analysis.api))
        total += counts
        rows.append((name, str(counts.total()), *(str(counts[status]) for status in _COLUMNS)))
    rows.append(("all", str(total.total()), *(str(total[status]) for status in _COLUMNS)))
    widths = [max(len(row[at]) for row in rows) for at in range(len(headings))]
    lines = (
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines) + "\n"


def sources_json(analyses: Mapping[str, Analysis], report: Report) -> str:
    """The same as JSON: counts by API, and the ids of the statements without a source."""
    found = {}
    for name, analysis in analyses.items():
        statements = coverage(analysis.api)
        counts = _count(statements)
        found[name] = {
            "statements": len(statements),
            **{str(status) if status else "none": counts[status] for status in _COLUMNS},
            "without": [s.origin.id for s in statements if s.source is None],
        }
    return json.dumps(
        {"apis": found, "errors": sum(d.severity == "error" for d in report.found)}, indent=2
    )
