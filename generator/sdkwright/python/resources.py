"""The views of `resources/*.py`: declarations of operations, methods, and the two classes around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import TypeAlias

from ..ir.links import Link
from ..ir.model import Api, Doc, Operation
from .annotations import Scope
from .answers import declared_answers, returned, told_answers
from .arguments import arguments_of, declared_arguments
from .classes import is_linked
from .code import Code, code, compose, docstring, identifier, join, literal, tuple_of
from .docs import described, facts, paragraphs, section, source
from .imports import Import, import_block
from .names import Names, ResourceName
from .paging import Paged, declared_paging, page_type, page_views, paged
from .parameters import Argument, keyword
from .servers import own_servers
from .streams import alternative, declared_stream, is_stream_only, stream_of, streamed
from .views import (
    DeclarationView,
    FlavourView,
    FollowUpView,
    LinksView,
    MethodView,
    ResourceView,
    StreamView,
)
from .wholes import bound_by, declared_headers, links_of, whole_of, wholes_of

_Methods: TypeAlias = tuple[MethodView, ...]

_ALWAYS = ("Operation", "Options", "Resource", "AsyncResource", "responding", "async_responding")
_BUILTINS = frozenset(
    {"str", "int", "bool", "float", "list", "dict", "object", "type", "bytes", "tuple", "set"}
)


def resource_view(
    api: Api, names: Names, resource: ResourceName, models: str, runtime: str
) -> ResourceView:
    """Everything that a resource module shows. `models` and `runtime` are module paths as seen from there."""
    shadowed = frozenset(names.methods[one.id] for one in resource.operations) & _BUILTINS
    outside = Scope(api, names, models)
    inside = Scope(api, names, models, shadowed)
    needs = {Import("functools", "cached_property")}
    needs |= {Import(runtime, name) for name in _ALWAYS}
    declarations = tuple(
        _declaration(operation, outside, runtime, needs) for operation in resource.operations
    )
    sync = tuple(_method(operation, inside, runtime, needs) for operation in resource.operations)
    awaiting = tuple(
        _awaiting(operation, method, inside, runtime, needs)
        for operation, method in zip(resource.operations, sync, strict=True)
    )
    views = (page_views(operation, outside, runtime, needs) for operation in resource.operations)
    pages = tuple(chain.from_iterable(views))
    streams = tuple(d.stream for d in declarations if d.stream is not None)
    wholes = tuple(wholes_of(resource.operations, outside, runtime, needs))
    links = tuple(_all_links(resource, inside, runtime, needs))
    if streams:
        needs |= {Import(runtime, name) for name in ("streaming", "async_streaming")}
    # The classes behind `with_response` take hold of deprecated methods; calling those is still told.
    outdated = any(method.deprecated for method in sync)
    setting = code("# pyright: reportDeprecated=false") if outdated else None
    return ResourceView(
        docstring(f"{about(api, resource)}", 0),
        setting,
        import_block(needs),
        declarations,
        streams,
        pages,
        wholes,
        links,
        _flavours(resource, api, sync, awaiting),
    )


def about(api: Api, resource: ResourceName) -> str:
    """What a resource is for, in the words of its tag."""
    tag = next((tag for tag in api.tags if tag.name == resource.key), None)
    return described(tag.doc if tag else Doc(), f"The operations on {resource.key}.")


def _flavours(
    resource: ResourceName, api: Api, sync: _Methods, awaiting: _Methods
) -> tuple[FlavourView, ...]:
    rows = (
        (resource.sync, "", sync),
        (resource.async_, "Async", awaiting),
    )
    return tuple(
        FlavourView(
            identifier(name),
            identifier(f"{name}WithResponse"),
            identifier(f"{prefix}Resource"),
            identifier(f"{prefix}_responding".strip("_").lower()),
            docstring(about(api, resource), 4),
            docstring(f"The methods of `{name}`, each giving the whole response.", 4),
            methods,
            identifier(f"{name}WithStreaming"),
            identifier(f"{prefix}_streaming".strip("_").lower()),
            docstring(f"The methods of `{name}` whose answers can be read piece by piece.", 4),
        )
        for name, prefix, methods in rows
    )


def _constant(operation: Operation, names: Names) -> Code:
    return identifier(names.declarations[operation.id])


def _declaration(
    operation: Operation, scope: Scope, runtime: str, needs: set[Import]
) -> DeclarationView:
    result, found = returned(operation, scope), streamed(operation, scope, runtime)
    arguments = [literal(operation.method), literal(operation.path)]
    if operation.query:
        arguments.append(keyword("fixed_query", literal(operation.query)))
    own = own_servers(operation, scope.api, scope.names)
    if own is not None:
        arguments.append(keyword("servers", own))
    arguments += declared_arguments(operation, scope, runtime, needs)
    only = found is not None and is_stream_only(operation)
    if found is not None:
        needs |= found.item.imports
    if found is not None and only:
        result = found.item
        arguments += declared_stream(operation, found)
        arguments += declared_answers(operation, scope, needs, failures=True)
    else:
        arguments += declared_answers(operation, scope, needs)
    if operation.resumes is not None:
        arguments.append(keyword("resumes", literal(operation.resumes)))
    if operation.idempotency_header is not None:
        arguments.append(keyword("idempotency_header", literal(operation.idempotency_header)))
    arguments += declared_paging(operation, scope, runtime, needs)
    arguments += declared_headers(operation, scope, runtime, needs)
    if operation.security:
        choices = [tuple_of(map(literal, names)) for names in operation.security]
        arguments.append(keyword("security", tuple_of(choices)))
    needs |= result.imports
    name = _constant(operation, scope.names)
    stream = None
    if found is not None and not only:
        method = identifier(scope.names.methods[operation.id])
        second, value = alternative(operation, name, found)
        stream = StreamView(method, second, found.item.code, value)
    return DeclarationView(name, result.code, tuple(arguments), stream)


def _method(
    operation: Operation,
    scope: Scope,
    runtime: str,
    needs: set[Import],
    *,
    asynchronous: bool = False,
    bound: Mapping[str, Code] = {},  # nobody changes it
) -> MethodView:
    given = arguments_of(operation, scope, runtime, needs, bound)
    result, by = returned(operation, scope).code, code("_call")
    needs |= returned(operation, scope).imports
    found = streamed(operation, scope, runtime) if is_stream_only(operation) else None
    stream = None if found is None else stream_of(found, asynchronous=asynchronous)
    if found is not None and stream is not None:
        result, by = stream, code("_stream")
        outer = "AsyncResponseStream" if asynchronous else "ResponseStream"
        needs |= {*found.item.imports, Import(runtime, outer)}
    call = [_constant(operation, scope.names), *given.handed, code("options=options")]
    pages = paged(operation, scope)
    if pages is not None:
        page, by = page_type(operation, pages, scope, asynchronous=asynchronous), code("_paged")
        needs |= _needed_by_pages(pages, runtime, asynchronous=asynchronous)
        call = [page, *call]
        result = compose("AsyncPages[{}, {}]", pages.item.code, page) if asynchronous else page
    special = stream if pages is None else result
    is_plain = not asynchronous or pages is not None
    return MethodView(
        identifier(scope.names.methods[operation.id]),
        join(", ", [code("self"), *given.signature, code("options: Options | None = None")]),
        result,
        docstring(_text(operation, given.all, replace(scope, shadowed=frozenset()), special), 8),
        join(", ", call),
        _deprecation(operation, needs),
        by,
        code("def") if is_plain else code("async def"),
        code("") if is_plain else code("await "),
        whole_of(operation, scope, asynchronous=asynchronous),
        links_of(operation, scope, asynchronous=asynchronous),
    )


def _all_links(
    resource: ResourceName, scope: Scope, runtime: str, needs: set[Import]
) -> Iterator[LinksView]:
    for operation in filter(is_linked, resource.operations):
        for asynchronous in (False, True):
            yield _links(operation, asynchronous, resource, scope, runtime, needs)


def _links(
    operation: Operation,
    asynchronous: bool,
    resource: ResourceName,
    scope: Scope,
    runtime: str,
    needs: set[Import],
) -> LinksView:
    """The class of what can be called next after an operation."""
    base = "AsyncLinks" if asynchronous else "Links"
    needs.add(Import(runtime, base))
    name = scope.names.links[operation.id]
    told = f"What can be called after `{scope.names.methods[operation.id]}`, with what it was given and answered."
    targets = {one.id: one for one in scope.api.operations}
    follow_ups = (
        _follow_up(
            operation, link, targets[link.target], asynchronous, resource, scope, runtime, needs
        )
        for link in operation.links
        if link.target in targets
    )
    full = f"Async{name}" if asynchronous else name
    return LinksView(identifier(full), identifier(base), docstring(told, 4), tuple(follow_ups))


def _follow_up(
    operation: Operation,
    link: Link,
    target: Operation,
    asynchronous: bool,
    resource: ResourceName,
    scope: Scope,
    runtime: str,
    needs: set[Import],
) -> FollowUpView:
    """The method for a link: that of its target, without the arguments that the link has."""
    bound = bound_by(link, needs)
    method = _method(target, scope, runtime, needs, asynchronous=asynchronous, bound=bound)
    home = next(
        one for one in scope.names.resources if any(o.id == target.id for o in one.operations)
    )
    name = identifier(scope.names.follow_ups[operation.id][link.origin.id])
    statement = compose(
        "from .{} import {}", identifier(home.module), _constant(target, scope.names)
    )
    return FollowUpView(
        replace(method, name=name),
        None if home.module == resource.module else statement,
    )


def _awaiting(
    operation: Operation, method: MethodView, scope: Scope, runtime: str, needs: set[Import]
) -> MethodView:
    """The same method, awaiting. Only what is read piece by piece, or page by page, has another type there."""
    if is_stream_only(operation) or operation.paging is not None or operation.links:
        return _method(operation, scope, runtime, needs, asynchronous=True)
    return replace(method, definition=code("async def"), wait=code("await "))


def _needed_by_pages(found: Paged, runtime: str, *, asynchronous: bool) -> set[Import]:
    needs = set(found.item.imports)
    if found.model is None:
        needs.add(Import(runtime, "AsyncListPage" if asynchronous else "ListPage"))
    if asynchronous:
        needs.add(Import(runtime, "AsyncPages"))
    return needs


def _deprecation(operation: Operation, needs: set[Import]) -> Code | None:
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
