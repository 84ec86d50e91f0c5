"""What a request carries: the media types of its body, those that take the same value together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from msgspec.structs import replace

from ..ir.model import Body, Role
from ..ir.types import Anything, Array, Scalar, ScalarKind, Type
from ..ir.writing import SPREAD, BodyKind, Part
from ..spec.document import Target, resolve
from ..text.node import Node, Plain
from .docs import doc_of
from .encodings import is_ordered, parts_of
from .examples import Shown, media_examples
from .forms import end_form
from .media import by_name, media_types
from .places import place_for
from .schemas import type_at
from .tokens import essence_of, is_json, is_lines, is_sequence
from .values import types_of
from .work import Work, flag
from .writing import FORM

_ORDER = tuple(BodyKind)
"""Which kind of body a method has by its own name, where there are several: the one that is easiest to give."""

_FORM_DATA = "multipart/form-data"
_SCALARS = frozenset({"integer", "number", "boolean"})
_HAS_JSON = frozenset({"*/*", "application/*"})
_PLAIN = _SCALARS | {"string"}


def bodies_of(work: Work, operation: Node, id_: str) -> tuple[Body, ...]:
    """The bodies that an operation can have, each with other arguments than the rest; none where none is described."""
    written = operation.get("requestBody")
    target = None if written is None else resolve(work.document, written, work.report)
    content = None if target is None else target.node.get("content")
    if target is None or content is None:
        return ()
    written_so = tuple(media_types(work, content))
    entries = sorted(written_so, key=lambda one: (_ORDER.index(kind_of(one[0])), by_name(one[0])))
    schemas: list[Node] = []
    found = [
        _body(work, target, media, node, id_, _step(media) if at else "request", schemas)
        for at, (media, node) in enumerate(entries)
    ]
    places = {media: at for at, (media, _) in enumerate(written_so)}
    found.sort(key=lambda body: _ORDER.index(body.kind))
    return tuple(_together(found, places))


def kind_of(media: str) -> BodyKind:
    """How a body of a media type is written."""
    essence = essence_of(media)
    if is_json(media):
        return BodyKind.JSON
    if essence.startswith("multipart/"):
        return BodyKind.MULTIPART
    if is_lines(media) or is_sequence(media):
        return BodyKind.LINES
    return BodyKind.FORM if essence == FORM else BodyKind.RAW


def _step(media: str) -> str:
    """What the definitions of a further body are called after."""
    return f"{essence_of(media).partition('/')[2]} request"


def _once(schema: Node | None, known: list[Node]) -> Node | None:
    """The schema, or the first of those `known` that describes the same values: both are one, whatever words they have."""
    if schema is None or schema.get("$ref") is not None:
        return schema
    meant = _meant(schema.plain())
    same = next((one for one in known if _meant(one.plain()) == meant), None)
    if same is None:
        known.append(schema)
    return same or schema


_WORDS = frozenset({"title", "description", "default", "example", "examples", "$comment", "xml"})
_BY_NAME = frozenset({"properties", "patternProperties", "dependentSchemas", "$defs"})
_VALUES = frozenset({"enum", "const"})


def _meant(schema: Plain) -> Plain:
    """A schema without what is said about it for readers."""
    if isinstance(schema, list):
        return [_meant(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    meant: dict[str, Plain] = {}
    for key, value in schema.items():
        if key in _BY_NAME and isinstance(value, dict):
            meant[key] = {name: _meant(one) for name, one in value.items()}
        elif key not in _WORDS:
            meant[key] = value if key in _VALUES else _meant(value)
    return meant


def _body(
    work: Work,
    shared: Target,
    media: str,
    written: Node,
    operation: str,
    step: str,
    schemas: list[Node],
) -> Body:
    held = resolve(work.document, written, work.report)
    node = written if held is None else held.node
    kind, ranged = kind_of(media), "*" in essence_of(media)
    schema = _once(node.get("schema"), schemas)
    if essence_of(media) in _HAS_JSON and schema is not None and _is_structured(work, schema):
        media, kind, ranged = "application/json", BodyKind.JSON, False
    if kind is BodyKind.LINES:
        schema = node.get("itemSchema") or _items(work, schema)
    if _is_text(work, media, kind, schema):
        kind, ranged = BodyKind.RAW, kind is BodyKind.MULTIPART and "boundary=" not in media
    type_ = _raw_type(schema) if kind is BodyKind.RAW else Anything()
    item = schema is None and kind is BodyKind.MULTIPART and is_ordered(work, node)
    if kind is BodyKind.MULTIPART and _is_of(work, schema, _PLAIN):
        schema = None  # its parts have names that nobody tells
    schema = node.get("itemSchema") if item else schema
    if kind is not BodyKind.RAW and schema is not None:
        type_ = type_at(work, schema, place_for(work, shared, schema, operation, step))
    type_ = Array(type_) if item else type_
    if kind in (BodyKind.JSON, BodyKind.FORM):
        media_examples(work, written, Shown(Role.REQUEST, operation, None, media, type_))
    parts: tuple[Part, ...] = ()
    if kind in (BodyKind.FORM, BodyKind.MULTIPART):
        parts = parts_of(work, node, is_multipart=kind is BodyKind.MULTIPART)
    doc, origin = doc_of(shared.node), work.origin(shared.node)
    required = flag(shared.node, "required")
    return Body(media, type_, required, doc, origin, kind, parts=parts, ranged=ranged)


def _is_text(work: Work, media: str, kind: BodyKind, schema: Node | None) -> bool:
    """Whether the caller writes out a form himself: one without fields, or a batch, who says what stands between its parts."""
    if kind is BodyKind.FORM:
        return _is_of(work, schema, _PLAIN | {"array"})
    is_batch = kind is BodyKind.MULTIPART and essence_of(media) != _FORM_DATA
    return is_batch and _is_of(work, schema, _PLAIN)


def _raw_type(schema: Node | None) -> Type:
    """What is sent as it is has no type beyond text or octets, save for a number or a flag that stands alone."""
    named = () if schema is None else types_of(schema)
    if len(named) == 1 and named[0] in _SCALARS:
        return Scalar(ScalarKind(named[0]))
    return Scalar(ScalarKind.BINARY)


def _is_structured(work: Work, schema: Node) -> bool:
    """Whether a value is no text in the end, behind all references."""
    form = end_form(work, schema)
    return form.type in ("object", "array") or bool(form.choices)


def _is_of(work: Work, schema: Node | None, types: frozenset[str]) -> bool:
    """Whether a value is of one of `types` in the end, behind all references."""
    form = None if schema is None else end_form(work, schema)
    return form is not None and form.type in types and not form.choices


def _items(work: Work, schema: Node | None) -> Node | None:
    """The schema of a line: what the list holds, where the whole is described as a list."""
    items = None if schema is None else end_form(work, schema).node.get("items")
    return schema if items is None else items


def _together(found: list[Body], places: Mapping[str, int]) -> Iterator[Body]:
    """Bodies that take the same arguments as one; the usual one is plain JSON, else what is written first (`places`)."""
    while found:
        first = found[0]
        same = [body for body in found if body is first or _is_same(first, body)]
        found = [body for body in found if not any(body is one for one in same)]
        same.sort(key=partial(_place, places))
        medias = tuple(dict.fromkeys(body.media for body in same))
        if first.kind is BodyKind.JSON and "*" in medias[0]:
            medias = ("application/json", *medias)  # unless the caller says which of the range
        parts = {part.wire: part for body in reversed(same) for part in body.parts}
        ranged = any(body.ranged for body in same)
        yield replace(
            first, media=medias[0], also=medias[1:], parts=tuple(parts.values()), ranged=ranged
        )


def _place(places: Mapping[str, int], body: Body) -> tuple[int, bool, bool, int]:
    """Where a media type stands among those of a method: ranges behind what can be sent as it is written, plain JSON first."""
    is_other = essence_of(body.media) != "application/json"
    return _ORDER.index(body.kind), body.ranged, is_other, places.get(body.media, 0)


def _is_same(one: Body, other: Body) -> bool:
    if one.type != other.type:
        return False
    if one.kind is other.kind:
        return True
    has_file = any(part.file for part in (*one.parts, *other.parts))
    return {one.kind, other.kind} <= SPREAD and not has_file
