"""The arguments of methods: what the caller may give, how it is declared, and how it is handed on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from ..ir.model import Operation, Parameter
from .annotations import Scope
from .argument_names import ADDITIONAL, body_object
from .bodies import body_arguments, declared_body, media_argument
from .code import Code, code, compose, join, literal, tuple_of
from .imports import Import
from .parameters import (
    GROUPS,
    Argument,
    Desk,
    declared_parameters,
    keyword,
    parameter_argument,
    path_parameters,
)


class Arguments(Struct, frozen=True):
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
                (
                    compose("{}: {}", a.name, a.annotation)
                    if a.default is None
                    else compose("{}: {} = {}", a.name, a.annotation, a.default)
                )
                for a in self.keyword
            ),
        ]


_FREE: Mapping[str, Code] = {}


def arguments_of(
    operation: Operation,
    scope: Scope,
    runtime: str,
    needs: set[Import],
    bound: Mapping[str, Code] = _FREE,
) -> Arguments:
    """The arguments of the method of an operation; what their annotations need is added to `needs`.

    What is `bound` (`path/id`, `body`) is no argument: this is handed on in its place.
    """
    desk = Desk(operation, scope, runtime, needs)
    path = path_parameters(operation)
    positional = tuple(parameter_argument(desk, p) for p in path if _key(p) not in bound)
    handed: list[Code] = [tuple_of(bound.get(_key(p), desk.name(_key(p))) for p in path)]
    keyword_only: list[Argument] = []
    for word, location in GROUPS:
        group = [p for p in operation.parameters if p.location is location]
        if group:
            pairs = ((desk.name(_key(p)), bound.get(_key(p))) for p in group)
            handed.append(keyword(word, _mapping((name, given or name) for name, given in pairs)))
        keyword_only += [parameter_argument(desk, p) for p in group if _key(p) not in bound]
    body = [] if "body" in bound else body_arguments(desk)
    if "body" in bound:
        handed.append(keyword("body", bound["body"]))
    elif body_object(scope.api, operation.body):
        handed.append(keyword("body", _mapping((a.key, a.name) for a in body)))
    elif body:
        handed.append(keyword("body", body[0].name))
    choice = media_argument(operation.body, needs)
    if choice is not None:
        handed.append(keyword("content_type", choice.name))
    every = [*keyword_only, *body, *([] if choice is None else [choice])]
    # Arguments that must be given come first, so that `help()` and an editor show them first.
    in_order = sorted(every, key=lambda argument: argument.default is not None)
    return Arguments(positional, tuple(in_order), tuple(handed))


def _key(parameter: Parameter) -> str:
    return f"{parameter.location}/{parameter.wire}"


def _mapping(entries: Iterable[tuple[str, Code]]) -> Code:
    pairs = [
        (
            compose("**{}", value)
            if key == ADDITIONAL
            else compose("{}: {}", literal(str(key)), value)
        )
        for key, value in entries
    ]
    return compose("{{{}}}", join(", ", pairs))


def declared_arguments(
    operation: Operation, scope: Scope, runtime: str, needs: set[Import]
) -> list[Code]:
    """What the declaration of an operation says about its arguments."""
    declared = declared_parameters(operation, scope, needs, runtime)
    if operation.body is None:
        return declared
    return declared + declared_body(operation.body, scope, runtime, needs)
