"""Types as Python annotations, with the imports that they need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from ..ir.model import Alias, Api, Object
from ..ir.types import (
    Anything,
    Array,
    Constant,
    Literal,
    Map,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    Type,
    Union,
)
from ..ir.walk import walk
from .code import Code, code, compose, identifier, join, literal, split_union
from .imports import Import
from .names import Names
from .reserved import DATES, DATETIME

_SCALARS: Mapping[ScalarKind, tuple[Code, Import | None]] = {
    ScalarKind.STRING: (code("str"), None),
    ScalarKind.INTEGER: (code("int"), None),
    ScalarKind.NUMBER: (code("Decimal"), Import("decimal", "Decimal")),
    ScalarKind.BOOLEAN: (code("bool"), None),
    ScalarKind.NULL: (code("None"), None),
    ScalarKind.UUID: (code("UUID"), Import("uuid", "UUID")),
    ScalarKind.DATE: (code("date"), Import("datetime", "date")),
    ScalarKind.DATE_TIME: (code("datetime"), Import("datetime", "datetime")),
    ScalarKind.TIME: (code("time"), Import("datetime", "time")),
    ScalarKind.BYTES: (code("bytes"), None),
    # Octets have no form in JSON; where they do stand in it they are some text.
    ScalarKind.BINARY: (code("str"), None),
}


class Annotation(Struct, frozen=True):
    """An annotation as source, and what has to be imported for it."""

    code: Code
    imports: frozenset[Import] = frozenset()


def _combined(
    pattern: Code, *parts: Annotation, needs: frozenset[Import] = frozenset()
) -> Annotation:
    return Annotation(pattern, needs.union(*(part.imports for part in parts)))


class Scope(Struct, frozen=True):
    """Where annotations are written: the names of the API, the module that models come from (one for all, or each by
    its id; None or `here`: this module), and names that mean something else there (a method called `list`, an attribute
    called `date`).
    `around` are the aliases whose content is being written out.
    """

    api: Api
    names: Names
    models: str | Mapping[str, str] | None
    shadowed: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    here: str | None = None

    def home(self, id_: str) -> str | None:
        """The module that a definition is imported from; None where it stands in this one."""
        home = self.models.get(id_) if isinstance(self.models, Mapping) else self.models
        return None if home == self.here else home

    def builtin(self, name: Code) -> Annotation:
        """A built-in type, spelled so that it is found where its bare name is taken."""
        if name in self.shadowed:
            return Annotation(compose("builtins.{}", name), frozenset({Import("builtins", None)}))
        return Annotation(name)


def result(type_: Type, scope: Scope) -> Annotation:
    """The annotation of what callers get: `list`, `dict` and classes."""
    match type_:
        case Scalar(kind):
            return _scalar(kind, scope)
        case Literal():
            return _literal(type_, scope)
        case Array(item):
            return _generic(scope.builtin(code("list")), result(item, scope))
        case Map(value):
            return _generic(
                scope.builtin(code("dict")), scope.builtin(code("str")), result(value, scope)
            )
        case Nullable(inner):
            return _or_none(result(inner, scope))
        case Union(members):
            return either(result(member, scope) for member in members)
        case Ref(id_):
            return _named(id_, scope)
        case Anything():
            return Annotation(code("Any"), frozenset({Import("typing", "Any")}))
        case _:
            assert_never(type_)


def argument(type_: Type, scope: Scope) -> Annotation:
    """The annotation of what callers give: abstract collections; objects also as mappings."""
    match type_:
        case Array(item):
            return _abstract(code("Sequence"), argument(item, scope))
        case Map(value):
            return _abstract(code("Mapping"), scope.builtin(code("str")), argument(value, scope))
        case Nullable(inner):
            return _or_none(argument(inner, scope))
        case Union(members):
            return either(argument(member, scope) for member in members)
        case Ref(id_):
            return _argument_of(id_, scope)
        case Anything():
            return scope.builtin(code("object"))
        case Scalar(ScalarKind.NUMBER):
            exact = result(type_, scope)
            return _combined(compose("{} | {}", exact.code, scope.builtin(code("int")).code), exact)
        case Scalar() | Literal():
            return result(type_, scope)
        case _:
            assert_never(type_)


def _argument_of(id_: str, scope: Scope) -> Annotation:
    definition = scope.api.definitions.get(id_)
    named = _named(id_, scope)
    if isinstance(definition, Alias) and any(
        isinstance(t, Ref | Array | Map | Union) for t in walk(definition.type)
    ):
        if id_ in scope.around:
            return named
        inside = replace(scope, around=scope.around | {id_})
        return _wider(named, definition.type, inside)
    if not isinstance(definition, Object):
        return named
    mapping = _abstract(code("Mapping"), scope.builtin(code("str")), scope.builtin(code("object")))
    return _combined(compose("{} | {}", named.code, mapping.code), named, mapping)


def _wider(named: Annotation, type_: Type, scope: Scope) -> Annotation:
    """What an alias of `type_` takes: all of a list or map; of a union its name, and what a caller may give besides."""
    given = argument(type_, scope)
    union = type_.type if isinstance(type_, Nullable) else type_
    if not isinstance(union, Union):
        return given
    known = split_union(result(type_, scope).code)
    arms = [arm for arm in split_union(given.code) if arm not in known]
    shown = either([named, *(Annotation(arm, given.imports) for arm in arms)])
    spoken = set(re.findall(r"\w+", shown.code))
    return Annotation(
        shown.code,
        frozenset(need for need in shown.imports if (need.name or need.module) in spoken),
    )


def _scalar(kind: ScalarKind, scope: Scope) -> Annotation:
    name, needed = _SCALARS[kind]
    if kind in DATES and name in scope.shadowed:
        whole = Import("datetime", None, DATETIME)
        return Annotation(compose("{}.{}", identifier(DATETIME), name), frozenset({whole}))
    return scope.builtin(name) if needed is None else Annotation(name, frozenset({needed}))


def _literal(type_: Literal, scope: Scope) -> Annotation:
    spelled = [value for value in type_.values if spellable(value)]
    base = _scalar(type_.base, scope)
    if len(spelled) < len(type_.values) or not spelled:
        return base
    known = compose("Literal[{}]", join(", ", map(literal, spelled)))
    needs = frozenset({Import("typing", "Literal")})
    if type_.open:
        return _combined(compose("{} | {}", known, base.code), base, needs=needs)
    return Annotation(known, needs)


def spellable(value: Constant) -> bool:
    # PEP 586: Literal takes text, integers, booleans and None; other constants leave their base type.
    return value is None or isinstance(value, str | int)


def _generic(outer: Annotation, *inner: Annotation) -> Annotation:
    arguments = join(", ", (part.code for part in inner))
    return _combined(compose("{}[{}]", outer.code, arguments), outer, *inner)


def _abstract(name: Code, *inner: Annotation) -> Annotation:
    return _generic(Annotation(name, frozenset({Import("collections.abc", name)})), *inner)


def _or_none(inner: Annotation) -> Annotation:
    if inner.code == "None" or inner.code.endswith(" | None"):
        return inner
    return Annotation(compose("{} | None", inner.code), inner.imports)


def either(members: Iterable[Annotation]) -> Annotation:
    """A union: each arm once, None at the end."""
    found = tuple(members)
    arms = dict.fromkeys(arm for member in found for arm in split_union(member.code))
    if len(arms) > 1 and code("None") in arms:
        del arms[code("None")]
        arms[code("None")] = None
    return _combined(join(" | ", arms), *found)


def optional(annotation: Annotation) -> Annotation:
    """`annotation`, or None."""
    return _or_none(annotation)


def _named(id_: str, scope: Scope) -> Annotation:
    name = identifier(scope.names.types[id_])
    home = scope.home(id_)
    return Annotation(name, frozenset() if home is None else frozenset({Import(home, name)}))
