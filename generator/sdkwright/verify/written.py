"""What arguments outside of the body and forms must look like on the wire, worked out without the SDK."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from urllib.parse import quote

from ..ir.model import Location, Parameter
from ..ir.writing import Part, Style, Writing
from ..text.node import Plain
from .exact import minified

# Style, then what stands first, between exploded values, between others; whether values are named (RFC 6570, appendix A).
_STYLES = {
    Style.SIMPLE: ("", ",", ",", False),
    Style.LABEL: (".", ".", ",", False),
    Style.MATRIX: (";", ";", ",", True),
    Style.FORM: ("", "&", ",", True),
    Style.SPACE: ("", "&", "%20", True),
    Style.PIPE: ("", "&", "%7C", True),
    Style.COOKIE: ("", "; ", ",", True),
}


def written(parameter: Parameter, value: Plain) -> str:
    """The text of a parameter in its place."""
    raw = parameter.location is Location.HEADER or parameter.writing.style is Style.COOKIE
    text = _written(parameter.wire, parameter.writing, parameter.location, value, raw)
    return text.replace("&", "; ") if parameter.location is Location.COOKIE else text


def form(parts: tuple[Part, ...], members: dict[str, Plain]) -> str:
    """A form in the encoding of addresses."""
    said = {part.wire: part for part in parts}
    texts: list[str] = []
    for name, value in members.items():
        part = said.get(name, Part(name))
        as_json = isinstance(value, dict) or part.media[:1] == ("application/json",)
        usual = Writing(Style.JSON if as_json else Style.FORM, explode=True)
        if value is not None:
            texts.append(_written(name, part.writing or usual, Location.QUERY, value, False))
    return "&".join(text for text in texts if text)


def _written(name: str, writing: Writing, place: Location, value: Plain, raw: bool) -> str:
    named = place in (Location.QUERY, Location.COOKIE) and not writing.whole
    if writing.style is Style.JSON:
        text = _encoded(minified(value), raw)
        return f"{_encoded(name, raw)}={text}" if named else text
    if writing.style is Style.DEEP:
        return "&".join(
            f"{_encoded(key, raw)}={_encoded(text, raw)}" for key, text in _deep(name, value)
        )
    first, between, within, has_name = _STYLES[writing.style]
    name = _encoded(name, raw)
    pairs = _pairs(name, value, writing, raw, has_name)
    if not pairs:
        return ""
    if writing.explode or not isinstance(value, list | dict):
        as_pairs = has_name or isinstance(value, dict)
        empty = "" if writing.style is Style.MATRIX else "="
        texts = [(f"{k}={v}" if v else k + empty) if as_pairs else v for k, v in pairs]
        return first + between.join(texts)
    flat = (
        [part for pair in pairs for part in pair]
        if isinstance(value, dict)
        else [v for _, v in pairs]
    )
    joined = within.join(flat)
    return first + (f"{name}={joined}" if has_name else joined)


def _pairs(
    name: str, value: Plain, writing: Writing, raw: bool, repeats: bool
) -> list[tuple[str, str]]:
    if isinstance(value, list):
        return [
            (name, _encoded(_text(one), raw, writing.reserved)) for one in value if one is not None
        ]
    if not isinstance(value, dict):
        return [(name, _encoded(_text(value), raw, writing.reserved))]
    found: list[tuple[str, str]] = []
    for key, member in value.items():
        spread = member if isinstance(member, list) and writing.explode and repeats else [member]
        found += [
            (_encoded(key, raw), _encoded(_text(one), raw, writing.reserved))
            for one in spread
            if one is not None
        ]
    return found


def _deep(name: str, value: Plain) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, member in value.items():
            yield from _deep(f"{name}[{key}]", member)
    elif isinstance(value, list):
        for at, member in enumerate(value):
            yield from _deep(f"{name}[{at}]", member)
    elif value is not None:
        yield name, _text(value)


def _text(value: Plain) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    return minified(value) if isinstance(value, list | dict) else str(value)


def _encoded(text: str, raw: bool, reserved: bool = False) -> str:
    if raw:
        return text
    return quote(text, safe=":/?@!$'()*,;=%" if reserved else "")
