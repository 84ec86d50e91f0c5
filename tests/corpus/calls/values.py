"""Small values that are valid under a schema, made without the generator; each is tried against the schema afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..raw import Place, Plain, Raw

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
_PATTERNS = (
    "a",
    "A",
    "1",
    "ab",
    "a1",
    "12",
    "123",
    "1234",
    "+4712345678",
    "2024-01-01",
    "1.0",
    "a_b",
    "a-b",
)


class NotMade(Exception):
    """No value was found that the schema allows."""


def made(raw: Raw, place: Place, *, sent: bool, depth: int = 0) -> Plain:
    """A value of a schema; `sent` leaves out what only the server sets. Raises `NotMade`."""
    place = raw.followed(place)
    schema = raw.at(place)
    if not isinstance(schema, dict):
        return "text"
    if depth > _DEEPEST:
        raise NotMade("too deep")
    for key in ("const", "default", "example"):
        if key in schema and (key != "default" or schema[key] is not None) and not sent:
            return schema[key]
    if "const" in schema:
        return schema["const"]
    values = [value for value in schema.get("enum", ()) if value is not None]
    if values:
        return values[0]
    if "enum" in schema and (sent or None not in schema["enum"]):
        raise NotMade("nothing but null is allowed")
    mapped = (schema.get("discriminator") or {}).get("mapping")
    if mapped and "properties" in schema and depth == 0:
        return _of_family(raw, place, schema, sent)
    for key in ("oneOf", "anyOf"):
        is_all = not schema.keys() & {"properties", "required"}
        if isinstance(schema.get(key), list) and schema[key] and is_all:
            return _first(raw, place.child(key), len(schema[key]), sent, depth)
    return _of_type(raw, place, schema, sent, depth)


def _of_family(raw: Raw, place: Place, schema: dict[str, Any], sent: bool) -> Plain:
    """A value of the first schema that the tag of a family leads to."""
    text, target = next(iter(schema["discriminator"]["mapping"].items()))
    if not target.startswith("#/"):
        raise NotMade("the family is of several files")
    at = Place(place.file, "")
    for step in target.removeprefix("#/").split("/"):
        at = at.child(step)
    value = made(raw, at, sent=sent, depth=1)
    return (
        value | {schema["discriminator"]["propertyName"]: text}
        if isinstance(value, dict)
        else value
    )


def _first(raw: Raw, place: Place, count: int, sent: bool, depth: int) -> Plain:
    """A value of the first member that gives one."""
    for at in range(count):
        member = raw.at(raw.followed(place.child(at)))
        if isinstance(member, dict) and member.get("type") == "null":
            continue
        try:
            return made(raw, place.child(at), sent=sent, depth=depth + 1)
        except NotMade:
            pass
    raise NotMade("no member can be made")


def _of_type(raw: Raw, place: Place, schema: dict[str, Any], sent: bool, depth: int) -> Plain:
    types = schema.get("type")
    named = [one for one in types if one != "null"] if isinstance(types, list) else [types]
    type_ = named[0] if named else None
    if type_ == "object" or "properties" in schema:
        return _object(raw, place, sent, depth)
    if schema.get("allOf"):
        members = (place.child("allOf").child(at) for at in range(len(schema["allOf"])))
        is_object = bool(_parts(raw, place, 0)[0])
        first = next(members)
        return (
            _object(raw, place, sent, depth)
            if is_object
            else made(raw, first, sent=sent, depth=depth + 1)
        )
    if type_ == "array" or "items" in schema:
        count = max(1, int(schema.get("minItems", 1)))
        if count > 1 and schema.get("uniqueItems"):
            raise NotMade("several that differ")
        return [made(raw, place.child("items"), sent=sent, depth=depth + 1)] * count
    if type_ in ("integer", "number"):
        return _number(schema, type_)
    if type_ == "boolean":
        return True
    if type_ == "null":
        return None
    if sent and "base64" in (
        schema.get("contentEncoding"),
        {"byte": "base64"}.get(schema.get("format", "")),
    ):
        return b"\x00\xff"
    return _text(schema)


def _object(raw: Raw, place: Place, sent: bool, depth: int) -> Plain:
    found: dict[str, Plain] = {}
    properties, required = _parts(raw, place, 0)
    for name in required:
        if name in properties and not (sent and _is_read_only(raw, properties[name])):
            found[name] = made(raw, properties[name], sent=sent, depth=depth + 1)
        elif name not in properties:
            found[name] = "text"
    # One more than what must be there, so that optional properties are tried as well.
    for name, child in properties.items():
        if name not in found and not (sent and _is_read_only(raw, child)):
            try:
                found[name] = made(raw, child, sent=sent, depth=max(depth + 1, _DEEPEST - 2))
            except NotMade:
                continue
            break
    return found


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


def _number(schema: dict[str, Any], type_: str) -> Plain:
    least, above = schema.get("minimum"), schema.get("exclusiveMinimum")
    step = schema.get("multipleOf")
    value: Any = 1 if type_ == "integer" else Decimal("1.50")
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


def _text(schema: dict[str, Any]) -> str:
    text = _FORMATS.get(str(schema.get("format")), "text")
    least, most = int(schema.get("minLength", 0)), schema.get("maxLength")
    if len(text) < least:
        text += "x" * (least - len(text))
    if most is not None:
        text = text[: int(most)]
    pattern = schema.get("pattern")
    if isinstance(pattern, str):
        return next(_matching(pattern, text, least), text)
    return text


def _matching(pattern: str, text: str, least: int) -> Iterator[str]:
    try:
        compiled = re.compile(pattern)
    except re.error:
        return
    literals = (part.strip("^$()") for part in pattern.split("|"))
    for base in (text, *_PATTERNS, *literals):
        for candidate in (base, base * max(1, least), base.ljust(least, base[-1:] or "a")):
            if len(candidate) >= least and compiled.search(candidate):
                yield candidate
