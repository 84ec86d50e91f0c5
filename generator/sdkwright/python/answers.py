"""What a method gives and what it raises: the parts of declarations, signatures and docstrings that responses make."""

from __future__ import annotations

from ..ir.model import Operation, Response
from ..ir.types import Anything
from .annotations import Annotation, Scope, result
from .code import Code, code, compose, join, literal, tuple_of
from .docs import described, error_class, section
from .imports import Import
from .parameters import keyword


def returned(operation: Operation, scope: Scope) -> Annotation:
    """The annotation of what a method gives."""
    success = _success(operation)
    if success is None:
        # A success that is not described may carry a body all the same: it is given as it comes.
        return Annotation(code("None"))
    return result(success.type or Anything(), scope)


def answers(operation: Operation, scope: Scope, needs: set[Import]) -> list[Code]:
    """The keyword arguments of a declaration that say what may come back; `needs` grows by what they import."""
    found: list[Code] = []
    success = returned(operation, scope)
    if success.code != "None":
        found.append(keyword("returns", success.code))
    errors = _errors(operation, scope, needs)
    if errors:
        found.append(keyword("errors", compose("{{{}}}", join(", ", errors))))
    marked = [
        literal(int(r.status))
        for r in operation.responses
        if r.authentication and r.status.isdigit()
    ]
    if marked:
        found.append(keyword("authentication", tuple_of(marked)))
    return found


def told(operation: Operation, scope: Scope, indent: int) -> tuple[str, str]:
    """The sections `Returns` and `Raises` of a docstring; empty where there is nothing to tell."""
    success = next((r for r in operation.responses if r.status[:1] == "2"), None)
    given = ""
    if success is not None and success.type is not None:
        what = described(success.doc, "What the server answers.")
        given = section("Returns", [(returned(operation, scope).code, what)], indent)
    raised: list[tuple[str, str]] = []
    for response in operation.responses:
        name = error_class(response)
        if name is None:
            continue
        body = (
            f" `body` is `{result(response.type, scope).code}`."
            if response.type is not None
            else ""
        )
        status = "Any other status" if response.status == "default" else f"{response.status}"
        raised.append((name, f"{status}: {described(response.doc, 'the request failed.')}{body}"))
    return given, section("Raises", raised, indent)


def _success(operation: Operation) -> Response | None:
    """The response of success that has a body, the first of them; None where none has."""
    return next(
        (r for r in operation.responses if r.status[:1] == "2" and r.type is not None), None
    )


def _errors(operation: Operation, scope: Scope, needs: set[Import]) -> list[Code]:
    pairs: list[Code] = []
    for response in operation.responses:
        if response.type is None or error_class(response) is None:
            continue
        annotation = result(response.type, scope)
        needs |= annotation.imports
        status = literal(int(response.status) if response.status.isdigit() else response.status)
        pairs.append(compose("{}: {}", status, annotation.code))
    return pairs
