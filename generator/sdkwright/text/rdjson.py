"""Diagnostics as rdjson, the diagnostic format of reviewdog."""

from __future__ import annotations

import json
from collections.abc import Sequence

from .diagnostic import Diagnostic
from .printable import clipped, printable
from .span import Span


def as_rdjson(found: Sequence[Diagnostic]) -> str:
    """A DiagnosticResult with every diagnostic. Places are lines: columns count bytes of UTF-8 in this format."""
    whole = {
        "source": {"name": "sdkwright"},
        "diagnostics": [_entry(one, one.span) for one in found],
    }
    return json.dumps(whole, indent=2) + "\n"


def _entry(one: Diagnostic, span: Span | None) -> dict[str, object]:
    text = clipped(one.message)
    entry: dict[str, object] = {
        "message": f"{text}\n{clipped(one.hint)}" if one.hint else text,
        "severity": one.severity.value.upper(),
        "code": {"value": one.code},
    }
    if span is not None:
        entry["location"] = _location(span)
    if one.related:
        entry["related_locations"] = [
            {"message": clipped(label), "location": _location(place)}
            for place, label in one.related
        ]
    return entry


def _location(span: Span) -> dict[str, object]:
    return {"path": printable(span.file), "range": {"start": {"line": max(span.line, 1)}}}
