"""What the expressions of somebody's code are, as far as they come from a package: types by inference, nothing is run."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from ..rules.breaking.annotation import (
    ANY,
    NONE,
    Lit,
    Named,
    Shape,
    either,
    expanded,
    members_of,
    parse,
    renamed_in,
)
from ..rules.breaking.surface import Alias, Class, Function, Surface

_LISTS = frozenset(
    {"list", "Sequence", "Iterable", "Iterator", "AsyncIterator", "set", "Collection"}
)


_ALL = frozenset({"sorted", "list", "reversed", "tuple", "set", "iter"})
_ONE = frozenset({"max", "min", "next"})
"""Built-in functions that give all elements of what they are given, or one of them."""


class Value(Struct, frozen=True):
    """An expression: its type, and the symbols whose annotation it has it from (`Refund.amount`, `Refunds.get`)."""

    shape: Shape = ANY
    origins: frozenset[str] = frozenset()


class Symbol(Struct, frozen=True):
    """An expression that is a class or function of the package itself."""

    name: str


class Module(Struct, frozen=True):
    """An expression that is a module of the package."""


Thing = Value | Symbol | Module
UNKNOWN = Value()


class Scope(Struct):
    """Names in sight, with what they are."""

    surface: Surface
    names: dict[str, Thing] = field(default_factory=dict[str, Thing])

    def inner(self) -> Scope:
        """A scope within this one."""
        return Scope(self.surface, dict(self.names))

    def thing(self, node: ast.expr) -> Thing:
        """What an expression is."""
        match node:
            case ast.Name(name):
                return self.names.get(name, UNKNOWN)
            case ast.Attribute(base, name):
                return self._attribute(self.thing(base), name)
            case ast.Call():
                return self._result(node)
            case ast.Await(inner) | ast.Starred(inner):
                return self.thing(inner)
            case ast.NamedExpr(_, inner):
                return self.thing(inner)
            case ast.Subscript(base, index):
                return self._item(self.thing(base), index)
            case ast.IfExp(_, one, other):
                return self._either(self.thing(one), self.thing(other))
            case ast.BoolOp(_, values):
                return self._either(*map(self.thing, values))
            case ast.Constant(value):
                return Value(NONE if value is None else Lit(frozenset({ast.unparse(node)})))
            case ast.JoinedStr():
                return Value(Named("str"))
            case _:
                return self._made(node)

    def _result(self, node: ast.Call) -> Thing:
        """What a call gives: one of a built-in function, of a mapping, or of the package."""
        match node:
            case ast.Call(ast.Name(name), [first, *_]) if name in _ALL and name not in self.names:
                return self._listed(self.element(self.thing(first)))
            case ast.Call(ast.Name(name), [first, *_]) if name in _ONE and name not in self.names:
                return self.element(self.thing(first))
            case ast.Call(
                ast.Attribute(base, "values" | "get" | "pop" as name)
            ) if held := self._held(self.thing(base)):
                return self._listed(held) if name == "values" else held
            case _:
                return self._called(self.thing(node.func))

    def _made(self, node: ast.expr) -> Thing:
        """What a comprehension makes."""
        match node:
            case (
                ast.ListComp(part, rounds)
                | ast.SetComp(part, rounds)
                | ast.GeneratorExp(part, rounds)
            ):
                return self._listed(self.within(rounds).thing(part))
            case ast.DictComp(_, part, rounds):
                made = self.within(rounds).thing(part)
                shape = made.shape if isinstance(made, Value) else ANY
                return Value(Named("dict", (ANY, shape)))
            case _:
                return UNKNOWN

    def within(self, rounds: list[ast.comprehension]) -> Scope:
        """The scope in a comprehension."""
        inner = self.inner()
        for one in rounds:
            inner.bind(one.target, inner.element(inner.thing(one.iter)))
        return inner

    def bind(self, target: ast.expr, thing: Thing) -> None:
        """Give a target what it stands for; parts of a list are its elements."""
        match target:
            case ast.Name(name):
                self.names[name] = thing
            case ast.Starred(ast.Name(name)):
                self.names[name] = self._listed(thing)
            case ast.Tuple(elements) | ast.List(elements):
                whole = isinstance(thing, Value) and _is_list(thing.shape)
                for element in elements:
                    self.bind(element, self.element(thing) if whole else UNKNOWN)
            case _:
                pass

    def _listed(self, thing: Thing) -> Value:
        shape = thing.shape if isinstance(thing, Value) else ANY
        return Value(
            Named("list", (shape,)), thing.origins if isinstance(thing, Value) else frozenset()
        )

    def _held(self, thing: Thing) -> Value | None:
        """What a mapping holds."""
        shapes = members_of(thing.shape) if isinstance(thing, Value) else ()
        for shape in shapes:
            if isinstance(shape, Named) and shape.name in ("dict", "Mapping") and shape.arguments:
                return self._valued(shape.arguments[-1], frozenset())
        return None

    def annotated(self, annotation: ast.expr | None) -> Thing:
        """A variable of an annotated type."""
        if annotation is None:
            return UNKNOWN
        called = {
            name: thing.name
            for name, thing in self.names.items()
            if isinstance(thing, Symbol) and thing.name != name
        }
        return self._valued(renamed_in(parse(ast.unparse(annotation)), called), frozenset())

    def element(self, thing: Thing) -> Thing:
        """What one gets by looping."""
        if not isinstance(thing, Value):
            return UNKNOWN
        for shape in members_of(expanded(thing.shape, self.surface.expand)):
            if isinstance(shape, Named) and shape.arguments and shape.name in _LISTS:
                return self._valued(shape.arguments[0], thing.origins)
            if isinstance(shape, Named) and shape.arguments and shape.name in ("dict", "Mapping"):
                return self._valued(shape.arguments[0], thing.origins)
        return Value(ANY, thing.origins)

    def classes(self, thing: Thing) -> Iterator[Class]:
        """The classes of the package that a value may be an instance of."""
        if isinstance(thing, Value):
            for shape in members_of(expanded(thing.shape, self.surface.expand)):
                found = self.surface.symbols.get(shape.name) if isinstance(shape, Named) else None
                if isinstance(found, Class):
                    yield found

    def attribute_of(self, one: Class, name: str) -> tuple[Class, str] | None:
        """The class that has an attribute or method of this name: itself or one it inherits from."""
        if name in one.attributes or name in one.methods:
            return one, name
        for base in one.bases:
            parent = self.surface.symbols.get(base)
            found = self.attribute_of(parent, name) if isinstance(parent, Class) else None
            if found is not None:
                return found
        return None

    def _attribute(self, base: Thing, name: str) -> Thing:
        if isinstance(base, Module):
            return Symbol(name) if name in self.surface.symbols else UNKNOWN
        if isinstance(base, Symbol):
            return Value(ANY, frozenset({f"{base.name}.{name}"}))
        for one in self.classes(base):
            found = self.attribute_of(one, name)
            if found is None:
                continue
            owner = found[0]
            symbol = f"{owner.name}.{name}"
            if name in owner.methods:
                return Symbol(symbol)
            return self._valued(parse(owner.attributes[name].annotation), frozenset({symbol}))
        return UNKNOWN

    def function(self, name: str) -> Function | None:
        """The function or method of this name; of a class its constructor."""
        found = self.surface.symbols.get(name)
        if isinstance(found, Function):
            return found
        owner, _, method = name.rpartition(".")
        there = self.surface.symbols.get(owner)
        return there.methods.get(method) if isinstance(there, Class) else None

    def _called(self, called: Thing) -> Thing:
        if not isinstance(called, Symbol):
            return UNKNOWN
        function = self.function(called.name)
        if function is not None:
            return self._valued(parse(function.result), frozenset({called.name}))
        return Value(Named(called.name))

    def _valued(self, shape: Shape, origins: frozenset[str]) -> Value:
        """A value of a type; an alias in the type is a symbol that it comes from."""
        named = {one.name for one in members_of(shape) if isinstance(one, Named)}
        aliases = {name for name in named if isinstance(self.surface.symbols.get(name), Alias)}
        return Value(shape, origins | aliases)

    def _item(self, base: Thing, index: ast.expr) -> Thing:
        if not isinstance(base, Value):
            return UNKNOWN
        for shape in members_of(expanded(base.shape, self.surface.expand)):
            if isinstance(shape, Named) and shape.arguments:
                if isinstance(index, ast.Slice):
                    return base
                return self._valued(shape.arguments[-1], base.origins)
        return Value(ANY, base.origins)

    def _either(self, *things: Thing) -> Thing:
        values = [one for one in things if isinstance(one, Value)]
        if not values:
            return UNKNOWN
        origins = frozenset[str]().union(*(one.origins for one in values))
        return Value(either(one.shape for one in values), origins)

    def narrowed(self, name: str, to: Shape) -> Scope:
        """The scope below `isinstance(name, to)`: what it is there, it is by that test."""
        inner = self.inner()
        inner.names[name] = Value(to)
        return inner

    def without(self, name: str, gone: Shape) -> Scope:
        """The scope where `isinstance(name, gone)` was false."""
        inner = self.inner()
        known = self.names.get(name)
        if isinstance(known, Value):
            left = members_of(expanded(known.shape, self.surface.expand)) - members_of(gone)
            if left:
                inner.names[name] = replace(known, shape=either(left))
        return inner


def _is_list(shape: Shape) -> bool:
    return isinstance(shape, Named) and shape.name in _LISTS


def bound(surface: Surface, names: Mapping[str, Thing]) -> Scope:
    """A scope with some names."""
    return Scope(surface, dict(names))
