"""Generation hazards of names: what a part is called in Python, where that is not what one would expect."""

from __future__ import annotations

import builtins
import keyword
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ...ir.model import CallPart, Enum, part_of_call
from ...ir.origin import Origin
from ...python.words import pascal, snake
from ...text.span import Span
from ..registry import Finding, Group
from ..subject import Planned
from .family import lint_rules

_PIN = "pin what it is called in code, with `x-sdk: {name: …}`"


@lint_rules.api("gen-field-collision", Group.GENERATION)
def gen_field_collision(api: Planned) -> Iterator[Finding]:
    """Two properties of an object differ only in capitals or punctuation.

    Both want the same attribute in Python, and one of them gets a number.

    ```yaml
    refundId:
      x-sdk: {name: refund_id}
    RefundID:
      x-sdk: {name: legacy_refund_id}
    ```
    """
    for owner in api.objects():
        fields = [(f.wire, f.origin) for f in owner.fields if f.pinned is None]
        for (wire, place), (other, there) in _alike(fields):
            first, second = api.attribute(owner, other), api.attribute(owner, wire)
            message = (
                f"the property `{wire}` reads like `{other}`: "
                f"`{api.class_name(owner.id)}.{second}` and `.{first}`"
            )
            hint = "pin what each is called in code, with `x-sdk: {name: …}`"
            yield Finding(place.span, message, hint, ((there.span, "the other one"),))


@lint_rules.api("gen-class-collision", Group.GENERATION)
def gen_class_collision(api: Planned) -> Iterator[Finding]:
    """Two schemas of `components` differ only in capitals or punctuation.

    Both want the same class name in Python, and one of them gets a number.

    ```yaml
    Line_Item:
      x-sdk: {name: LegacyLineItem}
    LineItem: {}
    ```
    """
    unpinned = [d for d in api.api.definitions.values() if d.place.pinned is None]
    ids = {d.place.given: d.id for d in unpinned if d.place.given and "?" not in d.id}
    named = [(given, api.api.definitions[id_].origin) for given, id_ in ids.items()]
    for (given, place), (other, there) in _alike(named):
        first, second = api.class_name(ids[other]), api.class_name(ids[given])
        message = f"the schema `{given}` reads like `{other}`: `{second}` and `{first}`"
        hint = "pin what each is called in code, with `x-sdk: {name: …}`"
        yield Finding(place.span, message, hint, ((there.span, "the other one"),))


def _alike(
    named: Iterable[tuple[str, Origin]],
) -> Iterator[tuple[tuple[str, Origin], tuple[str, Origin]]]:
    groups: dict[str, list[tuple[str, Origin]]] = defaultdict(list)
    for wire, origin in named:
        groups[snake(wire)].append((wire, origin))
    for first, *rivals in groups.values():
        yield from ((rival, first) for rival in rivals)


@lint_rules.api("gen-python-keyword", Group.GENERATION)
def gen_python_keyword(api: Planned) -> Iterator[Finding]:
    """A name is a keyword of Python and gets an underscore.

    `refund.from_` is easily mistyped, and looked for in vain under its documented name.

    ```yaml
    from:
      x-sdk: {name: sender}
    ```
    """
    for wire, name, shown, span in _attributes_and_arguments(api):
        if name.endswith("_") and keyword.iskeyword(name[:-1]):
            yield Finding(span, f"`{wire}` is a keyword of Python: it becomes `{shown}`", _PIN)


@lint_rules.api("gen-name-reserved", Group.GENERATION)
def gen_name_reserved(api: Planned) -> Iterator[Finding]:
    """A name is one that every model or method has already, and gets an underscore.

    A property `copy` can't be read as `refund.copy`, since that is a method.

    ```yaml
    copy:
      x-sdk: {name: duplicate}
    ```
    """
    for wire, name, shown, span in _attributes_and_arguments(api):
        taken = name.endswith("_") and snake(wire) == name[:-1]
        # `type_` and `object_` are what everybody writes for names that only shadow a built-in.
        if taken and not keyword.iskeyword(name[:-1]) and not hasattr(builtins, name[:-1]):
            yield Finding(span, f"`{wire}` has another meaning there: it becomes `{shown}`", _PIN)


def _attributes_and_arguments(api: Planned) -> Iterator[tuple[str, str, str, Span]]:
    """Wire name, name, the name in its surroundings, and place of what is not pinned."""
    for owner in api.objects():
        for field in owner.fields:
            name = api.attribute(owner, field.wire)
            if field.pinned is None:
                shown = f"{api.class_name(owner.id)}.{name}"
                yield field.wire, name, shown, field.origin.span
    for operation in api.api.operations:
        for parameter in operation.parameters:
            name = api.argument_name(operation, parameter)
            if parameter.pinned is None:
                shown = f"{api.call(operation)}({name}=…)"
                yield parameter.wire, name, shown, parameter.origin.span


_LONG = 50


@lint_rules.api("gen-name-long", Group.GENERATION)
def gen_name_long(api: Planned) -> Iterator[Finding]:
    """The name of a class or method is longer than 50 characters.

    A line of code has room for little else; beyond 60 characters names are cut.

    ```yaml
    x-sdk: {name: RefundSummary}
    ```
    """
    for id_, definition in api.api.definitions.items():
        name = api.class_name(id_)
        if len(name) > _LONG and "?" not in id_:
            message = f"`{id_}` becomes a class with a name of {len(name)} characters: `{name}`"
            yield Finding(definition.origin.span, message, _PIN)
    for operation in api.api.operations:
        name = api.names.methods[operation.id]
        if len(name) > _LONG:
            message = f"the method has a name of {len(name)} characters: `{api.call(operation)}`"
            hint = "pin it with `x-sdk: {method: …}`"
            yield Finding(operation.origin.span, message, hint)


