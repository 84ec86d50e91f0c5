"""JSON values as schemas list them: their types, and when two are the same."""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Mapping
from decimal import Decimal

from ..text.node import Node, Plain, text_of
from .work import texts

_NUMBER = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?")
_JSON_TYPES: Mapping[type, str] = {
    type(None): "null",
    bool: "boolean",
    int: "integer",
    str: "string",
    list: "array",
    dict: "object",
}


def json_type(value: object) -> str:
    """The JSON type of a value, where `integer` is one."""
    if isinstance(value, Decimal):
        return "integer" if value == value.to_integral_value() else "number"
    return _JSON_TYPES[type(value)]


def key_of(value: Plain) -> Hashable:
    """What makes two JSON values equal: 1 and 1.0 are, 1 and true and "1" are not."""
    if isinstance(value, list):
        return "array", tuple(map(key_of, value))
    if isinstance(value, dict):
        return "object", tuple(sorted((key, key_of(one)) for key, one in value.items()))
    return json_type(value), value


def as_json(value: Plain) -> str:
    """A value as JSON, for people to read; numbers as they were written."""
    if isinstance(value, list):
        return f"[{', '.join(map(as_json, value))}]"
    if isinstance(value, dict):
        entries = (
            f"{json.dumps(key, ensure_ascii=False)}: {as_json(one)}" for key, one in value.items()
        )
        return f"{{{', '.join(entries)}}}"
    return str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def types_of(node: Node | Mapping[str, Node]) -> tuple[str, ...]:
    """The JSON types that a schema names."""
    said = node.get("type")
    if said is None:
        return ()
    if isinstance(said.value, str):
        return (said.value,)
    return tuple(dict.fromkeys(texts(said)))


def meant(node: Node, types: tuple[str, ...]) -> Plain:
    """A listed value as its schema's types suggest: `- NO` is a text among texts, `- "1"` a number among numbers."""
    value = node.value
    if isinstance(value, str) and types == ("string",):
        return value  # as nearly always
    wanted = [type_ for type_ in types if type_ != "null"]
    if isinstance(value, list | dict) or value is None or len(wanted) != 1:
        return node.plain()
    if wanted == ["string"]:
        return text_of(node)
    if isinstance(value, str):
        return spelled(value, wanted[0])
    return value


def spelled(value: str, type_: str) -> Plain:
    """The number or boolean that a text spells; the text itself where it spells none."""
    if type_ == "boolean":
        return {"true": True, "false": False}.get(value, value)
    if type_ in ("integer", "number") and _NUMBER.fullmatch(value):
        number = Decimal(value)
        if number == number.to_integral_value():
            return int(number)
        return number if type_ == "number" else value
    return value
