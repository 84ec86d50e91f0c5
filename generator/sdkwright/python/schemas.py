"""Types as the JSON Schemas that a model printer is fed, every definition by its Python name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, assert_never

from ..ir.types import (
    Anything,
    Array,
    Literal,
    Map,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    Type,
    Union,
)
from .annotations import spellable
from .names import Names
from .reserved import DATES
from .views import OF_DATETIME

_SCHEMAS: Mapping[ScalarKind, dict[str, str]] = {
    ScalarKind.STRING: {"type": "string"},
    ScalarKind.INTEGER: {"type": "integer"},
    ScalarKind.NUMBER: {"type": "number", "format": "decimal"},
    ScalarKind.BOOLEAN: {"type": "boolean"},
    ScalarKind.NULL: {"type": "null"},
    ScalarKind.UUID: {"type": "string", "format": "uuid"},
    ScalarKind.DATE: {"type": "string", "format": "date"},
    ScalarKind.DATE_TIME: {"type": "string", "format": "date-time"},
    ScalarKind.TIME: {"type": "string", "format": "time"},
    ScalarKind.BINARY: {"type": "string"},
    ScalarKind.BYTES: {"type": "string", "format": "binary"},
}


def schema(type_: Type, names: Names, shadowed: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The JSON Schema that a model printer reads for `type_`; definitions are referred to by their Python names.

    `shadowed` are those types of `datetime` that have to be found in the module, for their own names are taken.
    """
    match type_:
        case Scalar(kind):
            name = DATES.get(kind)
            spelled = (
                {"customTypePath": f"datetime.{OF_DATETIME[0]}{name}"} if name in shadowed else {}
            )
            return _SCHEMAS[kind] | spelled
        case Literal():
            return _literal_schema(type_)
        case Array(item):
            return {"type": "array", "items": schema(item, names, shadowed)}
        case Map(value):
            return {"type": "object", "additionalProperties": schema(value, names, shadowed)}
        case Union(members):
            return {"anyOf": [schema(member, names, shadowed) for member in members]}
        case Nullable(inner):
            return (
                {"anyOf": [schema(inner, names, shadowed), {"type": "null"}]}
                if not isinstance(inner, Anything)
                else {}
            )
        case Ref(id_):
            return {"$ref": f"#/components/schemas/{names.types[id_]}"}
        case Anything():
            return {}
        case _:
            assert_never(type_)


def _literal_schema(type_: Literal) -> dict[str, Any]:
    base = dict(_SCHEMAS[type_.base])
    if not type_.values or not all(map(spellable, type_.values)):
        return base
    known = {"enum": list(type_.values)}
    return {"anyOf": [known, base]} if type_.open else known
