"""Faults of a real connection, blocking and awaiting: a whole result or one of our errors, never half of one."""

import asyncio
import gzip
import time
from collections.abc import Callable
from typing import Any

import pytest
from sample import AsyncRefundsAPI, RefundsAPI
from sample.models import Refund

from loopback import (
    Close,
    Drip,
    Loopback,
    Reset,
    Send,
    Stall,
    Steps,
    closed_port,
    cut,
    full,
    half_gzip,
    head,
    redirect,
)
from runtime import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    DecodingError,
    NotFoundError,
    Options,
    RedirectError,
    ResponseTooLargeError,
    ServerError,
    Timeout,
)
from runtime.pacing import Clock

BODY = b'{"number":"1","amount":-720.0}'
WHOLE = full(200, BODY, ("Content-Type", "application/json"))
LIMITS = Timeout(connect=1, read=0.3, write=1, pool=1)


async def _no_pause(seconds: float) -> None:
    pass


IMPATIENT = Clock(sleep=lambda seconds: None, asleep=_no_pause)
Run = Callable[..., Any]


def blocking(url: str, method: str = "get", *arguments: Any, **settings: Any) -> Any:
    options = settings.pop("options", None)
    with RefundsAPI(auth_key="k", base_url=url, **{"timeout": LIMITS, **settings}) as client:
        client._clock = IMPATIENT
        return getattr(client.refunds.with_response, method)(
            *(arguments or ("1", "2")), options=options
        )


def awaiting(url: str, method: str = "get", *arguments: Any, **settings: Any) -> Any:
    options = settings.pop("options", None)

    async def run() -> Any:
        async with AsyncRefundsAPI(
            auth_key="k", base_url=url, **{"timeout": LIMITS, **settings}
        ) as client:
            client._clock = IMPATIENT
            call = getattr(client.refunds.with_response, method)
            return await call(*(arguments or ("1", "2")), options=options)

    return asyncio.run(run())


@pytest.fixture(params=[blocking, awaiting])
def run(request: pytest.FixtureRequest) -> Run:
    """A call, made by each of the two clients."""
    made: Run = request.param
    return made


def test_the_wire_carries_what_was_meant(run: Run, loopback: Loopback) -> None:
    loopback.script(WHOLE)
    response = run(loopback.url + "/base/", "get", "a/b ü", "%2e")
    assert response.value == Refund.model_validate_json(BODY)
    (sent,) = loopback.requests
    assert sent.head[0] == b"GET /base/orders/a%2Fb%20%C3%BC/refunds/%252e HTTP/1.1"
    assert sent.headers["x-auth-key"] == "k"
    assert sent.headers["host"] == f"127.0.0.1:{loopback.port}"
    assert sent.headers["user-agent"].startswith("sample/v3 python/")
    assert sent.headers["accept-encoding"] == "gzip, deflate"
    assert "content-length" not in sent.headers
    run(loopback.url, "create", "1")
    assert loopback.requests[1].headers["content-length"] == "0"


FAULTS: list[tuple[str, Steps, type[APIError]]] = [
    ("reset at once", (Reset(),), APIConnectionError),
    ("closed at once", (Close(),), APIConnectionError),
    ("reset in the head", (Send(b"HTTP/1.1 200 OK\r\nConte"), Reset()), APIConnectionError),
    ("reset in the body", cut(200, BODY, 60, Reset()), APIConnectionError),
    ("closed in the body", cut(200, BODY, 60, Close()), APIConnectionError),
    ("silence", (Stall(),), APITimeoutError),
    ("silence in the body", cut(200, BODY, 60, Stall()), APITimeoutError),
    ("no HTTP", (Send(b"SSH-2.0-OpenSSH\r\n\r\n"), Close()), APIConnectionError),
    (
        "a bad chunk",
        (Send(head(200, None, ("Transfer-Encoding", "chunked")) + b"zz\r\n"), Close()),
        APIConnectionError,
    ),
    (
        "a huge head",
        (Send(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000 + b"\r\n\r\n"), Close()),
        APIConnectionError,
    ),
    ("half a gzip", half_gzip(b'"' + b"x" * 5000 + b'"'), APIConnectionError),
    ("no gzip", full(200, BODY, ("Content-Encoding", "gzip")), DecodingError),
    (
        "two codings",
        full(200, gzip.compress(gzip.compress(BODY)), ("Content-Encoding", "gzip, gzip")),
        DecodingError,
    ),
    ("no JSON", full(200, b"<html>"), DecodingError),
    ("an error", full(404, b"{}"), NotFoundError),
    ("another origin", redirect(302, "http://127.0.0.1:9/"), RedirectError),
]


