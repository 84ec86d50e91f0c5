"""What a caller gave as the body to what is sent, by its media type."""

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import Any, Final, cast

from . import codec, wire
from .contents import BodyContent, FormData, Source, source_of
from .operation import FormPart, InQuery, Operation, is_json, is_lines, is_sequence
from .parameters import query_string
from .styles import items_of, members_of
from .texts import refused, text_of
from .unset import UNSET
from .upload import Upload

Payload = tuple[bytes | Upload, str]
"""The body and its media type."""

_JSON: Final = "application/json"
_FORM: Final = "application/x-www-form-urlencoded"


def payload_of(operation: Operation[Any], given: object, media: str | None) -> Payload | None:
    """The body of a request; None for none. Raises `RequestValidationError`."""
    media = media or operation.media[0]
    if media == _JSON and operation.body is not BodyContent:  # nearly always
        content = codec.encode_body(operation.body, given, operation.body_required)
        return None if content is None else (content, media)
    if given is UNSET:
        if operation.body_required:
            raise refused("body", "a value", "nothing")
        return None
    if operation.body is BodyContent:
        source = source_of(given, "body")
        return source if isinstance(source, bytes) else Upload(source), media
    essence = media.partition(";")[0].strip().lower()
    if is_lines(essence) or is_sequence(essence):
        return _lines(operation.body, given, essence), media
    if essence == _FORM or essence.startswith("multipart/"):
        return _form(operation, given, media, essence)
    if is_json(essence):
        content = codec.encode_body(operation.body, given, operation.body_required)
        return None if content is None else (content, media)
    return text_of(given, "body").encode(), media


def _form(operation: Operation[Any], given: object, media: str, essence: str) -> Payload | None:
    if not operation.body_required and codec.is_left_out(given):
        return None
    if operation.body is not FormData:
        given = codec.plain_body(operation.body, given)
    fields = members_of(given)
    if essence != _FORM and (fields is not None or items_of(given) is not None):
        from .multipart import multipart  # here, since few programs send any

        return multipart(media, given, operation.parts)
    if fields is None:
        raise refused("body", "a mapping of fields", "value")
    declared = {name: _field(name, value, operation) for name, value in fields.items()}
    return query_string(declared, fields).encode(), media


def _field(name: str, value: object, operation: Operation[Any]) -> InQuery:
    """How a property is written: as declared, objects as JSON, all else as a query has it."""
    part = operation.parts.get(name, _PLAIN)
    if part.style is not None:
        return InQuery(name, part.style, part.explode, part.reserved)
    is_json = part.media[:1] == (_JSON,) or members_of(value) is not None
    return InQuery(name, "json") if is_json else InQuery(name)


_PLAIN: Final = FormPart()


def _lines(annotation: object, given: object, essence: str) -> bytes | Upload:
    """One JSON text a line, each checked when its turn comes."""
    before = b"\x1e" if is_sequence(essence) else b""  # RFC 7464
    if isinstance(given, AsyncIterable):
        values = cast("AsyncIterable[object]", given)
        return Upload(Source(None, False, ablocks=lambda: _aline(annotation, values, before)))
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        raise refused("body", "an iterable of values", "value")
    lines = cast("Iterable[object]", given)
    if items_of(lines) is not None:
        return b"".join(_line(annotation, lines, before))
    return Upload(Source(None, False, lambda: _line(annotation, lines, before)))


def _line(annotation: object, values: Iterable[object], before: bytes) -> Iterator[bytes]:
    for value in values:
        yield before + wire.write(codec.plain_body(annotation, value)) + b"\n"


async def _aline(
    annotation: object, values: AsyncIterable[object], before: bytes
) -> AsyncIterator[bytes]:
    async for value in values:
        yield before + wire.write(codec.plain_body(annotation, value)) + b"\n"
