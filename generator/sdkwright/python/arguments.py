"""The arguments of methods: what the caller may give, how it is declared, and how it is handed on."""

from __future__ import annotations

from dataclasses import dataclass

from ..ir.model import Location, Operation
from .annotations import Scope, argument, result
from .code import Code, code, compose, identifier, join, literal, tuple_of
from .docs import described, facts, paragraphs
from .imports import Import
from .names import body_object


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a method: its name, annotation, text, and whether it may be left out."""

    key: str
    name: Code
    annotation: Code
    text: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a method takes: arguments by position, those by keyword alone, and how the call hands them on."""

    positional: tuple[Argument, ...]
    keyword: tuple[Argument, ...]
    handed: tuple[Code, ...]

    @property
    def all(self) -> tuple[Argument, ...]:
        """All of them, in the order of the signature."""
        return self.positional + self.keyword

    @property
    def signature(self) -> list[Code]:
        """The parameters of the method between `self` and `options`."""
        return [
            *(compose("{}: {}", a.name, a.annotation) for a in self.positional),
            code("*"),
            *(
                compose("{}: {} = UNSET" if a.optional else "{}: {}", a.name, a.annotation)
                for a in self.keyword
            ),
        ]


def arguments_of(operation: Operation, scope: Scope, runtime: str, needs: set[Import]) -> Arguments:
    """The arguments of the method of an operation; what their annotations need is added to `needs`."""
    positional = tuple(_path_arguments(operation, scope, needs))
    body = tuple(_body_arguments(operation, scope, runtime, needs))
    handed: list[Code] = [tuple_of(a.name for a in positional)]
    if body_object(scope.api, operation.body):
        handed.append(keyword("body", compose("{{{}}}", join(", ", [_pair(a) for a in body]))))
    elif body:
        handed.append(keyword("body", body[0].name))
    return Arguments(positional, body, tuple(handed))


def declared_arguments(operation: Operation, scope: Scope, needs: set[Import]) -> list[Code]:
    """What the declaration of an operation says about its arguments."""
    if operation.body is None:
        return []
    body = body_object(scope.api, operation.body)
    shape = result(operation.body.type, Scope(scope.api, scope.names, scope.models))
    name = identifier(scope.names.types[body.id]) if body else shape.code
    needs |= shape.imports if body is None else {Import(scope.home(body.id) or "", name)}
    return [keyword("body", name), keyword("body_required", literal(operation.body.required))]


def keyword(name: str, value: Code) -> Code:
    """A keyword argument of a call, as source."""
    return compose("{}={}", identifier(name), value)


def _pair(argument_: Argument) -> Code:
    return compose("{}: {}", literal(argument_.key), argument_.name)


def _path_arguments(operation: Operation, scope: Scope, needs: set[Import]) -> list[Argument]:
    names = scope.names.arguments[operation.id]
    found: list[Argument] = []
    for parameter in sorted(
        operation.parameters, key=lambda p: operation.path.find("{" + p.wire + "}")
    ):
        if parameter.location is Location.PATH:
            annotation = argument(parameter.type, scope)
            needs |= annotation.imports
            text = paragraphs(
                described(parameter.doc, f"`{parameter.wire}` of the path."), facts(parameter.doc)
            )
            name = identifier(names[f"{parameter.location}/{parameter.wire}"])
            found.append(Argument(parameter.wire, name, annotation.code, text, optional=False))
    return found


def _body_arguments(
    operation: Operation, scope: Scope, runtime: str, needs: set[Import]
) -> list[Argument]:
    if operation.body is None:
        return []
    names = scope.names.arguments[operation.id]
    model = body_object(scope.api, operation.body)
    if model is None:
        annotation = argument(operation.body.type, scope)
        needs |= annotation.imports
        optional = not operation.body.required
        spelled = _or_unset(annotation.code, runtime, needs) if optional else annotation.code
        return [
            Argument(
                "body", code("body"), spelled, described(operation.body.doc, "The body."), optional
            )
        ]
    found: list[Argument] = []
    # Arguments that must be given come first, so that `help()` and an editor show them first.
    for field in sorted(
        model.fields,
        key=lambda f: not (f.required and operation.body is not None and operation.body.required),
    ):
        if field.doc.read_only:
            continue
        annotation = argument(field.type, scope)
        needs |= annotation.imports
        optional = not (field.required and operation.body.required)
        spelled = _or_unset(annotation.code, runtime, needs) if optional else annotation.code
        attribute = scope.names.fields[model.id][field.wire]
        text = paragraphs(described(field.doc, f"`{field.wire}` of the body."), facts(field.doc))
        found.append(
            Argument(attribute, identifier(names[f"body/{field.wire}"]), spelled, text, optional)
        )
    return found


def _or_unset(annotation: Code, runtime: str, needs: set[Import]) -> Code:
    needs |= {Import(runtime, "UNSET"), Import(runtime, "Unset")}
    return compose("{} | Unset", annotation)
