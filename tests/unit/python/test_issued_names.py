"""Names that were issued before, and what insists on one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdkwright.config import ApiConfig
from sdkwright.pipeline import analyse
from sdkwright.python.lock import Lock
from sdkwright.python.names import settle_names
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
