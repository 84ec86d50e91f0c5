"""The parameters of an operation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from ..ir.model import Doc, Location, Parameter
from ..ir.types import Scalar, ScalarKind
from ..text.node import Node
from .declared import Declared, declared_in
from .docs import doc_of, use_doc
from .examples import values_shown
from .extensions import pinned
from .paths import Template, expressions, template_of
from .places import place_for
from .schemas import type_at
from .undeclared import as_text, tell_undeclared, with_undeclared
from .work import Work, flag
from .writing import writing_of


class Slot(Struct, frozen=True):
    """Where an operation stands: its id, its path, the path item and the method."""

    id: str
    path: str
    item: Node
    method: str


def parameters_of(
    work: Work, slot: Slot, operation: Node
) -> tuple[Template, tuple[Parameter, ...]]:
    """The path of an operation and its parameters, those of its path item included unless it declares them itself."""
    known = {(d.location, d.wire): d for d in declared_in(work, slot.item)}
    known |= {(d.location, d.wire): d for d in declared_in(work, operation)}
    template = template_of(slot.path, {d.wire for d in known.values()})
    placed = tuple(_placed(work, template, known, operation))
    declared = with_undeclared(work, template, operation, placed)
    order = {wire: at for at, wire in enumerate(expressions(template.path))}
    in_path = [d for d in declared if d.location is Location.PATH and d.wire in order]
    in_path.sort(key=lambda d: order[d.wire])
    others = [d for d in declared if d.location is not Location.PATH]
    kept = [*in_path, *(d for d in others if not _is_ours(work, d))]
    return template, tuple(_spanning(template, _parameter(work, d, slot.id)) for d in kept)


def _spanning(template: Template, parameter: Parameter) -> Parameter:
    if parameter.location is not Location.PATH or parameter.wire not in template.spanning:
        return parameter
    return replace(parameter, writing=replace(parameter.writing, spanning=True))


def parameters_received(work: Work, item: Node, operation: Node, id_: str) -> tuple[Parameter, ...]:
    """The parameters of a request that the API sends. It has no path of its own: its receiver chose the address."""
    known = {(d.location, d.wire): d for d in declared_in(work, item)}
    known |= {(d.location, d.wire): d for d in declared_in(work, operation)}
    kept: list[Declared] = []
    for declared in known.values():
        if declared.location is Location.PATH:
            what = f"is the path parameter `{declared.wire}` of a request whose path the receiver chooses"
            work.doubt("parameter-ignored", declared.node, what, "remove it")
        elif not _is_ours(work, declared):
            kept.append(declared)
    return tuple(_parameter(work, declared, id_) for declared in kept)


def _placed(
    work: Work, template: Template, known: Mapping[tuple[Location, str], Declared], operation: Node
) -> Iterator[Declared]:
    """The parameters where the template has them: what stands in its query is sent there, however it was declared."""
    fixed = {pair.partition("=")[0] for pair in template.query.split("&")}
    in_path = set(expressions(template.path))
    placed = dict(template.asked)
    for one in known.values():
        if one.location is Location.QUERY and one.wire in fixed:
            what = f"describes the query parameter `{one.wire}`, whose value is part of the path"
            work.doubt("parameter-ignored", one.target.node, what, "remove it from one of the two")
            continue
        if one.location is Location.PATH and one.wire in placed and one.wire not in in_path:
            yield replace(one, location=Location.QUERY, wire=placed.pop(one.wire))
            continue
        if one.location is Location.QUERY:
            placed = {name: wire for name, wire in placed.items() if one.wire not in (name, wire)}
        yield one
    for name, wire in placed.items():
        if name not in in_path:
            tell_undeclared(
                work, Location.QUERY, name, template, operation, "; it is taken for text"
            )
            yield as_text(work, Location.QUERY, wire, operation)


STEERING = frozenset(
    {"accept", "content-type", "authorization"}
    | {"connection", "content-length", "host", "te", "trailer", "transfer-encoding", "upgrade"}
)
"""Header fields that OpenAPI says are ignored as parameters, and those that steer the connection."""


def _is_ours(work: Work, declared: Declared) -> bool:
    if declared.location is not Location.HEADER or declared.wire.lower() not in STEERING:
        return False
    work.doubt(
        "parameter-ignored",
        declared.target.node,
        f"describes the header `{declared.wire}`, which follows from the rest of the description",
        "remove it: media types and security schemes say what is sent",
    )
    return True


def _parameter(work: Work, declared: Declared, operation: str) -> Parameter:
    node, location = declared.target.node, declared.location
    if location is Location.PATH and not flag(node, "required"):
        hint = "write `required: true`; describe the path without it as a path of its own"
        what = f"is the path parameter `{declared.wire}` without `required: true`"
        work.doubt("path-parameter-optional", node, what, hint)
    held, writing = writing_of(work, node, location)
    schema = None if held is None else held.get("schema")
    place = place_for(work, declared.target, schema, operation, declared.wire)
    type_ = Scalar(ScalarKind.STRING) if schema is None else type_at(work, schema, place)
    doc = doc_of(node) if schema is None else with_schema(work, node, schema)
    return Parameter(
        wire=declared.wire,
        location=location,
        type=type_,
        required=location is Location.PATH or flag(node, "required"),
        writing=writing,
        doc=doc,
        origin=work.origin(node),
        pinned=pinned(work, node, "parameter", "name"),
        shown=values_shown(work, node),
    )


def with_schema(work: Work, node: Node, schema: Node) -> Doc:
    """What a parameter says for readers; what it leaves open, its schema answers."""
    own, theirs = doc_of(node), use_doc(work, schema)
    return replace(
        theirs,
        summary=own.summary or theirs.summary,
        description=own.description or theirs.description,
        deprecated=own.deprecated or theirs.deprecated,
    )
