"""Which module each model stands in: one `models.py` for a small API, a package of modules for a large one.

In a package, the classes of a component share a module with what is described inside it and with what is used nowhere else. Classes name other modules in
annotations only, which nobody evaluates at import, so class modules import none of their kind and no cycle can arise.
Aliases are evaluated when they are imported; they stand in modules of their own (`…_types`), which import class modules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from ..ir.model import Alias, Api, Definition
from ..ir.walk import references, types_of
from .reserved import MODEL_MODULES
from .settle import Claim, settle
from .words import snake, unreserved

SMALL = 80
"""Up to so many definitions share one `models.py`."""

FULL = 25
"""A module with so many definitions takes in no more of what only it uses."""


class ModelModule(Struct, frozen=True):
    """A module of models, called after the definition `root`.

    `lazy` says that names of other modules are for type checkers only.
    """

    name: str
    root: str
    definitions: tuple[Definition, ...]
    lazy: bool


def model_modules(api: Api, names: Mapping[str, str]) -> tuple[ModelModule, ...]:
    """The modules of the models of an API, empty for one that needs no package. `names` are the Python names by id."""
    if len(api.definitions) <= SMALL:
        return ()
    groups: dict[tuple[str, bool], list[Definition]] = defaultdict(list)
    roots = _roots(api)
    knots = _knots(api, roots)
    for definition in api.definitions.values():
        root = roots[definition.id]
        if definition.id in knots:
            groups[knots[definition.id], False].append(definition)
        else:
            groups[root, not _evaluates(api, definition)].append(definition)
    claims = (
        Claim(f"{root} {lazy}", 1 if lazy else 2, _candidates(names[root], lazy))
        for root, lazy in groups
    )
    settled = settle(claims, MODEL_MODULES, joint="_").names
    return tuple(
        ModelModule(settled[f"{root} {lazy}"], root, tuple(found), lazy)
        for (root, lazy), found in sorted(groups.items())
    )


def _candidates(name: str, lazy: bool) -> tuple[str, ...]:
    base = unreserved(snake(name) or "models")
    return (base, f"{base}_models") if lazy else (f"{base}_types",)


def _root(api: Api, definition: Definition) -> str:
    """The id of the definition that another one is described in, however deep."""
    seen = {definition.id}
    while (owner := api.definitions.get(definition.place.owner or "")) and owner.id not in seen:
        definition = owner
        seen.add(definition.id)
    return definition.id


def _evaluates(api: Api, definition: Definition) -> bool:
    """Whether importing a definition evaluates names of others."""
    return isinstance(definition, Alias) and any(True for _ in _named(api, definition))


def _named(api: Api, definition: Definition) -> Iterator[Definition]:
    ids = (id_ for type_ in types_of(definition) for id_ in references(type_))
    return (api.definitions[id_] for id_ in ids if id_ in api.definitions)


def _roots(api: Api) -> Mapping[str, str]:
    """The id of the definition that each module is called after, by the ids of what stands in it.

    What one module alone uses joins it, from the leaves up, so that a reader finds together what belongs together.
    """
    roots = {definition.id: _root(api, definition) for definition in api.definitions.values()}
    parts: dict[str, set[str]] = defaultdict(set)
    users: dict[str, set[str]] = defaultdict(set)
    used_by: dict[str, set[str]] = defaultdict(set)
    for id_, root in roots.items():
        parts[root].add(id_)
        for used in _named(api, api.definitions[id_]):
            users[roots[used.id]].add(root)
            used_by[root].add(roots[used.id])
    for root in sorted(parts, key=lambda root: (len(parts[root]), root)):
        only = users[root] - {root}
        if len(only) != 1:
            continue
        (user,) = only
        if len(parts[user]) + len(parts[root]) > FULL:
            continue
        parts[user] |= parts.pop(root)
        for other in used_by.pop(root, set()):
            users[other].discard(root)
            users[other].add(user)
            used_by[user].add(other)
        for other in users.pop(root):
            users[user].add(other)
            used_by[other].discard(root)
            used_by[other].add(user)
    return {id_: root for root, ids in parts.items() for id_ in ids}


def _knots(api: Api, roots: Mapping[str, str]) -> Mapping[str, str]:
    """Groups of aliases whose modules would import each other, each by one of its ids: they share a module.

    Modules that hold aliases are joined as long as a chain of imports leads back to where it began.
    """
    found = (d for d in api.definitions.values() if isinstance(d, Alias))
    aliases = [alias for alias in found if _evaluates(api, alias)]
    home = {alias.id: roots[alias.id] for alias in aliases}
    while knot := _cycle(_imports(api, aliases, home)):
        first = min(knot)
        home = {id_: first if group in knot else group for id_, group in home.items()}
    return home


def _imports(api: Api, aliases: Iterable[Alias], home: Mapping[str, str]) -> dict[str, set[str]]:
    edges: dict[str, set[str]] = defaultdict(set)
    for alias in aliases:
        targets = {home[d.id] for d in _named(api, alias) if d.id in home}
        edges[home[alias.id]] |= targets - {home[alias.id]}
    return edges


def _cycle(edges: Mapping[str, set[str]]) -> set[str]:
    """The nodes of one strongly connected part with more than one node; empty where there is none (Tarjan)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    open_: set[str] = set()
    for start in sorted(edges):
        if start in order:
            continue
        order[start] = low[start] = len(order)
        stack.append(start)
        open_.add(start)
        work = [(start, iter(sorted(edges.get(start, ()))))]
        while work:
            node, rest = work[-1]
            following = next(rest, None)
            if following is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == order[node]:
                    part = set(stack[stack.index(node) :])
                    if len(part) > 1:
                        return part
                    open_.discard(stack.pop())
            elif following not in order:
                order[following] = low[following] = len(order)
                stack.append(following)
                open_.add(following)
                work.append((following, iter(sorted(edges.get(following, ())))))
            elif following in open_:
                low[node] = min(low[node], order[following])
    return set()
