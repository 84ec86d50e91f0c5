"""Definitions that are sent in another shape than they come back (`readOnly`, `writeOnly`) get a shape for each way.

A definition keeps its id for what comes back. Where it is sent as well, and something in it is read-only or must be sent
only, a second definition beside it is the shape for sending. Whatever goes one way alone stays one definition.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from msgspec.structs import replace

from .hooks import Hook
from .model import (
    Alias,
    Api,
    Body,
    Definition,
    Enum,
    Example,
    Field,
    Object,
    Operation,
    Place,
    Response,
    Role,
)
from .types import Anything, Array, Literal, Map, Nullable, Ref, Scalar, Tag, Type, Union
from .walk import reachable, received, references, sent, types_of

SENT = "?sent"
"""What is put behind the id of a definition for the id of its shape for sending."""

SENT_STEPS = ("input",)
"""The way from a definition to its shape for sending: what the shape is named after."""


def split_shapes(api: Api) -> Api:
    """The API with a shape for each way where the ways differ."""
    marked = _marked(api)
    if not marked:
        return api
    given, got = reachable(api, sent(api)), reachable(api, received(api))
    twofold = marked & given & got
    definitions: dict[str, Definition] = {}
    for id_, definition in api.definitions.items():
        one_way = definition if id_ in got else _as_sent(definition, twofold)
        definitions[id_] = _relaxed(one_way, sent=id_ in given, received=id_ in got)
        if id_ in twofold:
            definitions[id_ + SENT] = _for_sending(definition, twofold)
    return replace(
        api,
        definitions=definitions,
        operations=tuple(_operation(operation, twofold) for operation in api.operations),
        hooks=tuple(_hook(hook, twofold) for hook in api.hooks),
        examples=tuple(_example(example, twofold) for example in api.examples),
    )


def _marked(api: Api) -> frozenset[str]:
    """The ids of definitions that hold a marked property, be it in a definition inside."""
    queue = [
        id_
        for id_, definition in api.definitions.items()
        if any(map(_is_marked, _fields(definition)))
    ]
    if not queue:
        return frozenset()
    users: dict[str, list[str]] = {}
    for id_, definition in api.definitions.items():
        for used in (ref for type_ in types_of(definition) for ref in references(type_)):
            users.setdefault(used, []).append(id_)
    found: set[str] = set()
    while queue:
        id_ = queue.pop()
        if id_ not in found:
            found.add(id_)
            queue += users.get(id_, ())
    return frozenset(found)


def _fields(definition: Definition) -> tuple[Field, ...]:
    return definition.fields if isinstance(definition, Object) else ()


def _is_marked(field: Field) -> bool:
    return field.doc.read_only or (field.doc.write_only and field.required)


def _relaxed(definition: Definition, *, sent: bool, received: bool) -> Definition:
    """The shape under the definition's own id: what one of its ways lacks need not be there."""
    if not isinstance(definition, Object):
        return definition
    # What is read-only is missing where the definition is only sent, or where nobody knows how it is used.
    lacking = [f for f in definition.fields if (f.doc.write_only and (received or not sent))]
    lacking += [f for f in definition.fields if f.doc.read_only and not received]
    return _with_fields(
        definition, (_optional(f) if f in lacking else f for f in definition.fields)
    )


def _optional(field: Field) -> Field:
    return replace(field, required=False)


def _with_fields(definition: Object, fields: Iterable[Field]) -> Object:
    return replace(definition, fields=tuple(fields))


def _for_sending(definition: Definition, twofold: frozenset[str]) -> Definition:
    kept = _as_sent(definition, twofold)
    if isinstance(kept, Enum):
        return kept
    place = Place(owner=definition.id, steps=SENT_STEPS)
    named = replace(kept, id=definition.id + SENT, place=place)
    if isinstance(named, Object):
        return _with_fields(named, (f for f in named.fields if not f.doc.read_only))
    return named


def _as_sent(definition: Definition, twofold: frozenset[str]) -> Definition:
    """A definition that holds the shapes for sending."""
    match definition:
        case Object(fields=fields, extra=extra):
            kept = tuple(replace(f, type=_sent(f.type, twofold)) for f in fields)
            return replace(
                definition, fields=kept, extra=None if extra is None else _sent(extra, twofold)
            )
        case Alias():
            return replace(definition, type=_sent(definition.type, twofold))
        case Enum():
            return definition
        case _:
            assert_never(definition)


def _sent(type_: Type, twofold: frozenset[str]) -> Type:
    """A type with the shapes for sending in the place of those that come back."""
    match type_:
        case Ref(id_):
            return Ref(id_ + SENT) if id_ in twofold else type_
        case Array(item):
            return Array(_sent(item, twofold))
        case Map(value):
            return Map(_sent(value, twofold))
        case Nullable(inner):
            return Nullable(_sent(inner, twofold))
        case Union(members, tag):
            return Union(tuple(_sent(m, twofold) for m in members), tag and _sent_tag(tag, twofold))
        case Scalar() | Literal() | Anything():
            return type_
        case _:
            assert_never(type_)


def _sent_tag(tag: Tag, twofold: frozenset[str]) -> Tag:
    def sent(id_: str) -> str:
        return id_ + SENT if id_ in twofold else id_

    values = tuple((text, sent(id_)) for text, id_ in tag.values)
    return replace(tag, values=values, otherwise=tag.otherwise and sent(tag.otherwise))


def _operation(operation: Operation, twofold: frozenset[str]) -> Operation:
    body = operation.body
    sent: Body | None = None if body is None else _body(body, twofold)
    parameters = tuple(replace(p, type=_sent(p.type, twofold)) for p in operation.parameters)
    others = tuple(_body(other, twofold) for other in operation.other_bodies)
    return replace(operation, body=sent, parameters=parameters, other_bodies=others)


def _hook(hook: Hook, twofold: frozenset[str]) -> Hook:
    """What the API sends comes in the shape of answers; what it is answered goes in that of requests."""
    return replace(hook, responses=tuple(_answered(r, twofold) for r in hook.responses))


def _answered(response: Response, twofold: frozenset[str]) -> Response:
    contents = tuple(replace(c, type=_sent(c.type, twofold)) for c in response.contents)
    return replace(response, contents=contents)


def _body(body: Body, twofold: frozenset[str]) -> Body:
    return replace(body, type=_sent(body.type, twofold))


def _example(example: Example, twofold: frozenset[str]) -> Example:
    return (
        replace(example, type=_sent(example.type, twofold))
        if example.role is Role.REQUEST
        else example
    )
