"""The rules of change: each has an example, a mirror and a manual, and the verdict follows from the direction."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from typer.testing import CliRunner

from sdkwright.cli import app
from sdkwright.explaining import rule_page
from sdkwright.rules.breaking import Policy, Wire, WireChange, compare_documents
from sdkwright.rules.breaking.annotation import Turn, turn
from sdkwright.rules.breaking.annotation import parse as parse_type
from sdkwright.rules.breaking.differences import DIFFERENCES, ELSEWHERE, UNREACHED
from sdkwright.rules.breaking.examples import example_of
from sdkwright.rules.breaking.examples_wire import examples
from sdkwright.rules.breaking.laws import REQUEST, RESPONSE, STEMS, Effect, law, schema_id, spelled
from sdkwright.rules.breaking.python_rules import python_rules
from sdkwright.rules.breaking.wire_rules import wire_rules
from sdkwright.spec.document import document_of
from sdkwright.text.diagnostic import Report
from sdkwright.text.node import Node
from sdkwright.text.yaml import parse

_HOLDERS = (*REQUEST, *RESPONSE)
_TODAY = Policy(date(2026, 1, 1))


def _document(holder: str, schema: Any) -> dict[str, Any]:
    """A document that holds a schema at `holder`."""
    inner = {"type": "object", "properties": {"p": schema}, "required": ["p"]}
    operation: dict[str, Any] = {"responses": {"200": {"description": "x"}}}
    held = inner if holder.endswith("property") else schema
    if holder.startswith("request-parameter"):
        operation["parameters"] = [{"name": "q", "in": "query", "schema": held}]
    elif holder == "response-header":
        operation["responses"]["200"]["headers"] = {"h": {"schema": held}}
    elif holder.startswith("request"):
        operation["requestBody"] = {"content": {"application/json": {"schema": held}}}
    else:
        operation["responses"]["200"]["content"] = {"application/json": {"schema": held}}
    info = {"title": "t", "version": "1.0.0"}
    return {"openapi": "3.1.0", "info": info, "paths": {"/a": {"post": operation}}}


def _node(document: dict[str, Any]) -> Node:
    node = parse(json.dumps(document), "spec.json", Report())
    assert node is not None
    return node


def _changes(holder: str, old: Any, new: Any) -> tuple[WireChange, ...]:
    before, after = (document_of(_node(_document(holder, one))) for one in (old, new))
    found = compare_documents(before, after, _TODAY)
    return tuple(one for one in found if not one.rule.startswith("api-version"))


def _examples() -> Iterator[tuple[str, str, str, Any, Any]]:
    for stem, actions in DIFFERENCES.items():
        for action, (old, new) in actions.items():
            for holder in _HOLDERS:
                yield holder, stem, action, old, new


@pytest.mark.parametrize(
    ("holder", "stem", "action", "old", "new"),
    [pytest.param(*one, id=f"{one[0]}-{spelled(one[1], one[2])}") for one in _examples()],
)
def test_a_difference_is_told_once_with_its_verdict(
    holder: str, stem: str, action: str, old: Any, new: Any
) -> None:
    wanted = schema_id(holder, spelled(stem, action))
    if action == "specialized" and holder.startswith("request") and "r-property" not in holder:
        # A request that is asked for less than before is simply told to be of another type.
        wanted = wanted.replace("specialized", "changed")
    found = _changes(holder, old, new)
    assert [one.rule for one in found] == [wanted]
    assert found[0].verdict is wire_rules()[wanted].verdict
    assert found[0].operations == ("POST /a",)
    assert found[0].old is not None
    assert found[0].new is not None


def test_every_difference_of_schemas_has_an_example() -> None:
    known = {spelled(stem, action) for stem, actions in STEMS.items() for action in actions}
    shown = {spelled(stem, action) for stem, actions in DIFFERENCES.items() for action in actions}
    assert known - shown == ELSEWHERE | UNREACHED


@pytest.mark.parametrize("holder", _HOLDERS)
def test_equal_schemas_differ_in_nothing(holder: str) -> None:
    for actions in DIFFERENCES.values():
        for old, _ in actions.values():
            assert _changes(holder, old, old) == ()


# --- Symmetry -----------------------------------------------------------------------------------


_ONE_WAY = {
    "wrapped-in-one-of": "an object that is unwrapped is told as choices that are gone",
    "x-extensible-enum-value-removed": "newcomers are what an extensible enumeration is for",
    "pattern-generalized": "a pattern that says more again is told as changed",
    "type-compatible": "is its own opposite",
    "type-changed": "is its own opposite",
    "content-media-type-changed": "is its own opposite",
    "content-encoding-changed": "is its own opposite",
    "multiple-of-changed": "is its own opposite",
    "dependent-required-changed": "is its own opposite",
    "const-changed": "is its own opposite",
    "default-value-changed": "is its own opposite",
    "pattern-changed": "is its own opposite",
    "discriminator-property-name-changed": "is its own opposite",
    "discriminator-mapping-changed": "is its own opposite",
}
"""Differences without an opposite, and why."""

_OPPOSITES = (
    *(("increased", "decreased"), ("unset", "set"), ("removed", "added"), ("deleted", "added")),
    *(
        ("allowed", "forbidden"),
        ("untyped", "typed"),
        ("widened", "narrowed"),
        ("generalized", "specialized"),
    ),
    *(("became-not-", "became-"), ("optional", "required"), ("reactivated", "deprecated")),
)


def _opposites(difference: str) -> set[str]:
    pairs = [pair for one, other in _OPPOSITES for pair in ((one, other), (other, one))]
    return {difference.replace(a, b, 1) for a, b in pairs if a in difference} - {difference}


def test_every_difference_has_an_opposite_or_a_reason() -> None:
    known = {spelled(stem, action) for stem, actions in STEMS.items() for action in actions}
    alone = {one for one in known if not _opposites(one) & known}
    assert alone - _ONE_WAY.keys() == set()
    assert _ONE_WAY.keys() - known == set()


def test_every_rule_of_requests_has_one_of_responses() -> None:
    for holder, mirror in (
        ("request-body", "response-body"),
        ("request-property", "response-property"),
    ):
        for stem, actions in STEMS.items():
            for action in actions:
                for one in (holder, mirror):
                    assert schema_id(one, spelled(stem, action)) in wire_rules()


_AGREED = {
    "set": "a first limit is one that the server had all along: a warning",
    "pattern-changed": "which of two patterns takes more can't be told: a warning",
    "all-of-removed": "parts that are gone were as a rule moved: a warning",
    "pattern": "patterns of answers are for people",
    "enum-value-added": "readers of an enumeration expect newcomers: a warning",
    "became-not-enum": "as a value that is new",
    "default-value": "what a parameter stands for where it is left out is behaviour: breaking",
    "type-changed": "a part of a parameter may be read as text: a warning",
    "type-specialized": "told as changed",
    "wrapped-in-one-of": "both ways",
}
"""Verdicts that do not follow from what a difference allows, and why."""


def test_verdicts_follow_from_the_direction() -> None:
    """What allows less breaks who gives, what allows more breaks who gets; the rest has a reason."""
    for holder in _HOLDERS:
        breaks = Effect.NARROWS if holder.startswith("request") else Effect.WIDENS
        for stem, actions in STEMS.items():
            for action, effect in actions.items():
                difference = spelled(stem, action)
                if any(
                    difference.endswith(word) or difference.startswith(word) for word in _AGREED
                ):
                    continue
                is_breaking = law(holder, difference, effect) is Wire.BREAKING
                assert is_breaking is (effect in (breaks, Effect.CHANGES)), (holder, difference)


# --- Manuals ------------------------------------------------------------------------------------


def test_every_rule_has_a_manual() -> None:
    for rule in (*wire_rules().values(), *python_rules().values()):
        assert rule.summary.rstrip("…").endswith("."), rule.id
        assert rule.manual.startswith(rule.summary)
        assert rule.manual.count("\n\n") >= 1, rule.id


@pytest.mark.parametrize("name", ["py-arg-removed", "request-property-removed", "server-changed"])
def test_explain_shows_a_manual(name: str) -> None:
    done = CliRunner().invoke(app, ["explain", name])
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith(f"{name} (")


def test_rules_of_python_are_named_for_it() -> None:
    assert all(id_.startswith("py-") for id_ in python_rules())
    assert not any(id_.startswith("py-") for id_ in wire_rules())
    assert len(python_rules()) >= 100
    assert len(wire_rules()) >= 150


# --- Examples -----------------------------------------------------------------------------------


def _whole(part: str, is_document: bool) -> Node:
    operation = {"responses": {"200": {"description": "x"}}}
    token = {
        "clientCredentials": {
            "tokenUrl": "https://a.example.com",
            "scopes": {"read": "", "write": ""},
        }
    }
    schemes = {
        "key": {"type": "apiKey", "in": "header", "name": "X"},
        "token": {"type": "http", "scheme": "bearer"},
        "login": {"type": "oauth2", "flows": token},
    }
    document: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1.0.0"},
        "paths": {"/a": {"post": operation}},
        "components": {"securitySchemes": schemes},
    }
    node = parse(part, "part.yaml", Report()) if part else None
    said: Any = node.plain() if node is not None else {}
    (document if is_document else operation).update(said)
    return _node(document)


@pytest.mark.parametrize(
    ("rule", "before", "after", "is_document"),
    [pytest.param(*one, id=one[0]) for one in examples()],
)
def test_an_example_shows_what_its_rule_tells(
    rule: str, before: str, after: str, is_document: bool
) -> None:
    one, other = (document_of(_whole(part, is_document)) for part in (before, after))
    found = compare_documents(one, other, _TODAY)
    assert rule in [change.rule for change in found]


_SAYS_ALL = re.compile(
    "sunset|stability|-version-|read-only-property-(?:m|excl|enum)|write-only-property-enum"
    "|existing-path|header-property|parameter-renamed|encoding|path-parameter|removed-with-deprecation"
    "|oauth-url|scope-changed|loosened"
)
"""Rules of dates, levels and rare places, whose words say what has changed."""


def test_every_rule_of_change_is_explained_by_an_example() -> None:
    for rule in (*wire_rules(), *python_rules()):
        found = example_of(rule)
        assert found is not None or _SAYS_ALL.search(rule), rule
        assert found is None or found[0] != found[1], rule
        page = rule_page(rule)
        assert page is not None
        assert ("```diff" in page) is (found is not None)


@pytest.mark.parametrize(
    "rule", [one for one in python_rules() if one.startswith(("py-arg-", "py-attr-"))]
)
def test_an_example_of_a_type_is_one(rule: str) -> None:
    kind = rule.rpartition("py-")[2].partition("-")[2]
    found = example_of(rule)
    assert found is not None
    # Whether two classes are alike does not follow from their names.
    if kind in {one.value for one in Turn} - {"class-replaced"}:
        types = [parse_type(_type(line)) for line in found]
        assert Turn(kind) in turn(types[0], types[1], _expanded, _expanded)


def _type(line: str) -> str:
    return line.partition("note: ")[2].partition(", options")[0]


def _expanded(_: str) -> None:
    return None
