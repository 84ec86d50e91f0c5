"""Attributes that are called like the types of `datetime`, which hide those from the annotations after them."""

from __future__ import annotations

from collections.abc import Iterable

from ..ir.model import Object
from ..ir.types import Scalar
from ..ir.walk import walk
from .reserved import DATES


def shadowed_dates(definition: Object, names: Iterable[str]) -> frozenset[str]:
    """The types of `datetime` if one is among the `names` of the attributes of a class that has such a type, else none.

    `date: date | None = None` would mean None by the second.
    """
    called = frozenset(DATES.values()).intersection(names)
    if not called:
        return called
    types = [field.type for field in definition.fields]
    types += [] if definition.extra is None else [definition.extra]
    parts = (part for type_ in types for part in walk(type_))
    kinds = {part.kind for part in parts if isinstance(part, Scalar)}
    clash = any(kind in kinds and name in called for kind, name in DATES.items())
    return frozenset(DATES.values()) if clash else frozenset()
