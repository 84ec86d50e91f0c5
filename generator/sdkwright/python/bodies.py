"""The body of a request: the arguments that it is made of, and how the runtime is told to write it."""

from __future__ import annotations

from ..ir.model import Alias, Body, Field
from ..ir.types import Anything, Array, Map, Nullable, Ref, Scalar, ScalarKind, Type, Union
from ..ir.writing import ANY_PLACE, BodyKind, Part
from .annotations import Annotation, Scope, argument, either, optional, result
from .argument_names import ADDITIONAL, body_object, chooses_media
from .code import Code, code, compose, identifier, join, literal, tuple_of
from .docs import described, facts, paragraphs, unless_evident
from .imports import Import
from .parameters import Argument, Desk, keyword, may_be_file, needs_type

_JSON, _FORM = "application/json", "application/x-www-form-urlencoded"
_DEEPEST = 8
"""How deep files are looked for in lists and choices, which may hold themselves."""


def body_arguments(desk: Desk) -> list[Argument]:
    """The arguments that make up the body: one for each property of an object, else `body` itself."""
    body, scope = desk.operation.body, desk.scope
    if body is None:
        return []
    model = body_object(scope.api, body)
    if model is None:
        is_form = body.kind is BodyKind.RAW and body.media == _FORM
        text = described(body.doc, "The fields of a form, encoded." if is_form else "The body.")
        return [desk.spelled("body", code("body"), _given(body, desk), text, body.required)]
    parts = {part.wire: part for part in body.parts}
    by_wire = body.kind is BodyKind.MULTIPART
    given = [
        desk.spelled(
            field.wire if by_wire else scope.names.fields[model.id][field.wire],
            desk.name(f"body/{field.wire}"),
            _property(field, parts.get(field.wire), desk),
            _told(field, desk.name(f"body/{field.wire}")),
            field.required and body.required,
        )
        for field in model.fields
        if not field.doc.read_only
    ]
    return given if model.extra is None else [*given, _additional(model.extra, desk)]


def _additional(type_: Type, desk: Desk) -> Argument:
    """The argument for properties that have no names in the document."""
    values = _value(Map(type_), desk)
    desk.needs.update(values.imports)
    text = "Further properties of the body, by their names on the wire."
    return Argument(ADDITIONAL, desk.name(ADDITIONAL), values.code, text, code("{}"))


def _told(field: Field, name: Code) -> str:
    otherwise = unless_evident(f"`{field.wire}` of the body.", field.wire, name)
    return paragraphs(described(field.doc, otherwise), facts(field.doc))


def _property(field: Field, part: Part | None, desk: Desk) -> Annotation:
    return _value(field.type, desk, is_file=part is not None and part.file)


def _value(type_: Type, desk: Desk, *, is_file: bool = False) -> Annotation:
    """What is given for a property: a file only where it is a part of several."""
    body = desk.operation.body
    if body is not None and body.kind is BodyKind.MULTIPART:
        return _file(type_, desk, is_file=is_file)
    return argument(type_, desk.scope)


def _file(type_: Type, desk: Desk, *, is_file: bool, depth: int = 0) -> Annotation:
    """What is given for a file, for several, or for what may be one: `is_file` says that it can be nothing else."""
    if not is_file and not may_be_file(desk.scope.api, type_):
        return argument(type_, desk.scope)
    file = Annotation(code("FileContent"), frozenset({Import(desk.runtime, "FileContent")}))

    def inside(part: Type) -> Annotation:
        return _file(part, desk, is_file=is_file, depth=depth + 1)

    match type_:
        case Nullable(inner):
            return optional(inside(inner))
        case Union(members):
            return either(inside(member) for member in members)
        case Array(item):
            one = inside(item)
            needs = one.imports | {Import("collections.abc", "Sequence")}
            return Annotation(compose("Sequence[{}]", one.code), needs)
        case Map(value):
            one = inside(value)
            needs = one.imports | {Import("collections.abc", "Mapping")}
            return Annotation(compose("Mapping[str, {}]", one.code), needs)
        case Ref(id_) if depth < _DEEPEST and (alias := _alias(id_, desk)) is not None:
            return inside(alias) if is_file else either((file, argument(type_, desk.scope)))
        case _:
            return file


def _alias(id_: str, desk: Desk) -> Type | None:
    """What an alias stands for; None for a class."""
    definition = desk.scope.api.definitions.get(id_)
    return definition.type if isinstance(definition, Alias) else None


def _given(body: Body, desk: Desk) -> Annotation:
    """The annotation of a body that is given as one argument."""
    match body.kind, body.type:
        case BodyKind.RAW, Scalar(ScalarKind.BINARY):
            return Annotation(code("BodyContent"), frozenset({Import(desk.runtime, "BodyContent")}))
        case BodyKind.LINES, item:
            line = argument(item, desk.scope)
            needs = line.imports | {Import("collections.abc", "Iterable")}
            return Annotation(compose("Iterable[{}]", line.code), needs)
        case BodyKind.MULTIPART, type_ if (list_ := _list(type_, desk.scope)) is not None:
            return _in_order(list_, body, desk)
        case (BodyKind.MULTIPART, _) | (BodyKind.FORM, Anything()):
            return argument(Map(Anything()), desk.scope)
        case _, type_:
            return argument(type_, desk.scope)


def _list(type_: Type, scope: Scope) -> Array | None:
    """A list, behind other names for it too; None for what is none."""
    match type_:
        case Array():
            return type_
        case Ref(id_) if isinstance(alias := scope.api.definitions.get(id_), Alias):
            return _list(alias.type, scope)
        case _:
            return None


