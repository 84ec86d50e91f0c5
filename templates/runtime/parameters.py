"""Arguments for path, query, header and cookies to the text that stands in the request."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from .mismatch import json_type
from .operation import InCookie, InHeader, InPath, InQuery
from .secret import Secret
from .styles import as_it_is, percent_encoded, reserved_in_path, reserved_in_query, written
from .texts import refused, text_of
from .unset import UNSET

_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")
# What may stand in a path as it is: RFC 3986 §3.3, and % of what is encoded already.
_PATH_SAFE: Final = "/:@!$&'()*+,;=~%"
_STRAY_PERCENT: Final = re.compile("%(?![0-9A-Fa-f]{2})")


def fill(template: str, arguments: Sequence[object], segments: tuple[InPath, ...] = ()) -> str:
    """The path of a request: each `{name}` replaced by its argument, encoded as one segment.

    `segments` tells of those that are not plain text. Raises `RequestValidationError` for an argument that is empty,
    None, or would make a `.` or `..` segment: such a path means another resource.
    """
    start, rest = _parts(template)
    if len(arguments) != len(rest):
        raise TypeError(f"{template} takes {len(rest)} arguments, not {len(arguments)}")
    pieces = [start]
    for argument, (name, literal) in zip(arguments, rest, strict=False):
        # The usual case, at a tenth of the time.
        if not segments and type(argument) is str and argument.isalnum() and argument.isascii():
            pieces += (argument, literal)
        else:
            pieces += (_segment(argument, name, segments), literal)
    path = "".join(pieces)
    # Two placeholders side by side can make what neither is alone.
    if "/." in path and not {".", ".."}.isdisjoint(path.split("/")):
        raise refused(rest[-1][0] if rest else template, "no `.` or `..` segment", "string")
    return path


def segment(value: object, name: str) -> str:
    """A path argument, percent-encoded: everything but the unreserved characters of RFC 3986 §2.3."""
    text = text_of(value, name)
    if text in _MEANINGFUL:
        raise refused(name, "a non-empty text other than `.` and `..`", json_type(value))
    return percent_encoded(text, name)


_MEANINGFUL: Final = frozenset({"", ".", ".."})


def _segment(value: object, name: str, segments: tuple[InPath, ...]) -> str:
    parameter = next((one for one in segments if one.name == name), None)
    if parameter is None:
        return segment(value, name)
    if parameter.spanning:
        return "/".join(segment(part, name) for part in text_of(value, name).split("/"))
    encode = reserved_in_path if parameter.reserved else percent_encoded
    text = "" if value is UNSET else written(parameter, value, encode)
    if text in _MEANINGFUL:
        raise refused(name, "a value that is not empty, `.` or `..`", json_type(value))
    return text


def query_string(declared: Mapping[str, InQuery], given: Mapping[str, object]) -> str:
    """The query of a request, without `?`. What is `UNSET` or None is left out."""
    parts: list[str] = []
    for name, value in given.items():
        if value is not UNSET and value is not None:
            parameter = declared[name]
            encode = reserved_in_query if parameter.reserved else percent_encoded
            parts.append(written(parameter, value, encode))
    return "&".join(filter(None, parts))


def header_fields(
    declared: Mapping[str, InHeader], given: Mapping[str, object]
) -> Iterator[tuple[str, Secret]]:
    """Header parameters. What is `UNSET` or None is left out."""
    for name, value in given.items():
        if value is not UNSET and value is not None:
            parameter = declared[name]
            yield parameter.name, Secret(written(parameter, value, as_it_is))


def cookie_pairs(declared: Mapping[str, InCookie], given: Mapping[str, object]) -> Secret | None:
    """Cookie parameters as one header value; None for none. What is `UNSET` or None is left out.

    Where a value makes several pairs these are cookies of their own, since `&` separates none (RFC 6265 §4.2.1).
    """
    parts: list[str] = []
    for name, value in given.items():
        if value is not UNSET and value is not None:
            parameter = declared[name]
            encode = _cookie_text if parameter.style == "cookie" else percent_encoded
            parts.append(written(parameter, value, encode).replace("&", "; "))
    text = "; ".join(filter(None, parts))
    return Secret(text) if text else None


_COOKIE: Final = re.compile(r"[!#-+\--:<-\[\]-~]*")


def _cookie_text(text: str, name: str) -> str:
    if _COOKIE.fullmatch(text) is None:
        raise refused(name, "a cookie value (RFC 6265)", "another text")
    return text


@lru_cache(maxsize=1024)
def _parts(template: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What comes before the first placeholder; each placeholder with what comes after it."""
    pieces = _PLACEHOLDER.split(template)
    start, *literals = [encoded(literal) for literal in pieces[::2]]
    return start, tuple(zip(pieces[1::2], literals, strict=True))


def encoded(text: str) -> str:
    """A path or query in which what may not stand there is percent-encoded, and what is encoded stays so."""
    return quote(_STRAY_PERCENT.sub("%25", text), safe=_PATH_SAFE)
