"""The time for a whole call holds, whatever a service does with it."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from sample import AsyncRefundsAPI, RefundsAPI

from loopback import Drip, Loopback, Send, Stall, Steps, full, head
from runtime import APITimeoutError, Timeout
from runtime.network import Limit, guard

HEAD = head(200, 1000, ("X-Long", "x" * 2000))
DRIPS: dict[str, Steps] = {
    "the status line": (Drip(b"HTTP/1.1 200 OK" + b" " * 2000, 0.02),),
    "the header": (Send(HEAD[:20]), Drip(HEAD[20:], 0.02)),
    "interim answers": tuple(Drip(b"HTTP/1.1 102 Processing\r\n\r\n", 0.02) for _ in range(200)),
    "the body": (Send(head(200, 1000)), Drip(b"x" * 1000, 0.02)),
    "chunks": (
        Send(head(200, None, ("Transfer-Encoding", "chunked"))),
        Drip(b"1\r\nx\r\n" * 500, 0.02),
    ),
    "silence": (Stall(),),
}
TOTAL = Timeout(read=20, total=0.3)
LATEST = 5.0
"""What a busy machine may add. Without a deadline each of these takes 20 seconds and more."""


@pytest.fixture(params=DRIPS)
def dripping(request: pytest.FixtureRequest, loopback: Loopback) -> Loopback:
    """A server that takes its time with a part of its answer."""
    loopback.script(DRIPS[request.param])
    return loopback


def timed(call: Callable[[], Any]) -> float:
    """How long a call takes that ends with its deadline."""
    started = time.monotonic()
    with pytest.raises(APITimeoutError):
        call()
    return time.monotonic() - started


def test_a_blocking_call_ends_with_its_deadline(dripping: Loopback) -> None:
    with RefundsAPI(auth_key="k", base_url=dripping.url, timeout=TOTAL) as client:
        assert 0.25 < timed(lambda: client.refunds.get("1", "2")) < LATEST


def test_so_does_one_over_the_caller_s_client(dripping: Loopback) -> None:
    with httpx2.Client() as http:
        client = RefundsAPI(auth_key="k", base_url=dripping.url, timeout=TOTAL, http_client=http)
        assert 0.25 < timed(lambda: client.refunds.get("1", "2")) < LATEST


def test_and_an_awaiting_one(dripping: Loopback) -> None:
    async def run() -> None:
        async with AsyncRefundsAPI(auth_key="k", base_url=dripping.url, timeout=TOTAL) as client:
            await client.refunds.get("1", "2")

    assert 0.25 < timed(lambda: asyncio.run(run())) < LATEST


def test_without_a_deadline_the_caller_s_client_stays_as_it_is(loopback: Loopback) -> None:
    loopback.script(full(200, b'{"number":"1"}'))
    with httpx2.Client() as http:
        before = http._transport._pool._network_backend  # type: ignore[attr-defined]
        client = RefundsAPI(auth_key="k", base_url=loopback.url, http_client=http)
        client.refunds.get("1", "2")
        assert http._transport._pool._network_backend is before  # type: ignore[attr-defined]


def test_a_large_body_is_sent_in_time(loopback: Loopback) -> None:
    loopback.script(full(200, b'{"refunds":[]}'))
    with RefundsAPI(auth_key="k", base_url=loopback.url, timeout=30) as client:
        client.refunds.create("1", type="x" * 3_000_000)
    assert len(loopback.requests[0].body) > 3_000_000


def test_a_limit_shrinks() -> None:
    now = [0.0]
    limit = Limit(5.0, 7.0, lambda: now[0])
    assert (float(limit), limit.left()) == (5.0, 5.0)
    now[0] = 4.0
    assert limit.left() == 3.0
    now[0] = 7.0
    with pytest.raises(TimeoutError):
        limit.left()


def test_what_is_no_client_of_httpx_is_left_alone() -> None:
    guard(object())
    guard(httpx2.Client(transport=httpx2.MockTransport(lambda _: httpx2.Response(200))))
