"""The laws of the wire: what a difference does to the set of values allowed, and what that means to whom.

A request may only be asked for less (a server that takes more breaks nobody), a response may only promise more. So one table
of differences gives the rules of both directions. Ids are those of oasdiff where it has the rule, so that configurations can
move over; `_LEVELS` holds the verdicts that do not follow from the law, each as people know them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache

from msgspec import Struct

from .verdict import Wire


class Effect(StrEnum):
    """What a difference does to the values that a contract allows."""

    NARROWS = "allows fewer values than before"
    WIDENS = "allows more values than before"
    CHANGES = "allows other values than before"
    NOTES = "changes what is said about the values, and not which are allowed"


_UPPER = {
    "increased": Effect.WIDENS,
    "decreased": Effect.NARROWS,
    "set": Effect.NARROWS,
    "unset": Effect.WIDENS,
}
_LOWER = {
    "increased": Effect.NARROWS,
    "decreased": Effect.WIDENS,
    "set": Effect.NARROWS,
    "unset": Effect.WIDENS,
}
_DEMAND = {"added": Effect.NARROWS, "removed": Effect.WIDENS}
_CHOICE = {"added": Effect.WIDENS, "removed": Effect.NARROWS}
_NOTE = {"added": Effect.NOTES, "removed": Effect.NOTES, "changed": Effect.NOTES}

BOUNDS: Mapping[str, tuple[str, Mapping[str, Effect]]] = {
    "maximum": ("max", _UPPER),
    "exclusiveMaximum": ("exclusive-max", _UPPER),
    "maxLength": ("max-length", _UPPER),
    "maxItems": ("max-items", _UPPER),
    "maxProperties": ("max-properties", _UPPER),
    "maxContains": ("max-contains", _UPPER),
    "minimum": ("min", _LOWER),
    "exclusiveMinimum": ("exclusive-min", _LOWER),
    "minLength": ("min-length", _LOWER),
    "minItems": ("min-items", _LOWER),
    "minProperties": ("min-properties", _LOWER),
    "minContains": ("min-contains", _LOWER),
}
"""Keywords that hold a number, by what they bound (JSON Schema 2020-12 validation, section 6)."""

DEMANDS: Mapping[str, str] = {
    "if": "if",
    "then": "then",
    "else": "else",
    "not": "not",
    "contains": "contains",
    "propertyNames": "property-names",
    "unevaluatedItems": "unevaluated-items",
    "unevaluatedProperties": "unevaluated-properties",
    "contentSchema": "content-schema",
}
"""Keywords that hold a schema and allow less by being there."""

KEYED_DEMANDS: Mapping[str, str] = {
    "dependentSchemas": "dependent-schema",
    "dependentRequired": "dependent-required",
    "patternProperties": "pattern-property",
}
"""The same by key."""

STEMS: Mapping[str, Mapping[str, Effect]] = {
    **dict(BOUNDS.values()),
    **dict.fromkeys(DEMANDS.values(), _DEMAND),
    **dict.fromkeys(KEYED_DEMANDS.values(), _DEMAND),
    "dependent-required": {**_DEMAND, "changed": Effect.CHANGES},
    # More of a tuple's items described is more room for the list, as people write and read them.
    "prefix-items": _CHOICE,
    "multiple-of": {
        "set": Effect.NARROWS,
        "unset": Effect.WIDENS,
        "changed": Effect.CHANGES,
    },
    "unique-items": {"set": Effect.NARROWS, "unset": Effect.WIDENS},
    "additional-properties": {
        "forbidden": Effect.NARROWS,
        "allowed": Effect.WIDENS,
        "typed": Effect.NARROWS,
        "untyped": Effect.WIDENS,
    },
    "pattern": {**_DEMAND, "changed": Effect.CHANGES, "generalized": Effect.WIDENS},
    "const": {**_DEMAND, "changed": Effect.CHANGES},
    "default-value": _NOTE,
    "enum-value": {"added": Effect.WIDENS, "removed": Effect.NARROWS},
    "x-extensible-enum-value": {"removed": Effect.NARROWS},
    "became": {
        "enum": Effect.NARROWS,
        "not-enum": Effect.WIDENS,
        "nullable": Effect.WIDENS,
        "not-nullable": Effect.NARROWS,
        "required": Effect.NARROWS,
        "optional": Effect.WIDENS,
    },
    "type": {
        "changed": Effect.CHANGES,
        "generalized": Effect.WIDENS,
        "specialized": Effect.NARROWS,
        "compatible": Effect.NOTES,
    },
    "list-of-types": {"widened": Effect.WIDENS, "narrowed": Effect.NARROWS},
    "content-media-type": {"changed": Effect.CHANGES},
    "content-encoding": {"changed": Effect.CHANGES},
    "all-of": {
        **_DEMAND,
        "added-annotation-only": Effect.NOTES,
        "removed-annotation-only": Effect.NOTES,
    },
    "any-of": _CHOICE,
    "one-of": _CHOICE,
    "wrapped-in": {"one-of": Effect.CHANGES},
    "discriminator": {
        "added": Effect.NOTES,
        "removed": Effect.NOTES,
        "property-name-changed": Effect.NOTES,
        "mapping-added": Effect.NOTES,
        "mapping-deleted": Effect.NOTES,
        "mapping-changed": Effect.NOTES,
    },
    "deprecated": {"": Effect.NOTES},
    "reactivated": {"": Effect.NOTES},
}
"""Differences between two schemas: what an id says of them, and their effect by how they differ."""

REQUEST = ("request-body", "request-property", "request-parameter", "request-parameter-property")
RESPONSE = ("response-body", "response-property", "response-header")

_LEVELS: Mapping[tuple[str, str], Wire] = {
    # A first limit is as a rule one that the server had all along.
    **{
        ("request", f"{stem}-set"): Wire.WARNING
        for stem, _ in BOUNDS.values()
        if stem not in ("min-length", "min-contains", "max-contains")
    },
    ("request", "all-of-removed"): Wire.WARNING,
    ("request", "pattern-changed"): Wire.WARNING,
    ("response", "pattern-added"): Wire.COMPATIBLE,
    ("response", "pattern-changed"): Wire.COMPATIBLE,
    ("response", "pattern-removed"): Wire.COMPATIBLE,
    ("response", "pattern-generalized"): Wire.COMPATIBLE,
    ("response", "all-of-removed"): Wire.COMPATIBLE,
    # Readers of an enumeration are told by any good style guide to expect newcomers.
    ("response", "enum-value-added"): Wire.WARNING,
    ("response", "became-not-enum"): Wire.WARNING,
    ("request-parameter", "default-value-added"): Wire.BREAKING,
    ("request-parameter", "default-value-removed"): Wire.BREAKING,
    ("request-parameter", "default-value-changed"): Wire.BREAKING,
    ("request-parameter-property", "type-changed"): Wire.WARNING,
}
"""Verdicts that people agree on though the law gives another, by the direction (or holder) and the difference."""

_BY_EFFECT: Mapping[tuple[str, Effect], Wire] = {
    ("request", Effect.NARROWS): Wire.BREAKING,
    ("request", Effect.WIDENS): Wire.COMPATIBLE,
    ("request", Effect.CHANGES): Wire.BREAKING,
    ("response", Effect.NARROWS): Wire.COMPATIBLE,
    ("response", Effect.WIDENS): Wire.BREAKING,
    ("response", Effect.CHANGES): Wire.BREAKING,
}


class WireRule(Struct, frozen=True):
    """A rule of the wire: its id, its verdict, and its manual page (Markdown)."""

    id: str
    verdict: Wire
    manual: str

    @property
    def summary(self) -> str:
        """The first line of the manual page."""
        return self.manual.partition("\n")[0]


def law(holder: str, difference: str, effect: Effect) -> Wire:
    """What a difference at `holder` (`request-body`, `response-header`, …) does to a caller."""
    direction = holder.partition("-")[0]
    for key in (holder, direction):
        if (key, difference) in _LEVELS:
            return _LEVELS[key, difference]
    return _BY_EFFECT.get((direction, effect), Wire.COMPATIBLE)


def spelled(stem: str, action: str) -> str:
    """`max`, `decreased` give `max-decreased`."""
    return f"{stem}-{action}" if action else stem


def schema_id(holder: str, difference: str) -> str:
    """The id of a difference at a holder."""
    if holder == "response-body" and difference.startswith("enum-value-"):
        return f"response-mediatype-{difference}"
    return f"{holder}-{difference}"


@cache
def schema_rules() -> Mapping[str, WireRule]:
    """A rule for each difference at each holder of a schema."""
    return {rule.id: rule for rule in _expanded()}


def _expanded() -> Iterator[WireRule]:
    for holder in (*REQUEST, *RESPONSE):
        for stem, actions in STEMS.items():
            for action, effect in actions.items():
                difference = spelled(stem, action)
                verdict = law(holder, difference, effect)
                text = _manual(holder, stem, action, effect, verdict)
                yield WireRule(schema_id(holder, difference), verdict, text)
    for id_, text in _EXEMPT.items():
        yield WireRule(id_, Wire.COMPATIBLE, text)


_EXEMPT = {
    **{
        f"request-read-only-property-{difference}": (
            f"A property that clients never send has changed (`{difference}`).\n\n"
            "It is read-only: whatever its limits are, no request is refused for it."
        )
        for difference in (
            *("max-decreased", "exclusive-max-decreased", "max-length-decreased"),
            *("min-increased", "exclusive-min-increased", "enum-value-removed"),
        )
    },
    "response-write-only-property-enum-value-added": (
        "A property that servers never send allows another value.\n\n"
        "It is write-only: no response holds it, so nobody meets the new value."
    ),
}

_HOLDERS = {
    "request-body": "the body of a request",
    "request-property": "a property of a request's body",
    "request-parameter": "a parameter",
    "request-parameter-property": "a part of a parameter",
    "response-body": "the body of a response",
    "response-property": "a property of a response's body",
    "response-header": "a header of a response",
}


def _manual(holder: str, stem: str, action: str, effect: Effect, verdict: Wire) -> str:
    turned = action.replace("-", " ")
    words = f"became {turned}" if stem == "became" else f"`{stem}` {turned}".strip()
    who = "client sends" if holder.startswith("request") else "server sends"
    means = {
        Wire.BREAKING: "Callers that keep to the old contract can fail.",
        Wire.WARNING: "Callers that keep to the old contract may fail; whether they do depends on what was true before.",
    }.get(verdict, "Callers that keep to the old contract go on.")
    return (
        f"In {_HOLDERS[holder]}: {words}.\n\n"
        f"The contract {effect.value}, in what the {who}. {means}"
    )
