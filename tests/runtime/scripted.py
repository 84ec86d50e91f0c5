"""Clients of the sample SDK whose replies are scripted, on a clock that stands still."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx2
from sample import RefundsAPI

from runtime.pacing import Clock

Scripted = httpx2.Response | Exception


@dataclass
class Recorder:
    """Answers from a script, the last reply for ever, and keeps the requests."""

    replies: Sequence[Scripted | Callable[[httpx2.Request], httpx2.Response]]
    requests: list[httpx2.Request] = field(default_factory=list[httpx2.Request])

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        reply = self.replies[min(len(self.requests), len(self.replies) - 1)]
        self.requests.append(request)
        if isinstance(reply, Exception):
            raise reply
        if isinstance(reply, httpx2.Response):
            headers = [(k, v) for k, v in reply.headers.raw if k.lower() != b"content-length"]
            return httpx2.Response(reply.status_code, headers=headers, content=reply.content)
        return reply(request)


@dataclass
class FakeTime:
    """Seconds that pass only by sleeping."""

    now: float = 1000.0
    slept: list[float] = field(default_factory=list[float])

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    async def asleep(self, seconds: float) -> None:
        self.sleep(seconds)

    def clock(self, chance: float = 1.0) -> Clock:
        return Clock(lambda: self.now, lambda: self.now, self.sleep, self.asleep, lambda: chance)


def json_reply(status: int, content: bytes = b"{}", **headers: str) -> httpx2.Response:
    """A reply with a JSON body."""
    fields = {
        "content-type": "application/json",
        **{k.replace("_", "-"): v for k, v in headers.items()},
    }
    return httpx2.Response(status, content=content, headers=fields)


REFUND = json_reply(200, b'{"number":"1"}')


def client_of(
    *replies: Scripted | Callable[[httpx2.Request], httpx2.Response], **settings: Any
) -> tuple[RefundsAPI, Recorder, FakeTime]:
    """A client, what it sent, and its time."""
    recorder = Recorder(replies or [REFUND])
    http = httpx2.Client(transport=httpx2.MockTransport(recorder))
    settings.setdefault("auth_key", "the-key")
    client = RefundsAPI(http_client=http, **settings)
    time = FakeTime()
    client._clock = time.clock()
    return client, recorder, time
