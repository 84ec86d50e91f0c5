"""Five small documents of the corpus in the default suite, and the harness itself: it has to notice what is missing."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from .counting import written
from .documents import SHARED, Document, Expected, documents
from .examples import examples
from .losses import losses
from .raw import Place, Raw
from .survey import Survey, survey
from .trial import tried
from .verdicts import faults

_SMALL = (
    "conformance/006-010-oneof",
    "conformance/020-005-if-then-else",
    "malformed/mermade-3.0-fail/missingPathParam",
    "visible/oai-link",
    "visible/xkcd",
)
_KNOWN = {document.slug: document for document in documents()}


@pytest.mark.parametrize("slug", _SMALL)
def test_a_small_document_is_as_it_should_be(slug: str) -> None:
    if not SHARED.is_dir():
        pytest.skip(f"the corpus is not there: {SHARED}")
    document = _KNOWN[slug]
    assert faults(document, tried(document, "0")) == []


_SHOP = """
openapi: 3.0.3
paths:
  /orders:
    get:
      responses:
        200:
          description: ok
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Order'}}
              example: [{total: 1.50}]
components:
  schemas:
    Order:
      allOf:
        - $ref: '#/components/schemas/Base'
        - properties: {total: {type: number}, lines: {items: {properties: {sku: {}}}}}
      example: {total: text}
    Base: {properties: {id: {type: string}}}
"""


@pytest.fixture
def shop(tmp_path: Path) -> Raw:
    """A document with a property at each kind of place."""
    file = tmp_path / "shop.yaml"
    file.write_text(_SHOP, "utf-8")
    return Raw(file)


def test_properties_are_counted_where_they_stand(shop: Raw) -> None:
    order = "#/components/schemas/Order"
    assert survey(shop).properties == {
        "#/components/schemas/Base": ["id"],
        f"{order}/allOf/1": ["total", "lines"],
        f"{order}/allOf/1/properties/lines/items": ["sku"],
    }
    assert survey(shop).operations == ["#/paths/~1orders/get"]


def test_what_a_package_lacks_is_noticed(shop: Raw) -> None:
    types = {"#/components/schemas/Order": ["total", "lines"]}
    lost = losses(survey(shop), types, [])
    assert lost.schemas == ["#/components/schemas/Base"]
    assert lost.properties == [
        "#/components/schemas/Order/allOf/1/properties/lines/items sku",
        "#/components/schemas/Base id",
    ]
    assert lost.operations == ["#/paths/~1orders/get"]


def test_what_only_an_operation_left_out_has_is_no_loss() -> None:
    inline = "#/paths/~1orders/get/responses/200/content/application~1json/schema"
    found = Survey(
        ["#/paths/~1orders/get"], [], {inline: ["id"]}, {inline: {"#/paths/~1orders/get"}}
    )
    assert losses(found, {}, []).properties == []
    assert losses(found, {}, ["#/paths/~1orders/get"]).properties == [f"{inline} id"]


def test_payloads_keep_their_digits_and_meet_the_validator(shop: Raw) -> None:
    good, bad = examples(shop)
    assert good.invalid == ""
    assert written(good.value) == '[{"total": 1.50}]'
    assert good.value == [{"total": Decimal("1.50")}]
    assert bad.invalid.startswith("at /total")


def test_numbers_and_words_are_read_as_yaml_1_2_has_them(tmp_path: Path) -> None:
    file = tmp_path / "values.yaml"
    file.write_text("{a: no, b: 1e3, c: 012, d: 12:30, e: 2024-01-01, f: ~, 200: on}", "utf-8")
    values = Raw(file).at(Place(file, ""))
    assert values == {
        "a": "no",
        "b": Decimal("1e3"),
        "c": 12,
        "d": "12:30",
        "e": "2024-01-01",
        "f": None,
        "200": "on",
    }


def test_a_document_that_must_be_refused_is_a_fault_when_accepted(tmp_path: Path) -> None:
    document = Document("malformed", "x", tmp_path / "x.yaml", Expected.DIAGNOSTIC)
    record = {"traceback": "", "status": 0, "files": 3, "lines": 9, "located": False}
    assert faults(document, record) == ["accepted without a word"]
    assert faults(document, record | {"located": True}) == []
    refused = record | {"status": 1, "files": 0, "located": False, "errors": {}}
    assert faults(document, refused) == ["no located diagnostic"]
