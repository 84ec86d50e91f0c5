"""Replies to values and errors."""

import gzip
import logging
import pickle
import zlib
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample.models import Problem, Refund
from scripted import client_of, json_reply

import runtime
from runtime import (
    APIError,
    APIStatusError,
    AuthenticationError,
    ConflictError,
    DecodingError,
    Mismatch,
    Operation,
    Options,
    Resource,
    ResponseTooLargeError,
)
from runtime.intake import BodyFault, Intake
from runtime.response import Fault


def failing(reply: httpx2.Response, **settings: Any) -> APIStatusError:
    client, _, _ = client_of(reply, retries=0, **settings)
    with pytest.raises(APIStatusError) as caught:
        client.refunds.get("1", "2")
    return caught.value


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (418, "APIStatusError"),
        (422, "UnprocessableEntityError"),
        (429, "RateLimitError"),
        (500, "ServerError"),
        (599, "ServerError"),
        (600, "APIStatusError"),
    ],
)
def test_statuses_have_their_class(status: int, name: str) -> None:
    error = failing(json_reply(status, b'{"code":"c","message":"m"}', x_id="7"))
    assert type(error).__name__ == name
    assert (error.status, error.method, error.path) == (status, "GET", "/orders/1/refunds/2")
    assert error.headers["X-Id"] == "7"
    assert error.raw == b'{"code":"c","message":"m"}'
    twin = pickle.loads(pickle.dumps(error))
    assert (type(twin), str(twin), twin.body, twin.raw) == (
        type(error),
        str(error),
        error.body,
        error.raw,
    )


def test_bodies_of_errors_are_typed_where_described() -> None:
    one = b'{"code":"c","message":1}'
    assert failing(json_reply(404, b'{"code":"c"}')).body == Problem(code="c")
    assert failing(json_reply(503, b'{"code":"c"}')).body == Problem(code="c")
    assert failing(json_reply(400, b'[{"code":"c"}]')).body == [Problem(code="c")]
    error = failing(json_reply(400, one))
    assert isinstance(error.body, list)
    assert error.mismatches == (
        Mismatch("", "array", "object"),
        Mismatch("/0/message", "string or null", "integer"),
    )
    assert failing(json_reply(404, b"[1.50]")).body == [Decimal("1.50")]
    assert failing(json_reply(404, b"")).body is None
    assert failing(httpx2.Response(502, text="<html>")).body == "<html>"
    assert (
        failing(
            httpx2.Response(502, content=b"\xff\x00", headers={"content-type": "x;charset=no"})
        ).body
        == "\ufffd\x00"
    )
    assert (
        failing(
            httpx2.Response(
                502, content="ü".encode("latin-1"), headers={"content-type": "x; charset=latin-1"}
            )
        ).body
        == "ü"
    )


def test_an_api_may_use_another_status_for_authentication() -> None:
    client, _, _ = client_of(json_reply(403, b'{"a":1}'))
    with pytest.raises(AuthenticationError) as caught:
        client.refunds.create("1")
    assert caught.value.body == {"a": 1}


@given(st.binary(max_size=300), st.sampled_from([400, 404, 409, 500]))
def test_no_body_breaks_an_error(body: bytes, status: int) -> None:
    error = failing(
        httpx2.Response(status, content=body, headers={"content-type": "application/json"})
    )
    assert error.raw == body
    assert len(str(error)) <= 500
    assert str(error).isprintable()


@pytest.mark.parametrize(
    "body",
    [b"\x1b[31m" * 1000, b"[" * 100_000, b"x" * 5_000_000, b'{"a":' * 500 + b"1" + b"}" * 500],
)
def test_hostile_bodies_make_short_messages(body: bytes) -> None:
    error = failing(json_reply(500, body))
    assert len(str(error)) <= 500
    assert "\x1b" not in str(error)


# Successes


def test_a_response_is_whole() -> None:
    headers = [(b"X-A", b"1"), (b"x-a", b"2"), (b"Set-Cookie", b"SECRET")]
    client, _, _ = client_of(httpx2.Response(200, content=b'{"number":"1"}', headers=headers))
    response = client.refunds.with_response.get("1", "2")
    assert response.value == Refund(number="1") == client.refunds.get("1", "2")
    assert (response.status, response.content, response.mismatches) == (200, b'{"number":"1"}', ())
    assert (response.method, response.url) == ("GET", "https://api.example.com/orders/1/refunds/2")
    assert response.headers["X-a"] == "1, 2"
    assert response.headers.get_all("x-A") == ["1", "2"]
    assert "nope" not in response.headers
    assert response.headers.get("nope") is None
    assert "SECRET" not in repr(response) + repr(response.headers)
    with pytest.raises(TypeError):
        response.headers["x"] = "y"  # type: ignore[index]


def test_cookies_are_not_kept() -> None:
    client, sent, _ = client_of(
        httpx2.Response(200, content=b'{"number":"1"}', headers={"set-cookie": "a=b"})
    )
    client.refunds.get("1", "2")
    client.refunds.get("1", "2")
    assert "cookie" not in sent.requests[1].headers


