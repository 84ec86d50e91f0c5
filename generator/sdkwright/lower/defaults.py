"""Whether a default is a value of its type."""

from __future__ import annotations

from typing import assert_never

from ..ir.model import Alias, Enum, Object
from ..ir.types import (
    Anything,
    Array,
    Constant,
    Literal,
    Map,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    Type,
)
from ..text.node import Node, Plain
from .forms import json_type
from .work import Work

_JSON_TYPES = {
    ScalarKind.STRING: ("string",),
    ScalarKind.UUID: ("string",),
    ScalarKind.DATE: ("string",),
    ScalarKind.DATE_TIME: ("string",),
    ScalarKind.INTEGER: ("integer",),
    ScalarKind.NUMBER: ("integer", "number"),
    ScalarKind.BOOLEAN: ("boolean",),
    ScalarKind.NULL: ("null",),
}


def check_default(work: Work, node: Node, type_: Type) -> None:
    """Report a default that its own schema forbids."""
    value = node.plain()
    if _fits(work, type_, value):
        return
    listed = _listed(work, type_)
    if listed and any(json_type(value) == json_type(one) for one in listed):
        hint = f"choose one of {', '.join(f'`{one}`' for one in listed)}, or list it in `enum`"
        work.fault("default-not-in-enum", node, "is a default that `enum` does not list", hint)
        return
    what = f"is a default of type {json_type(value)}, which the schema does not allow"
    work.fault("default-mistyped", node, what, "correct the default or the type")


def _fits(work: Work, type_: Type, value: Plain) -> bool:
    match type_:
        case Anything():
            return True
        case Scalar(kind):
            return json_type(value) in _JSON_TYPES[kind]
        case Nullable(inner):
            return value is None or _fits(work, inner, value)
        case Literal(values):
            return _among(values, value)
        case Array(item):
            return isinstance(value, list) and all(_fits(work, item, one) for one in value)
        case Map(item):
            return isinstance(value, dict) and all(_fits(work, item, one) for one in value.values())
        case Ref(id_):
            return _fits_definition(work, id_, value)
        case _:
            assert_never(type_)


def _fits_definition(work: Work, id_: str, value: Plain) -> bool:
    definition = work.definitions.get(id_)
    match definition:
        case None:
            return True
        case Alias():
            return _fits(work, definition.type, value)
        case Object():
            return isinstance(value, dict)
        case Enum():
            return _among(tuple(member.value for member in definition.members), value)
        case _:
            assert_never(definition)


def _listed(work: Work, type_: Type) -> tuple[Constant, ...]:
    """The values that a type lists, where it does."""
    match type_:
        case Literal(values):
            return values
        case Nullable(inner):
            return _listed(work, inner)
        case Ref(id_):
            definition = work.definitions.get(id_)
            if isinstance(definition, Alias):
                return _listed(work, definition.type)
            return (
                tuple(m.value for m in definition.members) if isinstance(definition, Enum) else ()
            )
        case _:
            return ()


def _among(values: tuple[Constant, ...], value: Plain) -> bool:
    return any(one == value and json_type(one) == json_type(value) for one in values)
