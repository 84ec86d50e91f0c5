"""Requests that the API sends of its own accord, webhooks and callbacks, as their receivers see them.

They are read from header fields and bytes, so that any web framework, or none, can hand them over.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar

from msgspec import Struct

from .headers import Headers
from .mismatch import Mismatch
from .operation import InCookie, InHeader, InQuery
from .signature import Verify

if TYPE_CHECKING:
    from pydantic import BaseModel

T = TypeVar("T")
R = TypeVar("R", bound="ReceivedRequest[Any]")

ReceivedHeaders = Mapping[str, str] | Iterable[tuple[str, str] | tuple[bytes, bytes]]
"""Header fields as frameworks have them: a mapping, or pairs of texts or of bytes. Names are in any case."""


class Expected(Struct, frozen=True):
    """What the document says of a request that the API sends.

    `payload` is the annotation of its body, one for all media types or each its own; `parameters` the model of what comes
    beside it, whose fields `headers`, `query` and `cookies` are keyed by; `required` are the fields that must be there.
    """

    name: str
    method: str = "POST"
    payload: object = None
    media: tuple[str, ...] = ("application/json",)
    parameters: "type[BaseModel] | None" = None
    headers: Mapping[str, InHeader] = {}
    query: Mapping[str, InQuery] = {}
    cookies: Mapping[str, InCookie] = {}
    required: tuple[str, ...] = ()


class ReceivedRequest(Struct, Generic[T], frozen=True):
    """A request that the API sent."""

    payload: T
    """The body, as the type that the document gives it."""
    headers: Headers
    content: bytes
    mismatches: tuple[Mismatch, ...]
    """Where the request differs from the document; a payload was kept there as it came."""

    expected: ClassVar[Expected] = Expected("")

    @property
    def name(self) -> str:
        """What the document calls it."""
        return self.expected.name

    @classmethod
    def parse(
        cls,
        headers: ReceivedHeaders,
        content: bytes | str,
        *,
        query: bytes | str = "",
        verify: Verify | None = None,
        strict: bool = False,
    ) -> Self:
        """Read a request from its header, its body and the query of its address, all as they came.

        `verify` is called with header and body before anything is read.

        Raises:
            InvalidSignatureError: `verify` said no.
            ReceivedRequestError: the body can't be read, or under `strict` differs from the document.
        """
        from .receiving import receive

        return receive(cls, headers, content, query, verify, strict)

    def __repr__(self) -> str:
        # Payloads hold what nobody wants in a log.
        return f"<{type(self).__name__} {self.name!r} ({len(self.content)} bytes)>"


class UnknownRequest(ReceivedRequest[object], frozen=True):
    """A request that the document does not describe: `payload` is the JSON, text or octets that came."""

    expected: ClassVar[Expected] = Expected("", payload=object)


def first_match(
    kinds: tuple[type[R], ...],
    headers: ReceivedHeaders,
    content: bytes | str,
    *,
    query: bytes | str = "",
    method: str = "POST",
    name: str | None = None,
    verify: Verify | None = None,
    strict: bool = False,
) -> R | UnknownRequest:
    """The request as the kind that it is: the one of that name, else the one that it fits best.

    Raises:
        InvalidSignatureError: `verify` said no.
        ReceivedRequestError: the body can't be read, fits several kinds alike, or under `strict` differs from its kind.
    """
    from .receiving import Came, choose, finish

    came = Came.of(headers, content, query, verify)
    kind = choose(kinds, came, method, name)
    return finish(UnknownRequest, came, strict) if kind is None else finish(kind, came, strict)
