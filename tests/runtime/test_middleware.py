"""Callables around each sending of a request, blocking and awaiting."""

import asyncio
import logging
import traceback
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sample import AsyncRefundsAPI, RefundsAPI

from loopback import Loopback, Reset, Send, full, head, redirect
from runtime import (
    APIConnectionError,
    HttpRequest,
    HttpResponse,
    Options,
    RequestValidationError,
    ServerError,
)
from runtime.pacing import Clock

BODY = b'{"number":"1","amount":-720.0}'
JSON = ("Content-Type", "application/json")
WHOLE = full(200, BODY, JSON)

Next = Callable[[HttpRequest], HttpResponse]
AsyncNext = Callable[[HttpRequest], Awaitable[HttpResponse]]
Before = Callable[[HttpRequest], HttpRequest]
After = Callable[[HttpResponse], HttpResponse]
Run = Callable[..., Any]


async def _no_pause(seconds: float) -> None:
    pass


IMPATIENT = Clock(sleep=lambda seconds: None, asleep=_no_pause)


def same(value: Any) -> Any:
    """What came, unchanged."""
    return value


def layer(
    before: Before = same, after: After = same
) -> Callable[[HttpRequest, Next], HttpResponse]:
    """A middleware, blocking."""
    return lambda request, call_next: after(call_next(before(request)))


def async_layer(
    before: Before = same, after: After = same
) -> Callable[[HttpRequest, AsyncNext], Awaitable[HttpResponse]]:
    """As `layer`, awaiting."""

    async def around(request: HttpRequest, call_next: AsyncNext) -> HttpResponse:
        return after(await call_next(before(request)))

    return around


def blocking(url: str, *layers: tuple[Before, After], call: str = "get", **settings: Any) -> Any:
    """A call through layers."""
    arguments = ("1", "2") if call == "get" else ("1",)
    made = [layer(*pair) for pair in layers]
    with RefundsAPI(auth_key="k", base_url=url, middleware=made, **settings) as client:
        client._clock = IMPATIENT
        return getattr(client.refunds.with_response, call)(*arguments)


def awaiting(url: str, *layers: tuple[Before, After], call: str = "get", **settings: Any) -> Any:
    """As `blocking`, awaiting."""
    arguments = ("1", "2") if call == "get" else ("1",)

    async def run() -> Any:
        made = [async_layer(*pair) for pair in layers]
        async with AsyncRefundsAPI(
            auth_key="k", base_url=url, middleware=made, **settings
        ) as client:
            client._clock = IMPATIENT
            return await getattr(client.refunds.with_response, call)(*arguments)

    return asyncio.run(run())


@pytest.fixture(params=[blocking, awaiting])
def run(request: pytest.FixtureRequest) -> Run:
    """A call, made by each of the two clients."""
    made: Run = request.param
    return made


def told(seen: list[Any], name: str) -> tuple[Before, After]:
    """A layer that notes what passes."""

    def before(request: HttpRequest) -> HttpRequest:
        seen.append((name, request.method, request.url, request.template, request.resends))
        return request

    def after(response: HttpResponse) -> HttpResponse:
        seen.append((name, response.status, response.content))
        return response

    return before, after


def test_the_first_is_the_outermost(run: Run, loopback: Loopback) -> None:
    loopback.script(WHOLE)
    seen: list[Any] = []
    assert run(loopback.url, told(seen, "a"), told(seen, "b")).value.number == "1"
    assert [entry[0] for entry in seen] == ["a", "b", "b", "a"]
    url = f"{loopback.url}/orders/1/refunds/2"
    assert seen[0] == ("a", "GET", url, "/orders/{orderNumber}/refunds/{refundNumber}", 0)
    assert seen[2] == ("b", 200, BODY)


def test_each_sending_passes_through(run: Run, loopback: Loopback) -> None:
    loopback.script(full(503), (Reset(),), redirect(307, "/there"), WHOLE)
    seen: list[Any] = []
    assert run(loopback.url, told(seen, "a")).retries_taken == 2
    assert [entry[-1] for entry in seen if len(entry) == 5] == [0, 1, 2, 3]
    assert [entry[1] for entry in seen if len(entry) == 3] == [503, 307, 200]


def test_a_request_is_changed_and_signed(run: Run, loopback: Loopback) -> None:
    loopback.script(WHOLE)

    def sign(request: HttpRequest) -> HttpRequest:
        assert request.headers["x-auth-key"] == "k"
        assert request.body == (None if request.method == "GET" else b'{"type":"x"}')
        return request.changed(
            headers={"X-Auth-Key": "other", "X-Sig": f"{request.method} {len(request.query)}"},
            query={"sig": "a b&c"},
        )

    run(loopback.url, (sign, same))
    (sent,) = loopback.requests
    assert sent.target == "/orders/1/refunds/2?sig=a%20b%26c"
    assert (sent.headers["x-auth-key"], sent.headers["x-sig"]) == ("other", "GET 0")
    run(loopback.url)
    assert loopback.requests[1].headers["x-auth-key"] == "k"
    assert loopback.requests[1].target == "/orders/1/refunds/2"


def test_a_body_is_replaced(run: Run, loopback: Loopback) -> None:
    loopback.script(full(200, b'{"refunds":[]}', JSON))
    run(loopback.url, (lambda request: request.changed(body=b'{"type":"y"}'), same), call="create")
    assert loopback.requests[0].body == b'{"type":"y"}'
    assert loopback.requests[0].headers["content-length"] == "12"


