"""Which member of a union a payload is, as far as its shape tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from ..ir.model import Alias, Api, Enum, Object
from ..ir.types import (
    Anything,
    Array,
    Literal,
    Map,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    Tag,
    Type,
    Union,
)
from ..text.node import Plain

_NO = 0
_LOOSE = 1
_CLOSE = 2

_KINDS: Mapping[ScalarKind, tuple[type, ...]] = {
    ScalarKind.INTEGER: (int,),
    ScalarKind.BOOLEAN: (bool,),
    ScalarKind.NULL: (type(None),),
}


def chosen(api: Api, union: Union, value: Plain) -> tuple[Type, ...]:
    """The members that fit a payload best: one, unless several fit alike; none where none does."""
    tagged = _tagged(union.tag, value)
    if tagged is not None:
        return (tagged,)
    fits = [(fit(api, member, value), member) for member in union.members]
    best = max((closeness for closeness, _ in fits), default=_NO)
    return tuple(member for closeness, member in fits if closeness == best > _NO)


def fit(api: Api, type_: Type, value: Plain) -> int:
    """How closely a payload fits a type; 0 where it does not."""
    match type_:
        case Scalar(kind):
            return _scalar(kind, value)
        case Literal(values, base, open_):
            return _CLOSE if value in values else _scalar(base, value) if open_ else _NO
        case Array():
            return _LOOSE if isinstance(value, list) else _NO
        case Map():
            return _LOOSE if isinstance(value, dict) else _NO
        case Nullable(inner):
            return _CLOSE if value is None else fit(api, inner, value)
        case Union(members):
            return max((fit(api, member, value) for member in members), default=_NO)
        case Ref(id_):
            return _definition(api, id_, value)
        case Anything():
            return _LOOSE
        case _:
            assert_never(type_)


def _tagged(tag: Tag | None, value: Plain) -> Type | None:
    if tag is None or not isinstance(value, dict):
        return None
    named = tag.member(value.get(tag.wire))
    return None if named is None else Ref(named)


def _definition(api: Api, id_: str, value: Plain) -> int:
    match api.definitions.get(id_):
        case Object() as object_:
            return _object(api, object_, value)
        case Alias(type=inner):
            return fit(api, inner, value)
        case Enum(members=members, base=base, open=open_):
            known = any(member.value == value for member in members)
            return _CLOSE if known else _scalar(base, value) if open_ else _NO
        case None:
            return _NO


def _object(api: Api, object_: Object, value: Plain) -> int:
    """The more of its members are declared, the closer; none of those required may be missing."""
    if not isinstance(value, dict):
        return _NO
    declared = [field for field in object_.fields if field.wire in value]
    if any(field.required and field.wire not in value for field in object_.fields):
        return _NO
    constants = (field for field in declared if isinstance(field.type, Literal))
    if any(not fit(api, field.type, value[field.wire]) for field in constants):
        return _NO
    return _LOOSE + len(declared)


def _scalar(kind: ScalarKind, value: Plain) -> int:
    if kind is ScalarKind.NUMBER:
        number = not isinstance(value, bool | str | list | dict) and value is not None
        return _LOOSE if number else _NO
    wanted = _KINDS.get(kind, (str,))
    return _LOOSE if type(value) in wanted else _NO
