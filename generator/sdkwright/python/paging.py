"""Operations that answer with pages: how the runtime is told to go on, and the classes that pages are."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ..ir.answers import item_type, whole_answer
from ..ir.model import Operation
from ..ir.paging import Paging, Pointer
from ..ir.types import Anything, Ref
from ..text.node import escape
from .annotations import Annotation, Scope, result
from .argument_names import body_object
from .classes import page_model
from .code import Code, code, compose, docstring, identifier, join, literal, tuple_of
from .imports import Import
from .parameters import keyword
from .views import PageView


class Paged(Struct, frozen=True):
    """What an operation gives that is paged: the annotation of an item, and the model of a page (None: a bare list)."""

    paging: Paging
    item: Annotation
    model: Annotation | None


def paged(operation: Operation, scope: Scope) -> Paged | None:
    """How an operation is paged; None for one that is not."""
    answer, paging = whole_answer(operation), operation.paging
    if answer is None or paging is None:
        return None
    definitions = scope.api.definitions
    item = result(item_type(definitions, answer, paging) or Anything(), scope)
    model = page_model(scope.api, operation)
    return Paged(paging, item, None if model is None else result(Ref(model.id), scope))


def page_type(operation: Operation, found: Paged, scope: Scope, *, asynchronous: bool) -> Code:
    """The class of a page, as it is written."""
    if found.model is None:
        outer = code("AsyncListPage") if asynchronous else code("ListPage")
        return compose("{}[{}]", outer, found.item.code)
    name = scope.names.pages[operation.id]
    return identifier(f"Async{name}" if asynchronous else name)


def page_views(
    operation: Operation, scope: Scope, runtime: str, needs: set[Import]
) -> Iterator[PageView]:
    """The classes of the pages of an operation whose answer is a model, blocking and awaiting."""
    found = paged(operation, scope)
    if found is None or found.model is None:
        return
    needs |= found.item.imports | found.model.imports
    method = scope.names.methods[operation.id]
    loops = (
        ("Paged", "for", "the items of all pages from this one on"),
        ("AsyncPaged", "async for", "the same, awaiting"),
    )
    for base, loop, what in loops:
        needs.add(Import(runtime, base))
        told = f"A page of `{method}`; `{loop}` goes over {what}."
        name = page_type(operation, found, scope, asynchronous=base != "Paged")
        bases = compose("{}[{}], {}", identifier(base), found.item.code, found.model.code)
        yield PageView(name, bases, docstring(told, 4))


def declared_paging(
    operation: Operation, scope: Scope, runtime: str, needs: set[Import]
) -> list[Code]:
    """What the declaration of an operation says about its pages."""
    paging = operation.paging
    if paging is None:
        return []
    needs.add(Import(runtime, "PagedBy"))
    said = [literal(str(paging.style))]
    if paging.items:
        said.append(keyword("items", _pointer(paging.items)))
    if paging.argument is not None:
        said.append(keyword("ask", _ask(operation, paging, scope)))
    for name, pointer in (
        ("cursor", paging.cursor),
        ("last_item", paging.last_item),
        ("has_more", paging.has_more),
        ("total", paging.total),
        ("total_pages", paging.total_pages),
    ):
        if pointer is not None:
            said.append(keyword(name, _pointer(pointer)))
    if paging.first != 1:
        said.append(keyword("first", literal(paging.first)))
    return [keyword("paging", compose("PagedBy({})", join(", ", said)))]


def _ask(operation: Operation, paging: Paging, scope: Scope) -> Code:
    """The argument that asks for a page: where it goes, its Python name, and the way inside of it."""
    place, _, wire = (paging.argument or "").partition("/")
    if place == "body":
        model = body_object(scope.api, operation.body)
        name = wire if model is None else scope.names.fields[model.id].get(wire, wire)
    else:
        name = scope.names.arguments[operation.id][f"{place}/{wire}"]
    group = {"header": "headers"}.get(place, place)
    return tuple_of(map(literal, (group, name, *paging.inside)))


def _pointer(tokens: Pointer) -> Code:
    return literal("".join(f"/{escape(token)}" for token in tokens))
