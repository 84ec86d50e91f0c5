"""The headers of responses: what they are read as, and the object that they make up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from ..ir.model import Doc, Field, Location, Object, Parameter, Place
from ..ir.origin import Origin
from ..ir.types import Array, Scalar, ScalarKind, Type
from ..spec.document import Target, resolve
from ..text.node import Node
from .docs import doc_of
from .extensions import pinned
from .parameters import with_schema
from .places import place_for
from .schemas import type_at
from .tokens import is_token
from .unite import union_of
from .work import Work, flag
from .writing import writing_of

_OURS = frozenset({"content-type"})
"""OpenAPI says that it is ignored: the media types of `content` tell it."""


def headers_of(work: Work, response: Node, operation: str) -> tuple[Parameter, ...]:
    """The headers that a response declares."""
    listed = response.get("headers")
    found: dict[str, Parameter] = {}
    for wire, written in () if listed is None else listed.items():
        target = resolve(work.document, written, work.report)
        if target is None or listed is None or wire.lower() in _OURS:
            continue
        if is_token(wire):
            found.setdefault(wire.lower(), _header(work, wire, target, operation))
        elif not wire.startswith("x-"):
            what = f"has a header called `{wire}`, which no response can have"
            hint = "use letters, digits and `-` only"
            work.doubt("header-name-malformed", response, what, hint, listed.at_key(wire))
    return tuple(found.values())


def _header(work: Work, wire: str, target: Target, operation: str) -> Parameter:
    node = target.node
    held, writing = writing_of(work, node, Location.HEADER)
    schema = None if held is None else held.get("schema")
    place = place_for(work, target, schema, operation, wire)
    type_ = Scalar(ScalarKind.STRING) if schema is None else type_at(work, schema, place)
    if wire.lower() == "set-cookie" and not isinstance(type_, Array):
        type_ = Array(type_)  # the one header that comes once for each value (RFC 6265 §3)
    return Parameter(
        wire=wire,
        location=Location.HEADER,
        type=type_,
        required=flag(node, "required"),
        writing=writing,
        doc=doc_of(node) if schema is None else with_schema(work, node, schema),
        origin=work.origin(node),
        pinned=pinned(work, node, "parameter", "name"),
    )


def together(responses: tuple[tuple[Parameter, ...], ...]) -> tuple[Parameter, ...]:
    """The headers of several responses as one set: what not every one requires may be missing."""
    found: dict[str, list[Parameter]] = {}
    for header in (header for headers in responses for header in headers):
        found.setdefault(header.wire.lower(), []).append(header)
    return tuple(
        replace(
            same[0],
            type=_either(one.type for one in same),
            required=len(same) == len(responses) and all(one.required for one in same),
        )
        for same in found.values()
    )


def _either(types: Iterator[Type]) -> Type:
    distinct = tuple(dict.fromkeys(types))
    return distinct[0] if len(distinct) == 1 else union_of(distinct)


def describe(
    work: Work, id_: str, place: Place, named: Mapping[str, Parameter], origin: Origin, about: str
) -> str | None:
    """Define what parameters read as: an object, each of whose fields may be missing; its id, None for no parameters.

    `about` is what is said of it.
    """
    if not named:
        return None
    found = tuple(
        Field(name, p.type, required=False, doc=p.doc, origin=p.origin, pinned=p.pinned)
        for name, p in named.items()
    )
    work.definitions[id_] = Object(id_, place, found, None, Doc(about), origin)
    return id_
