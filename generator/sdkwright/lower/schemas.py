"""A schema in, a type out; objects and enums on the way become definitions."""

from __future__ import annotations

from functools import partial

from ..ir.model import Alias, Definition, Enum, Field, Object, Place
from ..ir.types import Anything, Array, Map, Nullable, Ref, Scalar, ScalarKind, Type
from ..spec.document import resolve
from ..text.node import Node
from ..text.span import Span
from .defaults import check_default
from .docs import schema_doc, use_doc
from .enums import const_of, members_of
from .extensions import closed, pinned
from .formats import scalar_kind
from .forms import Form, form_of, types_of
from .keywords import report_beside_reference, report_composed, report_unsupported
from .limits import check_limits
from .work import Work, text, texts


def define(work: Work, node: Node, id_: str, place: Place, span: Span) -> None:
    """Lower the schema that stands under an id of its own: a component, or whatever a reference points at."""
    work.definitions[id_] = _definition(work, node, id_, place, span)


def type_at(work: Work, node: Node, place: Place) -> Type:
    """The type of a schema where it is used; `place` is what it would be named after."""
    form = form_of(node)
    _check(work, node, form)
    if not form.named or report_composed(work, form.node):
        type_ = _plain_type(work, form, place)
        _check_default(work, node, type_)
        return type_
    id_ = work.id(node)
    if id_ not in work.definitions:
        name = pinned(work, node, "schema", "name") or pinned(work, form.node, "schema", "name")
        inline = Place(place.given, place.owner, place.steps, name)
        define(work, node, id_, inline, node.span)
    return Nullable(Ref(id_)) if form.nullable else Ref(id_)


def reference(work: Work, node: Node) -> Type:
    """The type of a schema that refers to another by `$ref`."""
    report_beside_reference(work, node)
    target = resolve(work.document, node, work.report)
    if target is None:
        return Anything()
    work.wanted.setdefault(target.id, target.node)
    form = form_of(target.node)
    return Nullable(Ref(target.id)) if form.named and form.nullable else Ref(target.id)


def _definition(work: Work, node: Node, id_: str, place: Place, span: Span) -> Definition:
    form = form_of(node)
    doc, origin = schema_doc(work, node), work.origin(node, span)
    _check(work, node, form)
    if form.named and not report_composed(work, form.node):
        _check_default(work, node, Nullable(Ref(id_)) if form.nullable else Ref(id_))
        if form.node.get("enum") is not None:
            base, members = members_of(work, form)
            return Enum(id_, place, base, members, not closed(work, form.node), doc, origin)
        extra, declared = _extra(work, form.node, id_), _fields(work, form.node, id_)
        return Object(id_, place, declared, extra, doc, origin)
    owner = Place(place.given, id_, (), place.pinned)
    type_ = _plain_type(work, form, owner)
    _check_default(work, node, type_)
    return Alias(id_, place, type_, doc, origin)


def _check(work: Work, node: Node, form: Form) -> None:
    for schema in (node,) if form.node is node else (node, form.node):
        report_unsupported(work, schema)
        check_limits(work, schema)


def _plain_type(work: Work, form: Form, place: Place) -> Type:
    type_ = _bare_type(work, form, place)
    if isinstance(type_, (Nullable, Anything)) or not form.nullable:
        return type_
    return type_ if type_ == Scalar(ScalarKind.NULL) else Nullable(type_)


def _bare_type(work: Work, form: Form, place: Place) -> Type:
    node = form.node
    if node.get("$ref") is not None:
        return reference(work, node)
    if _is_false(work, node) or report_composed(work, node) or _has_several_types(work, node):
        return Anything()
    if node.get("const") is not None:
        return const_of(work, form)
    if node.get("enum") is not None:
        # Only null is listed; a list without values has been reported with the shape.
        return Scalar(ScalarKind.NULL)
    return _type_by_name(work, form, place)


def _type_by_name(work: Work, form: Form, place: Place) -> Type:
    node = form.node
    match form.type:
        case "array":
            return Array(_part(work, node.get("items"), _inside(place, "[]")))
        case "object":
            return Map(_part(work, node.get("additionalProperties"), _inside(place, "{}")))
        case name:
            kind = scalar_kind(name or "", text(node, "format"))
            return Anything() if kind is None else Scalar(kind)


def _part(work: Work, schema: Node | None, place: Place) -> Type:
    """The type of what an array or map holds.

    `false` forbids everything; what comes all the same is kept, like all that a document does not foresee.
    """
    if schema is None or isinstance(schema.value, bool):
        return Anything()
    return type_at(work, schema, place)


def _is_false(work: Work, node: Node) -> bool:
    if node.value is False:
        hint = "leave the part out, or describe its values"
        work.fault("unsupported-false-schema", node, "is a schema that no value satisfies", hint)
    return node.value is False


def _has_several_types(work: Work, node: Node) -> bool:
    types = [type_ for type_ in types_of(node) if type_ != "null"]
    if len(types) < 2:
        return False
    said = node.get("type") or node
    hint = "choose the one type that occurs, or leave `type` out to take any value"
    work.fault("unsupported-type-array", said, f"allows the types {', '.join(types)}", hint)
    return True


def _inside(place: Place, step: str) -> Place:
    return Place(None, place.owner, (*place.steps, step))


def _fields(work: Work, node: Node, id_: str) -> tuple[Field, ...]:
    required = texts(node.get("required"))
    properties = node.get("properties")
    entries = tuple(properties.items()) if properties is not None else ()
    declared = tuple(
        Field(
            wire=wire,
            type=type_at(work, schema, Place(None, id_, (wire,))),
            required=wire in required,
            doc=use_doc(work, schema),
            origin=work.origin(schema, properties.at_key(wire) if properties else None),
            pinned=_pinned_field(work, schema),
        )
        for wire, schema in entries
    )
    return declared + _undeclared(work, node, {wire for wire, _ in entries})


def _pinned_field(work: Work, schema: Node) -> str | None:
    # The name of an inline object or enum is meant for the class.
    return None if form_of(schema).named else pinned(work, schema, "schema", "name")


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


def _extra(work: Work, node: Node, id_: str) -> Type | None:
    extra = node.get("additionalProperties")
    if extra is None or extra.value is False:
        return None
    return Anything() if extra.value is True else type_at(work, extra, Place(None, id_, ("{}",)))


def _check_default(work: Work, node: Node, type_: Type) -> None:
    default = node.get("default") or form_of(node).node.get("default")
    if default is not None:
        work.later.append(partial(check_default, work, default, type_))
