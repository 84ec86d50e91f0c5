"""The values that say how far something is: which a type has, and how they are compared."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from msgspec import Struct

from ..ir.answers import settled
from ..ir.model import Enum
from ..ir.types import Anything, Literal, Ref, Scalar, ScalarKind, Type, Union
from ..ir.waiting import State
from .work import Work


def kept(value: State) -> tuple[str, State]:
    """A value with its kind: for Python, true is 1."""
    return type(value).__name__, value


class States(Struct, frozen=True):
    """The values that a state can have: those that are listed, and those of these kinds."""

    listed: tuple[State, ...]
    kinds: frozenset[type]

    def has(self, value: State) -> bool:
        """Whether a state can be this value."""
        return type(value) in self.kinds or kept(value) in map(kept, self.listed)

    def hint(self, value: State) -> str:
        """What to write in its place."""
        texts = [one for one in self.listed if isinstance(one, str)]
        close = get_close_matches(str(value), texts, n=1)
        if close:
            return f"did you mean `{close[0]}`?"
        kinds = [_KIND_WORDS[kind] for kind in _KIND_WORDS if kind in self.kinds]
        return f"there are: {', '.join([f'`{shown(one)}`' for one in self.listed] + kinds)}"


_KIND_WORDS: Mapping[type, str] = {str: "texts", int: "whole numbers", bool: "true and false"}
_KINDS_OF: Mapping[ScalarKind, frozenset[type]] = {
    ScalarKind.BOOLEAN: frozenset({bool}),
    ScalarKind.INTEGER: frozenset({int}),
    ScalarKind.NUMBER: frozenset({int}),
}


def states_of(work: Work, type_: Type) -> States | None:
    """What a state of this type can be; None for what is no scalar."""
    match settled(work.definitions, type_):
        case Scalar(kind):
            return States((), _KINDS_OF.get(kind, frozenset({str})))
        case Literal(values):
            return States(tuple(v for v in values if isinstance(v, str | int)), frozenset())
        case Ref(id_):
            definition = work.definitions.get(id_)
            if not isinstance(definition, Enum):
                return None
            members = (member.value for member in definition.members)
            return States(tuple(v for v in members if isinstance(v, str | int)), frozenset())
        case Anything():
            return States((), frozenset(_KIND_WORDS))
        case Union(members):
            found = [one for member in members if (one := states_of(work, member)) is not None]
            listed = tuple(value for one in found for value in one.listed)
            kinds = frozenset(kind for one in found for kind in one.kinds)
            return States(listed, kinds) if found else None
        case _:
            return None


def shown(value: State) -> str:
    """A value as it is written in YAML."""
    return str(value).lower() if isinstance(value, bool) else str(value)
