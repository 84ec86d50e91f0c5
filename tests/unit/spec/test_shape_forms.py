"""Objects of a form that was sound before are not looked at again: what is wrong with one of them is told all the same."""

from __future__ import annotations

import json
import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from damaging import damaged, plain
from sdkwright import Report
from sdkwright.spec import shape
from sdkwright.spec.document import document_of
from sdkwright.text.yaml import parse

CASES = sorted((Path(__file__).parents[2] / "cases").glob("*/spec.yaml"))

# Pairs of one form at first sight, of which only the first is sound.
SCHEMAS: list[tuple[Any, Any]] = [
    ({"type": "string"}, {"type": "strin"}),
    ({"type": ["string"]}, {"type": ["strin"]}),
    ({"type": ["string", "null"]}, {"type": ["string", 1]}),
    ({"type": "object", "properties": {"a": {}}}, {"type": "string", "properties": {"a": {}}}),
    ({"type": "string", "properties": {}}, {"type": "string", "properties": {"a": {}}}),
    ({"pattern": "^a$"}, {"pattern": "^a("}),
    ({"enum": ["a"]}, {"enum": []}),
    ({"minLength": 1}, {"minLength": -1}),
    ({"minLength": 1}, {"minLength": True}),
    ({"minLength": 1}, {"minLength": "1"}),
    ({"multipleOf": 1}, {"multipleOf": 0}),
    ({"minimum": 1, "maximum": 2}, {"minimum": 2, "maximum": 1}),
    ({"exclusiveMinimum": 1}, {"exclusiveMinimum": True}),
    ({"required": ["a"]}, {"required": [1]}),
    ({"required": ["a"]}, {"required": True}),
    ({"examples": ["a"]}, {"examples": {"a": 1}}),
    ({"description": "a"}, {"description": None}),
    ({"items": {}}, {"items": None}),
    ({"properties": {"a": {}}}, {"properties": []}),
    ({"x-a": 1}, {"y-a": 1}),
    (True, 1),
]
PARAMETERS: list[tuple[Any, Any]] = [
    ({"in": "query"}, {"in": "nowhere"}),
    ({"in": "query", "style": "form"}, {"in": "query", "style": 1}),
    ({"in": "query", "required": True}, {"in": "query", "required": "true"}),
]


def found(document: Any) -> list[Any]:
    root = parse(json.dumps(document, indent=1), "api.json", Report())
    assert root is not None
    report = Report()
    shape.check_shape(document_of(root), report)
    return report.found


def document(components: dict[str, Any]) -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1"},
        "paths": {},
        "components": components,
    }


@pytest.mark.parametrize(("sound", "unsound"), SCHEMAS)
def test_a_schema_that_looks_like_a_sound_one_is_checked(sound: Any, unsound: Any) -> None:
    assert found(document({"schemas": {"A": sound}})) == []
    codes = {one.code for one in found(document({"schemas": {"A": unsound}}))}
    assert codes
    assert {one.code for one in found(document({"schemas": {"A": sound, "B": unsound}}))} == codes


@pytest.mark.parametrize(("sound", "unsound"), PARAMETERS)
def test_so_is_a_parameter(sound: Any, unsound: Any) -> None:
    first, second = ({"name": "a", "schema": {}, **one} for one in (sound, unsound))
    assert found(document({"parameters": {"A": first}})) == []
    assert found(document({"parameters": {"A": first, "B": second}}))


def test_the_same_fault_is_told_each_time() -> None:
    schemas: dict[str, Any] = {name: {"minLength": -1} for name in ("A", "B", "C")}
    assert len(found(document({"schemas": schemas}))) == 3


@pytest.mark.parametrize("seed", range(6))
def test_all_is_told_that_looking_at_each_tells(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(seed)
    documents = [one for path in CASES if isinstance(one := plain(path), dict)]
    told = 0
    for _ in range(40):
        one = deepcopy(dice.choice(documents))
        for _ in range(dice.choice((1, 3, 9))):
            one = damaged(one, documents, dice)
        if not isinstance(one, dict):
            continue
        quick = found(one)
        with monkeypatch.context() as patch:
            patch.setattr(shape, "_form", lambda *_: None)
            assert found(one) == quick
        told += len(quick)
    assert told > 100
