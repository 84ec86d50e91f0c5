"""Generation hazards of unions: payloads that may become the wrong class."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir.model import Alias, Object
from ...ir.types import Nullable, Ref, Union
from ..registry import Finding, Group
from ..subject import Planned
from .family import lint_rules


@lint_rules.api("gen-union-ambiguous", Group.GENERATION)
def gen_union_ambiguous(api: Planned) -> Iterator[Finding]:
    """Two members of a union have the same properties, and require the same ones.

    Nothing in a payload says which of the two it is, so the first that fits is taken. A constant tells them apart.

    ```yaml
    Refund:
      properties:
        kind: {const: refund}
    ```
    """
    for definition, union in _unions(api):
        if union.tag is None:
            for one, other in _same_shape(api, union):
                first, second = api.class_name(other.id), api.class_name(one.id)
                message = (
                    f"nothing tells `{first}` and `{second}` apart in "
                    f"`{api.class_name(definition.id)} = {api.result(union)}`"
                )
                hint = "give each a property with a constant of its own, and name it as `discriminator`"
                yield Finding(
                    definition.origin.span, message, hint, ((other.origin.span, "the other"),)
                )


@lint_rules.api("gen-union-by-shape", Group.GENERATION)
def gen_union_by_shape(api: Planned) -> Iterator[Finding]:
    """Nothing names the member of a union that a payload is: it is found by its properties.

    A property added to one member can change what another's payloads become.

    ```yaml
    oneOf: [{$ref: "#/components/schemas/Card"}, {$ref: "#/components/schemas/Cash"}]
    discriminator: {propertyName: kind}
    ```
    """
    for definition, union in _unions(api):
        found = [api.definition(member) for member in union.members]
        objects = [one for one in found if isinstance(one, Object)]
        if union.tag is None and len(objects) > 1 and not any(_same_shape(api, union)):
            name = api.class_name(definition.id)
            message = f"the members of `{name} = {api.result(union)}` are told apart by their shape"
            hint = "give each a property with a constant of its own, and name it as `discriminator`"
            yield Finding(definition.origin.span, message, hint)


_WIDE = 12


@lint_rules.api("gen-union-wide", Group.GENERATION)
def gen_union_wide(api: Planned) -> Iterator[Finding]:
    """A union has more than 12 members and no property that tells them apart.

    Each payload is tried against many classes, and an editor shows a page of alternatives.

    ```yaml
    discriminator: {propertyName: type}
    ```
    """
    for definition, union in _unions(api):
        if len(union.members) > _WIDE and union.tag is None:
            name = api.class_name(definition.id)
            message = f"`{name}` is one of {len(union.members)} types"
            yield Finding(definition.origin.span, message, "add a `discriminator`")


@lint_rules.api("gen-discriminator-unmapped", Group.GENERATION)
def gen_discriminator_unmapped(api: Planned) -> Iterator[Finding]:
    """The mapping of a discriminator leaves out a member of its union.

    Its payloads are recognised by the schema's own name, which the server may not send.

    ```yaml
    discriminator:
      propertyName: kind
      mapping:
        card: "#/components/schemas/Card"
        cash: "#/components/schemas/Cash"
    ```
    """
    for schema, discriminator in api.written.having("schema", "discriminator"):
        mapping = discriminator.get("mapping")
        targets = {str(node.value) for _, node in mapping.items()} if mapping else set[str]()
        for key in ("oneOf", "anyOf"):
            listed = schema.get(key)
            for member in listed.elements() if listed and targets else ():
                ref = member.get("$ref")
                text = str(ref.value) if ref else ""
                if ref is not None and not targets & {text, text.rpartition("/")[2]}:
                    name = api.names.types.get(text, text)
                    wire = str((discriminator.get("propertyName") or ref).value)
                    given = text.rpartition("/")[2]
                    message = f'`{name}` is decoded only where `{wire}` is `"{given}"`'
                    yield Finding(ref.span, message, "add it to `mapping`")


def _unions(api: Planned) -> Iterator[tuple[Alias, Union]]:
    for definition in api.api.definitions.values():
        type_ = definition.type if isinstance(definition, Alias) else None
        union = type_.type if isinstance(type_, Nullable) else type_
        if isinstance(definition, Alias) and isinstance(union, Union):
            yield definition, union


def _same_shape(api: Planned, union: Union) -> Iterator[tuple[Object, Object]]:
    """The members of a union that have the same properties as one before them, with that one."""
    first: dict[object, Object] = {}
    for member in union.members:
        definition = api.api.definitions.get(member.id) if isinstance(member, Ref) else None
        if isinstance(definition, Object):
            shape = frozenset((field.wire, field.required) for field in definition.fields)
            other = first.setdefault(shape, definition)
            if other is not definition:
                yield definition, other
