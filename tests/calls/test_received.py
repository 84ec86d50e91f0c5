"""Webhooks and callbacks as their receivers read them: from bytes and header fields."""

from __future__ import annotations

import hmac
import json
import logging
from base64 import b64encode
from datetime import UTC, datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest
from fresh import fresh, type_checked

SPEC = """
    paths:
      /streams:
        post:
          operationId: createStream
          responses: {201: {description: Made.}}
          callbacks:
            onEnd:
              "{$request.body#/url}":
                post:
                  requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Paid"}}}}
                  responses: {204: {description: Taken.}}
    webhooks:
      order.refunded:
        post:
          parameters:
            - {name: X-Event-Id, in: header, required: true, schema: {type: string, format: uuid}}
            - {name: X-Sent, in: header, schema: {type: string, format: date-time}}
            - {name: X-Tags, in: header, schema: {type: array, items: {type: integer}}}
            - {name: X-Meta, in: header, content: {application/json: {schema: {$ref: "#/components/schemas/Line"}}}}
            - {name: flags, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: boolean}}}
            - {name: filter, in: query, style: deepObject, explode: true, schema: {$ref: "#/components/schemas/Line"}}
            - {name: session, in: cookie, schema: {type: string}}
          requestBody:
            content:
              application/json: {schema: {$ref: "#/components/schemas/Refunded"}}
              application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/Refunded"}}
              multipart/form-data: {schema: {$ref: "#/components/schemas/Refunded"}}
          responses: {200: {description: Taken.}}
      order.paid:
        post:
          requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Paid"}}}}
          responses: {200: {description: Taken.}}
      order.lines:
        put:
          requestBody: {content: {application/x-ndjson: {schema: {$ref: "#/components/schemas/Line"}}}}
          responses: {200: {description: Taken.}}
      note:
        put:
          requestBody: {content: {text/plain: {}, image/png: {}}}
          responses: {200: {description: Taken.}}
    components:
      schemas:
        Refunded:
          type: object
          required: [type, amount]
          properties:
            type: {const: order.refunded}
            amount: {type: number}
            paid: {type: boolean}
            at: {type: string, format: date-time}
            lines: {type: array, items: {type: integer}}
            line: {$ref: "#/components/schemas/Line"}
            notes: {type: object, additionalProperties: {type: string}}
            status: {type: string, enum: [new, old]}
        Paid: {type: object, required: [type], properties: {type: {const: order.paid}, amount: {type: number}}}
        Line: {type: object, required: [sku], properties: {sku: {type: string}, count: {type: integer}}}
"""
_BODY = b'{"type":"order.refunded","amount":-720.0,"undocumented":1e2}'
_ID = "5b8d6f5e-8f6b-4d0c-9e7b-1c2d3e4f5a6b"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return fresh(SPEC, tmp_path_factory.mktemp("received"))


@pytest.fixture(scope="module")
def webhooks(package: ModuleType) -> ModuleType:
    return import_module(f"{package.__name__}.webhooks")


def test_a_payload_is_exact_and_keeps_what_nobody_described(webhooks: ModuleType) -> None:
    came = webhooks.OrderRefundedWebhook.parse({"X-Event-Id": _ID}, _BODY)
    assert str(came.payload.amount) == "-720.0"
    assert came.payload.model_extra == {"undocumented": Decimal("1e2")}
    assert (came.name, came.mismatches, came.content) == ("order.refunded", (), _BODY)
    assert came.parameters.x_event_id == UUID(_ID)
    assert "720" not in repr(came)


def test_headers_queries_and_cookies_are_typed(webhooks: ModuleType) -> None:
    fields = [
        (b"x-event-id", _ID.encode()),
        (b"X-Sent", b"Wed, 21 Oct 2015 07:28:00 GMT"),
        (b"X-Tags", b"1, 2"),
        (b"X-Tags", b"3"),
        (b"X-Meta", b'{"sku": "a", "count": 2}'),
        (b"Cookie", b"other=1; session=a%20b"),
    ]
    query = b"?flags=true|false&filter[sku]=b%26c&filter[count]=7"
    came = webhooks.OrderRefundedWebhook.parse(fields, _BODY, query=query)
    told = came.parameters
    assert came.mismatches == ()
    assert told.x_sent == datetime(2015, 10, 21, 7, 28, tzinfo=UTC)
    assert (told.x_tags, told.flags, told.session) == ([1, 2, 3], [True, False], "a b")
    assert (told.x_meta.sku, told.x_meta.count) == ("a", 2)
    assert (told.filter.sku, told.filter.count) == ("b&c", 7)


