"""Texts of header fields, queries and forms to values: the way back from the styles of OpenAPI ("Style Values").

A text says nothing of its type, so the annotation does: `5` is a number where one is described, else the text `5`. What
is made here is what JSON would have; `codec.fitted` then makes the value of it, exactly.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from email.utils import parsedate_to_datetime
from types import NoneType
from typing import Any, Final, Literal, TypeAlias, cast, get_args, get_origin
from urllib.parse import unquote, unquote_plus

from . import codec, wire
from .annotations import arms, bare, item_of, model_of, value_of
from .fields import extra_annotation, field_annotation, fields_by_wire_name

Spelled: TypeAlias = "str | bytes | Sequence[Spelled] | Mapping[str, Spelled]"
"""A value as texts: a list for a name that came several times, a mapping for an object."""

_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?", re.ASCII)
_FLAGS: Final[Mapping[str, bool]] = {"true": True, "false": False, "1": True, "0": False}
_ITEM: Final = re.compile(r'(?:[^",]|"(?:[^"\\]|\\.)*"?)*')


def raw_value(annotation: Any, spelled: Spelled) -> object:
    """What JSON would have for texts that are to be read as `annotation`."""
    if isinstance(spelled, Mapping):
        return _members(annotation, spelled)
    if isinstance(spelled, bytes):
        return spelled
    item = _first(annotation, item_of)
    if not isinstance(spelled, str):
        if item is not None:
            return [raw_value(item, one) for one in spelled]
        return raw_value(annotation, spelled[0]) if spelled else None
    is_object = _first(annotation, model_of) or _first(annotation, value_of)
    if (item is not None or is_object is not None) and not _is_text(annotation):
        return _json(spelled, lambda: spelled if item is None else [raw_value(item, spelled)])
    return _scalar(annotation, spelled)


def _json(text: str, otherwise: Callable[[], object]) -> object:
    """A list or an object inside of a form has no style: it is commonly JSON."""
    try:
        value = wire.read(text) if text.lstrip()[:1] in ("[", "{") else None
    except wire.NotJSON:
        value = None
    return otherwise() if value is None else value


def _scalar(annotation: Any, text: str) -> object:
    candidates = tuple(_candidates(annotation, text))
    fits = (one for one in candidates if not codec.fitted(annotation, one)[1])
    return next(fits, text)


def _candidates(annotation: Any, text: str) -> Iterator[object]:
    """What the text may mean, the likeliest first."""
    kinds = _kinds(annotation)
    bare_text = text.strip()
    if kinds & {int, float, Decimal} and _NUMBER.fullmatch(bare_text):
        yield wire.read(bare_text)
    if bool in kinds and bare_text.lower() in _FLAGS:
        yield _FLAGS[bare_text.lower()]
    yield text
    if datetime in kinds:
        yield from _http_date(bare_text)
    if NoneType in kinds and bare_text in ("", "null"):
        yield None


def _kinds(annotation: Any) -> set[Any]:
    found: set[Any] = set()
    for arm in map(bare, arms(annotation)):
        constants = get_args(arm) if get_origin(arm) is Literal else ()
        found |= {type(value) for value in constants} or {NoneType if arm is None else arm}
    return found


def _http_date(text: str) -> Iterator[str]:
    """A date as HTTP writes it (RFC 9110 §5.6.7) as RFC 3339 has it."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, IndexError):
        return
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    yield aware.isoformat().replace("+00:00", "Z")


def _members(annotation: Any, spelled: Mapping[str, Spelled]) -> object:
    model, value, item = (_first(annotation, part) for part in (model_of, value_of, item_of))
    if model is not None:
        names, extra = fields_by_wire_name(model), extra_annotation(model) or str
        return {
            key: raw_value(field_annotation(model, names[key]) if key in names else extra, one)
            for key, one in spelled.items()
        }
    if item is not None and value is None:  # `a[0]=x&a[1]=y`, `a[]=x`
        return [row for one in spelled.values() for row in _rows(item, one)]
    return {key: raw_value(str if value is None else value, one) for key, one in spelled.items()}


def _rows(item: Any, spelled: Spelled) -> list[object]:
    several = isinstance(spelled, Sequence) and not isinstance(spelled, str | bytes)
    return [
        raw_value(item, one) for one in (cast("list[Spelled]", spelled) if several else [spelled])
    ]


def _first(annotation: Any, part: Callable[[Any], Any]) -> Any:
    return next((found for arm in arms(annotation) if (found := part(arm)) is not None), None)


def _is_text(annotation: Any) -> bool:
    """Whether any text at all fits."""
    return any(bare(arm) in (str, Any, object) for arm in arms(annotation))


def is_list(annotation: Any) -> bool:
    """Whether lists are among what the annotation allows."""
    return _first(annotation, item_of) is not None


def is_object(annotation: Any) -> bool:
    """Whether objects are among what the annotation allows."""
    return any(_first(annotation, part) is not None for part in (model_of, value_of))


def listed(text: str, separator: str = ",") -> list[str]:
    """The parts of a list as one text (RFC 9110 §5.6.1); what stands in quotes is one part."""
    if separator != ",":
        return text.split(separator) if text else []
    found: list[str] = []
    at = 0
    while at <= len(text):
        match = _ITEM.match(text, at)
        end = at if match is None else match.end()
        found.append(text[at:end].strip(" \t"))
        at = end + 1
    return [part for part in found if part]


def paired(parts: Sequence[str], explode: bool) -> dict[str, Spelled]:
    """The members of an object: `a=1` each, or names and values in turn."""
    if explode:
        return {name: value for name, _, value in (part.partition("=") for part in parts)}
    return dict(zip(parts[::2], parts[1::2], strict=False))


def query_pairs(query: str) -> list[tuple[str, str]]:
    """The pairs of a query or an HTML form, decoded (WHATWG URL, §5.1)."""
    pairs = (part.partition("=") for part in query.split("&") if part)
    return [(unquote_plus(name), unquote_plus(value)) for name, _, value in pairs]


def cookie_pairs(field: str) -> list[tuple[str, str]]:
    """The pairs of a header `Cookie` (RFC 6265 §4.2.1)."""
    pairs = (part.partition("=") for part in field.split(";") if "=" in part)
    return [(unquote(name.strip()), unquote(value.strip().strip('"'))) for name, _, value in pairs]


_KEY: Final = re.compile(r"([^\[\]]*)((?:\[[^\[\]]*\])*)")
_DEEPEST: Final = 32


def nested(pairs: Sequence[tuple[str, Spelled]]) -> dict[str, Spelled]:
    """Pairs by name: several of one name as a list, `a[b][c]` as objects inside of one another."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        match = _KEY.fullmatch(name)
        steps = re.findall(r"\[([^\[\]]*)\]", match[2]) if match is not None and match[1] else []
        if match is None or len(steps) > _DEEPEST:
            steps = []
        path = [match[1], *steps] if match is not None and steps else [name]
        _put(found, path, value)
    return found


def _put(found: dict[str, Any], path: list[str], value: Spelled) -> None:
    for step in path[:-1]:
        below = found.setdefault(step, {})
        if not isinstance(below, dict):
            return  # the name has a value of its own already
        found = cast("dict[str, Any]", below)
    known = found.get(path[-1])
    if known is None:
        found[path[-1]] = value
    elif isinstance(known, list):
        cast("list[Spelled]", known).append(value)
    elif not isinstance(known, dict):
        found[path[-1]] = [known, value]
