"""What a package offers to its callers: classes, attributes, functions, aliases, each with its annotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct, field

from .annotation import Either, Named, Shape, parse


class Kind(StrEnum):
    """What a class is for."""

    MODEL = "model"
    TYPED_DICT = "typed dict"
    ENUM = "enum"
    CONSTANTS = "constants"
    EXCEPTION = "exception"
    CLIENT = "client"
    RESOURCE = "resource"
    PLAIN = "class"


class Argument(Struct, frozen=True):
    """An argument of a function. `default` is None where it must be given."""

    name: str
    annotation: str
    default: str | None
    keyword: bool


class Function(Struct, frozen=True):
    """A function or method, without `self`."""

    name: str
    arguments: tuple[Argument, ...]
    result: str
    is_async: bool
    deprecated: str | None

    @property
    def signature(self) -> str:
        """Its first line as Python shows it; a constructor, which has the name of its class, as it is called."""
        parts: list[str] = []
        for one in self.arguments:
            if one.keyword and "*" not in parts:
                parts.append("*")
            default = "" if one.default is None else f" = {one.default}"
            parts.append(f"{one.name}: {one.annotation}{default}")
        called = f"{self.name}({', '.join(parts)})"
        if self.name[:1].isupper():
            return called
        return f"{'async ' if self.is_async else ''}def {called} -> {self.result}"


class Attribute(Struct, frozen=True):
    """An attribute of a class. `default` is None where the constructor needs it."""

    name: str
    annotation: str
    default: str | None


class Class(Struct, frozen=True):
    """A class: its attributes in order, its methods, and its own constructor where it writes one.

    `keyword_only` says that its constructor takes names alone. `streams` are the methods whose answers it gives piece by
    piece.
    """

    name: str
    kind: Kind
    bases: tuple[str, ...]
    attributes: Mapping[str, Attribute]
    methods: Mapping[str, Function]
    constructor: Function | None
    keyword_only: bool
    deprecated: str | None
    streams: tuple[str, ...] = ()


class Alias(Struct, frozen=True):
    """A name for a type."""

    name: str
    annotation: str


class Declared(Struct, frozen=True):
    """What the operation of a method declares beside its signature.

    `errors` are the types of what errors carry, by status; `body` is the type of what is sent; `servers` are addresses that
    are its own, as they are written. `waits` says when that is done which a method waits for.
    """

    errors: Mapping[str, str]
    body: str | None
    servers: str | None
    idempotency: str | None = None
    waits: str | None = None


Symbol: TypeAlias = Class | Function | Alias


class Surface(Struct, frozen=True):
    """The symbols of a package by name. `settings` are facts that stand in values: the addresses of servers.

    `grants` are the addresses that tokens are asked for at, counted. `operations` are what methods (`Refunds.get`) declare beside their signatures.
    """

    symbols: Mapping[str, Symbol]
    settings: Mapping[str, str] = field(default_factory=dict[str, str])
    operations: Mapping[str, Declared] = field(default_factory=dict[str, Declared])
    grants: Mapping[str, str] = field(default_factory=dict[str, str])

    def expand(self, name: str) -> Shape | None:
        """What an alias stands for."""
        found = self.symbols.get(name)
        return parse(found.annotation) if isinstance(found, Alias) else None

    def functions(self) -> Iterator[tuple[str, Function]]:
        """All functions, methods by `Class.method`."""
        for name, one in self.symbols.items():
            if isinstance(one, Function):
                yield name, one
            elif isinstance(one, Class):
                yield from ((f"{name}.{key}", method) for key, method in one.methods.items())

    def directions(self) -> tuple[frozenset[str], frozenset[str]]:
        """The names of types that callers give, and of those that they get."""
        given: set[str] = set()
        got: set[str] = set()
        for _, function in self.functions():
            for one in function.arguments:
                self._reach(parse(one.annotation), given)
            self._reach(parse(function.result), got)
        for name, symbol in self.symbols.items():
            # What reads itself from a request is got without a function that gives it.
            if isinstance(symbol, Class) and "ReceivedRequest" in symbol.bases:
                self._reach(Named(name, ()), got)
        for operation in self.operations.values():
            for annotation in operation.errors.values():
                self._reach(parse(annotation), got)
            if operation.body is not None:
                self._reach(parse(operation.body), given)
        return frozenset(given), frozenset(got)

    def _reach(self, shape: Shape, seen: set[str]) -> None:
        pending = list(names_in(shape))
        while pending:
            name = pending.pop()
            if name in seen:
                continue
            found = self.symbols.get(name)
            if found is None:
                continue
            seen.add(name)
            if isinstance(found, Alias):
                pending += names_in(parse(found.annotation))
            elif isinstance(found, Class) and found.kind not in (Kind.CLIENT, Kind.RESOURCE):
                pending += found.bases
                for one in found.attributes.values():
                    pending += names_in(parse(one.annotation))


def names_in(shape: Shape) -> Iterator[str]:
    """The class names of a type."""
    match shape:
        case Named(name, arguments):
            yield name
            for one in arguments:
                yield from names_in(one)
        case Either(members):
            for one in members:
                yield from names_in(one)
        case _:
            pass
