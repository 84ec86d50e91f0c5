"""The harness that calls everything: it has to notice what did not arrive, and to make values that are valid."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .calls.arguments import Arguments, Body, Given
from .calls.readback import unread, unread_form, unread_path
from .calls.server import Sent
from .calls.tally import covering
from .calls.values import Manner, made
from .calls.wire import lost
from .examples import Validator
from .raw import Place, Raw


def _query(value: Any, style: str, explode: bool, query: str) -> str:
    given = Given("query", "color", value, style, explode, "")
    return unread(Arguments(given=[given]), Sent("GET", f"/things?{query}", {}, b""))


@pytest.mark.parametrize(
    ("value", "style", "explode", "query"),
    [
        # OpenAPI 3.1.1, "Style Examples".
        ("blue", "form", True, "color=blue"),
        (["blue", "black"], "form", True, "color=blue&color=black"),
        (["blue", "black"], "form", False, "color=blue,black"),
        (["a,b", "c"], "form", False, "color=a%2Cb,c"),
        (["blue", "black"], "spaceDelimited", False, "color=blue%20black"),
        (["blue", "black"], "pipeDelimited", False, "color=blue%7Cblack"),
        ({"R": 100, "G": 200}, "form", True, "R=100&G=200"),
        ({"R": 100, "G": 200}, "form", False, "color=R,100,G,200"),
        ({"R": 100, "G": 200}, "deepObject", True, "color%5BR%5D=100&color%5BG%5D=200"),
        ({"a": [{"b": True}, {"b": False}]}, "deepObject", True, "color[a][0][b]=true&color[a][1][b]=false"),
    ],
)  # fmt: skip
def test_a_value_is_read_back_as_the_tables_have_it(
    value: Any, style: str, explode: bool, query: str
) -> None:
    assert _query(value, style, explode, query) == ""
    for wrong in (query.replace("b", "x").replace("00", "01").replace("true", "false"), "other=1"):
        assert _query(value, style, explode, wrong) != ""


@pytest.mark.parametrize(
    ("value", "style", "explode", "written"),
    [
        ("blue", "simple", False, "blue"),
        (["blue", "black"], "simple", False, "blue,black"),
        ({"R": 1, "G": 2}, "simple", False, "R,1,G,2"),
        ({"R": 1, "G": 2}, "simple", True, "R=1,G=2"),
        ("blue", "label", False, ".blue"),
        (["blue", "black"], "label", False, ".blue,black"),
        (["blue", "black"], "label", True, ".blue.black"),
        ({"R": 1, "G": 2}, "label", True, ".R=1.G=2"),
        ("blue", "matrix", False, ";color=blue"),
        (["blue", "black"], "matrix", False, ";color=blue,black"),
        (["blue", "black"], "matrix", True, ";color=blue;color=black"),
        ({"R": 1, "G": 2}, "matrix", False, ";color=R,1,G,2"),
        ({"R": 1, "G": 2}, "matrix", True, ";R=1;G=2"),
    ],
)
def test_a_path_is_read_back(value: Any, style: str, explode: bool, written: str) -> None:
    arguments = Arguments(given=[Given("path", "color", value, style, explode, "")])
    template = "/things/{color}/x"
    sent = Sent("GET", f"/base/things/{written}/x?a=b", {}, b"")
    assert unread_path(arguments, template, sent) == ""
    wrong = written.replace("b", "x").replace("2", "3")
    assert unread_path(arguments, template, Sent("GET", f"/things/{wrong}/x", {}, b"")) != ""


def test_a_form_is_read_back_with_its_encodings() -> None:
    value = {"name": "a b", "tags": ["x", "y"], "owner": {"id": 1}, "meta": {"k": "v"}, "no": None}
    encodings = {"tags": {"explode": False}, "meta": {"style": "deepObject"}}
    body = b"name=a+b&tags=x,y&owner=%7B%22id%22%3A1%7D&meta[k]=v"
    assert unread_form(value, Sent("POST", "/", {}, body), encodings) == ""
    for wrong in (body.replace(b"x,y", b"y,x"), body.replace(b"%3A1", b"%3A2"), body[:-1] + b"w"):
        assert unread_form(value, Sent("POST", "/", {}, wrong), encodings) != ""


def test_what_did_not_arrive_is_noticed() -> None:
    given = [Given("path", "id", "a/b", "simple", False, ""), Given("header", "X-Id", 7, "simple", False, "")]  # fmt: skip
    arguments = Arguments(given=given, body=Body("json", {"total": 1}))
    good = Sent("POST", "/orders/a%2Fb", {"x-id": "7"}, b'{"total":1}')
    assert lost(arguments, good) == ""
    assert lost(arguments, Sent("POST", "/orders/a", good.headers, good.body)) != ""
    assert lost(arguments, Sent("POST", good.target, {}, good.body)) != ""
    assert lost(arguments, Sent("POST", good.target, good.headers, b'{"total":1.0,"more":1}')) != ""


def test_a_media_type_belongs_to_itself_before_a_range() -> None:
    keys = ["*/*", "application/*+json", "application/json; charset=utf-8"]
    assert [*covering(keys, "application/json")] == ["application/json; charset=utf-8"]
    assert [*covering(keys, "application/a+json")] == ["*/*", "application/*+json"]


@pytest.mark.parametrize(
    "schema",
    [
        "{type: array, uniqueItems: true, minItems: 12, items: {type: string}}",
        "{type: array, prefixItems: [{type: number}, {type: string}], items: false}",
        "{type: array, items: {type: object, required: [a], properties: {a: {}}}, contains: {type: object, required: [b], properties: {b: {const: 1}}}}",
        "{type: array, maxItems: 0}",
        "{type: object, minProperties: 3, additionalProperties: {type: integer}}",
        "{type: object, maxProperties: 1, required: [a], properties: {a: {}, b: {}}}",
        "{type: object, properties: {a: {}, b: {}}, required: [a], dependentRequired: {a: [b]}}",
        "{oneOf: [{type: object, required: [kind], properties: {kind: {const: a}}}, {type: object, required: [kind], properties: {kind: {const: b}}}], discriminator: {propertyName: kind}}",
    ],
)
@pytest.mark.parametrize("ample", [True, False])
def test_made_values_are_valid(schema: str, ample: bool, tmp_path: Path) -> None:
    file = tmp_path / "spec.yaml"
    file.write_text(f"openapi: 3.1.0\ncomponents: {{schemas: {{S: {schema}}}}}", "utf-8")
    raw = Raw(file)
    place = Place(raw.entry, "/components/schemas/S")
    assert Validator(raw).fault(place, made(raw, place, Manner(False, ample))) == ""
