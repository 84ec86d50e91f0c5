"""Schemas that say too little, or that nobody needs."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir.model import Alias, Api, Enum, Object
from ...ir.types import Anything, ScalarKind
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


_NUMBERS = (ScalarKind.INTEGER, ScalarKind.NUMBER)
