"""Header fields, a body and a query to the request that a document describes."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any, Final, Self, TypeVar, cast

from msgspec import Struct

from . import codec, wire
from .annotations import accepts_null, item_of, kind
from .described import described
from .errors import InvalidSignatureError, ReceivedRequestError
from .headers import Headers
from .mismatch import NOTHING, Mismatch
from .operation import by_media, is_lines, is_sequence
from .received import Expected, ReceivedHeaders, ReceivedRequest
from .resemblance import Resemblance, resemblance
from .signature import Verify
from .spelling import cookie_pairs, nested, query_pairs, raw_value

R = TypeVar("R", bound=ReceivedRequest[Any])

_PACKAGE: Final = __name__.rpartition("._runtime")[0] or __name__.partition(".")[0]
_log: Final = logging.getLogger(f"{_PACKAGE}.received")
_FORM: Final = "application/x-www-form-urlencoded"


class Came(Struct, frozen=True):
    """What came, before anybody knows what it is."""

    headers: Headers
    content: bytes
    query: str

    @classmethod
    def of(
        cls,
        headers: ReceivedHeaders,
        content: bytes | str,
        query: bytes | str,
        verify: Verify | None,
    ) -> Self:
        """What a framework hands over. Raises `InvalidSignatureError` where `verify` says no."""
        octets = content.encode() if isinstance(content, str) else bytes(content)
        text = query.decode("latin-1") if isinstance(query, bytes) else query
        came = cls(Headers(_fields(headers)), octets, text.removeprefix("?"))
        if verify is not None and verify(came.headers, came.content) is False:
            raise InvalidSignatureError("the signature of the request is not the sender's")
        return came

    def media(self, expected: Expected) -> str:
        """The media type of the body; the first that is expected where the header does not say."""
        return self.headers.get("content-type", "") or expected.media[0]

    def __repr__(self) -> str:
        return f"<Came ({len(self.content)} bytes)>"


def receive(
    kind_: type[R],
    headers: ReceivedHeaders,
    content: bytes | str,
    query: bytes | str,
    verify: Verify | None,
    strict: bool,
) -> R:
    """What came as a request of a kind. Raises `InvalidSignatureError` or `ReceivedRequestError`."""
    return finish(kind_, Came.of(headers, content, query, verify), strict)


def finish(kind_: type[R], came: Came, strict: bool) -> R:
    """What came, read. Raises `ReceivedRequestError` for a body that can't be read, or under `strict` differs."""
    expected = kind_.expected
    payload: Any = None
    found: list[Mismatch] = []
    more: dict[str, object] = {}
    fault = ""
    try:
        payload, mismatches = _payload(expected, came)
        found += mismatches
        if expected.parameters is not None:
            more["parameters"] = _parameters(expected, came, found)
    except wire.NotJSON as problem:
        fault = str(problem)
    if found and strict and not fault:
        fault = f"not as described: {'; '.join(map(str, found[:3]))}"
    if fault:
        # Here, outside of the handler: the frames below hold the body.
        raise ReceivedRequestError(f"{expected.name or 'request'}: {fault}", *found)
    if found:
        _log.warning("%s: %d values not as described; %.200s", expected.name, len(found), found[0])
    return kind_(
        payload=payload, headers=came.headers, content=came.content, mismatches=tuple(found), **more
    )


def choose(kinds: tuple[type[R], ...], came: Came, method: str, name: str | None) -> type[R] | None:
    """The kind that a request is: that of a name, else the one that it resembles most; None for none of them.

    Raises `ReceivedRequestError` where it resembles several alike.
    """
    likely = [one for one in kinds if one.expected.method == method.upper()]
    if name is not None:
        likely = [one for one in likely if one.expected.name == name]
        return likely[0] if likely else None
    ranked = [(_resemblance(one.expected, came), one) for one in likely]
    possible = sorted(
        (pair for pair in ranked if pair[0] is not None),
        key=lambda pair: cast("Resemblance", pair[0]),
    )
    if len(possible) > 1 and possible[0][0] == possible[1][0]:
        alike = [one.expected.name for rank, one in possible if rank == possible[0][0]]
        message = f"the request is one of {', '.join(alike)}, which look alike: say its `name`"
        raise ReceivedRequestError(message)
    return possible[0][1] if possible else None


def _resemblance(expected: Expected, came: Came) -> Resemblance | None:
    """How much a request resembles a kind, less being more; None where it can't be of it."""
    media = came.media(expected)
    try:
        raw = _raw(by_media(expected.payload, media), came, _essence(media))
        ranks = [resemblance(by_media(expected.payload, media), raw)]
    except wire.NotJSON:
        return None
    if expected.parameters is not None:
        parameters = wire.plain(_parameters(expected, came, []))
        ranks.append(resemblance(expected.parameters, parameters))
    if any(rank is None for rank in ranks):
        return None
    sums = zip(*cast("list[Resemblance]", ranks), strict=True)
    return cast("Resemblance", tuple(map(sum, sums)))


def _payload(expected: Expected, came: Came) -> codec.Decoded:
    media = came.media(expected)
    annotation = by_media(expected.payload, media)
    if annotation is None:
        return None, ()
    if annotation is object:
        return _anything(came), ()
    if annotation is bytes:
        return came.content, ()
    if not came.content.strip() and annotation is not str:
        if accepts_null(annotation):
            return None, ()
        return None, (Mismatch("", kind(annotation), NOTHING),)
    return codec.fitted(annotation, _raw(annotation, came, _essence(media)))


def _anything(came: Came) -> object:
    """What nobody described: JSON as it is, else text, else octets."""
    try:
        return wire.read(came.content) if came.content.strip() else None
    except wire.NotJSON:
        pass
    try:
        return came.content.decode()
    except UnicodeDecodeError:
        return came.content


def _raw(annotation: Any, came: Came, media: str) -> object:
    """What JSON would have for the body. Raises `wire.NotJSON`."""
    if annotation is None or not came.content.strip():
        return None
    if media == _FORM:
        return raw_value(annotation, nested(query_pairs(_text(came))))
    if media.startswith("multipart/"):
        from .parts import parts_of

        return raw_value(annotation, nested(parts_of(came.headers, came.content)))
    if annotation is str and "json" not in media:
        return _text(came)
    if item_of(annotation) is not None and (is_lines(media) or is_sequence(media)):
        lines = came.content.replace(b"\x1e", b"\n").splitlines()
        return [wire.read(line) for line in lines if line.strip()]
    return wire.read(came.content)


def _parameters(expected: Expected, came: Came, found: list[Mismatch]) -> Any:
    assert expected.parameters is not None
    return described(
        expected.parameters,
        expected.required,
        found,
        (expected.headers, came.headers),
        (expected.query, query_pairs(came.query)),
        (expected.cookies, cookie_pairs(came.headers.get("cookie", ""))),
    )


def _essence(media: str) -> str:
    return media.partition(";")[0].strip().lower()


def _text(came: Came) -> str:
    charset = came.headers.get("content-type", "").lower().partition("charset=")[2].strip('"; ')
    try:
        return came.content.decode(charset or "utf-8", "replace")
    except LookupError:
        return came.content.decode("utf-8", "replace")


def _fields(headers: ReceivedHeaders) -> Sequence[tuple[bytes, bytes]]:
    pairs: Any = cast("Any", headers).items() if isinstance(headers, Mapping) else headers
    return [(_octets(name), _octets(value)) for name, value in pairs]


def _octets(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("latin-1", "replace")
