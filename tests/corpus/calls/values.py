"""Small values that are valid under a schema, made without the generator; each is tried against the schema afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..raw import Place, Plain, Raw
from .leaves import Manner, NotMade, number, text_of

__all__ = ["Manner", "NotMade", "made"]

_DEEPEST, _DEEPEST_OF_ALL = 7, 16
"""How far down there is what may be absent, and what must be there."""

_OF_OBJECTS = frozenset({"properties", "additionalProperties", "patternProperties"})
"""What says that objects are meant, where a schema has no type: anything else would be valid too."""


def made(raw: Raw, place: Place, how: Manner, depth: int = 0) -> Plain:
    """A value of a schema. Raises `NotMade`."""
    place = raw.followed(place)
    schema = raw.at(place)
    if not isinstance(schema, dict):
        return "text"
    if depth > _DEEPEST and schema.get("nullable") is True:
        return None
    if depth > _DEEPEST_OF_ALL:
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
            value = _first(raw, place.child(key), len(schema[key]), how, depth)
            return _with_required(raw, place, schema, value, how, depth)
    if _is_other(schema):
        return made(raw, place.child("allOf").child(0), how, depth)
    return _of_type(raw, place, schema, how, depth)


def _is_other(schema: Any) -> bool:
    """Whether a schema is another with a description of its own."""
    return (
        isinstance(schema, dict)
        and len(schema.get("allOf") or ()) == 1
        and not schema.keys() & {"properties", "required"}
    )


def _shown(schema: dict[str, Any]) -> Iterator[Plain]:
    if "example" in schema:
        yield schema["example"]
    if isinstance(schema.get("examples"), list):
        yield from schema["examples"]
    default = schema.get("default")
    # What defaults to something else than it may be has been told of.
    is_right = not isinstance(default, str) or schema.get("type", "string") == "string"
    if default is not None and is_right:
        yield default


def _of_family(raw: Raw, place: Place, schema: dict[str, Any], how: Manner) -> Plain:
    """A value of the first schema that the tag of a family leads to."""
    text, target = next(iter(schema["discriminator"]["mapping"].items()))
    if not target.startswith("#/"):
        raise NotMade("the family is of several files")
    at = Place(place.file, "")
    for step in target.removeprefix("#/").split("/"):
        at = at.child(step)
    # A member that is the family itself, by another name, would lead here again.
    is_itself = _is_other(raw.at(raw.followed(at)))
    value = _object(raw, at, how, 1) if is_itself else made(raw, at, how, 1)
    return (
        value | {schema["discriminator"]["propertyName"]: text}
        if isinstance(value, dict)
        else value
    )


def _with_required(
    raw: Raw, place: Place, schema: dict[str, Any], value: Plain, how: Manner, depth: int
) -> Plain:
    """An object with what a choice requires beside its members, each property as the first member has it."""
    names = schema.get("required") or () if isinstance(value, dict) else ()
    known: dict[str, Place] = {}
    for key in ("oneOf", "anyOf") if names else ():
        for at, _ in enumerate(schema.get(key) or ()):
            known = _parts(raw, place.child(key).child(at), 1)[0] | known
    for name in names:
        if name not in value:
            value[name] = made(raw, known[name], how, depth + 1) if name in known else "text"
    return value


def _first(raw: Raw, place: Place, count: int, how: Manner, depth: int) -> Plain:
    """A value of the first member that gives one, tagged where a tag tells members apart."""
    for turn in range(count):
        at = (turn + how.member) % count
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
    if type_ == "object" or (type_ is None and schema.keys() & _OF_OBJECTS):
        return _object(raw, place, how, depth)
    if schema.get("allOf"):
        members = (place.child("allOf").child(at) for at in range(len(schema["allOf"])))
        is_object = bool(_parts(raw, place, 0)[0])
        first = next(members)
        return _object(raw, place, how, depth) if is_object else made(raw, first, how, depth + 1)
    if type_ == "array" or schema.keys() & {"items", "prefixItems"}:
        return _list(raw, place, schema, how, depth)
    if type_ in ("integer", "number"):
        return number(schema, type_, how.ample)
    if type_ == "boolean":
        return True
    if type_ == "null":
        return None
    if how.sent and "base64" in (
        schema.get("contentEncoding"),
        {"byte": "base64"}.get(schema.get("format", "")),
    ):
        return b"\x00\xff"
    return text_of(schema, how)


def _list(raw: Raw, place: Place, schema: dict[str, Any], how: Manner, depth: int) -> Plain:
    if schema.get("maxItems") == 0 or (depth > _DEEPEST and not schema.get("minItems")):
        return []
    found: list[Plain] = []
    for at, _ in enumerate(schema.get("prefixItems") or ()):
        found.append(made(raw, place.child("prefixItems").child(at), how, depth + 1))
    if isinstance(schema.get("contains"), dict):
        found += [_containing(raw, place, how, depth)] * int(schema.get("minContains", 1))
    least, most = int(schema.get("minItems", 1)), schema.get("maxItems", 2)
    count = max(least, 0 if found else 1, min(2, most) if how.ample and not found else 0)
    if schema.get("uniqueItems"):
        count = max(least, 1)
    if len(found) < count and schema.get("items") is not False:
        one = made(raw, place.child("items"), how, depth + 1)
        others = (_other(one, at) if schema.get("uniqueItems") else one for at in range(count))
        found += [*others][len(found) :]
    return found


def _containing(raw: Raw, place: Place, how: Manner, depth: int) -> Plain:
    """An element as `contains` wants it, which is one like all as well."""
    wanted = made(raw, place.child("contains"), how, depth + 1)
    if not isinstance(wanted, dict):
        return wanted
    usual = made(raw, place.child("items"), how, depth + 1)
    return {**usual, **wanted} if isinstance(usual, dict) else wanted


def _other(value: Plain, at: int) -> Plain:
    """A value like another, and unlike it; the same for 0."""
    match value:
        case bool() | None | bytes():
            return value
        case int() | Decimal():
            return value + at
        case str():
            return str(int(value) + at) if value.isdigit() else value + (f"{at}" if at else "")
        case list():
            return [_other(one, at) for one in value]
        case _:
            first = next(iter(value), None)
            return value if first is None else {**value, first: _other(value[first], at)}


def _object(raw: Raw, place: Place, how: Manner, depth: int) -> Plain:
    found: dict[str, Plain] = {}
    properties, required = _parts(raw, place, 0)
    for name in required:
        if name not in properties:
            found[name] = "text"
        elif not (how.sent and _is_read_only(raw, properties[name])):
            found[name] = made(raw, properties[name], how, depth + 1)
    for name, child in properties.items() if depth < _DEEPEST else ():
        is_told = _is_told(how, depth, len(found) > len(required)) or _is_tag(raw, child)
        if is_told and name not in found and not (how.sent and _is_read_only(raw, child)):
            try:
                found[name] = made(raw, child, how, max(depth + 1, _DEEPEST - 3))
            except NotMade:
                continue
    return _within(raw, place, found, properties, required, how, depth)


def _within(
    raw: Raw,
    place: Place,
    found: dict[str, Plain],
    properties: dict[str, Place],
    required: list[str],
    how: Manner,
    depth: int,
) -> Plain:
    """An object with as many properties as its schema wants, and those that others bring along."""
    schema = raw.at(raw.followed(place)) or {}
    needed = [
        name
        for key in ("dependentRequired", "dependentSchemas")
        for owner, told in (schema.get(key) or {}).items()
        if owner in found
        for name in (told if isinstance(told, list) else told.get("required") or ())
    ]
    for name in needed:
        if name not in found:
            child = properties.get(name)
            found[name] = "text" if child is None else made(raw, child, how, depth + 1)
    most = schema.get("maxProperties")
    for name in [one for one in reversed(found) if one not in required]:
        if most is not None and len(found) > most:
            del found[name]
    least, more = int(schema.get("minProperties", 0)), schema.get("additionalProperties", {})
    if how.ample and depth < _DEEPEST - 2 and isinstance(more, dict) and len(more) and most is None:
        found["key 0"] = made(raw, place.child("additionalProperties"), how, depth + 1)
    names = [*properties, *(f"key{at}" for at in range(least) if more is not False)]
    for name in names:
        if len(found) < least and name not in found:
            child = properties.get(name) or place.child("additionalProperties")
            found[name] = made(raw, child, how, depth + 1)
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
