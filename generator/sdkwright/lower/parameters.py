"""The parameters of an operation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..ir.model import Doc, Location, Parameter
from ..ir.types import Scalar, ScalarKind
from ..spec.document import Target, resolve
from ..text.node import Node
from .docs import doc_of, use_doc
from .examples import values_shown
from .extensions import pinned
from .paths import Template, expressions, template_of
from .places import place_for
from .schemas import type_at
from .tokens import has_control, is_token
from .work import Work, flag, text
from .writing import writing_of


@dataclass(frozen=True, slots=True)
class Slot:
    """Where an operation stands: its id, its path, the path item and the method."""

    id: str
    path: str
    item: Node
    method: str


@dataclass(frozen=True, slots=True)
class Declared:
    """A parameter as written: the node in the operation's list, what it refers to, its location and name."""

    node: Node
    target: Target
    location: Location
    wire: str


def parameters_of(
    work: Work, slot: Slot, operation: Node
) -> tuple[Template, tuple[Parameter, ...]]:
    """The path of an operation and its parameters, those of its path item included unless it declares them itself."""
    known = {(d.location, d.wire): d for d in _declared(work, slot.item)}
    known |= {(d.location, d.wire): d for d in _declared(work, operation)}
    template = template_of(slot.path, {d.wire for d in known.values()})
    declared = tuple(_placed(work, template, known, operation))
    _check_path(work, template, operation, declared)
    order = {wire: at for at, wire in enumerate(expressions(template.path))}
    in_path = [d for d in declared if d.location is Location.PATH and d.wire in order]
    in_path.sort(key=lambda d: order[d.wire])
    others = [d for d in declared if d.location is not Location.PATH]
    kept = [*in_path, *(d for d in others if not _is_ours(work, d))]
    return template, tuple(_parameter(work, d, slot.id) for d in kept)


def parameters_received(work: Work, item: Node, operation: Node, id_: str) -> tuple[Parameter, ...]:
    """The parameters of a request that the API sends. It has no path of its own: its receiver chose the address."""
    known = {(d.location, d.wire): d for d in _declared(work, item)}
    known |= {(d.location, d.wire): d for d in _declared(work, operation)}
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
    for name in placed.keys() - in_path:
        _tell_undeclared(work, Location.QUERY, name, template, operation)


_OURS = frozenset(
    {"accept", "content-type", "authorization"}
    | {"connection", "content-length", "host", "te", "trailer", "transfer-encoding", "upgrade"}
)
"""Header fields that OpenAPI says are ignored as parameters, and those that steer the connection."""


def _is_ours(work: Work, declared: Declared) -> bool:
    if declared.location is not Location.HEADER or declared.wire.lower() not in _OURS:
        return False
    work.doubt(
        "parameter-ignored",
        declared.target.node,
        f"describes the header `{declared.wire}`, which follows from the rest of the description",
        "remove it: media types and security schemes say what is sent",
    )
    return True


def _declared(work: Work, owner: Node) -> Iterator[Declared]:
    """The sound parameters of one list; two of the same name and location are reported."""
    listed = owner.get("parameters")
    first: dict[tuple[str, str], Node] = {}
    for node in () if listed is None else listed.elements():
        target = resolve(work.document, node, work.report)
        wire = None if target is None else text(target.node, "name")
        location = None if target is None else text(target.node, "in")
        if location == "querystring":
            location = Location.QUERY
        if target is None or wire is None or location is None or location not in tuple(Location):
            continue
        if (location, wire) in first:
            work.report.error(
                "parameter-duplicate",
                f"`{work.id(node)}` declares the {location} parameter `{wire}` again",
                node.span,
                "remove one of the two",
                ((first[location, wire].span, "declared here"),),
            )
            continue
        first[location, wire] = node
        if _is_named_well(work, target.node, location, wire):
            yield Declared(node, target, Location(location), wire)


def _is_named_well(work: Work, node: Node, location: str, wire: str) -> bool:
    """Whether a name can be sent. Names of cookies are encoded like their values; those of headers have no encoding."""
    if wire and not has_control(wire) and (is_token(wire) or location != Location.HEADER):
        return True
    what = f"can't be the name of a {location} parameter"
    hint, place = "use letters, digits and `-` only", node.get("name") or node
    if wire and location == Location.HEADER and not flag(node, "required"):
        work.doubt("parameter-name-malformed", place, f"{what}, which is left out", hint)
    else:
        work.fault("parameter-name-malformed", place, what, hint)
    return False


def _check_path(
    work: Work, template: Template, operation: Node, declared: tuple[Declared, ...]
) -> None:
    """Each name in braces is a path parameter, and the other way round."""
    known = {d.wire for d in declared if d.location is Location.PATH}
    wanted = expressions(template.path)
    for wire in dict.fromkeys(wanted):
        if wire not in known:
            _tell_undeclared(work, Location.PATH, wire, template, operation)
    for one in declared:
        if one.location is Location.PATH and one.wire not in wanted:
            what = (
                f"declares the path parameter `{one.wire}`, "
                f"which does not occur in `{template.written}`"
            )
            left = [wire for wire in wanted if wire not in known]
            hint = (
                f"rename it to `{left[0]}`" if len(left) == 1 else "remove it, or correct its name"
            )
            work.fault("path-parameter-unknown", one.node, what, hint)


def _tell_undeclared(
    work: Work, location: Location, wire: str, template: Template, operation: Node
) -> None:
    what = f"has no {location} parameter `{wire}`, which is in `{template.written}`"
    hint = (
        f"declare it: `{{in: {location}, name: {wire}, required: true, schema: {{type: string}}}}`"
    )
    work.fault("path-parameter-undeclared", operation, what, hint)


def _parameter(work: Work, declared: Declared, operation: str) -> Parameter:
    node, location = declared.target.node, declared.location
    if location is Location.PATH and not flag(node, "required"):
        hint = "write `required: true`; describe the path without it as a path of its own"
        what = f"is the path parameter `{declared.wire}` without `required: true`"
        work.fault("path-parameter-optional", node, what, hint)
    held, writing = writing_of(work, node, location)
    schema = None if held is None else held.get("schema")
    place = place_for(work, declared.target, schema, operation, declared.wire)
    type_ = Scalar(ScalarKind.STRING) if schema is None else type_at(work, schema, place)
    doc = doc_of(node) if schema is None else _with_schema(work, node, schema)
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


def _with_schema(work: Work, node: Node, schema: Node) -> Doc:
    own, theirs = doc_of(node), use_doc(work, schema)
    return replace(
        theirs,
        summary=own.summary or theirs.summary,
        description=own.description or theirs.description,
        deprecated=own.deprecated or theirs.deprecated,
    )
