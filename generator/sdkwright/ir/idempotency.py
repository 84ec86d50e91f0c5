"""Operations that a header field makes safe to repeat: what that does to an operation."""

from __future__ import annotations

from msgspec.structs import replace

from .model import Api, Location, Operation, Parameter

_UNSAFE = ("POST", "PATCH")
"""The methods that do something anew each time (RFC 9110 §9.2.2)."""


def with_header(api: Api, header: str) -> Api:
    """The API with this field on every POST and PATCH that has none."""
    operations = tuple(
        keyed(one, header) if one.method in _UNSAFE and one.idempotency_header is None else one
        for one in api.operations
    )
    return replace(api, operations=operations)


def keyed(operation: Operation, header: str) -> Operation:
    """The operation with the field: a key is made for each call, unless the caller gives one."""
    parameters = tuple(_optional(p) if _is(p, header) else p for p in operation.parameters)
    doc = operation.doc
    if parameters == operation.parameters:
        note = f"Each call carries an `{header}` of its own, which its retries keep."
        doc = replace(doc, notes=(*doc.notes, note))
    return replace(operation, idempotency_header=header, parameters=parameters, doc=doc)


def declared(operation: Operation) -> str | None:
    """The field `Idempotency-Key`, where an operation that is not safe to repeat has it as a parameter."""
    if operation.method not in _UNSAFE:
        return None
    return next((p.wire for p in operation.parameters if _is(p, "Idempotency-Key")), None)


def _is(parameter: Parameter, header: str) -> bool:
    return parameter.location is Location.HEADER and parameter.wire.lower() == header.lower()


def _optional(parameter: Parameter) -> Parameter:
    note = "Made up for each call where it is not given, and kept over its retries."
    doc = replace(parameter.doc, notes=(*parameter.doc.notes, note))
    return replace(parameter, required=False, doc=doc)
