"""Where an example has members that its schema does not declare: a package may keep only those unnamed."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir.model import Alias, Api, Object
from ..ir.types import Array, Map, Ref, Type
from ..ir.walk import parts
from ..text.node import Plain, child_pointer


def undeclared(api: Api, type_: Type, value: Plain, pointer: str = "") -> Iterator[str]:
    """The pointers of the members of `value`, which is of `type_`, that are declared nowhere."""
    match type_, value:
        case Ref(id_), _:
            yield from _of_definition(api, id_, value, pointer)
        case Array(item), list():
            for at, element in enumerate(value):
                yield from undeclared(api, item, element, child_pointer(pointer, at))
        case Map(inner), dict():
            for key, member in value.items():
                yield from undeclared(api, inner, member, child_pointer(pointer, key))
        case _:
            for part in parts(type_):
                yield from undeclared(api, part, value, pointer)


def _of_definition(api: Api, id_: str, value: Plain, pointer: str) -> Iterator[str]:
    definition = api.definitions.get(id_)
    if isinstance(definition, Alias):
        yield from undeclared(api, definition.type, value, pointer)
    elif isinstance(definition, Object) and isinstance(value, dict):
        fields = {field.wire: field.type for field in definition.fields}
        for key, member in value.items():
            where = child_pointer(pointer, key)
            if key in fields:
                yield from undeclared(api, fields[key], member, where)
            else:
                yield where