@pytest.mark.parametrize("headers", [{"Host": "evil"}, {"X": "a\r\nY: b"}, {"a b": "c"}])
def test_what_can_not_be_sent_is_refused(
    run: Run, loopback: Loopback, headers: dict[str, str]
) -> None:
    with pytest.raises(RequestValidationError):
        run(loopback.url, (lambda request: request.changed(headers=headers), same))
    assert loopback.requests == []


def test_a_response_is_replaced(run: Run, loopback: Loopback) -> None:
    loopback.script(full(500))
    other = HttpResponse(200, {"Content-Type": "application/json"}, BODY)
    response = run(loopback.url, (same, lambda response: other))
    assert (response.value.number, response.retries_taken) == ("1", 0)
    assert response.headers["content-type"] == "application/json"


def test_an_answer_needs_no_service() -> None:
    def cached(request: HttpRequest, call_next: Next) -> HttpResponse:
        return HttpResponse(200, {}, BODY)

    with RefundsAPI(auth_key="k", base_url="http://127.0.0.1:1", middleware=[cached]) as client:
        assert client.refunds.get("1", "2").number == "1"


class Stop(Exception):
    """An exception of the caller's own."""


def test_an_exception_passes_through(run: Run, loopback: Loopback) -> None:
    loopback.script(WHOLE)

    def stop(_: Any) -> Any:
        raise Stop

    with pytest.raises(Stop):
        run(loopback.url, (stop, same))
    assert loopback.requests == []
    with pytest.raises(Stop):
        run(loopback.url, (same, stop))
    assert len(loopback.requests) == 1


def test_a_failure_is_seen_and_tried_again(loopback: Loopback) -> None:
    loopback.script((Reset(),), WHOLE)
    seen: list[str] = []

    def note(request: HttpRequest, call_next: Next) -> HttpResponse:
        try:
            return call_next(request)
        except APIConnectionError as error:
            seen.append(str(error))
            raise

    with RefundsAPI(auth_key="k", base_url=loopback.url, middleware=[note]) as client:
        client._clock = IMPATIENT
        assert client.refunds.with_response.get("1", "2").retries_taken == 1
    assert len(seen) == 1
    assert seen[0].startswith("GET /orders/1/refunds/2: the connection broke")


def test_what_is_no_response_is_told(run: Run, loopback: Loopback) -> None:
    loopback.script(WHOLE)
    with pytest.raises(TypeError, match="a middleware gave NoneType, not an HttpResponse"):
        run(loopback.url, (same, lambda response: None))


def test_a_plain_function_that_hands_on_serves_an_awaiting_client(loopback: Loopback) -> None:
    loopback.script(WHOLE)

    async def run() -> None:
        around: Any = layer(lambda request: request.changed(headers={"X-Mine": "1"}), same)
        async with AsyncRefundsAPI(
            auth_key="k", base_url=loopback.url, middleware=[around]
        ) as client:
            await client.refunds.get("1", "2")

    asyncio.run(run())
    assert loopback.requests[0].headers["x-mine"] == "1"


def test_it_shows_no_secret(loopback: Loopback, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    loopback.script(full(500, b"no", ("Set-Cookie", "CANARY-9"), ("X-Request-Id", "r1")))
    shown: list[str] = []

    def look(request: HttpRequest, call_next: Next) -> HttpResponse:
        assert request.query == "api_key=CANARY-1"
        shown.extend((repr(request), repr(request.headers), request.shown_url))
        response = call_next(request)
        shown.append(repr(response))
        raise Stop

    client = RefundsAPI(query_key="CANARY-1", base_url=loopback.url, middleware=[look])
    with client, pytest.raises(Stop) as caught:
        client.refunds.cancel("1", options=Options(headers={"X-Mine": "CANARY-2"}))
    frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    shown += [str(f.locals) for f in frames.stack if "test_" not in f.filename]
    assert "CANARY" not in "\n".join(shown)
    assert shown[2] == f"{loopback.url}/refunds/1?api_key=***"
    plain = RefundsAPI(query_key="CANARY-1", base_url=loopback.url)
    with plain, pytest.raises(ServerError):
        plain.refunds.cancel("1", options=Options(retries=0))
    # httpcore2 tells the header of answers at DEBUG; what is sent it tells nobody.
    lines = [r.getMessage() for r in caplog.records if not r.name.startswith("httpcore2")]
    assert "CANARY" not in "\n".join(lines)
    assert any("/refunds/1?api_key=*** -> 500" in line for line in lines)
    assert any("api_key=***" in r.getMessage() for r in caplog.records if r.name == "httpx2")
    assert any("set-cookie: ***; x-request-id: r1" in line.lower() for line in lines)


def test_an_answer_that_is_read_piece_by_piece_passes_as_it_comes(loopback: Loopback) -> None:
    from runtime.operation import Operation
    from runtime.request import Arguments

    chunked = head(200, None, ("Transfer-Encoding", "chunked"))
    loopback.script((Send(chunked + b"2\r\nab\r\n"), Send(b"2\r\ncd\r\n0\r\n\r\n")))
    watch: Operation[bytes] = Operation("GET", "/x", returns=bytes, streams="octets")
    seen: list[Any] = []
    around = [layer(*told(seen, "a"))]
    with RefundsAPI(auth_key="k", base_url=loopback.url, middleware=around) as client:
        with client.stream(watch, Arguments(), None) as stream:
            assert b"".join(stream) == b"abcd"
        assert seen[1] == ("a", 200, b"")
        closed = [layer(same, lambda response: HttpResponse(200, {}, b"other"))]
        with RefundsAPI(auth_key="k", base_url=loopback.url, middleware=closed) as other:
            assert b"".join(other.stream(watch, Arguments(), None)) == b"other"
