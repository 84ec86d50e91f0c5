"""Names that were issued before, and what insists on one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdkwright.config import ApiConfig
from sdkwright.pipeline import analyse
from sdkwright.python.lock import Lock
from sdkwright.python.names import Names, settle_names
from sdkwright.text.diagnostic import Report

_SPEC = """
openapi: 3.0.3
info: {{title: Shop, version: "1"}}
servers: [{{url: https://x.example.com}}]
paths: {{}}
components:
  schemas:
    Order: {{type: object{pin}, properties: {{total: {{type: integer}}}}}}
    Purchase: {{type: object, x-sdk: {{name: Order}}, properties: {{total: {{type: integer}}}}}}
"""
_ISSUED = Lock({"types": {"#/components/schemas/Order": "Order"}})


@pytest.mark.parametrize(
    ("pin", "told"),
    [("", ["name-taken"]), (", x-sdk: {name: FormerOrder}", [])],
    ids=["not given up", "given up"],
)
def test_an_issued_name_is_only_taken_from_what_gives_it_up(
    pin: str, told: list[str], tmp_path: Path
) -> None:
    spec = tmp_path / "shop.yaml"
    spec.write_text(_SPEC.format(pin=pin), "utf-8")
    report = Report()
    analysis = analyse(ApiConfig("shop", spec), report)
    assert analysis is not None
    names = settle_names(analysis.api, _ISSUED, report)
    assert [found.code for found in report.found] == told
    if not told:
        purchase = "#/components/schemas/Purchase"
        assert names.types == {purchase: "Order", "#/components/schemas/Order": "FormerOrder"}


_FORM = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /carts:
    post:
      operationId: createCart
      tags: [carts]
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: {type: object, properties: {name: {type: string}, sizeOf: {type: integer}}}
      responses: {"200": {description: Made.}}
"""
_JSON = """
          application/json:
            schema: {type: object, properties: {name: {type: string}, note: {type: string}}}
"""
_CREATE = "#/paths/~1carts/post"
_CREATE_BY_FORM = f"{_CREATE} application/x-www-form-urlencoded"


def _named(text: str, lock: Lock, folder: Path) -> Names:
    spec = folder / "shop.yaml"
    spec.write_text(text, "utf-8")
    report = Report()
    analysis = analyse(ApiConfig("shop", spec), report)
    assert analysis is not None
    names = settle_names(analysis.api, lock, report)
    assert report.found == []
    return names


def _with_json(text: str) -> str:
    head, mark, tail = text.partition("        content:")
    return f"{head}{mark}{_JSON.rstrip()}{tail}"


def test_a_form_keeps_its_names_when_json_is_added(tmp_path: Path) -> None:
    before = _named(_FORM, Lock(), tmp_path)
    assert before.methods == {_CREATE: "create_cart"}
    after = _named(_with_json(_FORM), before.lock, tmp_path)
    assert after.methods == {_CREATE: "create_cart_with_json", _CREATE_BY_FORM: "create_cart"}
    assert after.arguments[_CREATE_BY_FORM] == before.arguments[_CREATE]
    # They stay so, and the method of the form is what is left when the JSON goes.
    again = _named(_with_json(_FORM), after.lock, tmp_path)
    assert (again.methods, again.lock) == (after.methods, after.lock)
    assert _named(_FORM, after.lock, tmp_path).methods == before.methods


def test_without_names_issued_before_json_comes_first(tmp_path: Path) -> None:
    names = _named(_with_json(_FORM), Lock(), tmp_path)
    assert names.methods == {_CREATE: "create_cart", _CREATE_BY_FORM: "create_cart_with_form"}


def test_of_a_lock_without_bodies_names_are_found(tmp_path: Path) -> None:
    issued = Lock({"methods carts": {_CREATE: "make"}, f"arguments {_CREATE}": {"body/name": "n"}})
    names = _named(_FORM, issued, tmp_path)
    assert names.methods == {_CREATE: "make"}
    assert names.arguments[_CREATE]["body/name"] == "n"
    after = _named(_with_json(_FORM), names.lock, tmp_path)
    assert after.methods[_CREATE_BY_FORM] == "make"
    assert after.arguments[_CREATE_BY_FORM]["body/name"] == "n"


def test_a_form_stays_in_the_resource_that_it_was_issued_in(tmp_path: Path) -> None:
    before = _named(_FORM, Lock(), tmp_path)
    moved = _FORM.replace("tags: [carts]", "tags: [baskets]")
    for text in (moved, _with_json(moved)):
        assert [one.key for one in _named(text, before.lock, tmp_path).resources] == ["carts"]
