"""Faulty services and connections: every method of the five SDKs gives a whole result or a typed error, never half of one."""

from __future__ import annotations

import importlib
from typing import Any

import pytest
from refund_apis import FLAVOURS, Method, method, methods, same, written

from loopback import (
    Drip,
    Loopback,
    Reset,
    Stall,
    Steps,
    closed_port,
    cut,
    full,
    half_gzip,
    redirect,
    serving,
)
from sdkwright.verify.exact import minified, read

runtime: Any = importlib.import_module("refund_sdks._runtime")
JSON = ("Content-Type", "application/json")
HTML = ("Content-Type", "text/html")
PAGE = b"<html><body>Bad gateway \x1b[31m</body></html>"

pytestmark = pytest.mark.parametrize("flavour", FLAVOURS)
every = pytest.mark.parametrize("called", methods(), ids=str)


def failure(
    called: Method, flavour: str, loopback: Loopback, *script: Steps, **settings: Any
) -> Any:
    """The error that a method raises when the service does this."""
    loopback.script(*script)
    with pytest.raises(runtime.APIError) as caught:
        called.sdk.run(flavour, loopback.url, called.call, **settings)
    return caught.value


def answer_of(called: Method) -> bytes:
    return minified(called.success.value).encode()


@every
def test_401_without_a_body(called: Method, flavour: str, loopback: Loopback) -> None:
    error = failure(called, flavour, loopback, full(401))
    assert type(error) is runtime.AuthenticationError
    assert (error.status, error.body, error.raw) == (401, None, b"")
    assert error.path == loopback.requests[0].target
    assert error.method == loopback.requests[0].method


@every
def test_500_with_a_page(called: Method, flavour: str, loopback: Loopback) -> None:
    error = failure(called, flavour, loopback, full(500, PAGE, HTML))
    assert type(error) is runtime.ServerError
    assert error.body == PAGE.decode()
    assert "\x1b" not in str(error)
    assert len(loopback.requests) == 1


@every
@pytest.mark.parametrize("body", [b"\xff\xfe\x00", b'{"half":', b"NaN", b"[" * 100_000, b'"' * 3])
def test_error_bodies_that_are_no_json(
    called: Method, flavour: str, body: bytes, loopback: Loopback
) -> None:
    error = failure(called, flavour, loopback, full(404, body, JSON))
    assert type(error) is runtime.NotFoundError
    assert isinstance(error.body, str)
    assert error.raw == body


@every
@pytest.mark.parametrize("body", [b"", PAGE, b'{"half":', b'{"a":1,"a":2}', b"NaN", b"[" * 100_000])
def test_answers_that_are_no_json(
    called: Method, flavour: str, body: bytes, loopback: Loopback
) -> None:
    error = failure(called, flavour, loopback, full(200, body, HTML))
    assert type(error) is runtime.DecodingError
    assert error.raw == body
    assert error.status == 200


@every
def test_429_is_repeated_after_the_time_asked_for(
    called: Method, flavour: str, loopback: Loopback
) -> None:
    pauses: list[float] = []

    async def asleep(seconds: float) -> None:
        pauses.append(seconds)

    clock = importlib.import_module("refund_sdks._runtime.pacing").Clock(
        sleep=pauses.append, asleep=asleep
    )

    def call(client: Any) -> Any:
        client._clock = clock
        return called.call(client)

    refused = full(429, b"[]", JSON, ("Retry-After", "7"))
    loopback.script(refused, full(200, answer_of(called), JSON))
    if called.operation.method == "POST":
        with pytest.raises(runtime.RateLimitError) as caught:
            called.sdk.run(flavour, loopback.url, call, retries=2)
        assert caught.value.headers["retry-after"] == "7"
        assert (pauses, len(loopback.requests)) == ([], 1)
        return
    value = called.sdk.run(flavour, loopback.url, call, retries=2)
    assert same(value, called.success.value)
    assert pauses == [7.0]
    first, second = loopback.requests
    assert first.raw == second.raw


