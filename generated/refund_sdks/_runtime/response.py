"""A response as callers see it, and the raw reply it is made from."""

from collections.abc import Callable
from enum import Enum
from typing import Any, Final, Generic, TypeVar

from msgspec import Struct

from .headers import Headers
from .mismatch import Mismatch

T = TypeVar("T")


class Response(Struct, Generic[T], frozen=True):
    """The whole response to a call: `value` is what the method alone would return."""

    value: T
    status: int
    headers: Headers
    mismatches: tuple[Mismatch, ...]
    """Where the body differs from the description; there it was kept as it came."""
    content: bytes
    retries_taken: int
    method: str
    url: str
    """Where the request went, without its query."""

    def __repr__(self) -> str:
        return f"<Response {self.status} {self.method} {self.url} ({len(self.content)} bytes)>"


Whole = Callable[..., Response[Any]]
"""What a whole response is made by, of the fields of `Response` by name: a class, or what adds to them."""


class Reply(Struct, frozen=True):
    """A complete reply: its body is read and unpacked."""

    status: int
    headers: Headers
    content: bytes
    stream: Any = None
    """What is yet to be read, where a success was to be left unread."""

    def __repr__(self) -> str:
        return f"<Reply {self.status} ({len(self.content)} bytes)>"


class Fault(Enum):
    """Why there is no complete reply."""

    NOT_CONNECTED = "the connection could not be made"
    UNTRUSTED = "the connection could not be made safely"
    CONNECT_TIMEOUT = "no connection within the time limit"
    TIMEOUT = "no complete response within the time limit"
    BROKEN = "the connection broke before the response was complete"
    UNREADABLE = "the response could not be unpacked"
    TOO_LARGE = "the response is larger than the limit"
    CLOSED = "the HTTP client is closed"


NO_HEADERS: Final = Headers()


class Failure(Struct, frozen=True):
    """An attempt without a complete reply. `status` and `headers` are there where they came."""

    fault: Fault
    detail: str = ""
    status: int = 0
    headers: Headers = NO_HEADERS
