"""Every pair of many schemas judged by another's validator: a value that fitted and does not now must be told.

`jsonschema` says which of some values fit. A request may not refuse what it took before, a response may not hold what it
never held; where a value shows that one of them does, no report may be silent.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias, cast

import pytest
from jsonschema import Draft202012Validator

from sdkwright.rules.breaking import Policy, Wire, compare_documents
from sdkwright.spec.document import Document, document_of
from sdkwright.text.diagnostic import Report
from sdkwright.text.yaml import parse

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

_FOLDER = Path(__file__).parent / "breaking" / "judge"
_SILENT = {
    "pattern": "patterns of responses are harmless by oasdiff's levels, which we keep",
}
"""Keywords whose failures need not be told, and why."""


@cache
def _schemas() -> tuple[tuple[str, Json], ...]:
    found: dict[str, dict[str, Json]] = json.loads((_FOLDER / "schemas.json").read_text("utf-8"))
    return tuple(found["schemas"].items())


@cache
def _components() -> dict[str, Json]:
    found: dict[str, Json] = json.loads((_FOLDER / "schemas.json").read_text("utf-8"))["components"]
    return found


@cache
def _values() -> tuple[Json, ...]:
    return tuple(json.loads((_FOLDER / "values.json").read_text("utf-8")))


@cache
def _document(at: int) -> Document:
    held = {"application/json": {"schema": _schemas()[at][1]}}
    operation = {
        "requestBody": {"required": True, "content": held},
        "responses": {"200": {"description": "x", "content": held}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1.0.0"},
        "paths": {"/a": {"post": operation}},
        "components": {"schemas": _components()},
    }
    node = parse(json.dumps(document), "spec.json", Report())
    assert node is not None
    return document_of(node)


@cache
def _failures(at: int) -> tuple[frozenset[str], ...]:
    """The keywords that each value fails by; nothing where it fits."""
    schema = {"allOf": [_schemas()[at][1]], "components": {"schemas": _components()}}
    validator: Any = Draft202012Validator(schema)
    return tuple(
        frozenset(str(one.validator) for one in validator.iter_errors(value)) for value in _values()
    )


@cache
def _described(at: int) -> frozenset[str] | None:
    """The names of all properties that a schema describes; None where it describes those of any name."""
    found: set[str] = set()
    pending: list[Json] = [_schemas()[at][1]]
    seen: list[Json] = []
    while pending:
        part = pending.pop()
        if part in seen:
            continue
        seen.append(part)
        match part:
            case list():
                pending += part
            case {"additionalProperties": dict()}:
                return None
            case {"$ref": str(ref)}:
                pending.append(_components()[ref.rpartition("/")[2]])
            case dict():
                found.update(cast("dict[str, Json]", part.get("properties", {})))
                pending += part.values()
            case _:
                pass
    return frozenset(found)


def _names(value: Json) -> set[str]:
    """The names of all properties in a value."""
    match value:
        case dict():
            return set(value).union(*map(_names, value.values()))
        case list():
            return set[str]().union(*map(_names, value))
        case _:
            return set()


def _is_meant(value: Json, at: int) -> bool:
    """Whether a schema describes all that a value has: nobody warns of what only passes because nothing is said of it."""
    described = _described(at)
    return described is None or _names(value) <= described


@pytest.mark.parametrize("at", range(len(_schemas())), ids=[name for name, _ in _schemas()])
def test_what_no_longer_fits_is_told(at: int) -> None:
    silent: list[str] = []
    for to, (name, _) in enumerate(_schemas()):
        changes = compare_documents(_document(at), _document(to), Policy(date(2026, 1, 1)))
        harmful = {one.rule for one in changes if one.verdict is not Wire.COMPATIBLE}
        for direction, before, after in (("request", at, to), ("response", to, at)):
            failed = [
                (value, keywords)
                for value, fits, keywords in zip(
                    _values(), _failures(before), _failures(after), strict=True
                )
                if not fits
                and keywords
                and not keywords <= _SILENT.keys()
                and _is_meant(value, before)
            ]
            told = any(
                rule.startswith((direction, f"new-required-{direction}")) for rule in harmful
            )
            # A list that is a tuple now is a matter of taste where nothing was said of its items: so has it oasdiff.
            told = told or any("prefix-items" in one.rule for one in changes)
            if failed and not told:
                silent.append(f"{direction} that became `{name}`: {failed[0]}")
    assert silent == []


def test_what_fits_both_is_no_break() -> None:
    """Schemas that say the same in other words."""
    alike = [
        ("two words", "two words without a type"),
        ("cat or dog", "pet described"),
        ("cat or dog", "choice in a choice"),
        ("cat", "cat described"),
        ("cat", "cat of a kind"),
        ("person", "person by hand"),
        ("person or null", "person or null by type"),
        ("constant", "word that may be typed null"),
        ("property that is a word", "property described"),
        ("property by reference", "property described"),
    ]
    at = {name: index for index, (name, _) in enumerate(_schemas())}
    for pair in alike:
        for old, new in (pair, pair[::-1]):
            changes = compare_documents(
                _document(at[old]), _document(at[new]), Policy(date(2026, 1, 1))
            )
            told = [one.rule for one in changes if not one.rule.startswith("api-version")]
            assert told == [], (old, new)
