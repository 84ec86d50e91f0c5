"""How a value is written in a parameter: the styles of OpenAPI 3.1 ("Style Values"), which are those of RFC 6570."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, cast
from urllib.parse import quote

from msgspec import Struct

from . import codec, wire
from .mismatch import json_type
from .operation import InCookie, InQuery
from .texts import refused, text_of
from .unset import UNSET

Encode = Callable[[str, str], str]
"""From a text and the name of its parameter to what stands in the request."""


class _Style(Struct, frozen=True):
    """What stands before the first value, between two that are exploded, and between the parts of one that is not;
    whether values are named; what follows the name of an empty one (RFC 6570, appendix A).
    """

    first: str
    between: str
    within: str = ","
    named: bool = False
    empty: str = "="


_STYLES: Final[Mapping[str, _Style]] = {
    "simple": _Style("", ","),
    "label": _Style(".", "."),
    "matrix": _Style(";", ";", named=True, empty=""),
    "form": _Style("", "&", named=True),
    "spaceDelimited": _Style("", "&", "%20", named=True),
    "pipeDelimited": _Style("", "&", "%7C", named=True),
    "cookie": _Style("", "; ", named=True),
}


def written(parameter: Any, value: object, encode: Encode) -> str:
    """A value as its parameter is written; empty for a value that is left out, as an empty list is.

    `parameter` is a `InQuery`, `InPath`, `InHeader` or `InCookie`. Raises `RequestValidationError`.
    """
    name, style = parameter.name, parameter.style
    if parameter.type is not None:
        value = codec.plain_argument(parameter.type, value, name)
    if style == "json":
        return _as_json(parameter, value, encode)
    if style == "deepObject":
        pairs = deep_pairs(name, value)
        return "&".join(f"{encode(key, name)}={encode(text, name)}" for key, text in pairs)
    members = members_of(value)
    if members is not None:
        return _object(_STYLES[style], parameter, members, encode)
    items = items_of(value)
    if items is None:
        return _one(_STYLES[style], name, encode(text_of(value, name), name), encode)
    return _list(_STYLES[style], parameter, items, encode)


def items_of(value: object) -> Sequence[object] | None:
    """The items of a list; None for what is none."""
    if isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray):
        return cast("Sequence[object]", value)
    return None


def members_of(value: object) -> Mapping[str, object] | None:
    """The members of an object; None for what is none."""
    if isinstance(value, Mapping):
        return cast("Mapping[str, object]", value)
    if hasattr(value, "model_dump"):
        return cast("Mapping[str, object]", wire.plain(value))
    return None


def _one(style: _Style, name: str, text: str, encode: Encode) -> str:
    return style.first + (_named(style, encode(name, name), text) if style.named else text)


def _named(style: _Style, name: str, text: str) -> str:
    return f"{name}={text}" if text else name + style.empty


def _list(style: _Style, parameter: Any, items: Sequence[object], encode: Encode) -> str:
    texts = [encode(_inner(item, parameter.name), parameter.name) for item in _given(items)]
    if not texts:
        return ""
    if not parameter.explode:
        return _one(style, parameter.name, style.within.join(texts), encode)
    if style.named:
        name = encode(parameter.name, parameter.name)
        texts = [_named(style, name, text) for text in texts]
    return style.first + style.between.join(texts)


def _object(style: _Style, parameter: Any, members: Mapping[str, object], encode: Encode) -> str:
    pairs = [
        (encode(key, parameter.name), encode(_inner(item, parameter.name), parameter.name))
        for key, value in members.items()
        for item in _repeated(style, parameter.explode, value)
    ]
    if not pairs:
        return ""
    if parameter.explode:
        written = [_named(style if style.named else _PLAIN, key, text) for key, text in pairs]
        return style.first + style.between.join(written)
    parts = style.within.join(part for pair in pairs for part in pair)
    return _one(style, parameter.name, parts, encode)


_PLAIN: Final = _Style("", "")


def _repeated(style: _Style, explode: bool, value: object) -> Sequence[object]:
    """The values of a member: a list in an exploded form repeats its name, as services commonly read it."""
    items = items_of(value) if explode and style.named else None
    return _given([value] if items is None else items)


def _given(items: Sequence[object]) -> list[object]:
    return [item for item in items if item is not UNSET and item is not None]


def _inner(value: object, name: str) -> str:
    """The text of a part. Lists and objects inside of others have no style; they are written as JSON."""
    if items_of(value) is None and members_of(value) is None:
        return text_of(value, name)
    return json_text(value, name)


def deep_pairs(prefix: str, value: object) -> Iterator[tuple[str, str]]:
    """`name[key]` and its text; deeper objects and lists go on in the same way, as is common practice."""
    members, items = members_of(value), items_of(value)
    if members is None and items is None:
        yield prefix, text_of(value, prefix)
        return
    steps = enumerate(items or ()) if members is None else members.items()
    for step, inner in steps:
        if inner is not UNSET and inner is not None:
            yield from deep_pairs(f"{prefix}[{step}]", inner)


def json_text(value: object, name: str) -> str:
    """The JSON text of a value. Raises `RequestValidationError`."""
    try:
        return wire.write(value).decode()
    except wire.NotEncodable as error:
        expected, pointer = error.expected, error.pointer
    raise refused(name + pointer, expected, json_type(value))


def _as_json(parameter: Any, value: object, encode: Encode) -> str:
    text = encode(json_text(value, parameter.name), parameter.name)
    is_named = parameter.name and isinstance(parameter, InQuery | InCookie)
    return f"{encode(parameter.name, parameter.name)}={text}" if is_named else text


_UNRESERVED: Final = re.compile(r"[0-9A-Za-z._~-]+")
_TRIPLET: Final = re.compile("(%[0-9A-Fa-f]{2})")


def percent_encoded(text: str, name: str) -> str:
    """Everything but the unreserved characters of RFC 3986 §2.3 encoded. Raises `RequestValidationError`."""
    if _UNRESERVED.fullmatch(text):  # most are, and `quote` takes its time to find that out
        return text
    return _quoted(text, name, "")


def _quoted(text: str, name: str, safe: str) -> str:
    try:
        return quote(text, safe=safe)
    except UnicodeEncodeError:
        pass
    raise refused(name, "text without lone surrogates", "string")


def _with_reserved(safe: str, text: str, name: str) -> str:
    """As RFC 6570 §3.2.3 has it: what is encoded stays so, and reserved characters stay as they are."""
    parts = _TRIPLET.split(text)
    return "".join(part if at % 2 else _quoted(part, name, safe) for at, part in enumerate(parts))


# What ends a segment, a query or one of its parts is encoded all the same: it would say something else.
reserved_in_query: Final = partial(_with_reserved, ":/?@!$'()*,;=")
reserved_in_path: Final = partial(_with_reserved, ":@!$&'()*+,;=")


def as_it_is(text: str, name: str) -> str:
    """The text itself: header fields know no encoding."""
    return text
