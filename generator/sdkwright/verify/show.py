"""A verification as a table for people, or as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .coverage import Share
from .verification import ApiVerification, Verdict, Verification

_HEADINGS = ("API", "examples", "passed", "operations", "schemas")


def as_table(verification: Verification) -> str:
    """A line an API, the total, and below it by name what no example shows."""
    rows = [_HEADINGS, *map(_row, verification.apis)]
    if len(verification.apis) > 1:
        rows.append(_total(verification))
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEADINGS))]
    lines = [
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    lines += [line for api in verification.apis for line in _missing(api)]
    return "\n".join(lines) + "\n"


def as_json(verification: Verification, diagnostics: str) -> str:
    """The diagnostics, as JSON already, with `apis` beside them: every example, every share, every name."""
    whole: dict[str, Any] = json.loads(diagnostics)
    whole["apis"] = {api.name: _api(api) for api in verification.apis}
    return json.dumps(whole, indent=2) + "\n"


def _row(api: ApiVerification) -> tuple[str, ...]:
    counts = (str(len(api.verdicts)), str(api.passed))
    return (api.name, *counts, _share(api.operations), _share(api.schemas))


def _share(share: Share) -> str:
    return f"{share.percent} % of {share.total}"


def _total(verification: Verification) -> tuple[str, ...]:
    apis = verification.apis
    counts = (sum(len(api.verdicts) for api in apis), sum(api.passed for api in apis))
    shares = (_sum(api.operations for api in apis), _sum(api.schemas for api in apis))
    return ("all", *map(str, counts), *map(_share, shares))


def _sum(shares: Iterator[Share]) -> Share:
    listed = tuple(shares)
    missing = tuple(one for share in listed for one in share.missing)
    return Share(sum(share.total for share in listed), missing)


def _missing(api: ApiVerification) -> Iterator[str]:
    for what, share in (("operations", api.operations), ("schemas", api.schemas)):
        if share.missing:
            yield f"{api.name}: no example of the {what} {', '.join(name for name, _ in share.missing)}"


def _api(api: ApiVerification) -> dict[str, Any]:
    return {
        "passed": api.passed,
        "examples": [_verdict(verdict) for verdict in api.verdicts],
        "operations": _shares(api.operations),
        "schemas": _shares(api.schemas),
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    example = verdict.example
    return {
        "name": example.name,
        "id": example.origin.id,
        "role": str(example.role),
        "operation": example.operation,
        "status": example.status,
        "passed": verdict.passed,
        "found": sorted({diagnostic.code for diagnostic in verdict.found}),
    }


def _shares(share: Share) -> dict[str, Any]:
    return {
        "total": share.total,
        "shown": share.shown,
        "percent": share.percent,
        "missing": [name for name, _ in share.missing],
    }
