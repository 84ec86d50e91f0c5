"""Where the symbols of a package come from: the parts of the specification that they are named for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..ir.model import Api, Enum, Object, Operation
from ..ir.origin import Origin
from ..python.argument_names import ADDITIONAL, body_object
from ..python.names import Names, ResourceName
from ..python.streams import is_streamed
from ..python.wait_claims import wait_id
from ..rules.breaking.verdict import Site


def sites(api: Api, names: Names) -> Mapping[str, Site]:
    """Every symbol (`Refund`, `Refund.amount`, `Refunds.get(order_number)`, `client.refunds`) with its place."""
    return {symbol: Site(origin.id, origin.span) for symbol, origin in _all(api, names)}


def _all(api: Api, names: Names) -> Iterator[tuple[str, Origin]]:
    yield names.client, api.origin
    for id_, definition in api.definitions.items():
        name = names.types[id_]
        yield name, Origin(id_, definition.origin.span)
        if isinstance(definition, Object):
            for field in definition.fields:
                yield f"{name}.{names.fields[id_][field.wire]}", field.origin
        if isinstance(definition, Enum) and id_ in names.constants:
            constants = names.constants[id_]
            yield constants, definition.origin
            for member in names.members[id_].values():
                yield f"{constants}.{member}", definition.origin
    for hook in api.hooks:
        yield names.hooks[hook.id], hook.origin
    tags = {tag.name: tag.origin for tag in api.tags}
    for resource in names.resources:
        first = resource.operations[0].origin
        yield f"client.{resource.module}", tags.get(resource.key, first)
        yield resource.sync, tags.get(resource.key, first)
        for operation in resource.operations:
            yield from _operation(api, names, resource, operation)
    for hook in api.hooks:
        yield names.hooks[hook.id], hook.origin
    for scheme in api.schemes.values():
        for name in names.credentials.get(scheme.name, ()):
            yield f"{names.client}({name})", scheme.origin
    for name, server in zip(names.environments, api.servers, strict=False):
        yield f"environment {name}", server.origin


def _operation(
    api: Api, names: Names, resource: ResourceName, operation: Operation
) -> Iterator[tuple[str, Origin]]:
    method = f"{resource.sync}.{names.methods[operation.id]}"
    yield method, operation.origin
    for id_ in dict.fromkeys(
        (wait_id(operation), *(wait_id(operation, w) for w in operation.waits))
    ):
        if id_ in names.waits:
            # A place of its own: two methods of one place would be one that was renamed.
            _, _, place = id_.partition(" ")
            origin = Origin(f"{place}/x-sdk/wait", operation.origin.span)
            yield f"{resource.sync}.{names.waits[id_]}", origin
    if is_streamed(operation):
        origin = Origin(f"{operation.origin.id}/x-sdk/streaming", operation.origin.span)
        yield f"{resource.sync}WithStreaming.{names.methods[operation.id]}", origin
    for response in operation.responses:
        yield f"{method}({response.status})", response.origin
    for classes in (names.wholes, names.links):
        if operation.id in classes:
            yield classes[operation.id], operation.origin
    arguments = names.arguments.get(operation.id, {})
    for parameter in operation.parameters:
        name = arguments.get(f"{parameter.location}/{parameter.wire}")
        if name is not None:
            yield f"{method}({name})", parameter.origin
    body = body_object(api, operation.body)
    for field in body.fields if body is not None else ():
        name = arguments.get(f"body/{field.wire}")
        if name is not None:
            yield f"{method}({name})", field.origin
    if operation.body is not None:
        yield f"{method}(body)", operation.body.origin
    if body is not None and ADDITIONAL in arguments:
        yield f"{method}({arguments[ADDITIONAL]})", body.origin
