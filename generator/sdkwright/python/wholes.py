"""Whole responses that have more than every response has: the headers that the document describes, typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from ..ir.body_forms import described_id
from ..ir.links import Link
from ..ir.model import Described, Operation
from ..ir.types import Ref
from ..ir.writing import Style
from ..text.node import Plain
from .annotations import Annotation, Scope, result
from .answers import returned
from .code import Code, compose, docstring, identifier, join, literal, tuple_of
from .imports import Import
from .paging import page_type, paged
from .parameters import keyword
from .streams import is_stream_only, streamed
from .views import FieldOfWhole, WholeView


def wholes_of(
    operations: tuple[Operation, ...], scope: Scope, runtime: str, needs: set[Import]
) -> Iterator[WholeView]:
    """The classes of the whole responses of a resource's operations; those that carry several bodies share one."""
    seen: set[str] = set()
    for operation in operations:
        name = scope.names.wholes.get(operation.id)
        if name is not None and described_id(operation) not in seen:
            seen.add(described_id(operation))
            yield from _wholes(operation, name, scope, runtime, needs)


def _wholes(
    operation: Operation, name: str, scope: Scope, runtime: str, needs: set[Import]
) -> Iterator[WholeView]:
    needs.add(Import(runtime, "Response"))
    method = scope.names.methods[operation.id]
    told = f"The whole response of `{method}`."
    for prefix in ("", "Async") if is_paired(operation) else ("",):
        value = _value(operation, scope, runtime, prefix)
        needs |= value.imports
        yield WholeView(
            identifier(prefix + name),
            compose("Response[{}]", value.code),
            docstring(told, 4),
            tuple(_fields(operation, scope, needs, prefix)),
        )


def is_paired(operation: Operation) -> bool:
    """Whether blocking and awaiting callers get different whole responses."""
    several = is_stream_only(operation) or operation.paging is not None
    return several or bool(operation.links)


def whole_of(operation: Operation, scope: Scope, *, asynchronous: bool) -> Code | None:
    """The class of the whole response of a method; None where it is `Response` itself."""
    name = scope.names.wholes.get(operation.id)
    if name is None:
        return None
    return identifier(f"Async{name}" if asynchronous and is_paired(operation) else name)


def _value(operation: Operation, scope: Scope, runtime: str, prefix: str) -> Annotation:
    pages = paged(operation, scope)
    if pages is not None:
        return Annotation(page_type(operation, pages, scope, asynchronous=prefix != ""))
    found = streamed(operation, scope, runtime) if is_stream_only(operation) else None
    if found is None:
        return returned(operation, scope)
    outer = f"{prefix}ResponseStream"
    code = compose("{}[{}]", identifier(outer), found.item.code)
    return Annotation(code, found.item.imports | {Import(runtime, outer)})


def links_of(operation: Operation, scope: Scope, *, asynchronous: bool) -> Code | None:
    """The class of what can be called next; None where nothing can."""
    name = scope.names.links.get(operation.id)
    return None if name is None else identifier(f"Async{name}" if asynchronous else name)


def bound_by(link: Link, needs: set[Import]) -> Mapping[str, Code]:
    """What a link hands on, by the argument of its target."""
    body = (("body", value) for value in link.body)
    return {key: _given(value, needs) for key, value in (*link.arguments, *body)}


def _given(value: Plain, needs: set[Import]) -> Code:
    """A constant as it is; what has runtime expressions in it is found out when the link is followed."""
    spelled = _spelled(value, needs)
    return compose("self._of({})", spelled) if "$" in spelled else spelled


def _spelled(value: Plain, needs: set[Import]) -> Code:
    match value:
        case dict():
            pairs = [compose("{}: {}", literal(k), _spelled(v, needs)) for k, v in value.items()]
            return compose("{{{}}}", join(", ", pairs))
        case list():
            return compose("[{}]", join(", ", [_spelled(one, needs) for one in value]))
        case Decimal():
            needs.add(Import("decimal", "Decimal"))
            return literal(value)
        case _:
            return literal(value)


def _fields(
    operation: Operation, scope: Scope, needs: set[Import], prefix: str
) -> Iterator[FieldOfWhole]:
    if operation.headers is not None:
        model = result(Ref(operation.headers.id), scope)
        needs |= model.imports
        told = docstring("The headers that the document describes.", 4)
        yield FieldOfWhole(identifier("typed_headers"), model.code, told)
    links = links_of(operation, scope, asynchronous=prefix != "")
    if links is not None:
        yield FieldOfWhole(identifier("links"), links, docstring("What can be called next.", 4))


def declared_headers(
    operation: Operation, scope: Scope, runtime: str, needs: set[Import]
) -> list[Code]:
    """What the declaration of an operation says about the headers of its answers."""
    both = (("typed_headers", operation.headers), ("error_headers", operation.error_headers))
    return [
        keyword(word, _declared(described, scope, runtime, needs))
        for word, described in both
        if described is not None
    ]


def _declared(described: Described, scope: Scope, runtime: str, needs: set[Import]) -> Code:
    model = result(Ref(described.id), scope)
    needs |= {*model.imports, Import(runtime, "TypedHeaders")}
    said = [model.code]
    groups = {
        "required": [h.wire for h in described.headers if h.required],
        "exploded": [h.wire for h in described.headers if h.writing.explode],
        "json": [h.wire for h in described.headers if h.writing.style is Style.JSON],
    }
    said += [
        keyword(word, tuple_of(map(literal, wires))) for word, wires in groups.items() if wires
    ]
    return compose("TypedHeaders({})", join(", ", said))