def _in_order(parts: Array, body: Body, desk: Desk) -> Annotation:
    """The annotation of parts that have an order in place of names."""
    files = {part.file for part in body.parts}
    if files == {True}:
        return _file(parts, desk, is_file=True)
    value = argument(parts.item, desk.scope)
    needs = value.imports | {Import("collections.abc", "Sequence")}
    if True not in files or isinstance(parts.item, Anything):
        return Annotation(compose("Sequence[{}]", value.code), needs)
    needs |= {Import(desk.runtime, "FileContent")}
    return Annotation(compose("Sequence[{} | FileContent]", value.code), needs)


def media_argument(body: Body | None, needs: set[Import]) -> Argument | None:
    """The argument that says which of several media types the body has; None where there is one alone."""
    if body is None or not chooses_media(body):
        return None
    name, text = code("content_type"), "The media type of the body."
    medias = [media for media in (body.media, *body.also) if "*" not in media]
    ranges = [f"`{media}`" for media in (body.media, *body.also) if "*" in media]
    if ranges:
        text += f" {', '.join(ranges)} may be taken as well." if medias else f" One of {ranges[0]}."
    fallback = "application/octet-stream" if body.media == "*/*" else None
    default = medias[0] if medias else fallback
    given = None if default is None else literal(default)
    if len(medias) < 2:
        return Argument("", name, code("str"), text, given)
    needs.add(Import("typing", "Literal"))
    choices = compose("Literal[{}]", join(", ", map(literal, medias)))
    return Argument("", name, compose("{} | str", choices) if ranges else choices, text, given)


def declared_body(body: Body, scope: Scope, runtime: str, needs: set[Import]) -> list[Code]:
    """What the declaration of an operation says about its body."""
    shape = _shape(body, scope, runtime)
    needs |= shape.imports
    said = [keyword("body", shape.code), keyword("body_required", literal(body.required))]
    if body.media != _JSON or body.also:
        said.append(keyword("media", tuple_of(map(literal, (body.media, *body.also)))))
    pairs = [
        compose("{}: {}", literal(part.wire), spelled)
        for part in body.parts
        if (spelled := _part(part, body, scope, needs, runtime)) is not None
    ]
    untyped = {part.wire for part in body.parts}
    if body.kind is BodyKind.MULTIPART:
        pairs += _typed_parts(body, untyped, scope, needs, runtime)
    if pairs:
        said.append(keyword("parts", compose("{{{}}}", join(", ", pairs))))
    return said


def _shape(body: Body, scope: Scope, runtime: str) -> Annotation:
    if body.kind is BodyKind.MULTIPART:
        return Annotation(code("FormData"), frozenset({Import(runtime, "FormData")}))
    if body.kind is BodyKind.RAW and body.type == Scalar(ScalarKind.BINARY):
        return Annotation(code("BodyContent"), frozenset({Import(runtime, "BodyContent")}))
    model = body_object(scope.api, body)
    if model is not None:
        name = identifier(scope.names.types[model.id])
        return Annotation(name, frozenset({Import(scope.home(model.id) or "", name)}))
    return result(body.type, Scope(scope.api, scope.names, scope.models))


def _typed_parts(
    body: Body, spoken_of: set[str], scope: Scope, needs: set[Import], runtime: str
) -> list[Code]:
    """The properties that hold objects or base64 text and of which the document says nothing else."""
    model = body_object(scope.api, body)
    if isinstance(body.type, Array) and ANY_PLACE not in spoken_of:
        spelled = _part(Part(ANY_PLACE), body, scope, needs, runtime)
        return [] if spelled is None else [compose("{}: {}", literal(ANY_PLACE), spelled)]
    return [
        compose("{}: {}", literal(field.wire), spelled)
        for field in (() if model is None else model.fields)
        if field.wire not in spoken_of
        and (spelled := _part(Part(field.wire), body, scope, needs, runtime)) is not None
    ]


def _part(part: Part, body: Body, scope: Scope, needs: set[Import], runtime: str) -> Code | None:
    """How the runtime is told of a part; None where there is nothing to tell."""
    said: list[Code] = []
    if part.file:
        said.append(keyword("file", literal(True)))
    if part.writing is not None:
        said.append(keyword("style", literal(str(part.writing.style))))
        said.append(keyword("explode", literal(part.writing.explode)))
        if part.writing.reserved:
            said.append(keyword("reserved", literal(True)))
    elif part.media:
        said.append(keyword("media", tuple_of(map(literal, part.media))))
    shape = _part_type(part, body, scope)
    if shape is not None:
        if may_be_file(scope.api, _type_of_part(part, body, scope)):
            said.append(keyword("file", literal(None)))
        needs |= shape.imports
        said.append(keyword("type", shape.code))
    if not said:
        return None
    needs.add(Import(runtime, "FormPart"))
    return compose("FormPart({})", join(", ", said))


def _part_type(part: Part, body: Body, scope: Scope) -> Annotation | None:
    """The annotation of a part that holds objects or base64 text, where no class around it takes care of them."""
    if body.kind is not BodyKind.MULTIPART or part.file:
        return None
    type_ = _type_of_part(part, body, scope)
    if type_ is None or not needs_type(scope.api, type_):
        return None
    return result(type_, Scope(scope.api, scope.names, scope.models))


def _type_of_part(part: Part, body: Body, scope: Scope) -> Type | None:
    if isinstance(body.type, Array):
        return body.type.item
    model = body_object(scope.api, body)
    fields = () if model is None else model.fields
    return next((field.type for field in fields if field.wire == part.wire), None)
