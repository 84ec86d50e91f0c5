"""A form as `multipart/form-data` (RFC 7578): its parts in order, files among them read when they are sent."""

import mimetypes
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Final, cast

from msgspec import Struct

from .contents import FilePart, Source, is_content, is_sound, name_of, source_of
from .headers import is_field_name, is_field_value
from .operation import FormPart
from .styles import deep_pairs, items_of, json_text, members_of
from .texts import refused, text_of
from .unset import UNSET
from .upload import Upload

_SEPARATORS: Final[Mapping[str, str]] = {"spaceDelimited": " ", "pipeDelimited": "|"}
_JSON: Final = "application/json"
_OCTETS: Final = "application/octet-stream"


class _Sent(Struct, frozen=True):
    """One part: where it belongs, the fields of its head, its content."""

    name: str
    content: bytes | Source
    media: str | None = None
    filename: str | None = None
    headers: Mapping[str, str] = {}


_BOUNDARY: Final = re.compile(r"\s*;\s*boundary=(?:\"[^\"]*\"|[^;]*)", re.IGNORECASE)
"""What a description says of boundaries holds for its example."""


def multipart(media: str, given: object, parts: Mapping[str, FormPart]) -> tuple[Upload, str]:
    """The body and its media type, with a boundary that nobody can foresee. Raises `RequestValidationError`."""
    boundary = secrets.token_hex(16)
    is_form = media.partition(";")[0].strip().lower() == "multipart/form-data"
    pieces: list[bytes | Source] = []
    for one in _all(given, parts):
        pieces += (_head(one, boundary, is_form), one.content, b"\r\n")
    pieces.append(f"--{boundary}--\r\n".encode())
    return Upload(*pieces), f"{_BOUNDARY.sub('', media)}; boundary={boundary}"


def _all(given: object, parts: Mapping[str, FormPart]) -> Iterator[_Sent]:
    members, items = members_of(given), items_of(given)
    usual = _PLAIN
    if members is None:
        if items is None:
            raise refused("body", "a mapping or a list of parts", "value")
        members = {str(at): item for at, item in enumerate(items)}
        usual = parts.get(ANY_PLACE, _PLAIN)
    for name, value in members.items():
        if value is not UNSET and value is not None:
            yield from _parts(name, value, parts.get(name, usual))


ANY_PLACE: Final = "*"
"""What is declared of the parts that have a place and no name."""
_PLAIN: Final = FormPart()


def _parts(name: str, value: object, part: FormPart) -> Iterator[_Sent]:
    if part.file is None and is_content(value):
        yield _file(name, value, part)
        return
    if part.type is not None:
        from .codec import plain_argument

        value = plain_argument(part.type, value, name)
    if part.style is not None:
        for key, text in _styled(name, value, part):
            yield _Sent(key, text.encode())
        return
    items = None if part.media[:1] == (_JSON,) else items_of(value)
    for item in [value] if items is None else items:
        if item is not UNSET and item is not None:
            yield _one(name, item, part)


def _one(name: str, value: object, part: FormPart) -> _Sent:
    if is_content(value) or part.file:
        return _file(name, value, part)
    media = next((one for one in part.media if "*" not in one), None)
    if members_of(value) is not None or items_of(value) is not None or media == _JSON:
        return _Sent(name, json_text(value, name).encode(), media or _JSON)
    return _Sent(name, text_of(value, name).encode(), media)


def _file(name: str, value: object, part: FormPart) -> _Sent:
    told = value if isinstance(value, FilePart) else FilePart(cast("bytes", value))
    filename = told.filename or name_of(told.content) or name
    guessed = told.content_type or mimetypes.guess_type(filename)[0]
    known = next((one for one in part.media if "*" not in one), _OCTETS)
    media = guessed if guessed and (told.content_type or _fits(guessed, part.media)) else known
    return _Sent(name, source_of(told.content, name), media, filename, told.headers)


def _fits(media: str, ranges: Sequence[str]) -> bool:
    return not ranges or any(fnmatchcase(media, one) for one in ranges)


def _styled(name: str, value: object, part: FormPart) -> Iterable[tuple[str, str]]:
    if part.style == "deepObject":
        return deep_pairs(name, value)
    members, items = members_of(value), items_of(value)
    if part.explode:
        pairs = [(name, item) for item in items or ()] if members is None else members.items()
        inner = [(name, value)] if members is None and items is None else pairs
        return [(key, text_of(one, name)) for key, one in inner if one is not None]
    flat = items if members is None else [part for pair in members.items() for part in pair]
    texts = [text_of(one, name) for one in ([value] if flat is None else flat)]
    return [(name, _SEPARATORS.get(part.style or "", ",").join(texts))]


def _head(part: _Sent, boundary: str, is_form: bool) -> bytes:
    lines = [f"--{boundary}"]
    if is_form:
        named = f'; filename="{_quoted(part.filename)}"' if part.filename is not None else ""
        lines.append(f'Content-Disposition: form-data; name="{_quoted(part.name)}"{named}')
    elif part.filename is not None:
        lines.append(f'Content-Disposition: attachment; filename="{_quoted(part.filename)}"')
    fields = {} if part.media is None else {"Content-Type": part.media}
    for name, value in (fields | dict(part.headers)).items():
        if not is_field_name(name) or not is_field_value(value):
            raise refused(part.name, "header fields without line breaks", "another text")
        lines.append(f"{name}: {value}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _quoted(text: str) -> str:
    """A name within quotes, as browsers write it (WHATWG HTML, "multipart/form-data encoding algorithm")."""
    if not is_sound(text):
        raise refused("name", "text without lone surrogates", "string")
    return text.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
