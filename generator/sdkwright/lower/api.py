"""A resolved document in, the API as meant out."""

from __future__ import annotations

from ..ir.idempotency import with_header
from ..ir.model import Api, Doc, Place, Tag
from ..spec.document import Document, objects
from ..text.diagnostic import Report
from ..text.garbage import hold
from ..text.node import Node
from .canonical import each_by_name
from .cycles import cut_cycles
from .depth import room_for_depth
from .docs import doc_of
from .examples import schema_examples
from .extensions import pinned, signature_of
from .families import find_families
from .hooks import hooks_of
from .idempotency import header_of
from .links import link
from .merge import tell_entangled
from .operations import operations_of
from .places import given_name
from .schemas import define, define_waiting, used
from .security import schemes_of
from .servers import servers_of
from .settle import settle_unions
from .sources import read_sources
from .waiting import sound_starts
from .work import Work, text


def lower(document: Document, name: str, report: Report) -> Api | None:
    """The API that a document describes; None where the document has no `info`.

    The document has the shape of OpenAPI 3.1 (`spec/shape.py`, `spec/upgrade.py`). After errors the Api is sound, but holds
    substitutes: it can be looked at, not published.
    """
    info = document.root.get("info")
    if info is None:
        return None
    with room_for_depth():
        return _lower(document, info, name, report)


def _lower(document: Document, info: Node, name: str, report: Report) -> Api:
    root, parts = document.root, tuple(objects(document))
    work = Work(document, report, read_sources(document, parts, report))
    hold(work)
    find_families(work, parts)
    _define_components(work)
    schemes = schemes_of(work)
    operations = sound_starts(work, link(work, operations_of(work, schemes)))
    hooks = hooks_of(work)
    _define_wanted(work)
    settle_unions(work)
    cut_cycles(work)
    for check in work.later:
        check()
    for part in work.parts:
        report.absorb(part)
    tell_entangled(work)
    api = Api(
        name=name,
        title=text(info, "title") or name,
        version=text(info, "version") or "",
        client=pinned(work, info, "info", "client"),
        doc=Doc(text(info, "summary"), text(info, "description")),
        servers=servers_of(work),
        tags=_tags(work),
        operations=operations,
        definitions=work.definitions,
        schemes=schemes,
        examples=tuple(work.examples),
        origin=work.origin(info, root.at_key("info")),
        hooks=hooks,
        signature=signature_of(work, info) if hooks else None,
    )
    header = header_of(work, info, "info")
    return api if header is None else with_header(api, header)


def _define_components(work: Work) -> None:
    components = work.document.root.get("components")
    schemas = None if components is None else components.get("schemas")
    if schemas is None:
        return

    def define_one(entry: tuple[str, Node]) -> None:
        key, node = entry
        id_ = work.id(node)
        place = Place(given=key, pinned=pinned(work, node, "schema", "name"))
        define(work, node, id_, place, schemas.at_key(key))
        schema_examples(work, node, id_, used(work, node, id_))

    each_by_name(work, tuple(schemas.items()), lambda entry: (entry[0],), define_one)


def _define_wanted(work: Work) -> None:
    """Lower what references point at outside the components; that may want more in turn."""
    define_waiting(work)
    while missing := sorted(id_ for id_ in work.wanted if id_ not in work.definitions):
        for id_ in missing:
            node = work.wanted[id_]
            if id_ not in work.definitions:
                name = pinned(work, node, "schema", "name")
                define(work, node, id_, Place(given=given_name(id_), pinned=name), node.span)
        define_waiting(work)


def _tags(work: Work) -> tuple[Tag, ...]:
    listed = work.document.root.get("tags")
    nodes = () if listed is None else listed.elements()
    return tuple(Tag(text(node, "name") or "", doc_of(node), work.origin(node)) for node in nodes)
