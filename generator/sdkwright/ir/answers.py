"""What an operation answers when it succeeds, and the types of the parts of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .contents import ContentKind
from .model import Alias, Definition, Object, Operation, Response
from .paging import Paging, Pointer
from .types import Anything, Array, Map, Nullable, Ref, Type, Union


def successes(operation: Operation) -> list[Response]:
    """The responses of success; `default` stands for them where no other does."""
    found = [r for r in operation.responses if r.status[:1] == "2"]
    return found or [r for r in operation.responses if r.status == "default"]


def whole_answer(operation: Operation) -> Type | None:
    """The type of the JSON that every success carries; None where they differ, or one carries something else."""
    types: set[Type] = set()
    for response in successes(operation):
        if not response.contents or any(c.kind is not ContentKind.JSON for c in response.contents):
            return None
        types |= {content.type for content in response.contents}
    return types.pop() if len(types) == 1 else None


def settled(definitions: Mapping[str, Definition], type_: Type) -> Type:
    """A type without the aliases around it and without `or null`."""
    for _ in range(50):
        definition = definitions.get(type_.id) if isinstance(type_, Ref) else None
        if isinstance(type_, Nullable):
            type_ = type_.type
        elif isinstance(definition, Alias):
            type_ = definition.type
        else:
            break
    return type_


def type_at(definitions: Mapping[str, Definition], type_: Type, pointer: Pointer) -> Type | None:
    """The type of what a pointer leads to inside of a value; None where it leads nowhere."""
    for token in pointer:
        found = next(_inside(definitions, type_, token), None)
        if found is None:
            return None
        type_ = found
    return type_


def _inside(definitions: Mapping[str, Definition], type_: Type, token: str) -> Iterator[Type]:
    """What a property can be, in each member of a union that has it."""
    type_ = settled(definitions, type_)
    match type_:
        case Ref(id_):
            definition = definitions.get(id_)
            if isinstance(definition, Object):
                yield from (field.type for field in definition.fields if field.wire == token)
                if definition.extra is not None:
                    yield definition.extra
        case Map(value):
            yield value
        case Union(members):
            for member in members:
                yield from _inside(definitions, member, token)
        case Anything():
            yield type_
        case _:
            return


def item_type(definitions: Mapping[str, Definition], answer: Type, paging: Paging) -> Type | None:
    """The type of the items; None where the pointer leads to no list."""
    found = type_at(definitions, answer, paging.items)
    listed = None if found is None else settled(definitions, found)
    if isinstance(listed, Anything):
        return listed
    return listed.item if isinstance(listed, Array) else None


def fields_of(definitions: Mapping[str, Definition], type_: Type) -> Iterator[tuple[str, Type]]:
    """The properties of an object by their wire names; nothing for other types."""
    whole = settled(definitions, type_)
    definition = definitions.get(whole.id) if isinstance(whole, Ref) else None
    if isinstance(definition, Object):
        yield from ((field.wire, field.type) for field in definition.fields)
