"""Where the pointers in `x-sdk` lead: into the types of answers and bodies."""

from __future__ import annotations

from collections.abc import Iterable

from ..ir.answers import fields_of, settled, type_at
from ..ir.model import Enum
from ..ir.paging import Pointer
from ..ir.types import Anything, Literal, Ref, Scalar, ScalarKind, Type
from .sections import Section
from .work import Work


def led_to(work: Work, said: Section, key: str, within: Type, pointer: Pointer) -> Type | None:
    """What the pointer under `key` leads to. Reports one that leads nowhere."""
    found = type_at(work.definitions, within, pointer)
    if found is not None:
        return found
    for length in range(len(pointer), -1, -1):
        known = type_at(work.definitions, within, pointer[:length])
        if known is not None:
            what = f"leads nowhere: there is no `{pointer[length]}`"
            listed = ", ".join(f"`{name}`" for name in properties(work, known)) or "none"
            work.fault("sdk-pointer-missing", said.at(key), what, f"there are: {listed}")
            break
    return None


def is_scalar(work: Work, type_: Type, kinds: frozenset[ScalarKind]) -> bool:
    """Whether a type is a scalar of one of these kinds, or may be anything."""
    match settled(work.definitions, type_):
        case Scalar(kind) | Literal(base=kind):
            return kind in kinds
        case Ref(id_):
            definition = work.definitions.get(id_)
            return isinstance(definition, Enum) and definition.base in kinds
        case Anything():
            return True
        case _:
            return False


def properties(work: Work, type_: Type) -> Iterable[str]:
    """The wire names of the properties of an object."""
    return (wire for wire, _ in fields_of(work.definitions, type_))
