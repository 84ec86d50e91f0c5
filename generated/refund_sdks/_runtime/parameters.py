"""Arguments for path, query and header to the text that stands in the request."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any, Final, cast
from urllib.parse import quote
from uuid import UUID

from .errors import RequestValidationError
from .instants import wire_text
from .mismatch import Mismatch, json_type
from .operation import Query
from .secret import Secret
from .unset import UNSET

_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")
_UNRESERVED: Final = re.compile(r"[0-9A-Za-z._~-]+")
# What may stand in a path as it is: RFC 3986 §3.3, and % of what is encoded already.
_PATH_SAFE: Final = "/:@!$&'()*+,;=~%"
_STRAY_PERCENT: Final = re.compile("%(?![0-9A-Fa-f]{2})")


def fill(template: str, arguments: Sequence[object]) -> str:
    """The path of a request: each `{name}` replaced by its argument, encoded as one segment.

    Raises `RequestValidationError` for an argument that is empty, None, or would make a `.` or `..` segment: such a
    path means another resource.
    """
    start, rest = _parts(template)
    if len(arguments) != len(rest):
        raise TypeError(f"{template} takes {len(rest)} arguments, not {len(arguments)}")
    pieces = [start]
    for argument, (name, literal) in zip(arguments, rest, strict=False):
        # The usual case, at a tenth of the time.
        if type(argument) is str and argument.isalnum() and argument.isascii():
            pieces += (argument, literal)
        else:
            pieces += (segment(argument, name), literal)
    path = "".join(pieces)
    # Two placeholders side by side can make what neither is alone.
    if "/." in path and not {".", ".."}.isdisjoint(path.split("/")):
        raise _refused(rest[-1][0] if rest else template, "no `.` or `..` segment", "string")
    return path


def segment(value: object, name: str) -> str:
    """A path argument, percent-encoded: everything but the unreserved characters of RFC 3986 §2.3."""
    text = text_of(value, name)
    if text in _MEANINGFUL:
        raise _refused(name, "a non-empty text other than `.` and `..`", json_type(value))
    return _quoted(text, name)


_MEANINGFUL: Final = frozenset({"", ".", ".."})


def query_string(declared: Mapping[str, Query], given: Mapping[str, object]) -> str:
    """The query of a request, without `?`. What is `UNSET` or None is left out."""
    pairs = [
        pair
        for name, value in given.items()
        if value is not UNSET and value is not None
        for pair in _query_pairs(declared[name], value)
    ]
    return "&".join(pairs)


def header_fields(
    declared: Mapping[str, str], given: Mapping[str, object]
) -> Iterator[tuple[str, Secret]]:
    """Header parameters: lists joined by commas (style `simple`). What is `UNSET` or None is left out."""
    for name, value in given.items():
        if value is UNSET or value is None:
            continue
        items = _items(value)
        values = [value] if items is None else items
        yield declared[name], Secret(",".join(text_of(item, name) for item in values))


def text_of(value: object, name: str) -> str:
    """The text of a scalar: `true`, `12.50`, `2024-05-01`; the wire text where it came over the wire."""
    convert = _TEXTS.get(type(value))
    if convert is None:
        for kind, candidate in _TEXTS.items():
            if isinstance(value, kind):
                convert = candidate
                break
        else:
            raise _refused(name, "a text, number, date or UUID", json_type(value))
    if isinstance(value, Decimal) and not value.is_finite():
        raise _refused(name, "a finite number", "number")
    if isinstance(value, datetime) and value.tzinfo is None and not getattr(value, "_wire", ""):
        raise _refused(name, "a date-time with an offset", "date-time")
    return convert(value)


# Searched in this order for subclasses. A subclass of str counts as its characters, whatever its `__str__` says.
_TEXTS: Final[dict[type, Callable[[Any], str]]] = {
    Enum: lambda member: text_of(member.value, ""),
    str: str.__str__,
    bool: lambda flag: "true" if flag else "false",
    int: int.__repr__,
    Decimal: lambda number: format(number, "f"),
    float: float.__repr__,
    datetime: wire_text,
    date: wire_text,
    time: wire_text,
    UUID: wire_text,
}


@lru_cache(maxsize=1024)
def _parts(template: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What comes before the first placeholder; each placeholder with what comes after it."""
    pieces = _PLACEHOLDER.split(template)
    start, *literals = [encoded(literal) for literal in pieces[::2]]
    return start, tuple(zip(pieces[1::2], literals, strict=True))


def encoded(text: str) -> str:
    """A path or query in which what may not stand there is percent-encoded, and what is encoded stays so."""
    return quote(_STRAY_PERCENT.sub("%25", text), safe=_PATH_SAFE)


def _query_pairs(parameter: Query, value: object) -> Iterator[str]:
    name = quote(parameter.name, safe="")
    if isinstance(value, Mapping):
        yield from _query_members(parameter, cast("Mapping[str, object]", value))
        return
    items = _items(value)
    texts = [text_of(item, parameter.name) for item in ([value] if items is None else items)]
    encoded = [_quoted(text, parameter.name) for text in texts]
    if parameter.explode or items is None:
        yield from (f"{name}={text}" for text in encoded)
    elif encoded:
        yield f"{name}={_SEPARATORS[parameter.style].join(encoded)}"


_SEPARATORS: Final = {
    "form": ",",
    "spaceDelimited": "%20",
    "pipeDelimited": "%7C",
    "deepObject": ",",
}


def _query_members(parameter: Query, members: Mapping[str, object]) -> Iterator[str]:
    name = quote(parameter.name, safe="")
    given = {
        key: value for key, value in members.items() if value is not UNSET and value is not None
    }
    pairs = [
        (_quoted(key, name), _quoted(text_of(value, name), name)) for key, value in given.items()
    ]
    if parameter.style == "deepObject":
        yield from (f"{name}%5B{key}%5D={text}" for key, text in pairs)
    elif parameter.explode:
        yield from (f"{key}={text}" for key, text in pairs)
    elif pairs:
        yield f"{name}={','.join(part for pair in pairs for part in pair)}"


def _items(value: object) -> Sequence[object] | None:
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return cast("Sequence[object]", value)
    return None


def _quoted(text: str, name: str) -> str:
    if _UNRESERVED.fullmatch(text):  # most are, and `quote` takes its time to find that out
        return text
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        pass
    raise _refused(name, "text without lone surrogates", "string")


def _refused(name: str, expected: str, got: str) -> RequestValidationError:
    return RequestValidationError(Mismatch(name, expected, got))
