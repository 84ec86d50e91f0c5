"""The changes of the wire and those of Python joined: one change for one statement of the specification."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ..rules.breaking.verdict import (
    Python,
    PythonChange,
    Site,
    Wire,
    WireChange,
    worst,
    worst_wire,
)
from .model import Change

_HEADER_GONE = ("required-response-header-", "optional-response-header-")

_ABOUT = (
    ("py-alias-values", ("request-", "response-")),
    ("py-return", ("response-",)),
    ("py-error-body", ("response-",)),
    ("py-arg", ("request-", "new-")),
    ("py-method-deprecated", ("endpoint-deprecated",)),
    ("py-method-reactivated", ("endpoint-reactivated",)),
    (
        "py-method-added",
        ("endpoint-added", "request-body-media-type-added", "response-media-type-added"),
    ),
    (
        "py-method-removed",
        (
            "api-removed",
            "api-path-removed",
            "request-body-media-type-removed",
            "response-media-type-removed",
        ),
    ),
    ("py-resource", ("api-tag",)),
    ("py-method", ("api-operation-id", "api-tag", "endpoint-moved")),
    (
        "py-class-removed",
        ("api-schema-removed", "webhook-removed", "callback-removed", *_HEADER_GONE),
    ),
    ("py-class-added", ("webhook-added", "callback-added", "response-header-added")),
    ("py-class-split", ("request-", "response-", "new-")),
    ("py-class-renamed", ("api-schema-removed",)),
    ("py-alias-removed", ("api-schema-removed",)),
    ("py-alias-renamed", ("api-schema-removed",)),
    ("py-class-became-alias", ("request-", "response-")),
    ("py-class-kind-changed", ("request-", "response-")),
    ("py-client-arg", ("api-security-component", "server-variable")),
    ("py-base-url", ("server-",)),
    ("py-field", ("request-", "response-", "new-")),
    ("py-attr", ("request-", "response-", "new-", *_HEADER_GONE)),
)
"""Which changes of the wire may be the cause of which in Python, by the beginnings of their ids."""

_DIRECTIONS = (("py-attr", ("response-", *_HEADER_GONE)), ("py-field", ("request-", "new-")))
"""What is read came in a response, what is given goes into a request, where both have changed."""

_SILENT = re.compile(
    r"-(?:exclusive-)?(?:max|min)(?:-[a-z]+)?-(?:set|unset|increased|decreased)$"
    r"|-pattern-|-multiple-of-|-unique-items-|-default-value-"
    r"|(?:property|parameter)-(?:deprecated|reactivated|sunset|stability)"
)
"""Differences that show in no annotation: they are no cause, whatever else has changed at the same place."""

_STATUS = re.compile(r"/responses/(\w+)(?:/|$)")

_STOPS = ("/properties/", "/parameters/")


def join(
    api: str,
    wire: Sequence[WireChange],
    python: Sequence[PythonChange],
    methods: Mapping[str, Site],
) -> tuple[Change, ...]:
    """Each change of the wire with what follows from it in Python; what has no cause there by itself; the worst first.

    `methods` says where methods (`Refunds.get`) come from.
    """
    effects: dict[int, list[PythonChange]] = {}
    alone: list[PythonChange] = []
    by_id = _by_id(wire)
    for one in python:
        causes = _worst(_causes(one, by_id), wire, one) or _bodies(one, by_id, methods)
        for at in causes:
            effects.setdefault(at, []).append(one)
        if not causes:
            alone.append(one)
    joined = [_joined(api, change, effects.get(at, [])) for at, change in enumerate(wire)]
    joined += [_lone(api, one) for one in alone]
    return tuple(sorted(joined, key=_weight))


def _by_id(wire: Sequence[WireChange]) -> dict[str, list[tuple[int, WireChange]]]:
    """The changes under each id that is theirs or one above theirs."""
    found: dict[str, list[tuple[int, WireChange]]] = {}
    for at, change in enumerate(wire):
        for site in {site.id for site in (change.old, change.new) if site is not None}:
            parts = site.split("/")
            for end in range(len(parts), 0, -1):
                found.setdefault("/".join(parts[:end]), []).append((at, change))
    return found


def _causes(one: PythonChange, by_id: dict[str, list[tuple[int, WireChange]]]) -> list[int]:
    causes: dict[int, None] = {}
    words = next((words for prefix, words in _ABOUT if one.rule.startswith(prefix)), ())
    for place in (_place(site) for site in (one.old, one.new) if site is not None):
        for at, change in by_id.get(place, ()):
            fits = change.rule.startswith(words) and words and _is_turned(one, change)
            if fits and _is_near(change, place):
                causes[at] = None
    return list(causes)


def _place(site: Site) -> str:
    # Several methods come from one operation: what is beside the first stands at a place that the document does not have.
    return site.id.partition("/x-sdk/")[0]


def _is_turned(one: PythonChange, change: WireChange) -> bool:
    """Whether known values and arguments came or went on the wire as they did in Python, and errors with errors."""
    status = _status(change)
    if one.rule.startswith("py-return") and status.startswith(("4", "5")):
        return False
    if one.rule.startswith("py-error-body") and status.startswith("2"):
        return False
    if one.rule.startswith("py-arg-") and one.rule.endswith("-added"):
        return not change.rule.startswith("request-parameter-removed")
    if one.rule == "py-arg-removed":
        return not change.rule.startswith("new-")
    if not one.rule.startswith("py-alias-values-"):
        return True
    return change.rule.endswith(("-enum", one.rule.rpartition("-")[2]))


def _status(change: WireChange) -> str:
    """The status of the response that a change is about; empty where it is written elsewhere."""
    site = change.new or change.old
    found = _STATUS.search(site.id) if site is not None else None
    return found[1] if found is not None else ""


_BODY = ("request-body-removed", "request-body-added-", "request-body-type-changed")


def _bodies(
    one: PythonChange,
    by_id: dict[str, list[tuple[int, WireChange]]],
    methods: Mapping[str, Site],
) -> Sequence[int]:
    """The body that came or went with an argument: its properties are arguments, whatever they are described by."""
    if not one.rule.startswith("py-arg-") or not one.rule.endswith(("-removed", "-added")):
        return ()
    site = methods.get(one.symbol.partition("(")[0])
    near = by_id.get(site.id, ()) if site is not None else ()
    return [at for at, change in near if change.rule.startswith(_BODY)][:1]


def _worst(causes: Sequence[int], wire: Sequence[WireChange], one: PythonChange) -> Sequence[int]:
    """The causes that fit best: of the direction that the change is about, and the worst of these for the wire."""
    words = next((words for prefix, words in _DIRECTIONS if one.rule.startswith(prefix)), ("",))
    loud = [at for at in causes if not _SILENT.search(wire[at].rule)]
    fit = [at for at in loud if wire[at].rule.startswith(words)] or loud
    worst_of = worst_wire(wire[at].verdict for at in fit)
    return [at for at in fit if wire[at].verdict is worst_of]


def _is_near(change: WireChange, place: str) -> bool:
    """Whether a change is about the part at `place` itself and not about one that is named for itself."""
    for own in (change.old, change.new):
        if own is not None and own.id.startswith(place):
            rest = own.id[len(place) :]
            if not any(stop in rest for stop in _STOPS):
                return True
    return False


def _joined(api: str, change: WireChange, effects: list[PythonChange]) -> Change:
    verdict = worst(one.verdict for one in effects)
    if verdict in (Python.NONE, Python.ADDITION) and change.verdict is Wire.BREAKING:
        # The old package and the new server disagree, though no code has to change.
        verdict = Python.UPGRADE
    return Change(
        api,
        change.rule,
        change.verdict,
        verdict,
        change.message,
        change.where,
        change.operations,
        tuple(_in_order(effects)),
        change.old,
        change.new,
    )


def _lone(api: str, one: PythonChange) -> Change:
    return Change(
        api, one.rule, Wire.NONE, one.verdict, one.message, one.symbol, (), (one,), one.old, one.new
    )


def _in_order(effects: Iterable[PythonChange]) -> list[PythonChange]:
    order = list(Python)
    return sorted(effects, key=lambda one: (order.index(one.verdict), one.symbol, one.rule))


def _weight(change: Change) -> tuple[int, int, str, str]:
    return (
        list(Python).index(change.python) if change.python is not Python.UPGRADE else 2,
        list(Wire).index(change.wire),
        change.rule,
        change.where,
    )
