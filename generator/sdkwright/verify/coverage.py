"""Which operations and schemas of an API its examples show."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import assert_never

from msgspec import Struct

from ..ir.model import Alias, Api, Definition, Enum, Object, Operation
from ..ir.types import Anything, Array, Literal, Map, Nullable, Ref, Scalar, Type, Union
from ..ir.walk import described, reachable, received
from ..text.node import Plain
from ..text.span import Span
from .choice import chosen


class Share(Struct, frozen=True):
    """How many of a kind of parts are shown: the number of all, and the ids and places of those that are not."""

    total: int
    missing: tuple[tuple[str, Span], ...]

    @property
    def shown(self) -> int:
        """The number of parts that are shown."""
        return self.total - len(self.missing)

    @property
    def percent(self) -> int:
        """The share in percent, rounded down; 100 where there is nothing to show."""
        return 100 * self.shown // self.total if self.total else 100


def operations_shown(api: Api) -> Share:
    """An operation counts with any example of a request or response of its own; one without bodies has none to show."""
    shown = {example.operation for example in api.examples}
    wanted = [op for op in api.operations if _has_bodies(op) and op.form is None]
    missing = ((op.id, op.origin.span) for op in wanted if op.id not in shown)
    return Share(len(wanted), tuple(missing))


def schemas_shown(api: Api) -> Share:
    """A schema counts when a value of it occurs in an example, however deep; those of parameters alone have no payloads."""
    seen: set[str] = set()
    for example in api.examples:
        seen.update(_met(api, example.type, example.value))
    apart = _of_parameters_alone(api) - seen
    wanted = {id_: d for id_, d in api.definitions.items() if id_ not in apart}
    missing = ((id_, d.origin.span) for id_, d in wanted.items() if id_ not in seen)
    return Share(len(wanted), tuple(missing))


def _of_parameters_alone(api: Api) -> frozenset[str]:
    operations = api.operations
    in_parameters = (parameter.type for op in operations for parameter in op.parameters)
    bodies = (op.body.type for op in operations if op.body is not None)
    beside = described(api)
    got = (t for t in received(api) if not (isinstance(t, Ref) and t.id in beside))
    alone = reachable(api, in_parameters) - reachable(api, chain(bodies, got))
    return alone | beside


def _has_bodies(operation: Operation) -> bool:
    return operation.body is not None or any(r.type is not None for r in operation.responses)


def _met(api: Api, type_: Type, value: Plain) -> Iterator[str]:
    """The ids of the definitions that `value`, which is of `type_`, holds values of."""
    match type_:
        case Ref(id_):
            definition = api.definitions.get(id_)
            if definition is not None:
                yield from _met_in(api, definition, value)
        case Array(item):
            for element in value if isinstance(value, list) else ():
                yield from _met(api, item, element)
        case Map(inner):
            for member in value.values() if isinstance(value, dict) else ():
                yield from _met(api, inner, member)
        case Nullable(inner):
            if value is not None:
                yield from _met(api, inner, value)
        case Union():
            for alternative in chosen(api, type_, value):
                yield from _met(api, alternative, value)
        case Scalar() | Literal() | Anything():
            pass
        case _:
            assert_never(type_)


def _met_in(api: Api, definition: Definition, value: Plain) -> Iterator[str]:
    match definition:
        case Object():
            if not isinstance(value, dict):
                return
            yield definition.id
            fields = {field.wire: field.type for field in definition.fields}
            for key, member in value.items():
                inner = fields.get(key, definition.extra)
                if inner is not None:
                    yield from _met(api, inner, member)
        case Alias():
            yield definition.id
            yield from _met(api, definition.type, value)
        case Enum():
            yield definition.id
        case _:
            assert_never(definition)
