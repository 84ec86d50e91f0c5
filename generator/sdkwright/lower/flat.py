"""What a schema comes to once everything that it is composed of has been put together."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from ..text.node import Node
from .keywords import is_reference

_NONE: Mapping[str, str] = MappingProxyType({})


class Choice(Struct, frozen=True):
    """Schemas of which one (`oneOf`), some (`anyOf`) or the one of the right JSON type (`type`) holds.

    `owner` is the schema that the choice is written in; its `discriminator` belongs to the choice.
    """

    key: str
    members: tuple[Node, ...]
    owner: Node


class Flat(Struct, frozen=True):
    """A schema without `allOf`: what it says itself, and choices that are still open.

    `node` holds plain keywords, or is a reference that nothing is added to. `outer` are the schemas around it that add texts
    and limits only, the outermost first. `homes` says which definition a property comes from, where that is another one.
    """

    node: Node
    outer: tuple[Node, ...] = ()
    choices: tuple[Choice, ...] = ()
    notes: tuple[str, ...] = ()
    homes: Mapping[str, str] = _NONE


class Form(Struct, frozen=True):
    """A schema at first sight, flattened.

    `node` is the schema inside wrappers that only add null or texts, which are `outer`; `type` its one type besides null,
    said or evident (None: nothing said, or several). `named` marks the objects with properties and the enums, which become
    definitions. Where `choices` are open, the schema is a union. `notes` and `homes` are as in `Flat`.
    """

    node: Node
    type: str | None
    nullable: bool
    named: bool
    outer: tuple[Node, ...] = ()
    choices: tuple[Choice, ...] = ()
    notes: tuple[str, ...] = ()
    homes: Mapping[str, str] = _NONE

    @property
    def refers(self) -> bool:
        """Whether the schema is a reference to another one."""
        return not self.choices and is_reference(self.node)


class Family(Struct, frozen=True):
    """A schema that stands for its kinds: their ids, its own, and the discriminator that tells them apart."""

    kinds: tuple[str, ...]
    discriminator: Node
