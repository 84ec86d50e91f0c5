"""What a document describes of a header, a query and cookies, to a model of it.

A field that is missing or malformed reads None: the texts themselves stay at hand.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar, cast

from msgspec import Struct
from pydantic import BaseModel

from . import codec, wire
from .annotations import kind
from .fields import field_annotation, fields_by_wire_name
from .headers import Headers
from .mismatch import NOTHING, Mismatch
from .operation import InCookie, InHeader, InQuery, TypedHeaders
from .salvage import assembled
from .spelling import Spelled, is_list, is_object, listed, nested, paired, raw_value

M = TypeVar("M", bound=BaseModel)
Pairs = Sequence[tuple[str, str]]

_SEPARATORS: Final[Mapping[str, str]] = {"spaceDelimited": " ", "pipeDelimited": "|"}


class _Text(Struct, frozen=True):
    """What came for a field: its texts, or JSON."""

    value: Spelled
    is_json: bool = False


def described(
    model: type[M],
    required: Sequence[str],
    found: list[Mismatch],
    headers: tuple[Mapping[str, InHeader], Headers],
    query: tuple[Mapping[str, InQuery], Pairs] = ({}, ()),
    cookies: tuple[Mapping[str, InCookie], Pairs] = ({}, ()),
) -> M:
    """The model of what came. What is not as described is added to `found`, by its wire name.

    The declarations are keyed by the Python names of fields, of which `required` must have come.
    """
    came: dict[str, tuple[str, _Text | None]] = {}
    for name, one in headers[0].items():
        came[name] = one.name, _of_header(one, headers[1], field_annotation(model, name))
    for declared, pairs in (query, cookies):
        for name, other in declared.items():
            came[name] = other.name, _of_pairs(other, pairs, field_annotation(model, name))
    values: dict[str, object] = {}
    for name, (wire_name, text) in came.items():
        annotation = field_annotation(model, name)
        if text is None and name in required:
            found.append(Mismatch(wire_name, kind(annotation), NOTHING))
        elif text is not None:
            value, mismatches = _read(annotation, text)
            found += [Mismatch(wire_name + m.pointer, m.expected, m.got) for m in mismatches]
            values |= {} if mismatches else {name: value}
    empty = {name: None for name in came if name not in values}
    return cast("M", assembled(model, {**values, **empty}, {}, set(values)))


def _read(annotation: Any, text: _Text) -> codec.Decoded:
    if not text.is_json:
        return codec.fitted(annotation, raw_value(annotation, text.value))
    try:
        return codec.decode(annotation, str(text.value).encode("latin-1", "replace"))
    except wire.NotJSON:
        return None, (Mismatch("", "JSON", "string"),)


def _of_header(one: InHeader, headers: Headers, annotation: Any) -> _Text | None:
    texts = headers.get_all(one.name)
    if not texts:
        return None
    if one.style == "json":
        return _Text(", ".join(texts), is_json=True)
    if is_list(annotation):
        # A comma is no separator in `Set-Cookie` (RFC 6265 §3): there is a field for each.
        is_cookie = one.name.lower() == "set-cookie"
        return _Text(texts if is_cookie else [part for text in texts for part in listed(text)])
    if is_object(annotation):
        return _Text(paired(listed(", ".join(texts)), one.explode))
    return _Text(", ".join(texts))


def _of_pairs(one: InQuery | InCookie, pairs: Pairs, annotation: Any) -> _Text | None:
    texts = [value for name, value in pairs if name == one.name]
    if one.style == "deepObject":
        below = nested([(name, value) for name, value in pairs if name.startswith(one.name + "[")])
        return _Text(below[one.name]) if one.name in below else None
    if is_object(annotation) and one.explode and one.style != "json":
        return _Text(dict(pairs)) if pairs else None
    if not texts:
        return None
    if one.style == "json":
        return _Text(texts[0], is_json=True)
    if is_list(annotation):
        return _Text(texts if one.explode else listed(texts[0], _SEPARATORS.get(one.style, ",")))
    if is_object(annotation):
        return _Text(paired(listed(texts[0]), explode=False))
    return _Text(texts[0])


def read_headers(typed: TypedHeaders, headers: Headers) -> tuple[Any, tuple[Mismatch, ...]]:
    """The headers of a reply as their model, and where they differ from the description."""
    declared = {
        name: InHeader(
            wire_name, "json" if wire_name in typed.json else "simple", wire_name in typed.exploded
        )
        for wire_name, name in fields_by_wire_name(typed.model).items()
    }
    required = [name for name, one in declared.items() if one.name in typed.required]
    found: list[Mismatch] = []
    told = described(typed.model, required, found, (declared, headers))
    return told, tuple(found)
