"""The connections of httpx2, each wrapped in two cares that it does not take.

* *The end of the whole call.* httpx2 has a limit for each step, and reading is a step for every few bytes: a service that
  sends a byte now and then meets it for ever. An awaiting client is stopped from outside; for a blocking one each step is
  shortened to what is left of the call (`Limit`).
* *An answer to nothing.* What a service sends behind an answer would be taken for the answer to the next request.

httpcore2 lets others provide the network; the ways of httpx2 to there are not public.
"""

from collections.abc import Callable
from typing import Any, Final


class Limit(float):
    """The seconds for one step of a call that must be over at `until`, on the clock given."""

    __slots__ = ("_now", "_until")

    def __new__(cls, seconds: float, until: float, now: Callable[[], float]) -> "Limit":
        return super().__new__(cls, seconds)

    def __init__(self, seconds: float, until: float, now: Callable[[], float]) -> None:
        super().__init__()
        self._until, self._now = until, now

    def left(self) -> float:
        """The seconds for the next step. Raises `TimeoutError` where there are none."""
        left = self._until - self._now()
        if left <= 0:
            raise TimeoutError("the time for the whole call is over")
        return min(float(self), left)


def guard(client: Any) -> None:
    """Wraps the connections that an httpx2 or httpx client opens from now on.

    A client that is made otherwise stays as it is: there each step has its limit, and nothing more is known.
    """
    routes = (getattr(client, "_transport", None), *getattr(client, "_mounts", {}).values())
    for transport in routes:
        pool = getattr(transport, "_pool", None)
        network = getattr(pool, _NETWORK, None)
        if hasattr(network, "connect_tcp") and not isinstance(network, _Network | _AsyncNetwork):
            is_awaiting = hasattr(pool, "aclose")
            setattr(pool, _NETWORK, _AsyncNetwork(network) if is_awaiting else _Network(network))


def is_answer(response: Any) -> bool:
    """Whether a response began to come after its request was sent, as far as that is known (HTTP/1.1)."""
    told = getattr(response, "extensions", _NOTHING)
    stream = told.get("network_stream")
    if not isinstance(stream, _STREAMS) or told.get("http_version") == b"HTTP/2":
        return True
    return stream.was_read


_NOTHING: Final[dict[str, Any]] = {}
_NETWORK: Final = "_network_backend"
_PIECE: Final = 1 << 16


def _left(timeout: Any) -> Any:
    return timeout.left() if isinstance(timeout, Limit) else timeout


class _Network:
    """What opens connections, for httpcore2 (`NetworkBackend`)."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def connect_tcp(self, *given: Any, timeout: Any = None, **more: Any) -> "_Stream":
        return _Stream(self._inner.connect_tcp(*given, timeout=_left(timeout), **more))

    def connect_unix_socket(self, *given: Any, timeout: Any = None, **more: Any) -> "_Stream":
        return _Stream(self._inner.connect_unix_socket(*given, timeout=_left(timeout), **more))

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


class _Stream:
    """A connection, for httpcore2 (`NetworkStream`)."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self.was_read = False
        """Whether anything has come since something was last sent."""

    def read(self, max_bytes: int, timeout: Any = None) -> Any:
        self.was_read = True
        return self._inner.read(max_bytes, _left(timeout))

    def write(self, buffer: bytes, timeout: Any = None) -> None:
        self.was_read = False
        if not isinstance(timeout, Limit):
            self._inner.write(buffer, timeout)
            return
        for at in range(0, len(buffer), _PIECE):
            self._inner.write(buffer[at : at + _PIECE], timeout.left())

    def start_tls(self, *given: Any, timeout: Any = None, **more: Any) -> "_Stream":
        return _Stream(self._inner.start_tls(*given, timeout=_left(timeout), **more))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)

    def close(self) -> None:
        self._inner.close()


class _AsyncNetwork:
    """As `_Network`, awaiting (`AsyncNetworkBackend`)."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    async def connect_tcp(self, *given: Any, **more: Any) -> "_AsyncStream":
        return _AsyncStream(await self._inner.connect_tcp(*given, **more))

    async def connect_unix_socket(self, *given: Any, **more: Any) -> "_AsyncStream":
        return _AsyncStream(await self._inner.connect_unix_socket(*given, **more))

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)


class _AsyncStream:
    """As `_Stream`, awaiting (`AsyncNetworkStream`)."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self.was_read = False

    async def read(self, max_bytes: int, timeout: Any = None) -> Any:
        self.was_read = True
        return await self._inner.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: Any = None) -> None:
        self.was_read = False
        await self._inner.write(buffer, timeout)

    async def start_tls(self, *given: Any, **more: Any) -> "_AsyncStream":
        return _AsyncStream(await self._inner.start_tls(*given, **more))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)

    async def aclose(self) -> None:
        await self._inner.aclose()


_STREAMS: Final = (_Stream, _AsyncStream)
