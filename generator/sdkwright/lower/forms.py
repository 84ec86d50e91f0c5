"""What a schema is at first sight: its type, whether null is allowed, and whether it deserves a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..text.node import Node
from .work import texts

_WRAPPERS = ("anyOf", "oneOf", "allOf")
_NOTES = frozenset(
    {
        *("$comment", "title", "description", "deprecated", "readOnly", "writeOnly", "default"),
        *("example", "examples", "externalDocs", "xml"),
    }
)


@dataclass(frozen=True, slots=True)
class Form:
    """A schema at first sight.

    `node` is the schema inside a wrapper that only adds null or texts; `type` its one type besides null, said or evident
    (None: nothing said, or several); `named` marks the objects with properties and the enums, which become definitions.
    """

    node: Node
    type: str | None
    nullable: bool
    named: bool


def form_of(node: Node) -> Form:
    """The form of a schema."""
    inner, nullable = _unwrapped(node)
    said = types_of(inner)
    if len(said) > 1 and "null" in said:
        said, nullable = tuple(type_ for type_ in said if type_ != "null"), True
    type_ = said[0] if len(said) == 1 else None if said else _evident(inner)
    composed = any(inner.get(key) is not None for key in _WRAPPERS)
    if inner.get("$ref") is not None or composed or len(said) > 1:
        return Form(inner, type_, nullable, False)
    values = _listed(inner)
    if None in values and not said:
        nullable = True
    is_enum = any(value is not None for value in values) and inner.get("const") is None
    return Form(inner, type_, nullable, is_enum or (type_ == "object" and _has_fields(inner)))


def types_of(node: Node) -> tuple[str, ...]:
    """The JSON types that a schema names."""
    said = node.get("type")
    if said is not None and isinstance(said.value, str):
        return (said.value,)
    return tuple(dict.fromkeys(texts(said)))


def is_null(node: Node) -> bool:
    """Whether a schema is satisfied by null only."""
    const = node.get("const")
    return types_of(node) == ("null",) or (const is not None and const.value is None)


def _unwrapped(node: Node) -> tuple[Node, bool]:
    """The schema inside `anyOf: [schema, {type: "null"}]` and its like, and whether null was among the choices."""
    nullable = False
    while True:
        keys = [key for key, _ in node.items() if key not in _NOTES and not key.startswith("x-")]
        if len(keys) != 1 or keys[0] not in _WRAPPERS:
            return node, nullable
        wrapper = node.get(keys[0])
        members = () if wrapper is None else wrapper.elements()
        others = [member for member in members if not is_null(member)]
        if len(others) != 1 or (keys[0] == "allOf" and len(members) != 1):
            return node, nullable
        nullable = nullable or len(members) > 1
        node = others[0]


def _evident(node: Node) -> str | None:
    """The type of a schema that names none, where other keywords leave no doubt about what is meant."""
    if node.get("properties") is not None or node.get("additionalProperties") is not None:
        return "object"
    if node.get("items") is not None:
        return "array"
    const = node.get("const")
    kinds = {json_type(value) for value in ([const.value] if const is not None else _listed(node))}
    kinds.discard("null")
    if kinds == {"integer", "number"}:
        return "number"
    return kinds.pop() if len(kinds) == 1 else None


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


def _listed(node: Node) -> list[object]:
    enum = node.get("enum")
    return [] if enum is None else [element.value for element in enum.elements()]


def _has_fields(node: Node) -> bool:
    return node.get("properties") is not None or bool(texts(node.get("required")))
