"""A comparison as JSON, in the shape that `docs/diff.schema.json` publishes."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ..rules.breaking.verdict import PythonChange, Site
from ..text.diagnostic import Diagnostic
from ..text.printable import printable
from ..text.span import Span
from .approvals import Approval
from .model import ApiDiff, BrokenExample, Change, Comparison, Hit, Witness
from .provenance import source_of


def as_json(comparison: Comparison, approvals: Mapping[str, Approval] | None = None) -> str:
    """The whole comparison: no change is left out, those of `approvals` are marked."""
    wire, python = comparison.counts()
    whole = {
        "old": printable(comparison.old),
        "new": printable(comparison.new),
        "bump": comparison.bump.value,
        "wire": comparison.wire.value,
        "counts": {
            "wire": {one.value: n for one, n in wire.items()},
            "python": {one.value: n for one, n in python.items()},
        },
        "usage": (
            None
            if comparison.usage is None
            else [_hit(hit, comparison) for hit in comparison.usage]
        ),
        "examples": (
            None
            if comparison.examples is None
            else [_example(one, comparison) for one in comparison.examples]
        ),
        "faults": [_fault(one) for one in comparison.faults],
        "apis": [_api(api, comparison, approvals or {}) for api in comparison.apis],
    }
    return json.dumps(whole, indent=2) + "\n"


def _api(
    api: ApiDiff, comparison: Comparison, approvals: Mapping[str, Approval]
) -> dict[str, object]:
    return {
        "name": printable(api.name),
        "old_version": printable(api.old_version),
        "new_version": printable(api.new_version),
        "unjudged": _text(api.unjudged),
        "wire_unjudged": _text(api.wire_unjudged),
        "changes": [_change(one, comparison, approvals) for one in api.changes],
    }


def _change(
    one: Change, comparison: Comparison, approvals: Mapping[str, Approval]
) -> dict[str, object]:
    return {
        "fingerprint": one.fingerprint,
        "rule": one.rule,
        "wire": one.wire.value,
        "python": one.python.value,
        "message": printable(one.message),
        "where": printable(one.where),
        "operations": [printable(name) for name in one.operations],
        "old": _place(one.old, comparison),
        "new": _place(one.new, comparison),
        "source": {
            "old": _text(source_of(one.old, comparison.sources)),
            "new": _text(source_of(one.new, comparison.sources)),
        },
        "approved": _approval(approvals.get(one.fingerprint)),
        "effects": [_effect(effect, comparison) for effect in one.effects],
    }


def _approval(one: Approval | None) -> dict[str, object] | None:
    if one is None:
        return None
    until = None if one.expires is None else one.expires.isoformat()
    return {"who": printable(one.who), "reason": printable(one.reason), "expires": until}


def _example(one: BrokenExample, comparison: Comparison) -> dict[str, object]:
    place = None if one.span is None else _place(Site("", one.span), comparison)
    return {"code": one.code, "message": printable(one.message), "place": place}


def _fault(one: Diagnostic) -> dict[str, object]:
    return {
        "code": one.code,
        "severity": one.severity.value,
        "message": printable(one.message),
        "hint": _text(one.hint),
        "place": None if one.span is None else _spot(one.span, ""),
    }


def _effect(one: PythonChange, comparison: Comparison) -> dict[str, object]:
    return {
        "rule": one.rule,
        "verdict": one.verdict.value,
        "message": printable(one.message),
        "symbol": printable(one.symbol),
        "before": _text(one.before),
        "after": _text(one.after),
        "migration": printable(one.migration),
        "witness": _witness((comparison.witnesses or {}).get(one)),
        "old": _place(one.old, comparison),
        "new": _place(one.new, comparison),
    }


def _witness(one: Witness | None) -> dict[str, object] | None:
    if one is None:
        return None
    return {
        "proven": one.proven,
        "findings": list(one.findings),
        "caller": one.caller,
        "path": printable(one.path),
    }


def _hit(one: Hit, comparison: Comparison) -> dict[str, object]:
    place = _place(Site(one.change.was, one.span), comparison)
    return {
        "place": place,
        "line": printable(one.line),
        "rule": one.change.rule,
        "symbol": printable(one.change.was),
        "migration": printable(one.change.migration),
    }


def _text(text: str | None) -> str | None:
    return None if text is None else printable(text)


def _place(site: Site | None, comparison: Comparison) -> dict[str, object] | None:
    if site is None:
        return None
    return _spot(comparison.place(site.span), site.id)


def _spot(span: Span, pointer: str) -> dict[str, object]:
    return {
        "file": printable(span.file),
        "line": span.line,
        "col": span.col,
        "end_line": span.end_line,
        "end_col": span.end_col,
        "pointer": printable(pointer),
    }
