"""A call through the client, against the same call as one writes it by hand with the HTTP library."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from time import perf_counter, process_time
from typing import TypeAlias

import httpx2

from .answering import answering
from .clock import quotient, seconds_of
from .payload import ANSWER
from .result import Result

_CALLS, _PAIRS = 100, 4
_Pair: TypeAlias = tuple[Callable[[], object], Callable[[], object]]


def calling(rounds: int) -> Iterator[Result]:
    """Over HTTP on loopback, where the time of this process counts; and with a transport that answers at once, where all
    time is that of the libraries and none that of connections.
    """
    name = "call, against client.get().json()"
    with answering() as base, httpx2.Client() as http:
        yield _compared(name, _calls(http, base), rounds * _PAIRS, process_time, 1.0)
    body = json.dumps(ANSWER).encode()
    headers = {"Content-Type": "application/json"}
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, content=body, headers=headers))
    with httpx2.Client(transport=transport) as http:
        calls = _calls(http, "https://api.example.com")
        yield _compared("  without a connection", calls, rounds * _PAIRS, perf_counter, None)


def _calls(http: httpx2.Client, base: str) -> _Pair:
    """Ours and theirs, over the same client."""
    from refund_sdks.riverty import Riverty

    refunds = Riverty(auth_key="secret", base_url=base, http_client=http).refunds

    def ours() -> object:
        return refunds.get("riverty1", "800090090").refunds[0].amount

    def theirs() -> object:
        url = f"{base}/api/v3/orders/riverty1/refunds/800090090"
        answer = http.get(url, headers={"X-Auth-Key": "secret"})
        return answer.raise_for_status().json()["refunds"][0]["amount"]

    return ours, theirs


def _compared(
    name: str, calls: _Pair, pairs: int, clock: Callable[[], float], target: float | None
) -> Result:
    ours, theirs = (seconds_of(call, _CALLS, clock) for call in calls)
    times, mine, other = quotient(ours, theirs, pairs)
    each = f"{mine / _CALLS * 1e6:.0f} against {other / _CALLS * 1e6:.0f} µs"
    return Result(name, times, "x", target, f"{each}, {_CALLS} calls in turns, medians of {pairs}")
