"""What the documentation prints goes through the five SDKs and comes back to the digit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from refund_apis import FLAVOURS, configuration, method, methods, same, sdk, sdks

from loopback import Loopback, full
from sdkwright import Report
from sdkwright.verify import verify
from sdkwright.verify.exact import minified

JSON = ("Content-Type", "application/json; charset=utf-8")


def test_every_example_passes() -> None:
    report = Report()
    verification = verify(configuration(), report)
    assert not [found for found in report.found if found.code != "coverage-below-floor"]
    counts = {api.name: (api.passed, len(api.verdicts)) for api in verification.apis}
    assert counts == {one.name: (len(one.api.examples),) * 2 for one in sdks()}
    assert sum(passed for passed, _ in counts.values()) >= 15


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("called", methods(), ids=str)
def test_the_committed_package_gives_the_example(
    called: Any, flavour: str, loopback: Loopback
) -> None:
    payload = called.success.value
    loopback.script(full(200, minified(payload).encode(), JSON))
    response = called.sdk.run_alone(flavour, loopback.url, called.whole)
    assert response.status == 200
    assert response.mismatches == ()
    assert same(response.value, payload)


AFTERPAY = b"""{"refunds": [{
  "refundId": "82bb036f-ac1f-4394-9cd1-6c8111a8199c", "refundNumber": "SHIPMENT001R00", "amount": -720.0,
  "balance": -720.0, "currency": "NOK", "insertedAt": "2016-01-29T13:41:05Z", "refundItems": [
    {"productId": "ITEM1111", "grossUnitPrice": -132.5, "quantity": 5.0, "vatPercent": 32.5},
    {"productId": "ITEM98556", "grossUnitPrice": -57.5, "quantity": 1.0, "lineNumber": 2}]}]}"""


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_afterpay_keeps_the_digits_of_money(flavour: str, loopback: Loopback) -> None:
    loopback.script(full(200, AFTERPAY, JSON))
    answer = sdk("afterpay").run(
        flavour, loopback.url, lambda c: c.refunds.get("ORDER00001", "S/1")
    )
    (refund,) = answer.refunds
    assert isinstance(refund.amount, Decimal)
    assert str(refund.amount) == "-720.0"
    assert [str(item.quantity) for item in refund.refund_items] == ["5.0", "1.0"]
    assert refund.amount == sum(i.gross_unit_price * i.quantity for i in refund.refund_items)
    assert '"amount":-720.0' in refund.model_dump_json()
    assert '"quantity":5.0' in refund.model_dump_json()
    assert "lineNumber" not in refund.refund_items[0].model_dump_json()
    (request,) = loopback.requests
    assert request.head[0] == b"GET /api/v3/orders/ORDER00001/refunds/S%2F1 HTTP/1.1"
    assert request.headers["x-auth-key"] == "canary-auth_key-4711"
    assert "content-type" not in request.headers


RIVERTY = b"""{"refunds":[{"refundNumber":"800090090","amount":-185,"currency":"EUR","refundItems":[
  {"productId":"5745-GRY-M","groupId":"","netUnitPrice":-8.4,"grossUnitPrice":-10,"quantity":5,"vatPercent":19}]}]}"""


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_riverty_keeps_whole_numbers_whole(flavour: str, loopback: Loopback) -> None:
    loopback.script(full(200, RIVERTY, JSON))
    answer = sdk("riverty").run(flavour, loopback.url, lambda c: c.refunds.list("riverty1"))
    refund = answer.refunds[0]
    (item,) = refund.refund_items
    assert (str(refund.amount), str(item.net_unit_price), str(item.quantity)) == (
        "-185",
        "-8.4",
        "5",
    )
    assert isinstance(refund.amount, Decimal)
    assert item.group_id == ""
    text = answer.model_dump_json()
    assert '"amount":-185,' in text
    assert '"netUnitPrice":-8.4,' in text
    assert '"quantity":5,' in text
    assert loopback.requests[0].target == "/api/v3/orders/riverty1/refunds"


DOCUMENTED_REQUEST = (
    b'{"type":"text","category":"PRODUCT_LEVEL_PRODUCT","reason":"CUSTOMER_SATISFACTION_ISSUE","comments":"text",'
    b'"refundAmount":{"value":1},"lineItems":[{"lineItemId":"text","refundAmount":{"value":1}}]}'
)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_digital_river_sends_the_197_bytes_that_are_documented(
    flavour: str, loopback: Loopback
) -> None:
    loopback.script(full(200, b'{"refunds":[]}', JSON))
    answer = sdk("digital_river").run(
        flavour,
        loopback.url,
        lambda c: c.refunds.create(
            "a/b",
            type="text",
            category="PRODUCT_LEVEL_PRODUCT",
            reason="CUSTOMER_SATISFACTION_ISSUE",
            comments="text",
            refund_amount={"value": 1},
            line_items=[{"line_item_id": "text", "refund_amount": {"value": Decimal(1)}}],
        ),
    )
    assert answer.refunds == []
    (request,) = loopback.requests
    assert request.head[0] == b"POST /orders/a%2Fb/refunds HTTP/1.1"
    assert request.body == DOCUMENTED_REQUEST
    assert len(request.body) == 197
    assert request.headers["content-length"] == "197"
    assert request.headers["content-type"] == "application/json"
    assert request.headers["authorization"] == "Bearer canary-token-4711"


@pytest.mark.parametrize(
    ("member", "value", "given"),
    [
        (b',"Approved":true', True, True),
        (b',"Approved":false', False, True),
        (b',"Approved":null', None, True),
        (b"", None, False),
    ],
)
def test_geins_knows_approved_denied_undecided_and_absent(
    member: bytes, value: bool | None, given: bool, loopback: Loopback
) -> None:
    body = b'{"Resource":{"OrderId":120045' + member + b'},"Message":"OK","Details":[]}'
    loopback.script(full(200, body, JSON))
    id_ = UUID("3F2B8C1E-7D44-4A55-9B0F-1C2D3E4F5A6B")
    for flavour in FLAVOURS:
        answer = sdk("geins").run(flavour, loopback.url, lambda c: c.refunds.get(120045, id_))
        assert answer.resource.approved is value
        assert ("approved" in answer.resource.model_fields_set) is given
        assert answer.model_dump_json().encode() == body
    assert [request.target for request in loopback.requests] == [
        "/API/Order/120045/Refund/3f2b8c1e-7d44-4a55-9b0f-1c2d3e4f5a6b"
    ] * 2
    assert loopback.requests[0].headers["authorization"].startswith("Basic ")
    assert "x-apikey" in loopback.requests[0].headers


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("number", [9999999999, 2**63 - 1, 2**64])
def test_violet_has_ids_beyond_31_bits(number: int, flavour: str, loopback: Loopback) -> None:
    sku = f'{{"order_sku_id":{number},"quantity_refunded":1}}'
    needed = '"amount":2500,"app_id":1,"gateway_transaction_id":"t","merchant_id":1,"order_id":1,"transaction_id":1'
    loopback.script(full(200, f'[{{{needed},"skus":[{sku}]}}]'.encode(), JSON))
    (refund,) = sdk("violet").run(flavour, loopback.url, lambda c: c.refunds.list(number))
    assert refund.skus[0].order_sku_id == number
    assert type(refund.skus[0].order_sku_id) is int
    assert refund.amount == 2500
    assert f'"order_sku_id":{number},' in refund.model_dump_json()
    assert loopback.requests[0].target == f"/v1/orders/{number}/refunds"
    assert {"x-violet-token", "x-violet-app-secret", "x-violet-app-id"} <= set(
        loopback.requests[0].headers
    )


def test_the_methods_are_those_that_the_specifications_pin() -> None:
    assert sorted(map(str, methods())) == [
        "afterpay-get",
        "afterpay-list",
        "digital_river-available",
        "digital_river-create",
        "digital_river-list",
        "digital_river-schema",
        "geins-get",
        "riverty-get",
        "riverty-list",
        "violet-list",
    ]
    assert method("riverty-list").operation.method == "GET"