def test_mismatches_are_told_once_each_response(caplog: pytest.LogCaptureFixture) -> None:
    told: list[tuple[tuple[Mismatch, ...], str]] = []
    client, _, _ = client_of(
        json_reply(200, b'{"number":1,"amount":"SECRET"}'),
        on_mismatch=lambda m, op: told.append((m, str(op))),
    )
    caplog.set_level(logging.WARNING)
    response = client.refunds.with_response.get("1", "2")
    assert [m.pointer for m in response.mismatches] == ["/number", "/amount"]
    assert told == [(response.mismatches, "GET /orders/{orderNumber}/refunds/{refundNumber}")]
    ours = [r for r in caplog.records if r.name == "runtime.sample"]
    assert len(ours) == 1
    assert "SECRET" not in ours[0].getMessage()
    calls: list[Callable[[], object]] = [
        lambda: client.refunds.get("1", "2", options=Options(strict=True)),
        lambda: client_of(json_reply(200, b'{"number":1}'), strict=True)[0].refunds.get("1", "2"),
    ]
    for strictly in calls:
        with pytest.raises(DecodingError, match="/number: expected string, got integer") as caught:
            strictly()
        assert caught.value.mismatches


@pytest.mark.parametrize(
    "body", [b"", b" ", b"<html>", b"{", b'{"number":"1","number":"2"}', b"\xff", b"[" * 99_999]
)
def test_a_body_that_is_no_json_is_an_error(body: bytes) -> None:
    client, _, _ = client_of(httpx2.Response(200, content=body))
    with pytest.raises(DecodingError) as caught:
        client.refunds.get("1", "2")
    assert (caught.value.status, caught.value.raw) == (200, body)
    assert "html" not in str(caught.value)
    assert caught.value.__context__ is None


def test_what_says_that_it_is_no_json_is_not_called_malformed() -> None:
    page = httpx2.Response(200, content=b"<order/>", headers={"content-type": "text/xml; a=b"})
    client, _, _ = client_of(page)
    with pytest.raises(DecodingError, match=r"200: expected JSON, got text/xml$"):
        client.refunds.get("1", "2")


@pytest.mark.parametrize(
    ("reply", "body"),
    [
        (json_reply(400, b'"AP8="'), b"\x00\xff"),
        (httpx2.Response(400, content=b'"AP8="'), b'"AP8="'),
        (json_reply(400, b'{"code":"c"}'), {"code": "c"}),
    ],
)
def test_octets_of_an_error_stand_in_json_as_base64(reply: httpx2.Response, body: object) -> None:
    operation: Operation[None] = Operation("GET", "/x", errors={"4XX": bytes})
    client, _, _ = client_of(reply)
    with pytest.raises(APIStatusError) as caught:
        Resource(client)._call(operation)
    assert caught.value.body == body


@pytest.mark.parametrize(
    ("returns", "reply", "value"),
    [
        (None, httpx2.Response(204), None),
        (None, httpx2.Response(200, content=b"anything"), None),
        (Refund | None, httpx2.Response(204), None),
        (Refund | None, json_reply(200, b"null"), None),
        (
            str,
            httpx2.Response(200, content=b"text", headers={"content-type": "text/plain"}),
            "text",
        ),
        (str, json_reply(200, b'"text"'), "text"),
        (bytes, httpx2.Response(200, content=b"\xff"), b"\xff"),
        (object, httpx2.Response(200, content=b"[1]"), [1]),
    ],
)
def test_what_an_operation_returns(returns: Any, reply: httpx2.Response, value: object) -> None:
    operation: Operation[Any] = Operation("GET", "/x", returns=returns)
    client, _, _ = client_of(reply)
    assert Resource(client)._call(operation) == value


# Limits and codings


def test_the_size_of_a_response_is_limited() -> None:
    client, _, _ = client_of(json_reply(200, b'"' + b"x" * 5000 + b'"'))
    with pytest.raises(ResponseTooLargeError) as caught:
        client.refunds.get("1", "2", options=Options(max_response_bytes=5000))
    assert caught.value.status == 200


def taken(coding: str, *chunks: bytes, limit: int = 10**6) -> bytes:
    intake = Intake(coding, limit)
    for chunk in chunks:
        intake.feed(chunk)
    return intake.finish()


@given(st.binary(max_size=3000), st.integers(1, 400))
def test_packed_bodies_are_unpacked_in_any_portions(body: bytes, size: int) -> None:
    for coding, packed in (
        ("gzip", gzip.compress(body, mtime=0)),
        ("deflate", zlib.compress(body)),
        ("", body),
    ):
        chunks = [packed[i : i + size] for i in range(0, len(packed), size)]
        assert taken(coding, *chunks) == body


def test_a_bomb_is_stopped_while_it_unpacks() -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    with pytest.raises(BodyFault) as caught:
        taken("gzip", bomb, limit=1_000_000)
    assert caught.value.fault is Fault.TOO_LARGE


@pytest.mark.parametrize(
    ("coding", "body", "fault"),
    [
        ("gzip", gzip.compress(b"x" * 999, mtime=0)[:-9], Fault.BROKEN),
        ("gzip", b"not gzip", Fault.UNREADABLE),
        ("gzip, gzip", b"", Fault.UNREADABLE),
        ("br", b"", Fault.UNREADABLE),
    ],
)
def test_bodies_that_can_not_be_unpacked(coding: str, body: bytes, fault: Fault) -> None:
    with pytest.raises(BodyFault) as caught:
        taken(coding, body)
    assert caught.value.fault is fault


def test_the_tree_of_errors_is_what_its_docstring_draws() -> None:
    drawn = runtime.errors.__doc__ or ""
    for name in runtime.__all__:
        member = getattr(runtime, name)
        if isinstance(member, type) and issubclass(member, BaseException):
            assert name in drawn
            assert issubclass(member, APIError)
    assert issubclass(runtime.RequestValidationError, ValueError)
    assert ConflictError.__mro__[1] is APIStatusError
