"""Symbols as Python shows them, and the words for them."""

from __future__ import annotations

import ast

from .annotation import Lit, Shape, Turn, either, expanded, members_of, parse, spelled
from .surface import Alias, Argument, Attribute, Class, Function, Kind, Surface, Symbol

_KINDS = {Kind.EXCEPTION: "exception", Kind.CLIENT: "client", Kind.RESOURCE: "resource"}


def kind_word(one: Symbol) -> str:
    if isinstance(one, Function):
        return "function"
    return "alias" if isinstance(one, Alias) else _KINDS.get(one.kind, "class")


def shown_as(one: Symbol) -> str:
    match one:
        case Function():
            return one.signature
        case Alias(name, annotation):
            return f"{name} = {annotation}"
        case Class(name, _, bases):
            return f"class {name}({', '.join(bases)})" if bases else f"class {name}"


def known_values(one: Alias) -> frozenset[str]:
    """The values that a name for a type lists, though it may take any others as well."""
    nodes = ast.walk(ast.parse(one.annotation))
    listed = (n.slice for n in nodes if isinstance(n, ast.Subscript) and _is_literal(n.value))
    return frozenset(
        ast.unparse(value)
        for values in listed
        for value in (values.elts if isinstance(values, ast.Tuple) else [values])
    )


def _is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "Literal"


def attribute_line(one: Attribute | None) -> str | None:
    if one is None:
        return None
    default = "" if one.default is None else f" = {one.default}"
    return f"{one.name}: {one.annotation}{default}"


def without_unset(one: Argument) -> str:
    """The annotation without the mark for what is not given, which is no value that callers pass."""
    shape = parse(one.annotation)
    members = [m for m in members_of(shape) if spelled(m) != "Unset"]
    return spelled(either(members)) if len(members) < len(members_of(shape)) else one.annotation


def values_named(one: Turn, a: Shape, b: Shape, old: Surface, new: Surface) -> str:
    """The values that came or went."""
    if one not in (Turn.LITERAL_NARROWED, Turn.LITERAL_WIDENED):
        return ""
    before, after = _literals(a, old), _literals(b, new)
    words = [f"{value} is gone" for value in sorted(before - after)]
    return ", ".join([*words, *(f"{value} is new" for value in sorted(after - before))])


def _literals(shape: Shape, surface: Surface) -> frozenset[str]:
    found = members_of(expanded(shape, surface.expand))
    return frozenset[str]().union(*(one.values for one in found if isinstance(one, Lit)))


def replaced(what: str, before: object, after: object) -> str:
    """What is said of a value that is another now, is new, or is gone (None)."""
    if before is None:
        return f"{what} is `{after}` now"
    return (
        f"{what}, `{before}`, is gone"
        if after is None
        else f"{what} is `{after}`, which was `{before}`"
    )
