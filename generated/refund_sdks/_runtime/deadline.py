"""The end of a whole call, held between any two bytes of a connection.

httpx2 has a limit for each step, and reading is a step for every few bytes: a service that sends a byte now and then meets
it for ever. An awaiting client is stopped from outside. For a blocking one the streams of its connections, which httpcore2
lets others provide, shorten each step to what is left of the call.
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


def keep_deadlines(client: Any) -> None:
    """Lets the connections that a blocking httpx2 or httpx client opens from now on end with the call.

    There is no public way to it. A client that is made otherwise stays as it is: there each step has its limit.
    """
    routes = (getattr(client, "_transport", None), *getattr(client, "_mounts", {}).values())
    for transport in routes:
        pool = getattr(transport, "_pool", None)
        network = getattr(pool, _NETWORK, None)
        if hasattr(network, "connect_tcp") and not isinstance(network, _Network):
            setattr(pool, _NETWORK, _Network(network))


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

    def read(self, max_bytes: int, timeout: Any = None) -> Any:
        return self._inner.read(max_bytes, _left(timeout))

    def write(self, buffer: bytes, timeout: Any = None) -> None:
        if not isinstance(timeout, Limit):
            self._inner.write(buffer, timeout)
            return
        for at in range(0, len(buffer), _PIECE):
            self._inner.write(buffer[at : at + _PIECE], timeout.left())

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: Any = None
    ) -> "_Stream":
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, _left(timeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)

    def close(self) -> None:
        self._inner.close()