_DEEP = 2


@lint_rules.api("gen-inline-depth", Group.GENERATION)
def gen_inline_depth(api: Planned) -> Iterator[Finding]:
    """An object is written inside an object that is written inside another.

    Its class is named after all of them, and renamed with any of them.

    ```yaml
    properties:
      tax: {$ref: "#/components/schemas/Tax"}
    ```
    """
    for owner in api.objects():
        depth, at = 0, owner.place
        while at.owner in api.api.definitions and depth <= _DEEP:
            depth, at = depth + 1, api.api.definitions[at.owner or ""].place
        if depth == _DEEP and owner.place.pinned is None:
            message = (
                f"an object {depth} levels inside another becomes `{api.class_name(owner.id)}`"
            )
            hint = "make it a component of its own, or pin `x-sdk: {name: …}`"
            yield Finding(owner.origin.span, message, hint)


@lint_rules.api("gen-name-unstable", Group.GENERATION)
def gen_name_unstable(api: Planned) -> Iterator[Finding]:
    """A body is written in place, so its class is named after the operation.

    It can't be shared, and what callers import is renamed with the operation.

    ```yaml
    schema:
      $ref: "#/components/schemas/RefundRequest"
    ```
    """
    operations = {operation.id for operation in api.api.operations}
    for owner in api.objects():
        place = owner.place
        if place.owner not in operations or place.pinned is not None:
            continue
        part = part_of_call(owner)
        # A set of headers can have no name in a document.
        if part is not CallPart.HEADERS:
            what = _PARTS[part].format(place.steps[0])
            name = api.class_name(owner.id)
            message = f"{what} has no name of its own: its class becomes `{name}`"
            hint = "make it a component, or pin `x-sdk: {name: …}`"
            yield Finding(owner.origin.span, message, hint)


_PARTS = {
    CallPart.PARAMETER: "`{}`",
    CallPart.BODY: "the body",
    CallPart.ANSWER: "the answer `{}`",
}


@lint_rules.api("gen-enum-unnamed", Group.GENERATION)
def gen_enum_unnamed(api: Planned) -> Iterator[Finding]:
    """An enum of numbers has no names for its members.

    Callers then write `status=3` and have to look up what 3 means.

    ```yaml
    type: integer
    enum: [1, 2, 3]
    x-enum-varnames: [open, approved, declined]
    ```
    """
    for id_, definition in api.api.definitions.items():
        if not isinstance(definition, Enum) or definition.base not in ("integer", "number"):
            continue
        if any(member.name is None for member in definition.members):
            values = ", ".join(str(member.value) for member in definition.members[:4])
            more = ", …" if len(definition.members) > 4 else ""
            name = api.class_name(id_)
            message = f"`{name} = Literal[{values}{more}]` says nothing of what the numbers mean"
            hint = "add `x-enum-varnames`, one name a value"
            yield Finding(definition.origin.span, message, hint)


@lint_rules.api("gen-environment-unnamed", Group.GENERATION)
def gen_environment_unnamed(api: Planned) -> Iterator[Finding]:
    """One of several servers has neither a name nor a description.

    Callers choose it by a number, which changes with the order of the list.

    ```yaml
    - url: https://sandbox.example.com
      x-sdk: {name: sandbox}
    ```
    """
    servers = api.api.servers
    for server, name in zip(servers, api.names.environments, strict=True):
        if len(servers) > 1 and server.name is None and not server.doc.description:
            client = api.names.client
            message = f'the server is chosen as `{client}(environment="{name}")`'
            yield Finding(server.origin.span, message, "add `x-sdk: {name: sandbox}`")


@lint_rules.api("oas3-api-servers", Group.GENERATION)
def oas3_api_servers(api: Planned) -> Iterator[Finding]:
    """The document names no server.

    Whoever makes a client then has to know the address by other means.

    ```yaml
    servers:
      - url: https://api.example.com
    ```
    """
    if not api.api.servers:
        message = f"the document names no server, so callers write `{api.names.client}(base_url=…)`"
        yield Finding(api.api.origin.span, message, "add `servers`")


@lint_rules.api("gen-wire-name-odd", Group.GENERATION)
def gen_wire_name_odd(api: Planned) -> Iterator[Finding]:
    """The name of a property or schema has no letter that Python could use.

    It is called `field` or after its place, which tells nobody anything.

    ```yaml
    "金額":
      x-sdk: {name: amount}
    ```
    """
    for owner in api.objects():
        for field in owner.fields:
            if field.pinned is None and not snake(field.wire):
                shown = f"{api.class_name(owner.id)}.{api.attribute(owner, field.wire)}"
                message = f"the property `{field.wire}` becomes `{shown}`"
                yield Finding(field.origin.span, message, _PIN)
    for id_, definition in api.api.definitions.items():
        given = definition.place.given
        if given and not pascal(given) and definition.place.pinned is None:
            message = f"the schema `{given}` becomes `{api.class_name(id_)}`"
            yield Finding(definition.origin.span, message, _PIN)
