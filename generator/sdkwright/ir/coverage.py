"""The statements of an API and where each comes from."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from .body_forms import described
from .hooks import Hook
from .model import Api, Object, Operation
from .origin import Origin, Source


class Kind(StrEnum):
    """What kind of part a statement is about."""

    INFO = "info"
    SERVER = "server"
    TAG = "tag"
    SCHEME = "security scheme"
    OPERATION = "operation"
    PARAMETER = "parameter"
    BODY = "request body"
    RESPONSE = "response"
    SCHEMA = "schema"
    PROPERTY = "property"
    EXAMPLE = "example"


class Statement(Struct, frozen=True):
    """One part of a document; `origin` has its id, its place and its source, own or inherited."""

    kind: Kind
    origin: Origin

    @property
    def source(self) -> Source | None:
        """Where it comes from; None where the document does not say."""
        return self.origin.source


def coverage(api: Api) -> tuple[Statement, ...]:
    """Every statement of an API once, by file and place; shared parts count where they are written."""
    found = {(kind, origin.id): Statement(kind, origin) for kind, origin in _all(api)}
    return tuple(sorted(found.values(), key=lambda one: (one.origin.span, one.kind, one.origin.id)))


def _all(api: Api) -> Iterator[tuple[Kind, Origin]]:
    yield Kind.INFO, api.origin
    yield from ((Kind.SERVER, server.origin) for server in api.servers)
    yield from ((Kind.TAG, tag.origin) for tag in api.tags)
    yield from ((Kind.SCHEME, scheme.origin) for scheme in api.schemes.values())
    for operation in described(api).operations:
        yield from _of_operation(operation)
    for hook in api.hooks:
        yield from _of_hook(hook)
    for definition in api.definitions.values():
        yield Kind.SCHEMA, definition.origin
        if isinstance(definition, Object):
            yield from ((Kind.PROPERTY, field.origin) for field in definition.fields)
    yield from ((Kind.EXAMPLE, example.origin) for example in api.examples)


def _of_operation(operation: Operation) -> Iterator[tuple[Kind, Origin]]:
    yield Kind.OPERATION, operation.origin
    yield from ((Kind.PARAMETER, parameter.origin) for parameter in operation.parameters)
    if operation.body is not None:
        yield Kind.BODY, operation.body.origin
    yield from ((Kind.RESPONSE, response.origin) for response in operation.responses)


def _of_hook(hook: Hook) -> Iterator[tuple[Kind, Origin]]:
    yield Kind.OPERATION, hook.origin
    yield from ((Kind.PARAMETER, parameter.origin) for _, parameter in hook.parameters)
    yield from ((Kind.RESPONSE, response.origin) for response in hook.responses)
