"""Parameters outside of the body: what their arguments are, and how the runtime is told to write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from msgspec import Struct

from ..ir.model import Alias, Api, Definition, Enum, Location, Object, Operation, Parameter
from ..ir.types import Anything, Array, Literal, Map, Nullable, Ref, Scalar, ScalarKind, Type, Union
from ..ir.walk import walk
from ..ir.writing import Style, Writing
from .annotations import Annotation, Scope, argument, result
from .code import Code, code, compose, identifier, join, literal, tuple_of
from .docs import described, facts, paragraphs, unless_evident
from .imports import Import

GROUPS: tuple[tuple[str, Location], ...] = (
    ("query", Location.QUERY),
    ("headers", Location.HEADER),
    ("cookies", Location.COOKIE),
)
"""The keyword arguments of a call that parameters are handed on with."""

_OCTETS = Scalar(ScalarKind.BYTES)

_CLASSES: Mapping[Location, tuple[str, Writing]] = {
    Location.PATH: ("InPath", Writing(Style.SIMPLE, explode=False)),
    Location.QUERY: ("InQuery", Writing(Style.FORM, explode=True)),
    Location.HEADER: ("InHeader", Writing(Style.SIMPLE, explode=False)),
    Location.COOKIE: ("InCookie", Writing(Style.FORM, explode=True)),
}
"""The class that declares a parameter of each location, and what it takes to be meant where nothing is said."""


class Argument(Struct, frozen=True):
    """An argument of a method: its name, annotation, text, and what it is where it is left out (None: it may not be)."""

    key: str
    name: Code
    annotation: Code
    text: str
    default: Code | None = None


class Desk(Struct, frozen=True):
    """Where the arguments of one operation are made; `needs` gathers what their annotations import."""

    operation: Operation
    scope: Scope
    runtime: str
    needs: set[Import]

    def name(self, key: str) -> Code:
        """The settled name of an argument: `query/pageSize`, `body/comments`."""
        return identifier(self.scope.names.arguments[self.operation.id][key])

    def argument(self, key: str, name: Code, type_: Type, text: str, required: bool) -> Argument:
        """An argument of a type."""
        return self.spelled(key, name, argument(type_, self.scope), text, required)

    def spelled(
        self, key: str, name: Code, annotation: Annotation, text: str, required: bool
    ) -> Argument:
        """An argument with an annotation."""
        self.needs.update(annotation.imports)
        if required:
            return Argument(key, name, annotation.code, text)
        self.needs.update({Import(self.runtime, "UNSET"), Import(self.runtime, "Unset")})
        return Argument(key, name, compose("{} | Unset", annotation.code), text, code("UNSET"))


def keyword(name: str, value: Code) -> Code:
    """A keyword argument of a call, as source."""
    return compose("{}={}", identifier(name), value)


def path_parameters(operation: Operation) -> list[Parameter]:
    """The parameters in the path, as they stand there."""
    in_path = [p for p in operation.parameters if p.location is Location.PATH]
    return sorted(in_path, key=lambda p: operation.path.find("{" + p.wire + "}"))


def parameter_argument(desk: Desk, parameter: Parameter) -> Argument:
    """The argument for a parameter."""
    name = desk.name(f"{parameter.location}/{parameter.wire}")
    where = {Location.HEADER: "the header", Location.COOKIE: "the cookies"}
    place = where.get(parameter.location, f"the {parameter.location}")
    otherwise = unless_evident(f"`{parameter.wire}` of {place}.", parameter.wire, name)
    text = paragraphs(described(parameter.doc, otherwise), facts(parameter.doc))
    type_ = parameter.type
    if parameter.location is Location.PATH and isinstance(type_, Nullable):
        type_ = type_.type  # null has no form in a path
    return desk.argument(name, name, type_, text, parameter.required)


def declared_parameters(
    operation: Operation, scope: Scope, needs: set[Import], runtime: str
) -> list[Code]:
    """What the declaration of an operation says about its parameters; those in the path where they are no plain text."""
    declared: list[Code] = []
    styled = [p for p in path_parameters(operation) if not _is_plain(p, scope.api)]
    if styled:
        segments = tuple_of(_declared(p, scope, needs, runtime) for p in styled)
        declared.append(keyword("segments", segments))
    names = scope.names.arguments[operation.id]
    for word, location in GROUPS:
        pairs = [
            compose(
                "{}: {}",
                literal(names[f"{p.location}/{p.wire}"]),
                _declared(p, scope, needs, runtime),
            )
            for p in operation.parameters
            if p.location is location
        ]
        if pairs:
            declared.append(keyword(word, compose("{{{}}}", join(", ", pairs))))
    return declared


def _is_plain(parameter: Parameter, api: Api) -> bool:
    """Whether a path parameter is one text, encoded as one segment."""
    usual = parameter.writing == _CLASSES[Location.PATH][1]
    return usual and _is_text(api, parameter.type) and not needs_type(api, parameter.type)


def _is_text(api: Api, type_: Type) -> bool:
    match type_:
        case Scalar() | Literal():
            return True
        case Ref(id_):
            definition = api.definitions.get(id_)
            if isinstance(definition, Alias):
                return _is_text(api, definition.type)
            return isinstance(definition, Enum)
        case Nullable(inner):
            return _is_text(api, inner)
        case Union(members):
            return all(_is_text(api, member) for member in members)
        case Array() | Map() | Anything():
            return False
        case _:
            assert_never(type_)


def _declared(parameter: Parameter, scope: Scope, needs: set[Import], runtime: str) -> Code:
    if not needs_type(scope.api, parameter.type):
        return spelled_parameter(parameter, needs, runtime)
    shape = result(parameter.type, scope)
    needs |= shape.imports
    return spelled_parameter(parameter, needs, runtime, shape.code)


def spelled_parameter(
    parameter: Parameter, needs: set[Import], runtime: str, type_: Code | None = None
) -> Code:
    """What a declaration says of how a parameter is written."""
    class_, usual = _CLASSES[parameter.location]
    needs.add(Import(runtime, class_))
    writing = parameter.writing
    said = [literal("" if writing.whole else parameter.wire)]
    if writing.style is not usual.style:
        said.append(keyword("style", literal(str(writing.style))))
    if writing.explode is not usual.explode and writing.style not in (Style.DEEP, Style.JSON):
        said.append(keyword("explode", literal(writing.explode)))
    if writing.reserved:
        said.append(keyword("reserved", literal(True)))
    if writing.spanning:
        said.append(keyword("spanning", literal(True)))
    if parameter.doc.secret and parameter.location is Location.QUERY:
        said.append(keyword("secret", literal(True)))
    if type_ is not None:
        said.append(keyword("type", type_))
    return compose("{}({})", identifier(class_), join(", ", said))


def needs_type(api: Api, type_: Type) -> bool:
    """Whether a value can't be written without its type: objects, and octets, which stand as base64 text."""
    return any(isinstance(part, Object) or part == _OCTETS for part in _parts(api, type_))


def may_be_file(api: Api, type_: Type | None) -> bool:
    """Whether a value may be octets that are sent as they are."""
    return type_ is not None and Scalar(ScalarKind.BINARY) in _parts(api, type_)


def _parts(api: Api, type_: Type) -> Iterator[Type | Definition]:
    """What a type is made of, and the definitions that it leads to, but for what is inside of objects."""
    seen: set[str] = set()
    queue = [type_]
    while queue:
        for part in walk(queue.pop()):
            yield part
            definition = api.definitions.get(part.id) if isinstance(part, Ref) else None
            if definition is not None and definition.id not in seen:
                seen.add(definition.id)
                yield definition
                if isinstance(definition, Alias):
                    queue.append(definition.type)
