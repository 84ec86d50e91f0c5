"""Unions made final once every definition is known: nested ones taken apart, and what tells the members apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from ..ir.model import Alias, Definition, Enum, Object
from ..ir.types import Literal, Nullable, Ref, Scalar, ScalarKind, Tag, Type, Union
from ..text.node import Node
from .cycles import tell_cycle
from .families import base_id
from .mapping import mapped, otherwise
from .places import last_step
from .unite import union_of
from .work import Work, text

_NULL = Scalar(ScalarKind.NULL)


def settle_unions(work: Work) -> None:
    """Finish the unions among the definitions."""
    named = {id_: set(_named(work, id_)) for id_ in work.tagged}
    done: dict[str, Type] = {}
    for id_, definition in work.definitions.items():
        if isinstance(definition, Alias) and isinstance(_bare(definition.type), Union):
            members = tuple(_expanded(work, definition, named.get(id_, set()), done))
            done[id_] = union_of(members)
            if all(member == _NULL for member in members):
                tell_cycle(work, id_)
    for id_, type_ in done.items():
        alias = work.definitions[id_]
        assert isinstance(alias, Alias)
        work.definitions[id_] = replace(alias, type=type_)
    for id_, type_ in done.items():
        alias = work.definitions[id_]
        assert isinstance(alias, Alias)
        work.definitions[id_] = replace(alias, type=_tagged(work, id_, type_))


def _bare(type_: Type) -> Type:
    return type_.type if isinstance(type_, Nullable) else type_


def _named(work: Work, id_: str) -> Iterator[str]:
    """The ids that the discriminator of a union names."""
    for _, target in mapped(work, work.tagged[id_]):
        if target is not None:
            yield target.id


def _expanded(
    work: Work, alias: Alias, named: set[str], done: Mapping[str, Type]
) -> Iterator[Type]:
    """The members of a union, with those of the unions among them that its discriminator does not name."""
    seen = {alias.id}
    waiting = [alias.type]
    while waiting:
        type_ = waiting.pop()
        match type_:
            case Nullable(inner):
                yield _NULL
                waiting.append(inner)
            case Union(members):
                waiting += reversed(members)
            case Ref(id_):
                definition = work.definitions.get(id_)
                below = definition.type if isinstance(definition, Alias) else None
                is_other = below is None or not isinstance(_bare(below), Union | Ref)
                is_union = below is not None and isinstance(_bare(below), Union)
                if below is None or is_other or (is_union and id_ in named - seen):
                    yield type_
                elif id_ not in seen:
                    seen.add(id_)
                    waiting.append(done.get(id_, below))
            case _:
                yield type_


def _tagged(work: Work, id_: str, type_: Type) -> Type:
    match type_:
        case Nullable(inner):
            return Nullable(_tagged(work, id_, inner))
        case Union(members):
            discriminator = work.tagged.get(id_)
            if discriminator is not None:
                return _with_given_tag(work, type_, discriminator)
            return Union(members, _inferred(work, members) or _of_family(work, members))
        case _:
            return type_


def _with_given_tag(work: Work, union: Union, discriminator: Node) -> Union:
    wire = text(discriminator, "propertyName")
    refs = [member.id for member in union.members if isinstance(member, Ref)]
    if wire is None or not refs:
        return union
    variants: dict[str, str] = {}
    for id_ in refs:
        variants.setdefault(work.stands_for.get(id_, id_), id_)
    values: dict[str, str] = {}
    more: list[Type] = []
    for said, target in mapped(work, discriminator):
        found = None if target is None else _member(work, variants, target.id)
        if found is None and target is not None and target.id in work.definitions:
            found = target.id
            more.append(Ref(found))
        if found is not None:
            values[said] = found
    fallback = otherwise(work, discriminator)
    default = None if fallback is None else _member(work, variants, fallback.id) or fallback.id
    # What has no definition has no name by which it could be told.
    default = default if default in work.definitions else None
    if default is not None:
        more.append(Ref(default))
    told = {*values.values(), default}
    for id_, said in _own_texts(work, wire, [id_ for id_ in refs if id_ not in told]):
        values.setdefault(said, id_)
    tag = Tag(wire, tuple(values.items()), inferred=False, otherwise=default)
    return Union((*union.members, *(one for one in more if one not in union.members)), tag)


def _member(work: Work, variants: dict[str, str], id_: str) -> str | None:
    """The member that a mapped schema is: itself, a variant of it, what it is another name of, or its own plain object."""
    seen: set[str] = set()
    while id_ not in seen:
        seen.add(id_)
        if id_ in variants:
            return variants[id_]
        if f"{id_}/discriminator" in variants:
            return variants[f"{id_}/discriminator"]
        definition = work.definitions.get(id_)
        inner = _bare(definition.type) if isinstance(definition, Alias) else None
        if isinstance(inner, Ref):
            id_ = inner.id
    return None


def _own_texts(work: Work, wire: str, ids: list[str]) -> Iterator[tuple[str, str]]:
    """The texts of members that no mapping names: the constants that they declare for themselves, else their names."""
    said = {id_: _constants(work, id_, wire) for id_ in ids}
    having = Counter(one for texts in said.values() for one in texts)
    for id_ in ids:
        own = [one for one in said[id_] if having[one] == 1]
        for one in own or [last_step(work.stands_for.get(id_, id_.removesuffix("/discriminator")))]:
            yield id_, one


def _inferred(work: Work, members: tuple[Type, ...]) -> Tag | None:
    """The property whose constants tell all objects among the members apart; None where there is none."""
    found = [work.definitions.get(member.id) for member in members if isinstance(member, Ref)]
    objects = [one for one in found if isinstance(one, Object)]
    if len(objects) < 2 or any(isinstance(one, Alias | None) for one in found):
        return None
    wires = sorted(objects[0].fields, key=lambda field: (not field.required, field.wire))
    for wire in (field.wire for field in wires):
        said = [(_constants(work, one.id, wire), one.id) for one in objects]
        flat = [text_ for texts, _ in said for text_ in texts]
        if all(texts for texts, _ in said) and len(set(flat)) == len(flat):
            values = tuple((text_, id_) for texts, id_ in said for text_ in texts)
            optional = not all(_requires(one, wire) for one in objects)
            return Tag(wire, values, inferred=True, optional=optional)
    return None


def _requires(definition: Object, wire: str) -> bool:
    return any(field.required for field in definition.fields if field.wire == wire)


def _of_family(work: Work, members: tuple[Type, ...]) -> Tag | None:
    """What tells members apart that are all kinds of one schema, or the plain object that it describes."""
    refs = [member.id for member in members if isinstance(member, Ref)]
    for id_, family in work.families.items():
        if len(refs) > 1 and {*refs} <= {*family.kinds, base_id(id_)}:
            tag = _with_given_tag(work, Union(tuple(map(Ref, refs))), family.discriminator).tag
            if tag is None:
                return None
            values = tuple((said, id_) for said, id_ in tag.values if id_ in refs)
            default = tag.otherwise if tag.otherwise in refs else None
            return Tag(tag.wire, values, inferred=False, otherwise=default)
    return None


def _constants(work: Work, id_: str, wire: str) -> tuple[str, ...]:
    """The texts that a property of an object is limited to; nothing where it may hold others, or is something else."""
    definition = work.definitions.get(id_)
    if not isinstance(definition, Object):
        return ()
    field = next((one for one in definition.fields if one.wire == wire), None)
    return () if field is None else _texts(work, field.type)


def _texts(work: Work, type_: Type) -> tuple[str, ...]:
    match type_:
        case Literal(values, ScalarKind.STRING):
            return tuple(value for value in values if isinstance(value, str))
        case Ref(id_):
            definition: Definition | None = work.definitions.get(id_)
            if isinstance(definition, Enum) and definition.base is ScalarKind.STRING:
                return tuple(m.value for m in definition.members if isinstance(m.value, str))
            return _texts(work, definition.type) if isinstance(definition, Alias) else ()
        case _:
            return ()
