"""Whether a default is a value of its type."""

from __future__ import annotations

import re
from typing import TypeAlias, assert_never

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
    Union,
)
from ..text.node import Node, Plain
from .values import json_type
from .work import Work

_JSON_TYPES = {
    ScalarKind.STRING: ("string",),
    ScalarKind.UUID: ("string",),
    ScalarKind.DATE: ("string",),
    ScalarKind.DATE_TIME: ("string",),
    ScalarKind.TIME: ("string",),
    ScalarKind.BYTES: ("string",),
    ScalarKind.BINARY: ("string",),
    ScalarKind.INTEGER: ("integer",),
    ScalarKind.NUMBER: ("integer", "number"),
    ScalarKind.BOOLEAN: ("boolean",),
    ScalarKind.NULL: ("null",),
}


def check_default(work: Work, node: Node, enum: Node | None, type_: Type) -> None:
    """Report a default that its own schema forbids.

    One outside of the list beside it is an error: one of the two is wrong, and readers can't know which. One that differs by
    case or space, or that says "nothing", is told only, as is a default of another type: it is never sent, and documents
    write what they mean by it (`inf`, `none`, `now`).
    """
    value = node.plain()
    if _fits(work, type_, value, frozenset()):
        return
    listed = _listed(work, type_)
    if listed and any(json_type(value) == json_type(one) for one in listed):
        known = ", ".join(f"`{one}`" for one in listed[:20])
        hint = f"choose one of {known}, or list it in `enum`"
        is_wrong = _is_listed_beside(work, node, enum, type_) and not _is_slip(value, listed)
        tell = work.fault if is_wrong else work.doubt
        tell("default-not-in-enum", node, "is a default that `enum` does not list", hint)
        return
    what = f"is a default which the schema does not allow: {_shown(value)}"
    work.doubt("default-mistyped", node, what, "correct the default or the type")


def _shown(value: Plain) -> str:
    return (
        f"`{value}`"
        if isinstance(value, str) and len(value) <= 40
        else f"of type {json_type(value)}"
    )


_NOTHING = frozenset({"", "none", "null"})


def _is_slip(value: Plain, listed: tuple[Constant, ...]) -> bool:
    """Whether it is clear what a default means that is spelled unlike the values listed."""
    return _spelled(value) in {*_NOTHING, *map(_spelled, listed)}


def _spelled(value: Plain) -> str:
    return str(value).strip().casefold()


def _is_listed_beside(work: Work, node: Node, enum: Node | None, type_: Type) -> bool:
    """Whether the list that a default is missing from is written in the same schema."""
    inner = type_.type if isinstance(type_, Nullable) else type_
    owner = work.id(node).removesuffix("/default")
    if isinstance(inner, Ref) and inner.id != owner:
        return False
    # What several schemas say together need not have been said by any of them.
    return enum is not None and work.id(enum).removesuffix("/enum") == owner


_Seen: TypeAlias = frozenset[tuple[str, int]]


def _fits(work: Work, type_: Type, value: Plain, seen: _Seen) -> bool:
    match type_:
        case Anything():
            return True
        case Scalar(kind):
            return json_type(value) in _JSON_TYPES[kind] and _is_spelled(kind, value)
        case Nullable(inner):
            return value is None or _fits(work, inner, value, seen)
        case Literal(values):
            return _among(values, value)
        case Array(item):
            return isinstance(value, list) and all(_fits(work, item, one, seen) for one in value)
        case Map(item):
            return isinstance(value, dict) and all(
                _fits(work, item, one, seen) for one in value.values()
            )
        case Union(members):
            return any(_fits(work, member, value, seen) for member in members)
        case Ref(id_):
            return (id_, id(value)) in seen or _fits_definition(work, id_, value, seen)
        case _:
            assert_never(type_)


# The shape that texts of a format have, as far as a default is concerned; RFC 9562, RFC 3339.
_SPELLINGS = {
    ScalarKind.UUID: re.compile(r"[0-9A-Fa-f]{8}(?:-?[0-9A-Fa-f]{4}){3}-?[0-9A-Fa-f]{12}"),
    ScalarKind.DATE: re.compile(r"\d{4}-\d\d-\d\d"),
    ScalarKind.DATE_TIME: re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d.*"),
}


def _is_spelled(kind: ScalarKind, value: Plain) -> bool:
    form = _SPELLINGS.get(kind)
    return form is None or (isinstance(value, str) and form.fullmatch(value) is not None)


def _fits_definition(work: Work, id_: str, value: Plain, seen: _Seen) -> bool:
    definition = work.definitions.get(id_)
    match definition:
        case None:
            return True
        case Alias():
            return _fits(work, definition.type, value, seen | {(id_, id(value))})
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
