"""Schemas that stand for all that build on them: a `discriminator`, and schemas that name its owner in `allOf`.

`Pet` with a discriminator, and `Cat` that says `allOf: [Pet, …]`: where a `Pet` is expected, a `Cat` may come. So the name
`Pet` stands for one of `Cat`, the other kinds, and the plain object that `Pet` describes, which is a definition beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..spec.document import Target
from ..text.node import Node
from .flat import Family
from .keywords import is_reference
from .mapping import mapped
from .parts import bases
from .work import Work

_OWN = ("oneOf", "anyOf")
_HOMES = ("/components/schemas", "/definitions", "/$defs", "")


def find_families(work: Work, parts: Iterable[tuple[Node, str]]) -> None:
    """Note the families among the parts of a document, and the schemas that belong to one."""
    heads: dict[str, tuple[Node, Node]] = {}
    candidates: dict[str, Node] = {}
    for node, kind in parts:
        said = node.value
        if kind != "schema" or not isinstance(said, dict):
            continue
        discriminator = said.get("discriminator")
        if discriminator is not None and isinstance(discriminator.value, dict):
            heads[work.id(node)] = (node, discriminator)
            candidates |= {t.id: t.node for _, t in mapped(work, discriminator) if t is not None}
        if "allOf" in said and node.pointer.rpartition("/")[0] in _HOMES:
            candidates[work.id(node)] = node
    if not heads:
        return
    below = {id_: bases(work, node) & set(heads) for id_, node in candidates.items()}
    for id_, (node, discriminator) in heads.items():
        if not any(node.get(key) is not None for key in _OWN) and not is_reference(node):
            _note(work, Target(node, id_), discriminator, candidates, below)
    _note_between(work, candidates, below, heads)


def base_id(id_: str) -> str:
    """The id of the plain object that a schema describes which stands for its kinds."""
    return f"{id_}/discriminator"


def members_of_family(work: Work, id_: str) -> Iterator[str]:
    """The ids of the definitions that may come where a schema is expected which stands for its kinds."""
    for kind in work.families[id_].kinds:
        yield base_id(kind) if kind in work.families else kind
    yield base_id(id_)


def _note(
    work: Work,
    head: Target,
    discriminator: Node,
    candidates: dict[str, Node],
    below: dict[str, frozenset[str]],
) -> None:
    kinds = [id_ for id_, heads in below.items() if head.id in heads and id_ != head.id]
    named = [target.id for _, target in mapped(work, discriminator) if target is not None]
    kinds += [id_ for id_ in named if id_ not in kinds and id_ != head.id]
    if not kinds:
        return
    work.families[head.id] = Family(tuple(kinds), discriminator)
    for id_ in kinds:
        work.children[id(candidates[id_])] = id_
        work.wanted.setdefault(id_, candidates[id_])


def _note_between(
    work: Work,
    candidates: dict[str, Node],
    below: dict[str, frozenset[str]],
    heads: dict[str, tuple[Node, Node]],
) -> None:
    """A kind that others build on in turn stands for those, told apart by the same property."""
    kinds = {kind for family in work.families.values() for kind in family.kinds}
    built_on: dict[str, list[str]] = {}
    for id_, node in candidates.items():
        if id_ in kinds:
            for base in bases(work, node) & kinds:
                built_on.setdefault(base, []).append(id_)
    for id_, others in built_on.items():
        node = candidates[id_]
        head = next((one for one in sorted(below[id_]) if one in work.families), None)
        own = any(node.get(key) is not None for key in _OWN)
        if id_ not in work.families and head is not None and not own:
            work.families[id_] = Family(tuple(others), heads[head][1])
