"""The views of `resources/*.py`: declarations of operations, methods, and the two classes around them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from ..ir.links import Link
from ..ir.model import Api, Doc, Operation
from ..ir.waiting import Wait
from .annotations import Scope
from .answers import declared_answers, returned
from .arguments import declared_arguments
from .classes import is_linked
from .code import Code, code, compose, docstring, identifier, literal, tuple_of
from .docs import described
from .groups import tag_of
from .imports import Import, import_block
from .methods import awaiting, declared_as, method_of
from .names import Names, ResourceName
from .paging import declared_paging, page_views
from .parameters import keyword
from .servers import own_servers
from .streams import alternative, declared_stream, is_stream_only, streamed
from .views import (
    DeclarationView,
    FlavourView,
    FollowUpView,
    LinksView,
    MethodView,
    ResourceView,
    StartView,
    StreamView,
)
from .wait_claims import is_starting, is_waited_for, wait_of_link, waits_of
from .waits import declared_wait, endings_of, starting, waited_as, waiting
from .wholes import bound_by, declared_headers, wholes_of

_Methods: TypeAlias = tuple[MethodView, ...]
_Row: TypeAlias = tuple[_Methods, tuple[StartView, ...]]

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
    plain = tuple(method_of(operation, inside, runtime, needs) for operation in resource.operations)
    awaited = tuple(
        awaiting(operation, method, inside, runtime, needs)
        for operation, method in zip(resource.operations, plain, strict=True)
    )
    rows = tuple(
        _row(methods, resource, inside, runtime, needs, asynchronous)
        for methods, asynchronous in ((plain, False), (awaited, True))
    )
    views = (page_views(operation, outside, runtime, needs) for operation in resource.operations)
    pages = tuple(chain.from_iterable(views))
    streams = tuple(d.stream for d in declarations if d.stream is not None)
    wholes = tuple(wholes_of(resource.operations, outside, runtime, needs))
    links = tuple(_all_links(resource, inside, runtime, needs))
    if streams:
        needs |= {Import(runtime, name) for name in ("streaming", "async_streaming")}
    return ResourceView(
        docstring(f"{about(api, resource)}", 0),
        _setting(plain),
        import_block(needs),
        declarations,
        streams,
        pages,
        wholes,
        links,
        _flavours(resource, api, rows),
    )


def _setting(methods: _Methods) -> Code | None:
    # The classes behind `with_response` take hold of deprecated methods; calling those is still told.
    outdated = any(method.deprecated for method in methods)
    return code("# pyright: reportDeprecated=false") if outdated else None


def about(api: Api, resource: ResourceName) -> str:
    """What a resource is for, in the words of its tag."""
    wanted = tag_of(resource.operations, resource.key)
    tag = next((tag for tag in api.tags if tag.name == wanted), None)
    return described(tag.doc if tag else Doc(), f"The operations on {resource.key}.")


def _row(
    methods: _Methods,
    resource: ResourceName,
    scope: Scope,
    runtime: str,
    needs: set[Import],
    asynchronous: bool,
) -> _Row:
    """The methods of a resource, behind one that reads how far something is that which waits until it is done; and those
    that begin something and wait for it.
    """
    found, starts = list[MethodView](), list[StartView]()
    for operation, method in zip(resource.operations, methods, strict=True):
        found.append(method)
        for wait in operation.waits if is_waited_for(operation) else ():
            found.append(waiting(operation, wait, scope, runtime, needs, asynchronous=asynchronous))
        if is_starting(operation):
            starts.append(starting(operation, scope, runtime, needs, asynchronous=asynchronous))
    return tuple(found), tuple(starts)


def _flavours(resource: ResourceName, api: Api, rows: tuple[_Row, ...]) -> tuple[FlavourView, ...]:
    flavours = zip((resource.sync, resource.async_), ("", "Async"), rows, strict=True)
    return tuple(
        FlavourView(
            identifier(name),
            identifier(f"{name}WithResponse"),
            identifier(f"{prefix}Resource"),
            identifier(f"{prefix}_responding".strip("_").lower()),
            docstring(about(api, resource), 4),
            docstring(f"The methods of `{name}`, each giving the whole response.", 4),
            methods,
            starts,
            identifier(f"{name}WithStreaming"),
            identifier(f"{prefix}_streaming".strip("_").lower()),
            docstring(f"The methods of `{name}` whose answers can be read piece by piece.", 4),
        )
        for name, prefix, (methods, starts) in flavours
    )


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
        arguments += declared_answers(operation, scope, runtime, needs, failures=True)
    else:
        arguments += declared_answers(operation, scope, runtime, needs)
    if operation.resumes is not None:
        arguments.append(keyword("resumes", literal(operation.resumes)))
    if operation.idempotency_header is not None:
        arguments.append(keyword("idempotency_header", literal(operation.idempotency_header)))
    arguments += declared_paging(operation, scope, runtime, needs)
    arguments += declared_wait(operation, runtime, needs)
    arguments += declared_headers(operation, scope, runtime, needs)
    if operation.security:
        choices = [tuple_of(map(literal, names)) for names in operation.security]
        arguments.append(keyword("security", tuple_of(choices)))
    needs |= result.imports
    name = declared_as(operation, scope.names)
    stream = None
    if found is not None and not only:
        method = identifier(scope.names.methods[operation.id])
        second, value = alternative(operation, name, found)
        stream = StreamView(method, second, found.item.code, value)
    endings = endings_of(operation, scope, runtime, needs)
    return DeclarationView(name, result.code, tuple(arguments), stream, endings)


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
    waits = waits_of(scope.api)
    desk = _Following(operation, asynchronous, resource, scope, runtime, needs)
    follow_ups: list[FollowUpView] = []
    for link in operation.links:
        if link.target in targets:
            follow_ups.append(desk.call(link, targets[link.target]))
        if link.target in waits:
            target = waits[link.target]
            follow_ups += [desk.wait(link, target, wait) for wait in target.waits]
    full = f"Async{name}" if asynchronous else name
    return LinksView(identifier(full), identifier(base), docstring(told, 4), tuple(follow_ups))


def _in_words_of(link: Link, target: Operation) -> Operation:
    """The operation behind a link, described by what the link says of it first."""
    said, own = link.doc.description, target.doc
    if not said:
        return target
    rest = "\n\n".join(text for text in (own.summary, own.description) if text)
    return replace(target, doc=replace(own, summary=said, description=rest or None))


class _Following(Struct, frozen=True):
    """Makes the methods for the links of an operation."""

    operation: Operation
    asynchronous: bool
    resource: ResourceName
    scope: Scope
    runtime: str
    needs: set[Import]

    def call(self, link: Link, target: Operation) -> FollowUpView:
        """The method of the target, without the arguments that the link has."""
        bound = bound_by(link, self.needs)
        scope, needs, asynchronous = self.scope, self.needs, self.asynchronous
        method = method_of(
            _in_words_of(link, target),
            scope,
            self.runtime,
            needs,
            asynchronous=asynchronous,
            bound=bound,
        )
        constant = declared_as(target, scope.names)
        return self._named(link.origin.id, target, constant, method)

    def wait(self, link: Link, target: Operation, wait: Wait) -> FollowUpView:
        """The method that waits for what the target reads."""
        bound = bound_by(link, self.needs)
        scope, needs, asynchronous = self.scope, self.needs, self.asynchronous
        method = waiting(
            target, wait, scope, self.runtime, needs, asynchronous=asynchronous, bound=bound
        )
        id_, constant = wait_of_link(link, target, wait), waited_as(target, wait, scope)
        return self._named(id_, target, constant, method)

    def _named(
        self, id_: str, target: Operation, constant: Code, method: MethodView
    ) -> FollowUpView:
        names = self.scope.names
        home = next(
            one for one in names.resources if any(o.id == target.id for o in one.operations)
        )
        statement = compose("from .{} import {}", identifier(home.module), constant)
        name = identifier(names.follow_ups[self.operation.id][id_])
        is_here = home.module == self.resource.module
        return FollowUpView(replace(method, name=name), None if is_here else statement)
