"""The classes and functions of somebody's own code, as far as values of a package go through them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import TypeAlias, TypeGuard

from msgspec.structs import replace

from ..rules.breaking.annotation import Named, spelled
from ..rules.breaking.surface import Attribute, Class, Function, Kind, Surface
from ..rules.breaking.surface import Symbol as Known
from .values import Scope, Symbol, Thing, Value

_ROUNDS = 3
"""How often definitions are read, so that they may name one another in any order."""


def with_own(surface: Surface, modules: Mapping[str, tuple[ast.Module, Scope]]) -> Surface:
    """The surface of a package with what some modules define around it; `modules` have the names that they import.

    A name that two modules define, or that the package has itself, is left out.
    """
    defined = [node for tree, _ in modules.values() for node in tree.body if _is_definition(node)]
    names = [node.name for node in defined]
    taken = {name for name in names if names.count(name) > 1} | surface.symbols.keys()
    symbols: dict[str, Known] = dict(surface.symbols)
    wide = replace(surface, symbols=symbols)
    for _ in range(_ROUNDS):
        for tree, imported in modules.values():
            scope = Scope(wide, dict(imported.names))
            scope.names |= {name: Symbol(name) for name in symbols.keys() - surface.symbols.keys()}
            for node in tree.body:
                if _is_definition(node):
                    if node.name not in taken:
                        symbols[node.name] = _defined(node, scope)
                elif isinstance(node, ast.Assign | ast.AnnAssign):
                    _keep(node, scope)
    return wide


Definition: TypeAlias = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def _is_definition(node: ast.stmt) -> TypeGuard[Definition]:
    return isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)


def _keep(node: ast.Assign | ast.AnnAssign, scope: Scope) -> None:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    for target in targets:
        if isinstance(target, ast.Name) and node.value is not None:
            scope.names[target.id] = scope.thing(node.value)


def _defined(node: Definition, scope: Scope) -> Known:
    if not isinstance(node, ast.ClassDef):
        return _function(node, scope, None)
    attributes = {
        one.target.id: _attribute(one.target.id, scope.annotated(one.annotation))
        for one in node.body
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
    }
    methods: dict[str, Function] = {}
    for one in node.body:
        if not isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        function = _function(one, scope, node.name)
        if any(ast.unparse(mark).endswith("property") for mark in one.decorator_list):
            attributes[one.name] = Attribute(one.name, function.result, None)
        else:
            methods[one.name] = function
        attributes |= {
            name: _attribute(name, thing) for name, thing in _kept(one, scope, node.name)
        }
    bases = tuple(
        thing.name for base in node.bases if isinstance(thing := scope.thing(base), Symbol)
    )
    return Class(node.name, Kind.PLAIN, bases, attributes, methods, None, False, None)


def _attribute(name: str, thing: Thing) -> Attribute:
    return Attribute(name, spelled(thing.shape) if isinstance(thing, Value) else "Any", None)


def arguments_in(
    node: ast.FunctionDef | ast.AsyncFunctionDef, scope: Scope, owner: str | None
) -> Scope:
    """The scope in a function: its arguments by their annotations, the first of a method by its class."""
    inner = scope.inner()
    given = [*node.args.posonlyargs, *node.args.args]
    for one in (*given, *node.args.kwonlyargs):
        inner.names[one.arg] = scope.annotated(one.annotation)
    if owner is not None and given and given[0].annotation is None:
        inner.names[given[0].arg] = Value(Named(owner))
    return inner


def _function(
    node: ast.FunctionDef | ast.AsyncFunctionDef, scope: Scope, owner: str | None
) -> Function:
    found: Thing = scope.annotated(node.returns)
    if node.returns is None:
        inner = arguments_in(node, scope, owner)
        results = [one.value for one in ast.walk(node) if isinstance(one, ast.Return) and one.value]
        found = inner.thing(results[0]) if len(results) == 1 else found
    result = spelled(found.shape) if isinstance(found, Value) else "Any"
    return Function(node.name, (), result, isinstance(node, ast.AsyncFunctionDef), None)


def _kept(
    node: ast.FunctionDef | ast.AsyncFunctionDef, scope: Scope, owner: str
) -> Iterator[tuple[str, Thing]]:
    """What a method keeps on its object."""
    inner = arguments_in(node, scope, owner)
    for one in ast.walk(node):
        match one:
            case ast.Assign([ast.Attribute(ast.Name("self"), name)], value):
                yield name, inner.thing(value)
            case ast.AnnAssign(ast.Attribute(ast.Name("self"), name), annotation):
                yield name, inner.annotated(annotation)
            case _:
                pass
