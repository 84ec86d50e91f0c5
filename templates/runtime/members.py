"""The object members of a union, and which of them an object is.

Which member is tried first follows from the names in the object alone, and is worked out once for each set of names:
rows of a list mostly have the same ones.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Final, Literal, cast, get_args, get_origin

from msgspec import Struct
from pydantic import BaseModel, ValidationError

from .annotations import arms, bare
from .fields import field_annotation, fields_by_wire_name, fields_of
from .origin import names_count, read_model, trial

Read = Callable[[object, object], Any]
_REMEMBERED: Final = 512


class Member(Struct, frozen=True, eq=False):
    """An object member: a model, or a map, which declares nothing and refuses no name."""

    annotation: Any
    read: Read
    """From a value and the context of its validation; raises pydantic's ValidationError."""
    names: Mapping[str, str] = {}
    """The Python name of each declared property by its wire name."""
    required: frozenset[str] = frozenset()
    """The Python names of what must be there."""
    is_model: bool = True

    def missing(self, present: Iterable[str]) -> frozenset[str]:
        """The Python names that are required and not among the properties present."""
        return self.required - {self.names[wire_name] for wire_name in present}

    def constants(self, wire_name: str) -> frozenset[object]:
        """The values the member names for a property; empty where it names none or does not know the property."""
        name = self.names.get(wire_name)
        return frozenset() if name is None else _constants(self.annotation, name)


def member_of(model: type[BaseModel]) -> Member:
    """A model as a member."""
    fields = fields_of(model)
    names = fields_by_wire_name(model)
    required = frozenset(name for name, field in fields.items() if field.is_required())
    return Member(model, partial(read_model, model), names, required)


def _constants(model: type[BaseModel], name: str) -> frozenset[object]:
    annotation = field_annotation(model, name)
    literals = (bare(arm) for arm in arms(annotation))
    return frozenset(v for each in literals if get_origin(each) is Literal for v in get_args(each))


class Members:
    """The object members of one union, in the order of the document."""

    def __init__(self, members: Iterable[Member]) -> None:
        self.all: Final = tuple(members)
        self._ranked: dict[object, tuple[Member, ...]] = {}

    def ranked(self, value: Mapping[str, object], context: object) -> tuple[Member, ...]:
        """The members that have all they require, the likeliest first.

        That is a model with names in common with the object: the one that leaves fewest of its names unknown, then
        the one that knows most; then maps; then the other models.
        """
        by_name = names_count(context)
        shape = (by_name, *value)
        known = self._ranked.get(shape)
        if known is None:
            if len(self._ranked) >= _REMEMBERED:
                self._ranked.clear()
            known = self._ranked[shape] = self._rank(frozenset(value), by_name)
        return known

    def _rank(self, given: frozenset[str], by_name: bool) -> tuple[Member, ...]:
        ranks: list[tuple[tuple[int, int, int, int], Member]] = []
        for index, member in enumerate(self.all):
            present = self.present(member, given, by_name)
            if member.missing(present):
                continue
            unknown = len(given) - len(present)
            group = 0 if present else 1 if not (member.is_model and given) else 2
            ranks.append(((group, unknown if present else 0, -len(present), index), member))
        return tuple(member for _, member in sorted(ranks, key=lambda rank: rank[0]))

    def present(self, member: Member, given: Iterable[str], by_name: bool) -> frozenset[str]:
        """The wire names of the properties of a member that are given."""
        found = {name for name in given if name in member.names}
        if by_name:
            names = frozenset(given)
            found |= {wire for wire, name in member.names.items() if name in names}
        return frozenset(found)

    def shares_names(self, value: Mapping[str, object], context: object) -> bool:
        """Whether any member declares any of the properties of the object."""
        by_name = names_count(context)
        return any(self.present(member, value, by_name) for member in self.all)

    def nearest(self, value: Mapping[str, object]) -> Member:
        """The member that an object which is none of them comes closest to."""

        def distance(member: Member) -> tuple[bool, int, int, int]:
            present = self.present(member, value, by_name=True)
            wrong = sum(_contradicts(member, name, value.get(name)) for name in present)
            missing = len(member.missing(present))
            return (not present, wrong, missing + len(value) - len(present), -len(present))

        return min(self.all, key=distance)

    def only_fit(self, value: Mapping[str, object], context: object) -> Any:
        """The object as the first member that it fits; raises the ValidationError of the nearest if there is none."""
        with trial():
            for member in self.ranked(value, context):
                try:
                    return member.read(value, context)
                except ValidationError:
                    continue
            return self.nearest(value).read(value, context)


def _contradicts(member: Member, wire_name: str, value: object) -> bool:
    constants = member.constants(wire_name)
    return bool(constants) and isinstance(value, str | int) and value not in constants


def unknown_names(value: object) -> int:
    """How many properties of the objects in a validated value no model declares."""
    if isinstance(value, BaseModel):
        inner = sum(unknown_names(item) for item in vars(value).values())
        return len(value.model_extra or ()) + inner
    if isinstance(value, list):
        return sum(map(unknown_names, cast("list[object]", value)))
    if isinstance(value, dict):
        return sum(map(unknown_names, cast("dict[str, object]", value).values()))
    return 0
