"""Making one type of several."""

from __future__ import annotations

from collections.abc import Iterable

from ..ir.types import Anything, Constant, Literal, Nullable, Ref, Scalar, ScalarKind, Type, Union

_NULL = Scalar(ScalarKind.NULL)


def union_of(types: Iterable[Type]) -> Type:
    """One of `types`: unions inside taken apart, each type once, null outside; a type alone where one is left.

    What takes any value makes the others pointless, save for definitions: their fields are worth knowing.
    """
    members, nullable = _members(types)
    distinct = list(dict.fromkeys(members))
    if Anything() in distinct and not any(isinstance(one, Ref) for one in distinct):
        return Anything()
    distinct = _joined(distinct)
    if not distinct:
        return _NULL if nullable else Anything()
    one = distinct[0] if len(distinct) == 1 else Union(tuple(distinct))
    return Nullable(one) if nullable and not isinstance(one, Anything) else one


def _members(types: Iterable[Type]) -> tuple[list[Type], bool]:
    members: list[Type] = []
    nullable = False
    for type_ in types:
        inner = type_
        if isinstance(inner, Nullable):
            nullable, inner = True, inner.type
        if inner == _NULL:
            nullable = True
        elif isinstance(inner, Union) and inner.tag is None:
            members += inner.members
        else:
            members.append(inner)
    return members, nullable


def _joined(types: list[Type]) -> list[Type]:
    """Literals of one base as one; beside the whole base they only say which values are known."""
    found: list[Type] = []
    for type_ in types:
        at = next(
            (
                place
                for place, other in enumerate(found)
                if isinstance(type_, Literal)
                and isinstance(other, Literal)
                and other.base == type_.base
            ),
            None,
        )
        other = None if at is None else found[at]
        if at is not None and isinstance(type_, Literal) and isinstance(other, Literal):
            values = _distinct((*other.values, *type_.values))
            found[at] = Literal(values, type_.base, other.open or type_.open)
        else:
            found.append(type_)
    scalars = {type_.kind for type_ in found if isinstance(type_, Scalar)}
    joined = [
        (
            Literal(one.values, one.base, True)
            if isinstance(one, Literal) and one.base in scalars
            else one
        )
        for one in found
    ]
    opened = {one.base for one in joined if isinstance(one, Literal) and one.open}
    return [one for one in joined if not (isinstance(one, Scalar) and one.kind in opened)]


def _distinct(values: tuple[Constant, ...]) -> tuple[Constant, ...]:
    # 1, 1.0 and True are equal in Python, and not the same in JSON.
    return tuple({(type(value), value): value for value in values}.values())
