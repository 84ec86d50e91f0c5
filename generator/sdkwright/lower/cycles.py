"""Names that stand for each other and never for anything."""

from __future__ import annotations

from msgspec.structs import replace

from ..ir.model import Alias, Definition
from ..ir.types import Anything, Nullable, Ref, Type
from .work import Work


def cut_cycles(work: Work) -> None:
    """Report aliases that lead back to themselves with nothing on the way, and let them hold anything."""
    done: set[str] = set()
    for start in tuple(work.definitions):
        path: dict[str, None] = {}
        id_: str | None = start
        while id_ is not None and id_ not in done and id_ not in path:
            path[id_] = None
            definition = work.definitions.get(id_)
            id_ = _target(definition.type) if isinstance(definition, Alias) else None
        if id_ is not None and id_ in path:
            tell_cycle(work, id_)
            work.definitions[id_] = _anything(work.definitions[id_])
        done.update(path)


def tell_cycle(work: Work, id_: str) -> None:
    """Report a definition that leads back to itself."""
    work.report.error(
        "alias-cycle",
        f"`{id_}` leads back to itself and describes nothing",
        work.definitions[id_].origin.span,
        "describe the values in one of the schemas on the way",
    )


def _anything(definition: Definition) -> Definition:
    return replace(definition, type=Anything()) if isinstance(definition, Alias) else definition


def _target(type_: Type) -> str | None:
    """The definition that a type is, except for null."""
    match type_:
        case Ref(id_):
            return id_
        case Nullable(inner):
            return _target(inner)
        case _:
            return None
