"""The operations of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..ir.model import Operation, Pin, Scheme
from ..spec.document import resolve
from ..text.diagnostic import Report
from ..text.node import Node, child_pointer
from .bodies import body_of
from .docs import doc_of
from .extensions import pinned
from .parameters import Slot, parameters_of
from .paths import check_distinct, check_template
from .responses import responses_of
from .security import security_of
from .servers import report_own_servers
from .work import Work, fields, text, texts

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def operations_of(work: Work, schemes: Mapping[str, Scheme]) -> Iterator[Operation]:
    """Every operation, by path and method in the order of the document."""
    paths = work.document.root.get("paths")
    if paths is None:
        return
    check_distinct(work, paths)
    for path, written in fields(paths):
        check_template(work, written, path, paths)
        target = resolve(work.document, written, work.report)
        item = None if target is None else target.node
        if item is None:
            continue
        report_own_servers(work, item)
        _report_methods(work, item)
        for method, node in item.items():
            if method in METHODS:
                id_ = child_pointer(child_pointer(work.id(paths), path), method)
                operation = _whole(work, Slot(id_, path, item, method), node, schemes)
                if operation is not None:
                    yield operation


def _whole(work: Work, slot: Slot, node: Node, schemes: Mapping[str, Scheme]) -> Operation | None:
    """The operation, or nothing where a part of it is not supported: half a call would be a wrong call."""
    # A report of its own, for a fault in a shared part is told once only but spoils every operation that shares it.
    own = Report()
    operation = _operation(replace(work, report=own), slot, node, schemes)
    work.parts.append(own)
    return None if any(found.code.startswith("unsupported-") for found in own.found) else operation


def report_webhooks(work: Work) -> None:
    """Report requests that the API sends instead of receiving."""
    webhooks = work.document.root.get("webhooks")
    for name, node in fields(webhooks):
        what = f"is the webhook `{name}`, which is not supported yet"
        hint = "remove it; its schemas may stay under `components`"
        work.fault(
            "unsupported-webhook", node, what, hint, webhooks.at_key(name) if webhooks else None
        )


def _operation(work: Work, slot: Slot, node: Node, schemes: Mapping[str, Scheme]) -> Operation:
    report_own_servers(work, node)
    callbacks = node.get("callbacks")
    if callbacks is not None and callbacks.value:
        hint = "remove them; their schemas may stay under `components`"
        work.fault(
            "unsupported-callback", callbacks, "are callbacks, which are not supported yet", hint
        )
    _check_id(work, node)
    resource, name = (pinned(work, node, "operation", key) for key in ("resource", "method"))
    return Operation(
        id=slot.id,
        method=slot.method,
        path=slot.path.partition("#")[0],
        given_id=text(node, "operationId"),
        pin=Pin(resource, name),
        tags=texts(node.get("tags")),
        parameters=parameters_of(work, slot, node),
        body=body_of(work, node, slot.id),
        responses=responses_of(work, node, slot.id),
        security=security_of(work, node, schemes),
        doc=doc_of(node),
        origin=work.origin(node, slot.item.at_key(slot.method)),
    )


def _check_id(work: Work, node: Node) -> None:
    given = node.get("operationId")
    if given is None or not isinstance(given.value, str):
        return
    first = work.operation_ids.setdefault(given.value, given)
    if first is not given:
        work.report.error(
            "operation-id-duplicate",
            f"`{work.id(given)}` is `{given.value}`, which is taken by `{work.id(first)}`",
            given.span,
            "give each operation an id of its own",
            ((first.span, "first used here"),),
        )


def _report_methods(work: Work, item: Node) -> None:
    for key in ("query", "additionalOperations"):
        child = item.get(key)
        if child is not None:
            hint = "leave it out for now"
            what = "describes a method that is not supported yet"
            work.fault("unsupported-method", child, what, hint, item.at_key(key))
