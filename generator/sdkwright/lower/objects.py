"""Objects: their properties, what else they may hold, and properties that are required and nowhere described."""

from __future__ import annotations

from collections.abc import Callable

from ..ir.model import Field, Object, Place
from ..ir.types import Anything, Type
from ..text.node import Node
from ..text.span import Span
from .docs import schema_doc, use_doc
from .extensions import also, pinned
from .flat import Form
from .forms import form_of
from .unite import union_of
from .work import Work, texts

TypeAt = Callable[[Work, Node, Place], Type]


def object_of(
    work: Work, node: Node, id_: str, place: Place, span: Span, type_at: TypeAt
) -> Object:
    """The object that a schema describes; `type_at` gives the types of its properties."""
    form = form_of(work, node)
    extra = extra_of(work, form.node, Place(None, id_, ("{}",)), type_at)
    fields = fields_of(work, form, id_, type_at)
    if not fields and extra is None and not _is_shut(form.node):
        # What declares nothing would else be of no use to anyone.
        extra = Anything()
    origin = work.origin(node, span)
    if origin.id != id_:
        origin = type(origin)(id_, origin.span, origin.source)
    return Object(id_, place, fields, extra, schema_doc(work, node), origin)


def _is_shut(node: Node) -> bool:
    """Whether an object shall have no other properties than those that are declared."""
    said = (node.get("additionalProperties"), node.get("unevaluatedProperties"))
    return any(one is not None and one.value is False for one in said)


def fields_of(work: Work, form: Form, id_: str, type_at: TypeAt) -> tuple[Field, ...]:
    """The properties of an object, those that it has from elsewhere named after where they are from."""
    required = frozenset(texts(form.node.get("required")))
    properties = form.node.get("properties")
    declared = tuple(
        Field(
            wire=wire,
            type=type_at(work, schema, Place(None, _home(work, form, wire, schema, id_), (wire,))),
            required=wire in required,
            doc=use_doc(work, schema),
            origin=work.origin(schema, properties.at_key(wire)),
            pinned=_pinned_field(work, schema),
            also=_other_names(work, schema, properties),
        )
        for wire, schema in (() if properties is None else properties.items())
        if properties is not None
    )
    return declared + _undeclared(work, form.node, {field.wire for field in declared})


_COMPONENTS = "#/components/schemas/"


def _home(work: Work, form: Form, wire: str, schema: Node, id_: str) -> str:
    """The definition that a property is named after: the component that it is written in, whoever takes it over."""
    place, own = work.id(schema), f"{id_}/properties/"
    if not form.homes and place.startswith(own) and "/" not in place[len(own) :]:
        return id_  # as most
    written = place.rpartition("/properties/")[0]
    is_component = written.startswith(_COMPONENTS) and "/" not in written[len(_COMPONENTS) :]
    if is_component and id(schema) not in work.made:
        return written
    return form.homes.get(wire, id_)


def extra_of(work: Work, node: Node, place: Place, type_at: TypeAt) -> Type | None:
    """What undeclared properties hold; None where nothing is said, or there shall be none."""
    types: list[Type] = []
    by_pattern = node.get("patternProperties")
    for _, schema in () if by_pattern is None else by_pattern.items():
        if not isinstance(schema.value, bool):
            types.append(type_at(work, schema, place))
    extra = node.get("additionalProperties") or node.get("unevaluatedProperties")
    if extra is not None and not isinstance(extra.value, bool):
        types.append(type_at(work, extra, place))
    elif extra is not None and extra.value is True:
        return union_of([*types, Anything()])
    return union_of(types) if types else None


def _pinned_field(work: Work, schema: Node) -> str | None:
    # The name of an inline object or enum is meant for the class.
    form = form_of(work, schema)
    return None if form.named or form.choices else pinned(work, schema, "schema", "name")


def _other_names(work: Work, schema: Node, properties: Node) -> tuple[str, ...]:
    """The other wire names of a property: none that another property has."""
    names = also(work, schema)
    for name in names:
        if properties.get(name) is not None:
            what = f"gives the name `{name}` to a second property"
            hint = "take it out of `also`, or the property of that name out of `properties`"
            work.fault("sdk-setting-malformed", schema, what, hint)
    return names


def _undeclared(work: Work, node: Node, declared: set[str]) -> tuple[Field, ...]:
    """The properties that are required and nowhere described: they hold anything."""
    required = node.get("required")
    found: dict[str, Field] = {}
    for element in () if required is None else required.elements():
        wire = element.value
        if isinstance(wire, str) and wire not in declared and wire not in found:
            hint = "describe it under `properties`, or correct its name"
            work.doubt(
                "required-undeclared", element, f"requires `{wire}`, which is not declared", hint
            )
            doc = schema_doc(work, element)
            found[wire] = Field(wire, Anything(), True, doc, work.origin(element))
    return tuple(found.values())
