"""The views of `models.py`: classes, aliases and constants, from the definitions of an API."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import assert_never

from ..ir.model import Alias, Definition, Enum, Field, Object
from ..ir.types import Literal, Type
from ..ir.walk import references, types_of
from ..text.diagnostic import Report
from .annotations import Scope, optional, result, schema
from .code import docstring, identifier, literal
from .docs import described, facts, field_text, paragraphs, source
from .imports import Import, import_block
from .views import AliasView, ConstantsView, ConstantView, FieldView, ModelsView, ModelView
from .words import camel, upper_camel

_BASES: Mapping[str, Callable[[str], str]] = {
    "Model": str,
    "CamelModel": camel,
    "PascalModel": upper_camel,
}


def models_view(scope: Scope, runtime: str, report: Report) -> ModelsView:
    """Everything that `models.py` shows. `runtime` is the module path of the runtime as seen from there."""
    definitions = _in_order(tuple(scope.api.definitions.values()), report)
    usual = _best_base(scope, [d for d in definitions if isinstance(d, Object)], None)
    needs: set[Import] = set()
    views = tuple(_definition(definition, scope, usual, needs) for definition in definitions)
    bases = {view.base for view in views if isinstance(view, ModelView)}
    needs |= {Import(runtime, base) for base in bases}
    constants = tuple(
        _constants(d, scope)
        for d in definitions
        if isinstance(d, Enum) and d.id in scope.names.constants
    )
    if constants:
        needs.add(Import("typing", "Final"))
    return ModelsView(
        docstring(f"The models of {scope.api.title}.", 0), import_block(needs), views, constants
    )


def _definition(
    definition: Definition, scope: Scope, usual: str, needs: set[Import]
) -> ModelView | AliasView:
    match definition:
        case Object():
            return _model(definition, scope, usual, needs)
        case Enum():
            values = tuple(member.value for member in definition.members)
            return _alias(
                definition, Literal(values, definition.base, definition.open), scope, needs
            )
        case Alias():
            return _alias(definition, definition.type, scope, needs)
        case _:
            assert_never(definition)


def _model(definition: Object, scope: Scope, usual: str, needs: set[Import]) -> ModelView:
    base = _best_base(scope, [definition], usual)
    return ModelView(
        identifier(scope.names.types[definition.id]),
        identifier(base),
        docstring(_class_text(definition), 4),
        tuple(_field(field, definition, scope, _BASES[base], needs) for field in definition.fields),
    )


def _class_text(definition: Definition) -> str:
    otherwise = f"`{definition.place.given or definition.place.steps[-1]}` of the API."
    members = definition.members if isinstance(definition, Enum) else ()
    values = "\n".join(f"* `{literal(m.value)}`: {m.description}" for m in members if m.description)
    origin = source(definition.origin.source)
    return paragraphs(described(definition.doc, otherwise), facts(definition.doc), values, origin)


def _field(
    field: Field, owner: Object, scope: Scope, spell: Callable[[str], str], needs: set[Import]
) -> FieldView:
    name = scope.names.fields[owner.id][field.wire]
    annotation = result(field.type, scope)
    if not field.required:
        annotation = optional(annotation)
    needs |= annotation.imports
    irregular = spell(name) != field.wire
    if irregular:
        needs |= {Import("typing", "Annotated"), Import("pydantic", "Field")}
    return FieldView(
        identifier(name),
        annotation.code,
        literal(field.wire) if irregular else None,
        not field.required,
        docstring(
            field_text(
                field, owner.origin.source, f"`{field.wire}`; the document does not explain it."
            ),
            4,
        ),
        schema(field.type, scope.names),
    )


def _alias(definition: Enum | Alias, aliased: Type, scope: Scope, needs: set[Import]) -> AliasView:
    annotation = result(aliased, scope)
    needs |= annotation.imports | {Import("typing", "TypeAlias")}
    return AliasView(
        identifier(scope.names.types[definition.id]),
        annotation.code,
        docstring(_class_text(definition), 0),
        schema(aliased, scope.names),
    )


def _constants(enum: Enum, scope: Scope) -> ConstantsView:
    names = scope.names.members[enum.id]
    members = tuple(
        ConstantView(
            identifier(names[str(member.value)]),
            literal(member.value),
            docstring(member.description or f"`{literal(member.value)}`", 4),
        )
        for member in enum.members
    )
    return ConstantsView(
        identifier(scope.names.constants[enum.id]),
        docstring(f"Named values of `{scope.names.types[enum.id]}`.", 4),
        members,
    )


def _best_base(scope: Scope, definitions: list[Object], usual: str | None) -> str:
    """The base class whose convention gives most wire names of `definitions`; `usual` where several do as well."""

    def regular(base: str) -> int:
        spell = _BASES[base]
        names = (
            (wire, scope.names.fields[d.id][wire])
            for d in definitions
            for wire in scope.names.fields[d.id]
        )
        return sum(spell(name) == wire for wire, name in names)

    best = max(map(regular, _BASES))
    if usual is not None and regular(usual) == best:
        return usual
    return next(base for base in _BASES if regular(base) == best)


def _in_order(definitions: tuple[Definition, ...], report: Report) -> tuple[Definition, ...]:
    """Plain enumerations, classes, then the aliases, each after the aliases that it names: aliases run at import."""
    enums = [d for d in definitions if isinstance(d, Enum)]
    objects = [d for d in definitions if isinstance(d, Object)]
    aliases = {d.id: d for d in definitions if isinstance(d, Alias)}
    done: dict[str, Alias] = {}
    for definition in aliases.values():
        _visit(definition, aliases, done, (), report)
    return (*enums, *objects, *done.values())


def _visit(
    alias: Alias,
    aliases: Mapping[str, Alias],
    done: dict[str, Alias],
    path: tuple[str, ...],
    report: Report,
) -> None:
    if alias.id in path:
        report.error(
            "unsupported-recursive-alias",
            f"`{alias.place.given or alias.id}` contains itself without an object in between",
            alias.origin.span,
            "put an object with a property between, or wait for recursive types",
        )
        return
    if alias.id in done:
        return
    for id_ in _alias_references(alias):
        if id_ in aliases:
            _visit(aliases[id_], aliases, done, (*path, alias.id), report)
    done[alias.id] = alias


def _alias_references(alias: Alias) -> Iterator[str]:
    for type_ in types_of(alias):
        yield from references(type_)
