"""A call through the client, against the same call as one writes it by hand with the HTTP library."""

from __future__ import annotations

import json
from collections.abc import Iterator

import httpx2

from .clock import quotient, seconds_of
from .payload import ANSWER
from .result import Result

_CALLS, _PAIRS = 100, 4


def calling(rounds: int) -> Iterator[Result]:
    """Both use a transport that answers at once, with the payload of a refund as the document prints it."""
    from refund_sdks.riverty import Riverty

    body = json.dumps(ANSWER).encode()
    headers = {"Content-Type": "application/json"}
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, content=body, headers=headers))
    base = "https://api.example.com"
    with httpx2.Client(transport=transport) as http:
        refunds = Riverty(auth_key="secret", base_url=base, http_client=http).refunds

        def ours() -> object:
            return refunds.get("riverty1", "800090090").refunds[0].amount

        def theirs() -> object:
            url = f"{base}/api/v3/orders/riverty1/refunds/800090090"
            answer = http.get(url, headers={"X-Auth-Key": "secret"})
            return answer.raise_for_status().json()["refunds"][0]["amount"]

        actions = seconds_of(ours, _CALLS), seconds_of(theirs, _CALLS)
        times, mine, other = quotient(*actions, rounds * _PAIRS)
    each = f"{mine / _CALLS * 1e6:.0f} against {other / _CALLS * 1e6:.0f} µs"
    how = f"{each}, {_CALLS} calls in turns, medians of {rounds * _PAIRS}"
    yield Result("call, against client.get().json()", times, "x", 1.0, how)
