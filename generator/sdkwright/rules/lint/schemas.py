"""Schemas that say too little, or that nobody needs."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir.model import Alias, Api, Enum, Object
from ...ir.types import Anything, Nullable, Ref, ScalarKind, Union
from ...ir.walk import reachable, types_received, types_sent
from ...text.diagnostic import Severity
from ..registry import Finding
from .family import lint_rules

_COMPONENTS = "#/components/schemas/"


@lint_rules.rule(Severity.WARNING)
def schema_unused(api: Api) -> Iterator[Finding]:
    """A schema of `components` is used by no operation.

    It becomes a class that no method takes or returns.

    ```yaml
    components:
      schemas:
        Leftover: {type: object}
    ```
    """
    both = (type_ for op in api.operations for type_ in (*types_sent(op), *types_received(op)))
    used = reachable(api, both)
    for id_, definition in api.definitions.items():
        if definition.place.given is not None and id_.startswith(_COMPONENTS) and id_ not in used:
            message = f"`{id_}` is used by no operation"
            yield Finding(definition.origin, message, "refer to it, or remove it")


@lint_rules.rule(Severity.WARNING)
def schema_without_type(api: Api) -> Iterator[Finding]:
    """A schema or property says nothing about its values.

    In Python it is `Any`, which switches the type checker off. Where any value is meant, write `true`.

    ```yaml
    amount:
      description: The refunded amount.   # and `type: number`
    ```
    """
    for definition in api.definitions.values():
        if (
            isinstance(definition, Alias)
            and definition.type == Anything()
            and definition.doc.description
        ):
            message = f"`{definition.id}` says nothing about its values"
            yield Finding(definition.origin, message, "add its `type`")
        for field in definition.fields if isinstance(definition, Object) else ():
            if field.type == Anything() and field.doc.description:
                message = f"`{field.origin.id}` says nothing about its values"
                yield Finding(field.origin, message, "add its `type`")


@lint_rules.rule(Severity.WARNING)
def enum_member_names_missing(api: Api) -> Iterator[Finding]:
    """An enum of numbers has no names for its members.

    Callers then write `status=3` and have to look up what 3 means.

    ```yaml
    type: integer
    enum: [1, 2, 3]
    x-enum-varnames: [open, approved, declined]
    ```
    """
    for definition in api.definitions.values():
        if not isinstance(definition, Enum) or definition.base not in _NUMBERS:
            continue
        if any(member.name is None for member in definition.members):
            message = f"`{definition.id}` lists numbers without names"
            yield Finding(definition.origin, message, "add `x-enum-varnames`, one name a value")


@lint_rules.rule(Severity.WARNING)
def gen_union_ambiguous(api: Api) -> Iterator[Finding]:
    """Two members of a union have the same properties, and require the same ones.

    Nothing in a payload says which of the two it is, so the first that fits is taken. A constant tells them apart.

    ```yaml
    Refund:
      properties:
        kind: {const: refund}
    ```
    """
    for definition in api.definitions.values():
        type_ = definition.type if isinstance(definition, Alias) else None
        union = type_.type if isinstance(type_, Nullable) else type_
        if isinstance(union, Union) and union.tag is None:
            for one, other in _alike(api, union):
                message = f"nothing tells `{one.id}` and `{other.id}` apart in `{definition.id}`"
                hint = "give each a property with a constant of its own, and name it as `discriminator`"
                yield Finding(definition.origin, message, hint, ((other.origin.span, "the other"),))


def _alike(api: Api, union: Union) -> Iterator[tuple[Object, Object]]:
    """The members of a union that have the same properties as one before them, with that one."""
    first: dict[object, Object] = {}
    for member in union.members:
        definition = api.definitions.get(member.id) if isinstance(member, Ref) else None
        if isinstance(definition, Object):
            shape = frozenset((field.wire, field.required) for field in definition.fields)
            other = first.setdefault(shape, definition)
            if other is not definition:
                yield definition, other


_NUMBERS = (ScalarKind.INTEGER, ScalarKind.NUMBER)
