"""`x-sdk: {idempotency_header: …}`: the header field that makes a repetition harmless."""

from __future__ import annotations

from ..ir.idempotency import declared, keyed
from ..ir.model import Operation
from ..text.node import Node
from .extensions import pinned
from .parameters import STEERING
from .tokens import is_token
from .work import Work


def with_key(work: Work, node: Node, operation: Operation) -> Operation:
    """The operation with the field that its `x-sdk` names, or that it declares as the parameter `Idempotency-Key`."""
    header = header_of(work, node, "operation") or declared(operation)
    return operation if header is None else keyed(operation, header)


def header_of(work: Work, node: Node, on: str) -> str | None:
    """The field that the `x-sdk` of an operation, or of `info` for all of them, names."""
    header = pinned(work, node, on, "idempotency_header")
    if header is None or (is_token(header) and header.lower() not in STEERING):
        return header
    extension = node.get("x-sdk")
    place = node if extension is None else extension.get("idempotency_header") or extension
    hint = "write its name, such as `Idempotency-Key`"
    work.fault("sdk-setting-malformed", place, f"is no header to send a key in: `{header}`", hint)
    return None
