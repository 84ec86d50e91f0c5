"""The methods of resources: what a caller gives, what he is told, and the one call that a method makes."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from ..ir.model import Operation
from .annotations import Scope
from .answers import returned, told_answers
from .arguments import arguments_of
from .code import Code, code, compose, docstring, identifier, join, literal
from .docs import described, facts, paragraphs, section, source
from .imports import Import
from .names import Names
from .paging import Paged, page_type, paged
from .parameters import Argument
from .streams import is_stream_only, stream_of, streamed
from .views import MethodView
from .wholes import links_of, whole_of


def declared_as(operation: Operation, names: Names) -> Code:
    """The constant that declares an operation."""
    return identifier(names.declarations[operation.id])


def method_of(
    operation: Operation,
    scope: Scope,
    runtime: str,
    needs: set[Import],
    *,
    asynchronous: bool = False,
    bound: Mapping[str, Code] = {},  # nobody changes it
) -> MethodView:
    """The method of an operation. What is `bound` (`path/id`, `body`) is no argument of it."""
    given = arguments_of(operation, scope, runtime, needs, bound)
    result, by = returned(operation, scope).code, code("_call")
    needs |= returned(operation, scope).imports
    found = streamed(operation, scope, runtime) if is_stream_only(operation) else None
    stream = None if found is None else stream_of(found, asynchronous=asynchronous)
    if found is not None and stream is not None:
        result, by = stream, code("_stream")
        outer = "AsyncResponseStream" if asynchronous else "ResponseStream"
        needs |= {*found.item.imports, Import(runtime, outer)}
    call = [declared_as(operation, scope.names), *given.handed, code("options=options")]
    pages = paged(operation, scope)
    if pages is not None:
        page, by = page_type(operation, pages, scope, asynchronous=asynchronous), code("_paged")
        needs |= _needed_by_pages(pages, runtime, asynchronous=asynchronous)
        call = [page, *call]
        result = compose("AsyncPages[{}, {}]", pages.item.code, page) if asynchronous else page
    value = compose("self.{}({})", by, join(", ", call))
    special = stream if pages is None else result
    is_plain = not asynchronous or pages is not None
    return MethodView(
        identifier(scope.names.methods[operation.id]),
        join(", ", [code("self"), *given.signature, code("options: Options | None = None")]),
        result,
        docstring(_text(operation, given.all, replace(scope, shadowed=frozenset()), special), 8),
        value if is_plain else compose("await {}", value),
        deprecation(operation, needs),
        code("def") if is_plain else code("async def"),
        whole_of(operation, scope, asynchronous=asynchronous),
        links_of(operation, scope, asynchronous=asynchronous),
    )


def awaiting(
    operation: Operation, method: MethodView, scope: Scope, runtime: str, needs: set[Import]
) -> MethodView:
    """The same method, awaiting. Only what is read piece by piece, or page by page, has another type there."""
    if is_stream_only(operation) or operation.paging is not None or operation.links:
        return method_of(operation, scope, runtime, needs, asynchronous=True)
    value = compose("await {}", method.value)
    return replace(method, definition=code("async def"), value=value)


def _needed_by_pages(found: Paged, runtime: str, *, asynchronous: bool) -> set[Import]:
    needs = set(found.item.imports)
    if found.model is None:
        needs.add(Import(runtime, "AsyncListPage" if asynchronous else "ListPage"))
    if asynchronous:
        needs.add(Import(runtime, "AsyncPages"))
    return needs


def deprecation(operation: Operation, needs: set[Import]) -> Code | None:
    """What a caller of a deprecated operation is told (PEP 702)."""
    if not operation.doc.deprecated:
        return None
    needs.add(Import("typing_extensions", "deprecated"))
    return literal(f"{operation.method} {operation.target} is deprecated")


def _text(
    operation: Operation, arguments: tuple[Argument, ...], scope: Scope, stream: Code | None
) -> str:
    otherwise = f"`{operation.method} {operation.target}`."
    options = [("options", "Settings for this call alone.")]
    return paragraphs(
        described(operation.doc, otherwise),
        facts(operation.doc),
        section("Args", [*((a.name, a.text) for a in arguments), *options], 8),
        *told_answers(operation, scope, 8, stream),
        source(operation.origin.source),
    )