def test_what_is_missing_or_malformed_is_none_and_told(
    webhooks: ModuleType, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        came = webhooks.OrderRefundedWebhook.parse(
            {"X-Tags": "1, two", "X-Meta": "{"}, b'{"type":"order.refunded","amount":"much"}'
        )
    told = {(one.pointer, one.got) for one in came.mismatches}
    assert told == {
        ("/amount", "string"),
        ("X-Event-Id", "nothing"),
        ("X-Tags/1", "string"),
        ("X-Meta", "string"),
    }
    assert came.payload.amount == "much"
    assert came.parameters.x_tags is came.parameters.x_meta is came.parameters.x_event_id is None
    assert "much" not in caplog.text


@pytest.mark.parametrize("content", [b"{", b"", b"[1,", b'{"a":1,"a":2}'])
def test_what_is_no_json_raises(package: ModuleType, webhooks: ModuleType, content: bytes) -> None:
    headers = {"content-type": "application/json; charset=utf-8", "X-Event-Id": _ID}
    if not content:
        assert webhooks.OrderRefundedWebhook.parse(headers, content).payload is None
    with pytest.raises(package.ReceivedRequestError):
        webhooks.OrderRefundedWebhook.parse(headers, content, strict=True)


def test_strict_raises_with_the_places(package: ModuleType, webhooks: ModuleType) -> None:
    with pytest.raises(package.ReceivedRequestError) as raised:
        webhooks.OrderPaidWebhook.parse({}, b'{"type":"order.paid","amount":"x"}', strict=True)
    assert [one.pointer for one in raised.value.mismatches] == ["/amount"]
    assert isinstance(raised.value, package.APIError)


def test_a_form_is_read_by_the_types_of_its_fields(webhooks: ModuleType) -> None:
    body = (
        "type=order.refunded&amount=12.50&paid=True&at=2024-05-01T00:00:00Z&lines=1&lines=2"
        "&line%5Bsku%5D=a+b&line[count]=3&notes[x]=5&status=other&more=1"
    )
    headers = {"Content-Type": "application/x-www-form-urlencoded", "x-event-id": _ID}
    came = webhooks.OrderRefundedWebhook.parse(headers, body)
    got = came.payload
    assert came.mismatches == ()
    assert (str(got.amount), got.paid, got.lines) == ("12.50", True, [1, 2])
    assert (got.line.sku, got.line.count, got.notes) == ("a b", 3, {"x": "5"})
    assert (got.status, got.model_extra) == ("other", {"more": "1"})
    as_json = "type=order.refunded&amount=1&lines=[1,2]&line=" + json.dumps({"sku": "x"})
    again = webhooks.OrderRefundedWebhook.parse(headers, as_json).payload
    assert (again.lines, again.line.sku) == ([1, 2], "x")


def test_a_form_of_parts_is_read_alike(webhooks: ModuleType) -> None:
    parts = [("type", "order.refunded"), ("amount", "0.10"), ("lines", "7"), ("lines", "8")]
    lines = [
        f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in parts
    ]
    headers = {"Content-Type": "multipart/form-data; boundary=b", "x-event-id": _ID}
    came = webhooks.OrderRefundedWebhook.parse(headers, "".join(lines) + "--b--\r\n")
    assert (str(came.payload.amount), came.payload.lines, came.mismatches) == ("0.10", [7, 8], ())


def test_lines_text_and_octets(webhooks: ModuleType) -> None:
    lines = webhooks.OrderLinesWebhook.parse(
        {"content-type": "application/x-ndjson"}, b'{"sku":"a"}\n\n{"sku":"b"}\n'
    )
    assert [one.sku for one in lines.payload] == ["a", "b"]
    note = webhooks.NoteWebhook.parse({"content-type": "text/plain"}, "Grüße")
    assert note.payload == "Grüße"
    image = webhooks.NoteWebhook.parse({"content-type": "image/png"}, b"\x89PNG")
    assert image.payload == b"\x89PNG"


def test_which_webhook_it_is_follows_from_what_came(
    package: ModuleType, webhooks: ModuleType
) -> None:
    def kind(content: bytes, headers: Any = (), **told: Any) -> str:
        return type(webhooks.parse_webhook(headers, content, **told)).__name__

    assert kind(_BODY) == "OrderRefundedWebhook"
    assert kind(b'{"type":"order.paid"}') == "OrderPaidWebhook"
    assert kind(b'{"type":"order.sent"}') == "UnknownRequest"
    assert kind(b'{"type":"order.sent"}', name="order.paid") == "OrderPaidWebhook"
    assert kind(b"{}", name="order.new") == "UnknownRequest"
    assert kind(b"x", {"content-type": "text/plain"}) == "UnknownRequest"
    assert kind(b"x", {"content-type": "text/plain"}, method="put") == "NoteWebhook"
    # A value that no enumeration lists is no reason to take it for something else.
    assert kind(b'{"type":"order.refunded","amount":1,"status":"odd"}') == "OrderRefundedWebhook"
    with pytest.raises(package.ReceivedRequestError, match="look alike"):
        kind(b'{"amount": 1}')


def test_a_callback_is_read_in_the_same_way(package: ModuleType) -> None:
    came = package.OnEndCallback.parse({}, b'{"type":"order.paid","amount":0.30}')
    assert str(came.payload.amount) == "0.30"
    assert came.payload.__class__ is package.Paid


def test_nothing_is_read_of_what_is_not_verified(package: ModuleType, webhooks: ModuleType) -> None:
    seen: list[bytes] = []

    def verify(headers: Any, content: bytes) -> bool:
        seen.append(content)
        return headers["X-Key"] == "right"

    assert webhooks.parse_webhook({"x-key": "right"}, _BODY, verify=verify).payload is not None
    with pytest.raises(package.InvalidSignatureError):
        webhooks.OrderRefundedWebhook.parse({"x-key": "wrong"}, b"{", verify=verify)
    assert seen == [_BODY, b"{"]


def _headers(key: bytes, at: int, body: bytes = _BODY, algorithm: str = "sha256") -> dict[str, str]:
    digest = hmac.digest(key, f"{at}.".encode() + body, algorithm)
    return {"X-Signature": f"v1={digest.hex()}", "X-Time": str(at)}


def test_a_signature_is_checked(package: ModuleType) -> None:
    signature = package.HmacSignature("x-signature", prefix="v1=", timestamp="x-time")
    verify = signature.verifier(["old", b"new"], now=lambda: 1000.0)
    headers = import_module(f"{package.__name__}._runtime.headers").Headers

    def judged(fields: dict[str, str], body: bytes = _BODY) -> bool:
        pairs = [(name.encode(), value.encode()) for name, value in fields.items()]
        return bool(verify(headers(pairs), body))

    assert judged(_headers(b"old", 1000))
    assert judged(_headers(b"new", 701))
    assert not judged(_headers(b"other", 1000))
    assert not judged(_headers(b"old", 1000), _BODY + b" ")
    assert not judged(_headers(b"old", 699))
    assert not judged(_headers(b"old", 1301))
    assert not judged({"X-Signature": _headers(b"old", 1000)["X-Signature"]})
    assert not judged({"X-Time": "1000"})
    assert not judged({})
    assert not judged({"X-Signature": "v1=zz", "X-Time": "1000"})
    two = _headers(b"other", 1000)["X-Signature"] + "," + _headers(b"new", 1000)["X-Signature"]
    assert judged({"X-Signature": two, "X-Time": "1000"})
    with pytest.raises(ValueError, match="empty"):
        signature.verifier("")


def test_what_is_signed_may_be_put_together_from_headers(package: ModuleType) -> None:
    signature = package.HmacSignature(
        "webhook-signature",
        encoding="base64",
        prefix="v1,",
        timestamp="webhook-timestamp",
        signed="{webhook-id}.{timestamp}.{body}",
    )
    verify = signature.verifier(b"k", now=lambda: 5.0)
    digest = b64encode(hmac.digest(b"k", b"id1.5." + _BODY, "sha256")).decode()
    fields = {"webhook-id": "id1", "webhook-timestamp": "5"}
    signed = {**fields, "webhook-signature": f"v1,AAAA v1,{digest}"}
    came = package.OrderRefundedWebhook.parse({**signed, "x-event-id": _ID}, _BODY, verify=verify)
    assert came.mismatches == ()
    with pytest.raises(package.InvalidSignatureError):
        package.OrderRefundedWebhook.parse({**signed, "webhook-id": "id2"}, _BODY, verify=verify)


_USE = """
from decimal import Decimal
from uuid import UUID

from typing_extensions import assert_never, assert_type

from {package}.callbacks import OnEndCallback
from {package}.models import Paid
from {package}.webhooks import (
    AnyWebhook,
    NoteWebhook,
    OrderLinesWebhook,
    OrderPaidWebhook,
    OrderRefundedWebhook,
    UnknownRequest,
    parse_webhook,
)


def taken(came: AnyWebhook) -> Decimal | None:
    match came:
        case OrderRefundedWebhook(payload=payload, parameters=parameters):
            assert_type(parameters.x_event_id, UUID | None)
            return payload.amount
        case OrderPaidWebhook():
            assert_type(came.payload, Paid)
            return came.payload.amount
        case OrderLinesWebhook() | NoteWebhook() | UnknownRequest():
            return None
        case _:
            assert_never(came)


def hook(headers: dict[str, str], content: bytes) -> Decimal | None:
    return taken(parse_webhook(headers, content, verify=lambda headers, content: True))


def end(headers: list[tuple[bytes, bytes]], content: bytes) -> Decimal | None:
    return OnEndCallback.parse(headers, content).payload.amount
"""


@pytest.mark.slow
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_a_program_that_uses_webhooks_type_checks(checker: str, tmp_path: Path) -> None:
    fresh(SPEC, tmp_path)
    type_checked(checker, _USE.format(package="spec"), tmp_path / "out")
