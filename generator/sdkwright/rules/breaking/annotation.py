"""Python annotations as values, and which of two takes in the other (PEP 484, 586, 604)."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import TypeAlias

from msgspec import Struct


class Named(Struct, frozen=True):
    """A class, perhaps with arguments: `list[int]`, `None`, `Refund`."""

    name: str
    arguments: tuple[Shape, ...] = ()


class Lit(Struct, frozen=True):
    """`Literal[…]`: its values as they are written."""

    values: frozenset[str]


class Either(Struct, frozen=True):
    """A union of several types."""

    members: frozenset[Shape]


Shape: TypeAlias = Named | Lit | Either

NONE = Named("None")
ANY = Named("Any")
_UNKNOWN = Named("Unknown")
_WRAPPERS = frozenset({"Annotated", "Required", "NotRequired", "ReadOnly", "Final", "ClassVar"})
_OLD_NAMES = {"List": "list", "Dict": "dict", "Set": "set", "Tuple": "tuple", "Type": "type"}
_ANYTHING = frozenset({"Any", "object"})
_PARENTS = {
    "int": ("float", "Decimal|int"),
    "bool": ("int", "float"),
    "datetime": ("date",),
    "list": ("Sequence", "Iterable", "Collection"),
    "tuple": ("Sequence", "Iterable", "Collection"),
    "Sequence": ("Iterable", "Collection"),
    "dict": ("Mapping",),
    "set": ("Iterable", "Collection"),
    "Iterator": ("Iterable",),
}
_INVARIANT = frozenset({"list", "dict", "set"})


@cache
def parse(text: str) -> Shape:
    """The type that an annotation means; `Any` for what is no annotation."""
    try:
        return _shape(ast.parse(text, mode="eval").body)
    except SyntaxError:
        return ANY


def either(members: Iterable[Shape]) -> Shape:
    """The union of some types, as simple as it can be said."""
    flat: set[Shape] = set()
    for member in members:
        flat |= member.members if isinstance(member, Either) else {member}
    if ANY in flat:
        return ANY
    values = frozenset[str]().union(*(one.values for one in flat if isinstance(one, Lit)))
    rest: set[Shape] = {one for one in flat if not isinstance(one, Lit)}
    if Named("str") in rest:
        values = frozenset(one for one in values if not one.startswith(("'", '"')))
    if Named("int") in rest:
        values = frozenset(one for one in values if not one.lstrip("-").isdigit())
    if values:
        rest.add(Lit(values))
    return next(iter(rest)) if len(rest) == 1 else Either(frozenset(rest))


def _shape(node: ast.expr) -> Shape:
    match node:
        case ast.Constant(None):
            return NONE
        case ast.Constant(str(text)):
            return parse(text)
        case ast.Constant(value) if value is ...:
            return Named("...")
        case ast.Name(name) | ast.Attribute(_, name):
            return Named(_OLD_NAMES.get(name, name))
        case ast.BinOp(left, ast.BitOr(), right):
            return either((_shape(left), _shape(right)))
        case ast.Subscript(outer, inner):
            return _generic(_shape(outer), inner)
        case _:
            return ANY


def _generic(outer: Shape, inner: ast.expr) -> Shape:
    parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
    name = outer.name if isinstance(outer, Named) else ""
    if name == "Literal":
        return Lit(frozenset(ast.unparse(part) for part in parts))
    if name == "Optional":
        return either((_shape(parts[0]), NONE))
    if name == "Union":
        return either(map(_shape, parts))
    if name in _WRAPPERS:
        return _shape(parts[0])
    return Named(name, tuple(map(_shape, parts)))


def spelled(shape: Shape) -> str:
    """A type as one writes it."""
    match shape:
        case Named(name, ()):
            return name
        case Named(name, arguments):
            return f"{name}[{', '.join(map(spelled, arguments))}]"
        case Lit(values):
            return f"Literal[{', '.join(sorted(values))}]"
        case Either(members):
            return " | ".join(sorted(map(spelled, members), key=lambda one: (one == "None", one)))


def renamed_in(shape: Shape, names: Mapping[str, str]) -> Shape:
    """A type with other names for classes."""
    match shape:
        case Named(name, arguments):
            inner = tuple(renamed_in(one, names) for one in arguments)
            return Named(names.get(name, name), inner)
        case Either(members):
            return either(renamed_in(one, names) for one in members)
        case Lit():
            return shape


Expand: TypeAlias = Callable[[str], Shape | None]
"""What an alias stands for; None for a name that is no alias."""


def members_of(shape: Shape) -> frozenset[Shape]:
    """The members of a union; the type alone where it is none."""
    return shape.members if isinstance(shape, Either) else frozenset({shape})


def expanded(shape: Shape, expand: Expand, depth: int = 8) -> Shape:
    """A type with the aliases at its surface written out."""
    if isinstance(shape, Either):
        return either(expanded(member, expand, depth) for member in shape.members)
    if isinstance(shape, Named) and not shape.arguments and depth:
        meant = expand(shape.name)
        if meant is not None:
            return expanded(meant, expand, depth - 1)
    return shape


def takes(wide: Shape, narrow: Shape, expand: Expand) -> bool:
    """Whether every value of `narrow` may be given where `wide` is wanted."""
    if wide == narrow:
        return True
    wide, narrow = expanded(wide, expand), expanded(narrow, expand)
    if isinstance(narrow, Either):
        return all(takes(wide, one, expand) for one in narrow.members)
    if isinstance(wide, Either):
        return any(takes(one, narrow, expand) for one in wide.members) or (
            isinstance(narrow, Lit)
            and all(
                any(takes(one, Lit(frozenset({value})), expand) for one in wide.members)
                for value in narrow.values
            )
        )
    if isinstance(wide, Named) and wide.name in _ANYTHING:
        return True
    if isinstance(narrow, Lit):
        return _takes_values(wide, narrow)
    if isinstance(wide, Lit):
        return False
    return narrow.name == "Any" or _takes_class(wide, narrow, expand)


def _takes_values(wide: Shape, narrow: Lit) -> bool:
    if isinstance(wide, Lit):
        return narrow.values <= wide.values
    if not isinstance(wide, Named):
        return False
    kinds = {
        "str" if one[:1] in "'\"" else "bool" if one in ("True", "False") else "int"
        for one in narrow.values
    }
    return kinds <= {wide.name} or (wide.name == "float" and kinds == {"int"})


def _takes_class(wide: Named, narrow: Named, expand: Expand) -> bool:
    if wide.name != narrow.name:
        if wide.name not in _PARENTS.get(narrow.name, ()):
            return False
    elif wide.name == "tuple" and len(wide.arguments) != len(narrow.arguments):
        return False
    if not wide.arguments or not narrow.arguments:
        return True
    pairs = list(zip(wide.arguments, narrow.arguments, strict=False))
    if wide.name in _INVARIANT:
        return all(takes(a, b, expand) and takes(b, a, expand) for a, b in pairs)
    return all(takes(a, b, expand) for a, b in pairs)


class Turn(StrEnum):
    """How a type has changed; the name of the kind follows for those that people tell apart."""

    SAME = "same"
    NULLABLE = "became-nullable"
    NOT_NULLABLE = "became-not-nullable"
    LITERAL_WIDENED = "literal-widened"
    LITERAL_NARROWED = "literal-narrowed"
    BECAME_LITERAL = "became-literal"
    LITERAL_DROPPED = "literal-dropped"
    UNION_WIDENED = "union-widened"
    UNION_EXTENDED = "union-extended"
    UNION_NARROWED = "union-narrowed"
    ITEM_WIDENED = "item-widened"
    ITEM_NARROWED = "item-narrowed"
    ITEM_CHANGED = "item-changed"
    TUPLE_ARITY = "tuple-arity"
    FORMAT_CHANGED = "format-changed"
    STREAMS = "streams"
    PAGINATES = "paginates"
    CLASS_REPLACED = "class-replaced"
    TYPE_WIDENED = "type-widened"
    TYPE_NARROWED = "type-narrowed"
    TYPE_CHANGED = "type-changed"


_FORMATS = frozenset({"str", "datetime", "date", "time", "UUID", "bytes"})
_STREAMS = frozenset({"Iterator", "AsyncIterator", "Generator", "Stream", "AsyncStream"})
_CONTAINERS = frozenset({"list", "dict", "set", "Sequence", "Mapping", "Iterable", "Collection"})


def turn(before: Shape, after: Shape, expand_old: Expand, expand_new: Expand) -> tuple[Turn, ...]:
    """How `after` differs from `before`. An alias that only changed its content is told there, not here."""
    if before == after:
        return ()
    a, b = expanded(before, expand_old), expanded(after, expand_new)
    if a == b:
        return ()
    found: list[Turn] = []
    old, new = members_of(a) - {NONE}, members_of(b) - {NONE}
    if ANY not in (a, b) and (NONE in members_of(a)) is not (NONE in members_of(b)):
        found.append(Turn.NULLABLE if NONE in members_of(b) else Turn.NOT_NULLABLE)
    if old and new and old != new:
        found.append(_content(either(old), either(new), expand_new))
    elif old != new:
        found.append(Turn.TYPE_CHANGED)
    return tuple(one for one in found if one is not Turn.SAME)


def _widens(before: Shape, after: Shape, expand: Expand) -> bool:
    """Whether a type takes more than before. `Any` may be given for every type, and is the widest all the same."""
    return takes(after, before, expand) and before != ANY


_PLAIN = frozenset({"str", "int", "bool", "Decimal", "list", "dict", "Sequence", "Mapping"})


def _is_plain(shape: Shape, expand: Expand) -> bool:
    """Whether values are those that anything is read as, which is what stands behind `Any`."""
    match expanded(shape, expand):
        case Named(name, arguments):
            known = name in _PLAIN or name in _ANYTHING or name == "None"
            return known and all(_is_plain(one, expand) for one in arguments)
        case Either(members):
            return all(_is_plain(one, expand) for one in members)
        case Lit():
            return True


def _content(a: Shape, b: Shape, expand: Expand) -> Turn:
    if a == ANY and not _is_plain(b, expand):
        return Turn.TYPE_CHANGED
    match a, b:
        case Lit(old), Lit(new):
            if old < new:
                return Turn.LITERAL_WIDENED
            return Turn.LITERAL_NARROWED if new < old else Turn.TYPE_CHANGED
        case Lit(), Named() if _widens(a, b, expand):
            return Turn.LITERAL_DROPPED
        case Named(), Lit() if takes(a, b, expand):
            return Turn.BECAME_LITERAL
        case Named(), Named():
            return _classes(a, b, expand)
        case _:
            pass
    if _widens(a, b, expand):
        # What was `Unknown` before has a class of its own now; code that is ready for the one goes on.
        return Turn.UNION_EXTENDED if _UNKNOWN in members_of(a) else Turn.UNION_WIDENED
    if takes(a, b, expand):
        return Turn.UNION_NARROWED
    # Other members, or such as hold others.
    before, after = members_of(a), members_of(b)
    if len(before) == len(after) == len(before & after) + 1:
        return _content(next(iter(before - after)), next(iter(after - before)), expand)
    return Turn.TYPE_CHANGED


def _classes(a: Named, b: Named, expand: Expand) -> Turn:
    one, other = a.name, b.name
    if other in _STREAMS and one not in _STREAMS:
        return Turn.STREAMS
    if one == "list" and other.endswith("Page"):
        return Turn.PAGINATES
    if one == other == "tuple" and len(a.arguments) != len(b.arguments):
        return Turn.TUPLE_ARITY
    if one == other and one in _CONTAINERS and len(a.arguments) == len(b.arguments):
        pairs = [(x, y) for x, y in zip(a.arguments, b.arguments, strict=True) if x != y]
        if any(x == ANY and not _is_plain(y, expand) for x, y in pairs):
            return Turn.ITEM_CHANGED
        if one in _INVARIANT:
            if all(y == ANY for _, y in pairs):
                # A list of anything is taken for a list of texts and the other way (PEP 484, `Any`).
                return Turn.TYPE_WIDENED
            if all(_widens(x, y, expand) for x, y in pairs):
                return Turn.ITEM_WIDENED
            if all(takes(x, y, expand) for x, y in pairs):
                return Turn.ITEM_NARROWED
            return Turn.ITEM_CHANGED
    if _widens(a, b, expand):
        return Turn.TYPE_WIDENED
    if takes(a, b, expand):
        return Turn.TYPE_NARROWED
    return Turn.FORMAT_CHANGED if {one, other} <= _FORMATS else Turn.TYPE_CHANGED
