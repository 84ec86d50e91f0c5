"""Small values that are valid under a schema, made without the generator; each is tried against the schema afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..raw import Place, Plain, Raw
from .patterns import written

_DEEPEST = 7

_FORMATS = {
    "uuid": "3f2b8c1e-7d44-4a55-9b0f-1c2d3e4f5a6b",
    "date": "2024-02-29",
    "date-time": "2024-02-29T23:59:59Z",
    "time": "23:59:59Z",
    "byte": "AP8=",
    "binary": "octets",
    "email": "a@example.com",
    "uri": "https://example.com/a",
    "url": "https://example.com/a",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
}


class NotMade(Exception):
    """No value was found that the schema allows."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How values are made.

    For a request (without what only the server sets), with every property, from the examples, and with which member of
    a choice.
    """

    sent: bool
    ample: bool = False
    shown: bool = False
    member: int = 0


def made(raw: Raw, place: Place, how: Manner, depth: int = 0) -> Plain:
    """A value of a schema. Raises `NotMade`."""
    place = raw.followed(place)
    schema = raw.at(place)
    if not isinstance(schema, dict):
        return "text"
    if depth > _DEEPEST:
        raise NotMade("too deep")
    if "const" in schema:
        return schema["const"]
    if how.shown:
        shown = [*_shown(schema)]
        if shown:
            return shown[0]
    values = [value for value in schema.get("enum", ()) if value is not None]
    if values:
        return values[-1] if how.ample else values[0]
    if "enum" in schema and (how.sent or None not in schema["enum"]):
        raise NotMade("nothing but null is allowed")
    mapped = (schema.get("discriminator") or {}).get("mapping")
    if mapped and "properties" in schema:
        return _of_family(raw, place, schema, how)
    for key in ("oneOf", "anyOf"):
        is_all = not schema.keys() & {"properties", "allOf"}
        if isinstance(schema.get(key), list) and schema[key] and is_all:
            return _first(raw, place.child(key), len(schema[key]), how, depth)
    return _of_type(raw, place, schema, how, depth)


def _shown(schema: dict[str, Any]) -> Iterator[Plain]:
    if "example" in schema:
        yield schema["example"]
    if isinstance(schema.get("examples"), list):
        yield from schema["examples"]
    if schema.get("default") is not None:
        yield schema["default"]


def _of_family(raw: Raw, place: Place, schema: dict[str, Any], how: Manner) -> Plain:
    """A value of the first schema that the tag of a family leads to."""
    text, target = next(iter(schema["discriminator"]["mapping"].items()))
    if not target.startswith("#/"):
        raise NotMade("the family is of several files")
    at = Place(place.file, "")
    for step in target.removeprefix("#/").split("/"):
        at = at.child(step)
    value = made(raw, at, how, 1)
    return (
        value | {schema["discriminator"]["propertyName"]: text}
        if isinstance(value, dict)
        else value
    )


def _first(raw: Raw, place: Place, count: int, how: Manner, depth: int) -> Plain:
    """A value of the first member that gives one, tagged where a tag tells members apart."""
    for number in range(count):
        at = (number + how.member) % count
        member = raw.at(raw.followed(place.child(at)))
        if isinstance(member, dict) and member.get("type") == "null":
            continue
        try:
            value = made(raw, place.child(at), how, depth + 1)
        except NotMade:
            continue
        return value | _tag(raw, place, at) if isinstance(value, dict) else value
    raise NotMade("no member can be made")


def _tag(raw: Raw, place: Place, at: int) -> dict[str, Plain]:
    """What the discriminator of a choice says of one of its members, unless the member says it itself."""
    choice = raw.at(Place(place.file, place.pointer.rpartition("/")[0])) or {}
    told = choice.get("discriminator") or {}
    name, ref = told.get("propertyName"), (raw.at(place.child(at)) or {}).get("$ref")
    if not name or not isinstance(ref, str):
        return {}
    own = raw.at(raw.followed(_parts(raw, place.child(at), 0)[0].get(name, place))) or {}
    if isinstance(own, dict) and own.keys() & {"const", "enum"}:
        return {}
    bare = ref.rpartition("/")[2]
    mapped = (key for key, to in (told.get("mapping") or {}).items() if to in (ref, bare))
    return {name: next(mapped, bare)}


def _of_type(raw: Raw, place: Place, schema: dict[str, Any], how: Manner, depth: int) -> Plain:
    types = schema.get("type")
    named = [one for one in types if one != "null"] if isinstance(types, list) else [types]
    type_ = named[0] if named else None
    if type_ == "object" or "properties" in schema:
        return _object(raw, place, how, depth)
    if schema.get("allOf"):
        members = (place.child("allOf").child(at) for at in range(len(schema["allOf"])))
        is_object = bool(_parts(raw, place, 0)[0])
        first = next(members)
        return _object(raw, place, how, depth) if is_object else made(raw, first, how, depth + 1)
    if type_ == "array" or "items" in schema:
        least, most = schema.get("minItems", 1), schema.get("maxItems", 2)
        count = max(1, int(least), min(2, most) if how.ample else 0)
        if count > 1 and schema.get("uniqueItems"):
            if least > 1:
                raise NotMade("several that differ")
            count = 1
        return [made(raw, place.child("items"), how, depth + 1)] * count
    if type_ in ("integer", "number"):
        return _number(schema, type_, how.ample)
    if type_ == "boolean":
        return True
    if type_ == "null":
        return None
    if how.sent and "base64" in (
        schema.get("contentEncoding"),
        {"byte": "base64"}.get(schema.get("format", "")),
    ):
        return b"\x00\xff"
    return _text(schema, how)


def _object(raw: Raw, place: Place, how: Manner, depth: int) -> Plain:
    found: dict[str, Plain] = {}
    properties, required = _parts(raw, place, 0)
    for name in required:
        if name not in properties:
            found[name] = "text"
        elif not (how.sent and _is_read_only(raw, properties[name])):
            found[name] = made(raw, properties[name], how, depth + 1)
    for name, child in properties.items():
        is_told = _is_told(how, depth, len(found) > len(required)) or _is_tag(raw, child)
        if is_told and name not in found and not (how.sent and _is_read_only(raw, child)):
            try:
                found[name] = made(raw, child, how, max(depth + 1, _DEEPEST - 3))
            except NotMade:
                continue
    return found


def _is_told(how: Manner, depth: int, has_one: bool) -> bool:
    """Whether an optional property is there: all, or one, so that they are tried as well."""
    return depth < _DEEPEST - 2 if how.ample else not has_one


def _is_tag(raw: Raw, place: Place) -> bool:
    """Whether a property can have one text alone, which tells what the object is where it is one of several."""
    schema = raw.at(raw.followed(place))
    if not isinstance(schema, dict):
        return False
    values = [schema["const"]] if "const" in schema else schema.get("enum")
    return isinstance(values, list) and len(values) == 1 and isinstance(values[0], str)


def _parts(raw: Raw, place: Place, depth: int) -> tuple[dict[str, Place], list[str]]:
    """The properties of an object and the names of those that must be there, those of `allOf` among them."""
    place = raw.followed(place)
    schema = raw.at(place)
    if not isinstance(schema, dict) or depth > _DEEPEST:
        return {}, []
    required = [name for name in schema.get("required") or () if isinstance(name, str)]
    properties: dict[str, Place] = {}
    for at, _ in enumerate(schema.get("allOf") or ()):
        theirs, needed = _parts(raw, place.child("allOf").child(at), depth + 1)
        properties |= theirs
        required += needed
    for key in ("oneOf", "anyOf"):
        if schema.get(key):
            theirs, needed = _parts(raw, place.child(key).child(0), depth + 1)
            properties |= theirs
            required += needed
    properties |= {
        name: place.child("properties").child(name) for name in schema.get("properties") or ()
    }
    return properties, list(dict.fromkeys(required))


def _is_read_only(raw: Raw, place: Place) -> bool:
    for at in (place, raw.followed(place)):
        schema = raw.at(at)
        if isinstance(schema, dict):
            members = [
                raw.at(raw.followed(at.child("allOf").child(n)))
                for n, _ in enumerate(schema.get("allOf") or ())
            ]
            if any(
                isinstance(one, dict) and one.get("readOnly") is True for one in (schema, *members)
            ):
                return True
    return False


_LARGE: dict[str, Any] = {
    # Beyond what a float holds, but for formats that say that it is one.
    "integer": 9007199254740993,
    "int32": 2147483647,
    "number": Decimal("12345678901234567890.10"),
    "float": Decimal("1234.50"),
    "double": Decimal("123456789.0125"),
}


def _number(schema: dict[str, Any], type_: str, ample: bool) -> Plain:
    least, above = schema.get("minimum"), schema.get("exclusiveMinimum")
    step = schema.get("multipleOf")
    value: Any = 1 if type_ == "integer" else Decimal("1.50")
    if ample and not schema.keys() & {"maximum", "exclusiveMaximum", "multipleOf"}:
        value = _LARGE.get(str(schema.get("format")), _LARGE[type_])
    most = schema.get("maximum")
    if most is not None and value > most:
        value = most
    if least is not None and value < least:
        value = least
    if above is not None and not isinstance(above, bool) and value <= above:
        value = above + 1
    if step and value % step:
        value = (value // step + 1) * step
    return int(value) if type_ == "integer" else value


def _text(schema: dict[str, Any], how: Manner) -> str:
    text = _FORMATS.get(str(schema.get("format")), "text")
    least, most = int(schema.get("minLength", 0)), schema.get("maxLength")
    pattern = schema.get("pattern")
    if isinstance(pattern, str):
        return next(_matching(pattern, text, least), text)
    if how.ample and not schema.keys() & {"format", "maxLength", "contentMediaType"}:
        text = _SENT if how.sent else _TOLD
    if len(text) < least:
        text += "x" * (least - len(text))
    return text if most is None else text[: int(most)]


_SENT, _TOLD = "a b&c=d+e%20f?", 'a "b"\n\u00e9 \U0001f600 </c>'
"""What needs care on its way."""


def _matching(pattern: str, text: str, least: int) -> Iterator[str]:
    try:
        compiled = re.compile(pattern)
    except re.error:
        return
    for base in (text, *(written(pattern, count) for count in (1, least))):
        for candidate in (base, base * max(1, least), base.ljust(least, base[-1:] or "a")):
            if len(candidate) >= least and compiled.search(candidate):
                yield candidate