@every
def test_a_reset_in_the_middle_of_a_body(called: Method, flavour: str, loopback: Loopback) -> None:
    body = answer_of(called) + b" " * 100
    whole = len(full(200, body, JSON)[0].data)  # type: ignore[union-attr]
    for at in (whole // 4, whole // 2, whole - 1):
        error = failure(called, flavour, loopback, cut(200, body, at, Reset(), JSON))
        assert type(error) is runtime.APIConnectionError


@every
def test_a_stall(called: Method, flavour: str, loopback: Loopback) -> None:
    stalled = cut(200, answer_of(called), 60, Stall(), JSON)
    error = failure(called, flavour, loopback, stalled, timeout=runtime.Timeout(read=0.05))
    assert type(error) is runtime.APITimeoutError
    assert len(loopback.requests) == 1


@pytest.mark.parametrize("called", [method("violet-list"), method("digital_river-create")], ids=str)
def test_a_body_that_comes_drop_by_drop(called: Method, flavour: str, loopback: Loopback) -> None:
    dripping = (Drip(full(200, b" " * 10_000, JSON)[0].data, 0.01),)  # type: ignore[union-attr]
    error = failure(called, flavour, loopback, dripping, timeout=0.3)
    assert type(error) is runtime.APITimeoutError


@every
def test_a_truncated_gzip_stream(called: Method, flavour: str, loopback: Loopback) -> None:
    error = failure(called, flavour, loopback, half_gzip(answer_of(called)))
    assert type(error) is runtime.APIConnectionError


@every
def test_nobody_listens(called: Method, flavour: str) -> None:
    with pytest.raises(runtime.APIConnectionError):
        called.sdk.run(flavour, f"http://127.0.0.1:{closed_port()}", called.call)


@every
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_elsewhere_is_not_followed(
    called: Method, flavour: str, status: int, loopback: Loopback
) -> None:
    with serving() as other:
        error = failure(called, flavour, loopback, redirect(status, f"{other.url}/stolen"))
        assert type(error) is runtime.RedirectError
        assert error.status == status
        assert other.requests == []


@every
def test_a_body_of_three_megabytes(called: Method, flavour: str, loopback: Loopback) -> None:
    payload = called.success.value
    if isinstance(payload, dict):
        large: Any = {**payload, "padding": "ü" * 1_500_000}
    else:
        assert isinstance(payload, list)
        large = payload * (3_000_000 // len(minified(payload)) + 100)
    content = minified(large).encode()
    assert len(content) >= 3_000_000
    loopback.script(full(200, content, JSON))
    back = written(called.sdk.run(flavour, loopback.url, called.call))
    assert len(back) == len(content)
    assert read(back.decode()) == large


@pytest.mark.parametrize("name", ["afterpay-list", "afterpay-get", "riverty-list", "riverty-get"])
def test_one_message_where_a_list_is_described(name: str, flavour: str, loopback: Loopback) -> None:
    body = b'{"type":"BusinessError","code":"400.001","message":"No such order","customerFacingMessage":null}'
    called = method(name)
    error = failure(called, flavour, loopback, full(400, body, JSON))
    assert type(error) is runtime.BadRequestError
    (message,) = error.body
    assert isinstance(message, called.sdk.module.ResponseMessage)
    assert message.code == "400.001"
    assert any(mismatch.got == "object" for mismatch in error.mismatches)


@pytest.mark.parametrize(
    "name", ["digital_river-available", "digital_river-list", "digital_river-create"]
)
def test_digital_river_says_403_for_bad_credentials(
    name: str, flavour: str, loopback: Loopback
) -> None:
    called = method(name)
    body = b'{"errors":[{"code":"unauthorized","parameter":"token","message":"Invalid token"}]}'
    error = failure(called, flavour, loopback, full(403, body, JSON))
    assert type(error) is runtime.AuthenticationError
    assert error.status == 403
    assert isinstance(error.body, called.sdk.module.ErrorList)
    assert same(
        error.body,
        {"errors": [{"code": "unauthorized", "parameter": "token", "message": "Invalid token"}]},
    )


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (418, "APIStatusError"),
        (422, "UnprocessableEntityError"),
        (429, "RateLimitError"),
        (503, "ServerError"),
    ],
)
@every
def test_each_status_has_its_class(
    called: Method, flavour: str, status: int, kind: str, loopback: Loopback
) -> None:
    error = failure(called, flavour, loopback, full(status, b'{"unheard":[1.50]}', JSON))
    assert type(error).__name__ == kind
    assert error.raw == b'{"unheard":[1.50]}'
    assert str(status) in str(error)
