"""A schema in, a type out; objects, enums and unions of them on the way become definitions."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from ..ir.model import Alias, Definition, Enum, Place
from ..ir.types import Anything, Array, Map, Nullable, Ref, Scalar, ScalarKind, Type
from ..text.node import Node
from ..text.span import Span
from .defaults import check_default
from .docs import over, schema_doc
from .enums import const_of, has_texts, listed_type, members_of
from .extensions import closed, pinned
from .families import base_id, members_of_family
from .flat import Form
from .formats import scalar_kind
from .forms import form_of, is_null
from .limits import check_limits
from .merge import CONTRADICTION
from .objects import extra_of, object_of
from .parts import target_of
from .unions import alternatives, as_enum, hints, is_definition, is_plain_text, known_texts
from .unite import union_of
from .work import Work, text


def define(work: Work, node: Node, id_: str, place: Place, span: Span) -> None:
    """Lower the schema that stands under an id of its own: a component, or whatever a reference points at."""
    work.begun.add(id_)
    work.definitions[id_] = _definition(work, node, id_, place, span)


def define_waiting(work: Work) -> None:
    """Lower what was put together from parts of several schemas; that may ask for more of the kind."""
    while work.waiting:
        for id_, (node, place) in tuple(work.waiting.items()):
            del work.waiting[id_]
            define(work, node, id_, place, node.span)


def type_at(work: Work, node: Node, place: Place) -> Type:
    """The type of a schema where it is used; `place` is what it would be named after."""
    form, key = form_of(work, node), id(node)
    if key in work.typing:
        # A list of itself, say, which is no component: without a name it would never end.
        work.recurring.add(key)
    if key in work.recurring:
        return _named_at(work, node, form, place)
    work.typing.add(key)
    if form.choices:
        type_ = _union_at(work, node, form, place)
    elif form.named:
        type_ = _named_at(work, node, form, place)
    else:
        type_ = _plain_type(work, form, place)
    work.typing.discard(key)
    _check(work, node, form)
    _check_default(work, node, form, type_)
    return type_


def reference(work: Work, node: Node) -> Type:
    """The type of a schema that refers to another by `$ref`."""
    target = target_of(work, node)
    if target is None:
        return Anything()
    work.wanted.setdefault(target.id, target.node)
    return used(work, target.node, target.id)


def used(work: Work, node: Node, id_: str) -> Type:
    """The type of what stands under an id of its own where it is used: a class does not say that it may be null.

    What can be nothing but null has a name that nobody can put together with None in a union.
    """
    if is_null(work, node):
        return Scalar(ScalarKind.NULL)
    form = form_of(work, node)
    may_be_null = form.named and form.nullable and id_ not in work.families
    return Nullable(Ref(id_)) if may_be_null else Ref(id_)


def _named_at(work: Work, node: Node, form: Form, place: Place) -> Type:
    """A definition of its own for an inline schema."""
    id_ = work.id(node)
    if id_ not in work.begun:
        name = pinned(work, node, "schema", "name") or pinned(work, form.node, "schema", "name")
        inline = Place(place.given, place.owner, place.steps, name)
        work.begun.add(id_)
        if id(node) in work.made:
            work.waiting[id_] = (node, inline)
        else:
            define(work, node, id_, inline, node.span)
    return Nullable(Ref(id_)) if form.nullable else Ref(id_)


def _union_at(work: Work, node: Node, form: Form, place: Place) -> Type:
    """An inline union: on the spot where it is one of scalars, else by a name of its own."""
    members = _alternatives(work, node, form)
    if len(members) == 1:
        return _or_null(type_at(work, members[0], place), form.nullable)
    if as_enum(work, members) is None and not any(is_definition(work, one) for one in members):
        types = [_member_type(work, one, place) for one in members]
        return _or_null(union_of(types), form.nullable)
    return _named_at(work, node, form, place)


def _alternatives(work: Work, node: Node, form: Form) -> tuple[Node, ...]:
    """The members of a choice; any text at all is no member of its own beside known texts, which are open anyway."""
    known = work.members.get(id(node))
    if known is not None:
        return known
    members = alternatives(work, node, form)
    if len(members) > 1 and any(known_texts(work, one) for one in members):
        members = tuple(one for one in members if not is_plain_text(work, one))
    work.members[id(node)] = members
    return members


def _member_type(work: Work, node: Node, place: Place) -> Type:
    """The type of one member of a union; short lists of values need no name there."""
    form = form_of(work, node)
    if form.named and form.node.get("enum") is not None and not has_texts(form.node):
        return _or_null(listed_type(work, form), form.nullable)
    return type_at(work, node, place)


def _definition(work: Work, node: Node, id_: str, place: Place, span: Span) -> Definition:
    form = form_of(work, node)
    doc, origin = schema_doc(work, node), work.origin(node, span)
    _check(work, node, form)
    if id_ in work.families and form.named:
        return _family(work, node, id_, place, span)
    if form.named:
        _check_default(work, node, form, Nullable(Ref(id_)) if form.nullable else Ref(id_))
        if form.node.get("enum") is not None:
            open_ = not closed(work, form.node)
            return Enum(id_, place, *members_of(work, form), open_, doc, origin)
        return object_of(work, node, id_, place, span, type_at)
    owner = Place(place.given, id_, (), place.pinned)
    if form.choices:
        members = _alternatives(work, node, form)
        listed = as_enum(work, members)
        if listed is not None:
            return Enum(id_, place, *listed, not closed(work, form.node), doc, origin)
        if len(members) == 1 and form_of(work, members[0]).named and not form.nullable:
            inner = _definition(work, members[0], id_, place, span)
            return replace(inner, doc=over(doc, inner.doc), origin=origin)
        type_ = _union(work, form, members, id_)
        # An inline union says at its use that it may be null.
        type_ = _or_null(type_, form.nullable and place.given is not None)
    else:
        type_ = _plain_type(work, form, owner)
    _check_default(work, node, form, type_)
    return Alias(id_, place, type_, doc, origin)


def _union(work: Work, form: Form, members: tuple[Node, ...], id_: str) -> Type:
    discriminators = [
        said for choice in form.choices if (said := choice.owner.get("discriminator")) is not None
    ]
    if discriminators and isinstance(discriminators[0].value, dict):
        work.tagged[id_] = discriminators[0]
    if len(members) == 1:
        return type_at(work, members[0], Place(None, id_, ()))
    types = [
        _member_type(work, member, Place(None, id_, (hint,)))
        for member, hint in zip(members, hints(work, members), strict=True)
    ]
    return union_of(types)


def _family(work: Work, node: Node, id_: str, place: Place, span: Span) -> Definition:
    """A schema that stands for its kinds, and beside it the plain object that it describes."""
    own = base_id(id_)
    work.begun.add(own)
    work.definitions[own] = object_of(work, node, own, Place(None, id_, ("base",)), span, type_at)
    work.tagged[id_] = work.families[id_].discriminator
    type_ = union_of([Ref(one) for one in members_of_family(work, id_)])
    type_ = _or_null(type_, form_of(work, node).nullable)
    return Alias(id_, place, type_, schema_doc(work, node), work.origin(node, span))


def _plain_type(work: Work, form: Form, place: Place) -> Type:
    return _or_null(_bare_type(work, form, place), form.nullable)


def _or_null(type_: Type, nullable: bool) -> Type:
    if isinstance(type_, Nullable | Anything) or not nullable:
        return type_
    return type_ if type_ == Scalar(ScalarKind.NULL) else Nullable(type_)


def _bare_type(work: Work, form: Form, place: Place) -> Type:
    node = form.node
    if form.refers:
        return reference(work, node)
    if node.get("const") is not None:
        return const_of(work, form)
    enum = node.get("enum")
    if enum is not None and enum.elements():
        return listed_type(work, form)
    return _type_by_name(work, form, place)


def _type_by_name(work: Work, form: Form, place: Place) -> Type:
    node = form.node
    match form.type:
        case "array":
            return Array(_item(work, node, place))
        case "object":
            extra = extra_of(work, node, _inside(place, "{}"), type_at)
            return Map(Anything() if extra is None else extra)
        case "string" if text(node, "contentEncoding") == "base64":
            return Scalar(ScalarKind.BYTES)
        case name:
            kind = scalar_kind(name or "", text(node, "format"))
            return Anything() if kind is None else Scalar(kind)


def _item(work: Work, node: Node, place: Place) -> Type:
    """What a list holds: any of what its places hold, where each has a schema of its own.

    `false` forbids everything; what comes all the same is kept, like all that a document does not foresee.
    """
    prefix, rest, one = (node.get(key) for key in ("prefixItems", "items", "contains"))
    inside = _inside(place, "[]")
    if prefix is not None and prefix.elements():
        members = [*prefix.elements(), *([rest] if rest is not None and rest.get("type") else [])]
        steps = hints(work, tuple(members))
        places = [Place(None, place.owner, (*place.steps, "[]", step)) for step in steps]
        return union_of(
            [_member_type(work, member, at) for member, at in zip(members, places, strict=True)]
        )
    if rest is None:
        rest = node.get("unevaluatedItems")
    if rest is not None and not isinstance(rest.value, bool):
        return type_at(work, rest, inside)
    if rest is None and one is not None and is_definition(work, one):
        return union_of([type_at(work, one, inside), Anything()])
    return Anything()


def _inside(place: Place, step: str) -> Place:
    return Place(None, place.owner, (*place.steps, step))


def _check(work: Work, node: Node, form: Form) -> None:
    for schema in (node,) if form.node is node else (node, form.node):
        check_limits(work, schema)
    if CONTRADICTION in form.notes:
        what = "describes no value at all: what it says of one contradicts itself"
        work.doubt("schema-contradictory", node, what, "let the parts of its `allOf` agree")


def _check_default(work: Work, node: Node, form: Form, type_: Type) -> None:
    default = node.get("default") or form.node.get("default")
    if default is not None:
        enum = node.get("enum") or form.node.get("enum")
        work.later.append(partial(check_default, work, default, enum, type_))
