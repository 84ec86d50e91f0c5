"""The transport of a fake: requests in, answers out, on a clock that only pauses move."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

import httpx2

from . import wire
from .auth import OpenIdConnect
from .fake_answers import Told, told
from .operation import Api
from .pacing import Clock

_BEGINNING: Final = 1_700_000_000.0


@dataclass
class FakeTime:
    """Seconds that pass only by pauses and by what times out."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list[float])

    def sleep(self, seconds: float) -> None:
        """A pause."""
        self.slept.append(seconds)
        self.now += seconds

    async def asleep(self, seconds: float) -> None:
        """As `sleep`, awaiting."""
        self.sleep(seconds)

    @property
    def clock(self) -> Clock:
        """The clock of a client. There is no chance in it: a random pause is as long as it may be."""
        return Clock(
            lambda: self.now, lambda: _BEGINNING + self.now, self.sleep, self.asleep, lambda: 1.0
        )

    def run_out(self, kind: type[httpx2.TransportError], request: httpx2.Request) -> None:
        """Lets the time pass that a request may take where it times out."""
        step = "connect" if issubclass(kind, httpx2.ConnectTimeout) else "read"
        if issubclass(kind, httpx2.TimeoutException):
            self.now += request.extensions.get("timeout", {}).get(step) or 0.0


class FakeTransport(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """Hands each request with its content to a function that answers."""

    def __init__(self, answer: Callable[[httpx2.Request, bytes], httpx2.Response]) -> None:
        self._answer = answer

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """See httpx2."""
        return self._answer(request, request.read())

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """See httpx2."""
        return self._answer(request, await request.aread())


class _Chunks(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """The body of an answer, which may break off."""

    def __init__(self, answer: Told, broken: Callable[[], Exception | None]) -> None:
        self._answer, self._broken = answer, broken

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.chunks
        error = self._broken()
        if error is not None:
            raise error

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self:
            yield chunk


def response_of(answer: Told, request: httpx2.Request, time: FakeTime) -> httpx2.Response:
    """An answer as a response. Raises what stands in its place."""
    if answer.instead is not None:
        time.run_out(answer.instead, request)
        raise answer.instead("as the test wants it", request=request)

    def broken() -> Exception | None:
        if answer.then is None:
            return None
        time.run_out(answer.then, request)
        return answer.then("as the test wants it", request=request)

    return httpx2.Response(
        answer.status,
        headers=list(answer.headers),
        stream=_Chunks(answer, broken),
        request=request,
    )


class Probed(Exception):
    """Ends a call in which only its request is of interest."""

    def __init__(self, request: httpx2.Request, content: bytes) -> None:
        super().__init__("not to be answered")
        self.request, self.content = request, content


def probe(request: httpx2.Request, content: bytes) -> httpx2.Response:
    """Answers nothing: raises `Probed`."""
    raise Probed(request, content)


def token_answer(api: Api, request: httpx2.Request, content: bytes) -> Told | None:
    """The answer to a request for an access token (RFC 6749) or for where to get one; None for any other request."""
    origin = f"{request.url.scheme}://{request.url.netloc.decode('ascii')}"
    if request.method == "POST" and b"grant_type=" in content:
        found: object = {"access_token": "fake-token", "token_type": "Bearer", "expires_in": 3600}
    elif any(
        s.url == str(request.url) for s in api.schemes.values() if isinstance(s, OpenIdConnect)
    ):
        found = {
            "issuer": origin,
            "token_endpoint": f"{origin}/token",
            "authorization_endpoint": f"{origin}/authorize",
        }
    else:
        return None
    return told(200, "application/json", wire.write(found))
