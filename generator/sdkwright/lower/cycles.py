"""Names that stand for each other and never for anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..ir.model import Alias, Definition
from ..ir.types import Anything, Nullable, Ref, Type
from .work import Work


def cut_cycles(work: Work) -> None:
    """Report aliases that lead back to themselves with nothing on the way, and let them hold anything."""
    for id_, definition in tuple(work.definitions.items()):
        if isinstance(definition, Alias) and _leads_back(work.definitions, definition):
            work.report.error(
                "alias-cycle",
                f"`{id_}` leads back to itself and describes nothing",
                definition.origin.span,
                "describe the values in one of the schemas on the way",
            )
            work.definitions[id_] = replace(definition, type=Anything())


def _leads_back(definitions: Mapping[str, Definition], start: Alias) -> bool:
    seen = {start.id}
    id_ = _target(start.type)
    while id_ is not None and id_ not in seen:
        seen.add(id_)
        definition = definitions.get(id_)
        id_ = _target(definition.type) if isinstance(definition, Alias) else None
    return id_ == start.id


def _target(type_: Type) -> str | None:
    """The definition that a type is, except for null."""
    match type_:
        case Ref(id_):
            return id_
        case Nullable(inner):
            return _target(inner)
        case _:
            return None
