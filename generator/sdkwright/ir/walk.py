"""Going through the types of an API."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from .hooks import Hook
from .model import Alias, Api, Definition, Enum, Object, Operation
from .types import Anything, Array, Literal, Map, Nullable, Ref, Scalar, Type, Union


def parts(type_: Type) -> tuple[Type, ...]:
    """The types that `type_` is made of, one level down; references are not followed."""
    match type_:
        case Array(item):
            return (item,)
        case Map(value):
            return (value,)
        case Nullable(inner):
            return (inner,)
        case Union(members):
            return members
        case Scalar() | Literal() | Ref() | Anything():
            return ()
        case _:
            assert_never(type_)


def walk(type_: Type) -> Iterator[Type]:
    """`type_` and everything inside it, references not followed."""
    yield type_
    for part in parts(type_):
        yield from walk(part)


def references(type_: Type) -> Iterator[str]:
    """The ids of the definitions that `type_` names."""
    waiting = [type_]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Ref):
            yield part.id
        elif not isinstance(part, Scalar):
            waiting += reversed(parts(part))


def types_of(definition: Definition) -> tuple[Type, ...]:
    """The types that stand in a definition."""
    match definition:
        case Object():
            extra = () if definition.extra is None else (definition.extra,)
            return tuple(f.type for f in definition.fields) + extra
        case Alias():
            return (definition.type,)
        case Enum():
            return ()
        case _:
            assert_never(definition)


def types_sent(operation: Operation) -> tuple[Type, ...]:
    """The types that a caller provides."""
    body = () if operation.body is None else (operation.body.type,)
    others = tuple(other.type for other in operation.other_bodies)
    return tuple(p.type for p in operation.parameters) + body + others


def types_received(operation: Operation) -> tuple[Type, ...]:
    """The types that come back."""
    headers = (operation.headers, operation.error_headers)
    described = tuple(Ref(one.id) for one in headers if one is not None)
    return described + tuple(content.type for r in operation.responses for content in r.contents)


def hook_sent(hook: Hook) -> tuple[Type, ...]:
    """The types that a caller answers the API with."""
    return tuple(content.type for r in hook.responses for content in r.contents)


def hook_received(hook: Hook) -> tuple[Type, ...]:
    """The types that the API sends of its own accord."""
    described = () if hook.described is None else (Ref(hook.described),)
    return described + tuple(content.type for content in hook.contents)


def described(api: Api) -> frozenset[str]:
    """The ids of the definitions that stand for headers and parameters, which no payload has."""
    headers = (one for op in api.operations for one in (op.headers, op.error_headers))
    hooks = (hook.described for hook in api.hooks)
    return frozenset([*(h.id for h in headers if h is not None), *filter(None, hooks)])


def sent(api: Api) -> Iterator[Type]:
    """Every type that callers provide, whichever way the request goes."""
    yield from (type_ for operation in api.operations for type_ in types_sent(operation))
    yield from (type_ for hook in api.hooks for type_ in hook_sent(hook))


def received(api: Api) -> Iterator[Type]:
    """Every type that callers get, whichever way the request goes."""
    yield from (type_ for operation in api.operations for type_ in types_received(operation))
    yield from (type_ for hook in api.hooks for type_ in hook_received(hook))


def reachable(api: Api, roots: Iterator[Type]) -> frozenset[str]:
    """The ids of all definitions that `roots` lead to."""
    seen: set[str] = set()
    queue = [id_ for root in roots for id_ in references(root)]
    while queue:
        id_ = queue.pop()
        if id_ not in seen and id_ in api.definitions:
            seen.add(id_)
            queue.extend(ref for part in types_of(api.definitions[id_]) for ref in references(part))
    return frozenset(seen)
