"""The operations of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from ..ir.model import Operation, Pin, Scheme
from ..spec.document import resolve
from ..text.diagnostic import Report, Severity
from ..text.node import Node, child_pointer
from ..text.span import Span
from .bodies import bodies_of
from .canonical import each_by_name
from .docs import doc_of
from .extensions import pinned, resumes
from .idempotency import with_key
from .paging import paging_of
from .parameters import Slot, parameters_of
from .paths import check_distinct, check_template
from .responses import described_headers, responses_of
from .security import security_of
from .servers import own_servers
from .tokens import is_token
from .waiting import start_of, waits_of
from .work import Work, fields, texts

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


def operations_of(work: Work, schemes: Mapping[str, Scheme]) -> tuple[Operation, ...]:
    """Every operation, by path and method in the order of the document."""
    found = each_by_name(
        work,
        tuple(_slots(work)),
        lambda entry: (entry[0].path, entry[0].method),
        lambda entry: _whole(work, *entry, schemes),
    )
    return tuple(operation for operation in found if operation is not None)


def _slots(work: Work) -> Iterator[tuple[Slot, Node]]:
    """Where the operations stand, and what is written there."""
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
        for steps, method, node in methods_of(work, item):
            id_ = child_pointer(work.id(paths), path)
            for step in steps:
                id_ = child_pointer(id_, step)
            yield Slot(id_, path, item, method), node


def methods_of(work: Work, item: Node) -> Iterator[tuple[tuple[str, ...], str, Node]]:
    """The operations of a path: the way to each, its method as it is sent, and what is written there."""
    for key, node in item.items():
        if key in METHODS:
            yield (key,), key.upper(), node
    # OpenAPI 3.2: the case of these names is the case on the wire (RFC 9110 §9.1).
    others = item.get("additionalOperations")
    for method, node in fields(others):
        if is_token(method):
            yield ("additionalOperations", method), method, node
        elif others is not None:
            what, hint = "is no method of HTTP", "use letters, digits and `-` only"
            work.fault("method-malformed", node, what, hint, others.at_key(method))


def _whole(work: Work, slot: Slot, node: Node, schemes: Mapping[str, Scheme]) -> Operation | None:
    """The operation, or nothing where a part of it is not supported: half a call would be a wrong call."""
    # A report of its own, for a fault in a shared part is told once only but spoils every operation that shares it.
    own = Report()
    operation = _operation(replace(work, report=own), slot, node, schemes)
    work.parts.append(own)
    unsupported = (
        d.code.startswith("unsupported-") and d.severity is Severity.ERROR for d in own.found
    )
    return None if any(unsupported) else operation


def _operation(work: Work, slot: Slot, node: Node, schemes: Mapping[str, Scheme]) -> Operation:
    template, parameters = parameters_of(work, slot, node)
    bodies, responses = bodies_of(work, node, slot.id), responses_of(work, node, slot.id)
    headers, error_headers = described_headers(work, slot.id, responses)
    resource, name = (pinned(work, node, "operation", key) for key in ("resource", "method"))
    operation = Operation(
        id=slot.id,
        method=slot.method,
        path=template.path,
        given_id=own_id(work, node),
        pin=Pin(resource, name),
        tags=texts(node.get("tags")),
        parameters=parameters,
        body=bodies[0] if bodies else None,
        responses=responses,
        security=security_of(work, node, schemes),
        doc=doc_of(node),
        origin=work.origin(node, _key(slot)),
        query=template.query,
        other_bodies=bodies[1:],
        servers=own_servers(work, slot.item, node),
        resumes=resumes(work, node),
        headers=headers,
        error_headers=error_headers,
    )
    operation = replace(operation, paging=paging_of(work, node, operation))
    operation = replace(
        operation,
        waits=waits_of(work, node, operation),
        start=start_of(work, node, operation),
    )
    return with_key(work, node, operation)


def _key(slot: Slot) -> Span:
    """Where the method of an operation is written."""
    if slot.method.lower() in METHODS:
        return slot.item.at_key(slot.method.lower())
    others = slot.item.get("additionalOperations")
    return slot.item.span if others is None else others.at_key(slot.method)


def own_id(work: Work, node: Node) -> str | None:
    """The `operationId`, unless another operation has it, which must not be (OpenAPI 3.1, 4.8.10).

    Where that is put up with, this one is named after its method and path.
    """
    given = node.get("operationId")
    if given is None or not isinstance(given.value, str):
        return None
    first = work.operation_ids.setdefault(given.value, given)
    if first is given:
        return given.value
    work.report.error(
        "operation-id-duplicate",
        f"`{work.id(given)}` is `{given.value}`, which is taken by `{work.id(first)}`",
        given.span,
        "give each operation an id of its own; with `operation-id-duplicate` allowed, this one is named after its method and "
        "path",
        ((first.span, "first used here"),),
    )
    return None
