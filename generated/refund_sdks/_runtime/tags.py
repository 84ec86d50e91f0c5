"""Unions inside of unions, flat, and the tags that tell their members apart."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Final, get_args, get_origin

from .annotations import alias_value, is_union
from .members import Member


class Tag:
    """The property whose text tells members of a union apart, and the member for each text."""

    def __init__(self, name: str, values: Mapping[str, Any]) -> None:
        self.name: Final = name
        self.values: Final = values

    @cached_property
    def owned(self) -> frozenset[int]:
        """The identities of all members that some text stands for."""
        return frozenset(id(arm) for owner in self.values.values() for arm, _ in spread(owner))

    def admits(self, member: Member, text: object) -> bool:
        """Whether an object with this text, which may be absent, can be the member."""
        if not isinstance(text, str):
            return True
        owner = self.values.get(text)
        if owner is not None:
            return includes(owner, member.annotation)
        constants = member.constants(self.name)
        return id(member.annotation) not in self.owned and (not constants or text in constants)


Arm = tuple[Any, tuple[Tag, ...]]


def spread(annotation: Any, tags: tuple[Tag, ...] = ()) -> Iterator[Arm]:
    """The members of a union, those of unions inside it among them, each with the tags that have a say about it."""
    if get_origin(annotation) is Annotated:
        inner, *metadata = get_args(annotation)
        said = tuple(tag for each in metadata if (tag := getattr(each, "tagged", None)))
        yield from spread(inner, tags + said)
    elif hasattr(annotation, "__value__"):
        yield from spread(alias_value(annotation), tags)
    elif is_union(annotation):
        for member in get_args(annotation):
            yield from spread(member, tags)
    else:
        yield annotation, tags


def includes(union: Any, member: Any) -> bool:
    """Whether a union has a member, directly or in a union inside of it."""
    return any(arm is member for arm, _ in spread(union))
