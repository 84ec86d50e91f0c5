"""The order in which the definitions of `models.py` can be executed, and the aliases that none can put in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..ir.model import Alias, Definition, Enum, Object
from ..ir.walk import references, types_of


def in_order(definitions: tuple[Definition, ...]) -> tuple[Definition, ...]:
    """Plain enumerations, classes, then the aliases, each after the aliases that it names: aliases run at import."""
    enums = [d for d in definitions if isinstance(d, Enum)]
    objects = [d for d in definitions if isinstance(d, Object)]
    aliases = {d.id: d for d in definitions if isinstance(d, Alias)}
    done: dict[str, Alias] = {}
    for definition in aliases.values():
        for alias in _behind(definition, aliases, done):
            done[alias.id] = alias
    return (*enums, *objects, *done.values())


def _behind(
    alias: Alias, aliases: Mapping[str, Alias], done: Mapping[str, Alias]
) -> Iterator[Alias]:
    """The aliases that `alias` needs and that are not done, deepest first, and itself. Chains may be long: no recursion."""
    path = [(alias, iter(_named_aliases(alias, aliases)))]
    entered = {alias.id}
    while path:
        current, rest = path[-1]
        following = next((a for a in rest if a.id not in entered and a.id not in done), None)
        if following is None:
            path.pop()
            if current.id not in done:
                yield current
        else:
            entered.add(following.id)
            path.append((following, iter(_named_aliases(following, aliases))))


def _named_aliases(alias: Alias, aliases: Mapping[str, Alias]) -> list[Alias]:
    ids = (id_ for type_ in types_of(alias) for id_ in references(type_))
    return [aliases[id_] for id_ in ids if id_ in aliases]


def recursive_aliases(definitions: tuple[Definition, ...]) -> frozenset[str]:
    """The aliases that contain themselves without a class in between: these Python can't evaluate as they stand."""
    aliases = {d.id: d for d in definitions if isinstance(d, Alias)}
    return frozenset(id_ for id_, alias in aliases.items() if _reaches(alias, id_, aliases))


def _reaches(start: Alias, goal: str, aliases: Mapping[str, Alias]) -> bool:
    seen: set[str] = set()
    queue = _named_aliases(start, aliases)
    while queue:
        alias = queue.pop()
        if alias.id == goal:
            return True
        if alias.id not in seen:
            seen.add(alias.id)
            queue += _named_aliases(alias, aliases)
    return False
