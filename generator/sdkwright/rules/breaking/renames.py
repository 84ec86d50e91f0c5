"""Which symbols of two packages are the same under another name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct, field

from .surface import Alias, Class, Function, Kind, Surface, Symbol
from .verdict import Site

Sites = Mapping[str, Site]

_COUNTED = re.compile(r"/parameters/\d+$")
"""Ids that only say how many stand before: another part may stand there now."""


class Package(Struct, frozen=True):
    """A surface, and where in the specification its symbols come from (`Refund.amount`, `Refunds.get(order_number)`)."""

    surface: Surface
    sites: Sites = field(default_factory=dict[str, Site])


def ids_of(
    names: Iterable[str], sites: Sites, path: Callable[[str], str]
) -> Mapping[str, str | None]:
    """The ids of the parts that some names come from."""
    return {name: (site.id if (site := sites.get(path(name))) else None) for name in names}


def renamed_parts(
    before: Mapping[str, str | None],
    after: Mapping[str, str | None],
    looks: Mapping[str, object],
    looks_after: Mapping[str, object],
) -> Mapping[str, str]:
    """Parts that have another name: the same place of the specification, else the only ones left that look alike."""
    gone = [name for name in before if name not in after]
    fresh = [name for name in after if name not in before]
    ids = {after[name]: name for name in fresh if _is_alone(after[name], after)}
    renamed = {
        name: other
        for name in gone
        if (other := ids.get(before[name])) is not None
        and _is_alone(before[name], before)
        and (looks[name] == looks_after[other] or not _COUNTED.search(before[name] or ""))
    }
    left = [name for name in gone if name not in renamed]
    free = [name for name in fresh if name not in renamed.values()]
    if len(left) == len(free) == 1 and looks[left[0]] == looks_after[free[0]]:
        renamed[left[0]] = free[0]
    return renamed


def _is_alone(id_: str | None, ids: Mapping[str, str | None]) -> bool:
    """Whether one part alone comes from a place; a basic credential gives two arguments."""
    return id_ is not None and list(ids.values()).count(id_) == 1


def renamed_symbols(
    old: Package, new: Package, before: Iterable[str], after: Iterable[str]
) -> Mapping[str, str]:
    """Symbols that have another name: by their place in the specification, else by being the only ones alike."""
    gone = [name for name in before if name not in new.surface.symbols]
    fresh = [name for name in after if name not in old.surface.symbols]
    ids = {new.sites[name].id: name for name in fresh if name in new.sites}
    renamed = {
        name: ids[old.sites[name].id]
        for name in gone
        if name in old.sites and old.sites[name].id in ids
    }
    free = [name for name in fresh if name not in renamed.values()]
    for name in gone:
        alike = [n for n in free if _alike(old.surface.symbols[name], new.surface.symbols[n])]
        if name not in renamed and len(alike) == 1:
            renamed[name] = alike[0]
            free.remove(alike[0])
    return renamed


def _alike(one: Symbol, other: Symbol) -> bool:
    match one, other:
        case (Class(), Class()) if one.kind is Kind.CLIENT and other.kind is Kind.CLIENT:
            return True
        case (Class(), Class()):
            parts = bool(one.attributes or one.methods)
            same = list(one.attributes) == list(other.attributes)
            same = same and one.methods.keys() == other.methods.keys()
            return parts and same and one.kind is other.kind
        case (Alias(), Alias()):
            return one.annotation == other.annotation and not one.annotation.isidentifier()
        case (Function(), Function()):
            return (one.arguments, one.result) == (other.arguments, other.result)
        case _:
            return False
