"""What the API sends of its own accord: webhooks, and the callbacks of operations."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from ..ir.hooks import Hook
from ..ir.model import Parameter, Place
from ..spec.document import resolve
from ..text.node import Node, child_pointer
from ..text.span import Span
from .contents import contents_of
from .docs import doc_of
from .extensions import pinned
from .headers import describe
from .operations import METHODS, methods_of, own_id
from .parameters import parameters_received
from .responses import responses_of
from .work import Work, fields, flag

_BESIDE = "What comes beside a payload; None where it is missing or malformed."

PAYLOAD = "payload"
"""What the body of such a request is called where its definitions are named."""


class _Place(Struct, frozen=True):
    """Where the requests of a webhook or callback stand: its key, the id of its path item, and the operations around."""

    name: str
    id: str
    item: Node
    within: tuple[str, ...] = ()


def hooks_of(work: Work) -> tuple[Hook, ...]:
    """Every webhook, then every callback; one that several operations share is there once."""
    places = {place.id: place for place in _webhooks(work)}
    for place in _callbacks(work):
        known = places.get(place.id)
        within = (*known.within, *place.within) if known else place.within
        places[place.id] = replace(place, within=within)
    return tuple(hook for place in places.values() for hook in _hooks(work, place))


def _webhooks(work: Work) -> Iterator[_Place]:
    webhooks = work.document.root.get("webhooks")
    for name, written in fields(webhooks):
        target = resolve(work.document, written, work.report)
        if target is not None and webhooks is not None:
            yield _Place(name, child_pointer(work.id(webhooks), name), target.node)


def _callbacks(work: Work) -> Iterator[_Place]:
    paths = work.document.root.get("paths")
    for path, written in fields(paths):
        target = resolve(work.document, written, work.report)
        item = None if target is None else target.node
        for steps, _, operation in () if item is None else methods_of(work, item):
            id_ = child_pointer(work.id(paths), path) if paths is not None else ""
            for step in steps:
                id_ = child_pointer(id_, step)
            yield from _of_operation(work, operation, id_)


def _of_operation(work: Work, operation: Node, id_: str) -> Iterator[_Place]:
    for name, written in fields(operation.get("callbacks")):
        callback = resolve(work.document, written, work.report)
        for address, inner in () if callback is None else fields(callback.node):
            target = resolve(work.document, inner, work.report)
            if callback is not None and target is not None:
                yield _Place(name, child_pointer(callback.id, address), target.node, (id_,))


def _hooks(work: Work, place: _Place) -> Iterator[Hook]:
    for steps, method, node in methods_of(work, place.item):
        id_ = place.id
        for step in steps:
            id_ = child_pointer(id_, step)
        yield _hook(work, place, id_, method, node)


def _hook(work: Work, place: _Place, id_: str, method: str, node: Node) -> Hook:
    written = node.get("requestBody")
    body = None if written is None else resolve(work.document, written, work.report)
    parameters = tuple(_named(parameters_received(work, place.item, node, id_)))
    origin = work.origin(node, _key(place.item, method))
    inside = Place(owner=id_, steps=("parameters",))
    described = child_pointer(id_, "parameters")
    return Hook(
        id=id_,
        name=place.name,
        method=method,
        given_id=own_id(work, node),
        within=place.within,
        parameters=parameters,
        described=describe(work, described, inside, dict(parameters), origin, _BESIDE),
        contents=() if body is None else contents_of(work, body, id_, PAYLOAD, forms=True),
        # Hardly a document says it; that nothing comes has to be said.
        required=body is not None
        and (flag(body.node, "required") or not body.node.get("required")),
        responses=responses_of(work, node, id_),
        doc=doc_of(node),
        origin=origin,
        pinned=pinned(work, node, "hook", "name"),
    )


def _key(item: Node, method: str) -> Span:
    """Where the method of a request is written."""
    if method.lower() in METHODS:
        return item.at_key(method.lower())
    others = item.get("additionalOperations")
    return item.span if others is None else others.at_key(method)


def _named(parameters: tuple[Parameter, ...]) -> Iterator[tuple[str, Parameter]]:
    """Each parameter with a name that no other has: a name in two places says where."""
    taken: set[str] = set()
    for parameter in parameters:
        wire = parameter.wire
        name = f"{parameter.location} {wire}" if wire.lower() in taken else wire
        taken.add(name.lower())
        yield name, parameter