@pytest.mark.parametrize(
    ("steps", "kind"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS]
)
def test_a_fault_is_our_error(
    run: Run, loopback: Loopback, steps: Steps, kind: type[APIError]
) -> None:
    loopback.script(steps)
    with pytest.raises(APIError) as caught:
        run(loopback.url, retries=0)
    assert type(caught.value) is kind
    assert len(loopback.requests) == 1


@pytest.mark.parametrize(
    "steps",
    [(Reset(),), (Close(),), cut(200, BODY, 60, Reset()), half_gzip(b"x" * 5000), full(503)],
)
def test_a_get_gets_over_it_and_a_post_is_not_doubled(
    run: Run, loopback: Loopback, steps: Steps
) -> None:
    loopback.script(steps, WHOLE)
    response = run(loopback.url)
    assert (response.value.number, response.retries_taken) == ("1", 1)
    assert len({sent.raw for sent in loopback.requests}) == 1
    loopback.requests.clear()
    loopback.script(steps, WHOLE)
    with pytest.raises((APIConnectionError, ServerError)):
        run(loopback.url, "create", "1")
    assert len(loopback.requests) == 1


def test_where_nobody_listens_everything_is_repeated(run: Run) -> None:
    url = f"http://127.0.0.1:{closed_port()}"
    for method, arguments in (("get", ("1", "2")), ("create", ("1",))):
        with pytest.raises(APIConnectionError) as caught:
            run(url, method, *arguments)
        assert caught.value.retries_taken == 2


def test_a_reply_cut_anywhere_is_no_reply(run: Run, loopback: Loopback) -> None:
    whole = b"".join(step.data for step in WHOLE if isinstance(step, Send))
    for at in range(0, len(whole), 9):
        loopback.script((Send(whole[:at]), Reset()))
        with pytest.raises(APIConnectionError):
            run(loopback.url, retries=0)


def test_drops_are_cut_short_by_the_total(run: Run, loopback: Loopback) -> None:
    loopback.script((Send(head(200, 1000)), Drip(b"x" * 1000, 0.02)))
    start = time.monotonic()
    with pytest.raises(APITimeoutError):
        run(loopback.url, timeout=Timeout(read=5, total=0.2))
    assert time.monotonic() - start < 0.6


def test_a_packed_reply_is_unpacked_and_counted(run: Run, loopback: Loopback) -> None:
    packed = gzip.compress(b'{"number":"%s"}' % (b"1" * 100_000))
    loopback.script(full(200, packed, ("Content-Encoding", "gzip")))
    assert len(run(loopback.url).content) > 100_000
    with pytest.raises(ResponseTooLargeError):
        run(loopback.url, options=Options(max_response_bytes=50_000))


def test_a_redirect_is_followed_at_home(run: Run, loopback: Loopback) -> None:
    loopback.script(redirect(307, "/there?x=1"), WHOLE)
    assert run(loopback.url).value.number == "1"
    assert [sent.target for sent in loopback.requests] == ["/orders/1/refunds/2", "/there?x=1"]


def test_no_header_of_ours_reaches_another_origin(run: Run, loopback: Loopback) -> None:
    with __import__("loopback").serving() as other:
        loopback.script(redirect(307, other.url + "/steal"))
        with pytest.raises(RedirectError):
            run(loopback.url)
        assert other.requests == []


def test_connections_are_kept_and_closed(loopback: Loopback) -> None:
    loopback.script(WHOLE)
    with RefundsAPI(auth_key="k", base_url=loopback.url) as client:
        for _ in range(5):
            client.refunds.get("1", "2")
        assert {sent.connection for sent in loopback.requests} == {0}
        loopback.script(full(200, b"no json"))
        for _ in range(5):
            with pytest.raises(DecodingError):
                client.refunds.get("1", "2")
        assert {sent.connection for sent in loopback.requests} == {0}


def test_a_connection_that_went_stale_costs_a_get_nothing(loopback: Loopback) -> None:
    loopback.script((*WHOLE, Close()), WHOLE)
    with RefundsAPI(auth_key="k", base_url=loopback.url) as client:
        client._clock = IMPATIENT
        assert client.refunds.get("1", "2") == client.refunds.get("1", "2")


def test_cancelling_leaves_the_client_usable(loopback: Loopback) -> None:
    async def run() -> None:
        async with AsyncRefundsAPI(auth_key="k", base_url=loopback.url) as client:
            for _ in range(3):
                loopback.script((Stall(),))
                task = asyncio.ensure_future(client.refunds.get("1", "2"))
                await asyncio.sleep(0.03)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
            loopback.script(WHOLE)
            assert (await client.refunds.get("1", "2")).number == "1"

    asyncio.run(run())
