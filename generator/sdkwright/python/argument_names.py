"""What the arguments of a method are called: its parameters, and the properties of its body where these become arguments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..ir.model import Alias, Api, Body, Location, Object, Operation
from ..ir.types import Ref
from ..ir.writing import SPREAD
from .naming_desk import NamingDesk
from .reserved import ARGUMENTS
from .settle import PINNED, Claim
from .wait_claims import pace_claims
from .words import bent, snake, unreserved

ADDITIONAL = "additionalProperties"
"""The key of the argument for properties of the body that have no names in the document."""

_RANKS = {Location.PATH: 1, Location.QUERY: 4, Location.HEADER: 7, Location.COOKIE: 10}
"""Which of two parameters of one name keeps it."""


def argument_names(
    desk: NamingDesk, api: Api, operation: Operation, fields: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    """Names of arguments: `path/orderId` for a parameter, `body/comments` for a property of the body."""
    scope, body = f"arguments {operation.id}", body_object(api, operation.body)
    taken = ARGUMENTS | ({"content_type"} if chooses_media(operation.body) else set[str]())
    pace = list(pace_claims(operation))
    spans = {f"{p.location}/{p.wire}": p.origin.span for p in operation.parameters}
    spans |= {f"body/{field.wire}": field.origin.span for field in (body.fields if body else ())}
    if not any(parameter.pinned for parameter in operation.parameters):
        more = [ADDITIONAL] if body is not None and body.extra is not None else []
        stay = desk.stay(scope, [*spans, *more, *(claim.id for claim in pace)], taken)
        if stay is not None:
            return stay
    claims = [*_argument_claims(operation, body, fields), *pace]
    return desk.settle(scope, claims, taken, spans=spans)


def _argument_claims(
    operation: Operation, body: Object | None, fields: Mapping[str, Mapping[str, str]]
) -> Iterator[Claim]:
    for parameter in operation.parameters:
        name = unreserved(snake(parameter.wire) or "value")
        rank = (
            PINNED if parameter.pinned else _RANKS[parameter.location] + bent(parameter.wire, name)
        )
        wanted = (parameter.pinned,) if parameter.pinned else (name, f"{parameter.location}_{name}")
        yield Claim(f"{parameter.location}/{parameter.wire}", rank, wanted)
    for wire, attribute in fields[body.id].items() if body else ():
        # An attribute keeps the name that the model has for it, save for underscores that only the model needs.
        name = unreserved(snake(wire) or attribute)
        yield Claim(f"body/{wire}", 13 + bent(wire, name), (name, f"body_{name}"))
    if body is not None and body.extra is not None:
        yield Claim(ADDITIONAL, 16, ("additional_properties", "more_properties"))


def chooses_media(body: Body | None) -> bool:
    """Whether the caller says which media type the body has."""
    return body is not None and (body.ranged or bool(body.also))


def body_object(api: Api, body: Body | None) -> Object | None:
    """The object whose properties become arguments; None where the body is none or something else."""
    type_ = None if body is None or body.kind not in SPREAD else body.type
    while isinstance(type_, Ref):
        definition = api.definitions.get(type_.id)
        if isinstance(definition, Object):
            # One without any is given as a whole, unless there is nothing to give.
            return definition if definition.fields or definition.extra is None else None
        type_ = definition.type if isinstance(definition, Alias) else None
    return None
