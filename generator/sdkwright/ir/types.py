"""The types of an API: a closed sum, dispatched with `match` and `assert_never`."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

Constant: TypeAlias = bool | int | Decimal | str | None


class ScalarKind(StrEnum):
    """What a scalar holds, by JSON type and format (`lower/formats.py` says which format gives which kind)."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    NULL = "null"
    UUID = "uuid"
    DATE = "date"
    DATE_TIME = "date-time"
    TIME = "time"
    BYTES = "byte"
    BINARY = "binary"


class Scalar(Struct, frozen=True):
    """Text, a number, a boolean or null."""

    kind: ScalarKind


class Literal(Struct, frozen=True):
    """One of the given values and nothing else; `open` ones pass further values of `base` through."""

    values: tuple[Constant, ...]
    base: ScalarKind
    open: bool


class Array(Struct, frozen=True):
    """An ordered list."""

    item: Type


class Map(Struct, frozen=True):
    """An object whose keys are data."""

    value: Type


class Nullable(Struct, frozen=True):
    """`type`, or null."""

    type: Type


class Ref(Struct, frozen=True):
    """A definition of the API, by its id (the JSON pointer where it stands)."""

    id: str


class Anything(Struct, frozen=True):
    """Any JSON value: the schema says nothing about it."""


class Tag(Struct, frozen=True):
    """The property whose text tells the members of a union apart, and which definition each text stands for.

    `inferred` says that the document does not name it: the members' own constants do; `optional`, that such a member need
    not have it. `otherwise` is the definition for an object with another text, or none (`defaultMapping` of OpenAPI 3.2).
    """

    wire: str
    values: tuple[tuple[str, str], ...]
    inferred: bool
    otherwise: str | None = None
    optional: bool = False

    def member(self, said: object) -> str | None:
        """The definition for an object whose tag says this; None where the tag leaves it open."""
        return next((id_ for text, id_ in self.values if said == text), self.otherwise)


class Union(Struct, frozen=True):
    """One of several types. Where objects are among them, an object that fits none is possible too."""

    members: tuple[Type, ...]
    tag: Tag | None = None


Type: TypeAlias = Scalar | Literal | Array | Map | Nullable | Union | Ref | Anything
