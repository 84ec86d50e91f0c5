"""The views of `models.py`: classes, aliases and constants, from the definitions of an API."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from ..ir.model import (
    Alias,
    Api,
    CallPart,
    Definition,
    Enum,
    Field,
    Object,
    part_of_call,
)
from ..ir.shapes import SENT_STEPS
from ..ir.types import Anything, Literal, Nullable, Ref, Tag, Type, Union
from ..ir.walk import described as described_ids
from ..text.node import unescape
from .annotations import Scope, optional, result
from .classes import named_members
from .code import Code, code, compose, docstring, identifier, join, literal
from .dates import shadowed_dates
from .docs import described, facts, field_text, paragraphs, source
from .imports import Import, import_block
from .order import in_order, recursive_aliases
from .schemas import schema
from .views import AliasView, ConstantsView, ConstantView, FieldView, ModelsView, ModelView
from .words import camel, upper_camel

_BASES: Mapping[str, Callable[[str], str]] = {
    "Model": str,
    "CamelModel": camel,
    "PascalModel": upper_camel,
}


class Module(Struct, frozen=True):
    """A module of models: its definitions, its title, and whether names of its siblings are for type checkers only."""

    definitions: tuple[Definition, ...]
    title: str
    lazy: bool


def usual_base(scope: Scope) -> str:
    """The base class whose convention gives most wire names of the whole API."""
    beside = described_ids(scope.api)
    found = (d for d in scope.api.definitions.values() if isinstance(d, Object))
    objects = [d for d in found if d.id not in beside]
    return _best_base(scope, objects, None)


def models_view(module: Module, scope: Scope, runtime: str, usual: str) -> ModelsView:
    """Everything that a module of models shows. `runtime` is the module path of the runtime as seen from there."""
    definitions = in_order(module.definitions)
    desk = _Desk(scope, runtime, usual, recursive_aliases(definitions))
    views = tuple(_definition(definition, desk) for definition in definitions)
    constants = tuple(
        _constants(d, desk) for d in definitions if isinstance(d, Enum) and named_members(d)
    )
    typing = {
        need for need in desk.needs if module.lazy and need.module.lstrip(".") and _is_sibling(need)
    }
    if typing:
        desk.needs.add(Import("typing", "TYPE_CHECKING"))
    return ModelsView(
        docstring(module.title, 0),
        _setting(views),
        import_block(desk.needs - typing),
        import_block(typing).own,
        views,
        constants,
    )


def _setting(views: tuple[ModelView | AliasView, ...]) -> Code | None:
    # What pydantic calls `__pydantic_extra__` is wider; a comment on the line itself is moved away by black.
    typed = any(isinstance(view, ModelView) and view.extra is not None for view in views)
    return code("# pyright: reportIncompatibleVariableOverride=false") if typed else None


def _is_sibling(need: Import) -> bool:
    return need.module.startswith(".") and not need.module.startswith("..")


class _Desk(Struct, frozen=True):
    """What the views of one module share: `usual` is the base class that fits most, `needs` what has to be imported."""

    scope: Scope
    runtime: str
    usual: str
    recursive: frozenset[str]
    needs: set[Import] = field(default_factory=set[Import])

    def name(self, definition: Definition) -> Code:
        """The settled name of a definition."""
        return identifier(self.scope.names.types[definition.id])

    def annotation(self, type_: Type) -> Code:
        """The annotation of a type; what it needs is noted."""
        annotation = result(type_, self.scope)
        self.needs.update(annotation.imports)
        return annotation.code


def _definition(definition: Definition, desk: _Desk) -> ModelView | AliasView:
    match definition:
        case Object():
            return _model(definition, desk)
        case Enum():
            values = tuple(member.value for member in definition.members)
            return _alias(definition, Literal(values, definition.base, definition.open), desk)
        case Alias():
            return _alias(definition, definition.type, desk)
        case _:
            assert_never(definition)


def _model(definition: Object, desk: _Desk) -> ModelView:
    called = desk.scope.names.fields[definition.id].values()
    if shadowed := shadowed_dates(definition, called):
        desk = replace(desk, scope=replace(desk.scope, shadowed=shadowed))
    base = _best_base(desk.scope, [definition], desk.usual)
    desk.needs.add(Import(desk.runtime, base))
    extra = None
    if definition.extra is not None and not isinstance(definition.extra, Anything):
        extra = desk.annotation(definition.extra)
        desk.needs.add(Import("pydantic", "Field"))
    fields: list[FieldView] = []
    for field_ in definition.fields:
        text = field_text(field_, definition.origin.source)
        apart = bool(text) or not fields or fields[-1].doc is not None
        fields.append(_field(field_, definition, desk, _BASES[base], text, apart))
    return ModelView(
        desk.name(definition),
        identifier(base),
        docstring(_class_text(definition, desk), 4),
        tuple(fields),
        extra,
    )


def _class_text(definition: Definition, desk: _Desk) -> str:
    otherwise = _otherwise(definition, desk.scope.names.types)
    members = definition.members if isinstance(definition, Enum) else ()
    values = "\n".join(f"* `{literal(m.value)}`: {m.description}" for m in members if m.description)
    origin = source(definition.origin.source)
    return paragraphs(described(definition.doc, otherwise), facts(definition.doc), values, origin)


def _otherwise(definition: Definition, names: Mapping[str, str]) -> str:
    """What is said of a definition that the document does not describe."""
    place = definition.place
    owner = names.get(place.owner or "")
    if place.steps == SENT_STEPS:
        return f"`{owner}` as it is sent."
    if place.given is None and owner and place.steps:
        return (
            f"`{place.steps[-1]}` of `{owner}`."
            if place.steps[-1].isidentifier()
            else f"Part of `{owner}`."
        )
    call = _call(place.owner or "")
    if place.given is None and call and place.steps:
        return _of_call(definition, call)
    return f"`{place.given or names[definition.id]}` of the API."


_CALL = re.compile(r"#/paths/([^/]+)/(?:additionalOperations/)?([^/?]+)")


def _call(id_: str) -> str:
    """`GET /orders` for the id of an operation, empty for all others."""
    found = _CALL.fullmatch(id_)
    if found is None:
        return ""
    return f"{found[2].upper()} {unescape(found[1])}"


def _of_call(definition: Definition, call: str) -> str:
    first, *deeper = definition.place.steps
    if deeper:
        return f"Part of `{call}`."
    match part_of_call(definition):
        case CallPart.BODY:
            return f"The body of `{call}`."
        case CallPart.ANSWER:
            return f"What `{call}` answers ({first})."
        case _:
            return f"`{first}` of `{call}`."


def _field(
    field_: Field, owner: Object, desk: _Desk, spell: Callable[[str], str], text: str, apart: bool
) -> FieldView:
    name = desk.scope.names.fields[owner.id][field_.wire]
    annotation = result(field_.type, desk.scope)
    if not field_.required:
        annotation = optional(annotation)
    desk.needs.update(annotation.imports)
    settings: list[Code] = []
    if spell(name) != field_.wire or field_.also:
        settings.append(compose("alias={}", literal(field_.wire)))
    if field_.also:
        names = join(", ", map(literal, (field_.wire, *field_.also)))
        settings.append(compose("validation_alias=AliasChoices({})", names))
        desk.needs.add(Import("pydantic", "AliasChoices"))
    if field_.doc.secret:
        settings.append(code("repr=False"))
    if settings:
        desk.needs.update({Import("typing", "Annotated"), Import("pydantic", "Field")})
    return FieldView(
        identifier(name),
        annotation.code,
        join(", ", settings) if settings else None,
        not field_.required,
        docstring(text, 4) if text else None,
        apart,
        schema(field_.type, desk.scope.names, desk.scope.shadowed),
    )


def _alias(definition: Enum | Alias, aliased: Type, desk: _Desk) -> AliasView:
    annotation = desk.annotation(aliased)
    marker = _marker(aliased, desk)
    if marker is not None:
        annotation = compose("Annotated[{} | Unknown, {}]", annotation, marker)
    desk.needs.add(Import("typing", "TypeAlias"))
    recursive = definition.id in desk.recursive
    if recursive:
        desk.needs.update(
            {
                Import("typing", "TYPE_CHECKING"),
                Import("typing_extensions", "TypeAliasType"),
            }
        )
    name = desk.name(definition)
    return AliasView(
        name,
        literal(name),
        annotation,
        literal(annotation),
        marker,
        docstring(_class_text(definition, desk), 0),
        recursive,
        schema(aliased, desk.scope.names),
    )


def _marker(aliased: Type, desk: _Desk) -> Code | None:
    """How the members of a union of objects are told apart; such a union lets an object pass that is none of them."""
    union = aliased.type if isinstance(aliased, Nullable) else aliased
    if not isinstance(union, Union):
        return None
    if not any(_is_object(member, desk.scope.api) for member in union.members):
        return None
    desk.needs.add(Import("typing", "Annotated"))
    desk.needs.update({Import(desk.runtime, "Unknown"), Import(desk.runtime, "Variants")})
    return code("Variants()") if union.tag is None else _tagged(union.tag, desk.scope.names.types)


def _tagged(tag: Tag, names: Mapping[str, str]) -> Code:
    pairs = (compose("{}: {}", literal(text), identifier(names[id_])) for text, id_ in tag.values)
    said = compose("{}, {{{}}}", literal(tag.wire), join(", ", pairs))
    if tag.optional:
        return compose("Variants({}, optional=True)", said)
    if tag.otherwise is None:
        return compose("Variants({})", said)
    return compose("Variants({}, otherwise={})", said, identifier(names[tag.otherwise]))


def _is_object(type_: Type, api: Api) -> bool:
    match type_:
        case Ref(id_):
            definition = api.definitions.get(id_)
            return isinstance(definition, Object) or (
                isinstance(definition, Alias)
                and not isinstance(definition.type, Ref)
                and _is_object(definition.type, api)
            )
        case Union(members):
            return any(_is_object(member, api) for member in members)
        case _:
            return False


def _constants(enum: Enum, desk: _Desk) -> ConstantsView:
    desk.needs.add(Import("typing", "Final"))
    names = desk.scope.names.members[enum.id]
    members = tuple(
        ConstantView(
            identifier(names[str(member.value)]),
            literal(member.value),
            docstring(member.description or f"`{literal(member.value)}`", 4),
        )
        for member in enum.members
    )
    text = f"Named values of `{desk.scope.names.types[enum.id]}`."
    return ConstantsView(
        identifier(desk.scope.names.constants[enum.id]), docstring(text, 4), members
    )


def _best_base(scope: Scope, definitions: list[Object], usual: str | None) -> str:
    """The base class whose convention gives most wire names of `definitions`; `usual` where several do as well."""

    # The same few properties come again and again.
    names = Counter(pair for d in definitions for pair in scope.names.fields[d.id].items())

    def regular(base: str) -> int:
        spell = _BASES[base]
        return sum(often for (wire, name), often in names.items() if spell(name) == wire)

    order = _BASES if usual is None else (usual, *_BASES)
    best, first = -1, ""
    for base in order:
        fitting = regular(base)
        if fitting > best:
            best, first = fitting, base
        if best == names.total():
            break
    return first
