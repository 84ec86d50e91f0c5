"""The payloads that a document prints, each with the schema that it must be valid under."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ..ir.model import Example, Role
from ..ir.types import Type
from ..spec.document import resolve
from ..text.node import Node, Plain
from .work import Work


class Shown(Struct, frozen=True):
    """What the examples of one media type show."""

    role: Role
    operation: str | None
    status: str | None
    media: str | None
    type: Type


class _Payload(Struct, frozen=True):
    """An example with its name, the part that says where it comes from, and what it consists of."""

    name: str
    part: Node
    value: Node


def media_examples(work: Work, written: Node, shown: Shown) -> None:
    """Take up `example` and `examples` of a media type."""
    target = resolve(work.document, written, work.report)
    schema = None if target is None else target.node.get("schema")
    if target is None or schema is None:
        return
    id_ = _schema_id(work, schema)
    for payload in _payloads(work, target.node):
        work.examples.append(_example(work, payload, shown, id_))


def values_shown(work: Work, written: Node) -> tuple[Plain, ...]:
    """The values under `example` and `examples` of a part that has no payload: a parameter."""
    return tuple(payload.value.plain() for payload in _payloads(work, written))


def schema_examples(work: Work, schema: Node, id_: str, type_: Type) -> None:
    """Take up `examples` (or `example`) of a component's schema; `type_` is that of its uses."""
    listed, single = schema.get("examples"), schema.get("example")
    elements = () if listed is None else listed.elements()
    payloads = [_Payload(str(at), one, one) for at, one in enumerate(elements, 1)]
    if single is not None:
        payloads.insert(0, _Payload("example", single, single))
    shown = Shown(Role.SCHEMA, None, None, None, type_)
    work.examples.extend(_example(work, payload, shown, id_) for payload in payloads)


def _payloads(work: Work, media: Node) -> Iterator[_Payload]:
    single, several = media.get("example"), media.get("examples")
    if single is not None:
        yield _Payload("example", single, single)
    for name, node in () if several is None else several.items():
        example = resolve(work.document, node, work.report)
        value = None if example is None else _value(work, example.node)
        if example is not None and value is not None:
            yield _Payload(name, example.node, value)


def _value(work: Work, example: Node) -> Node | None:
    external = example.get("externalValue")
    if external is not None:
        what = "is kept elsewhere and not fetched"
        work.doubt("example-external", external, what, "write the payload under `value`")
    return example.get("value") or example.get("dataValue")


def _schema_id(work: Work, schema: Node) -> str:
    """The schema itself, or what it refers to where it says nothing else."""
    only_refers = [key for key, _ in schema.items()] == ["$ref"]
    target = resolve(work.document, schema, work.report) if only_refers else None
    return work.id(schema) if target is None else target.id


def _example(work: Work, payload: _Payload, shown: Shown, schema: str) -> Example:
    return Example(
        name=payload.name,
        role=shown.role,
        operation=shown.operation,
        status=shown.status,
        media=shown.media,
        type=shown.type,
        schema=schema,
        value=payload.value.plain(),
        origin=work.origin(payload.part),
    )
