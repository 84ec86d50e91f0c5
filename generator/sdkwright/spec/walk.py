"""The objects of a tree with their OpenAPI kinds, found by the table of fields: examples and extensions are never entered."""

from __future__ import annotations

from msgspec import Struct, field

from ..text.node import Node
from .objects import OBJECTS, SCALARS, field_kind


class Met(Struct):
    """Which nodes a walk has met, as what kinds: `first` is the one that each was met as first, hardly any has others."""

    first: dict[int, str] = field(default_factory=dict[int, str])
    others: dict[int, set[str]] = field(default_factory=dict[int, set[str]])

    def kinds(self, node: Node) -> set[str]:
        """The kinds that a node was met as."""
        mark = id(node)
        return {self.first[mark], *self.others.get(mark, ())} if mark in self.first else set()


def objects_below(node: Node, kind: str, met: Met | None = None) -> list[tuple[Node, str]]:
    """`node`, which stands where a `kind` is expected, and everything below it that OpenAPI gives a kind, in file order.

    Maps and lists of objects are given too (`{schema}`, `[schema]`). A shared node is given once a kind, and not at all
    where it was `met` as that before, nor what is below it.
    """
    met = met or Met()
    first, others = met.first, met.others
    given: list[tuple[Node, str]] = []
    todo = [(node, kind)] if kind not in SCALARS else []
    while todo:
        found = todo.pop()
        node, kind = found
        mark = id(node)
        known = first.get(mark)
        if known is None:
            first[mark] = kind
        elif kind == known or kind in others.get(mark, ()):
            continue
        else:
            others.setdefault(mark, set()).add(kind)
        given.append(found)
        below = parts(node, kind)
        if below:
            below.reverse()
            todo += below
    return given


def parts(node: Node, kind: str) -> list[tuple[Node, str]]:
    """The values directly inside a node of this kind, each with its own kind; opaque ones left out."""
    value = node.value
    if kind[0] == "[":
        inner = kind[1:-1]
        if not isinstance(value, list) or inner in SCALARS:
            return []
        return [(element, inner) for element in value]
    if not isinstance(value, dict):
        return []
    if kind[0] == "{":
        inner = kind[1:-1]
        if inner in SCALARS:
            return []
        return [
            (child, inner)
            for key, child in value.items()
            # A map may have an entry called `$ref`; with a text it is a reference where none can be.
            if key != "$ref" or not isinstance(child.value, str)
        ]
    deep = _DEEP.get(kind)
    if deep is not None:
        return [
            (child, its_kind)
            for key, child in value.items()
            if key in deep and (its_kind := deep[key][isinstance(child.value, list)])
        ]
    object_type = OBJECTS.get(kind)
    found = (
        (child, choose(child, its_kind))
        for key, child in value.items()
        if object_type is not None and (its_kind := field_kind(object_type, key)) is not None
    )
    return [part for part in found if part[1] not in SCALARS]


def choose(node: Node, kind: str) -> str:
    """Which of the alternatives of `a|[b]` a node means."""
    return _chosen(kind, isinstance(node.value, list)) if "|" in kind else kind


def _chosen(kind: str, is_list: bool) -> str:
    alternatives = kind.split("|")
    return next((one for one in alternatives if (one[0] == "[") == is_list), alternatives[0])


def _deep(kind: str, is_list: bool) -> str | None:
    """The kind of a field's value if something can stand in it that has fields itself."""
    chosen = _chosen(kind, is_list)
    return None if chosen in SCALARS else chosen


# The fields that `parts` looks for in an object of a type, with their kinds for other values than lists and for lists: few
# of those that documents have. Types whose authors name the fields are asked one by one.
_DEEP = {
    name: {
        key: kinds
        for key, kind in object_type.fields.items()
        if any(kinds := (_deep(kind, False), _deep(kind, True)))
    }
    for name, object_type in OBJECTS.items()
    if object_type.rest is None
}


def refers(node: Node, kind: str) -> bool:
    """Whether a node stands for another one: by a reference, or by one where OpenAPI knows none but tools do."""
    return is_reference(node, kind) or is_transcluded(node, kind)


def is_transcluded(node: Node, kind: str) -> bool:
    """Whether a part that OpenAPI has written in place (a map, an operation) is only a reference to where it is."""
    ref = node.get("$ref")
    if ref is None or not isinstance(ref.value, str) or kind in SCALARS or is_reference(node, kind):
        return False
    return all(key == "$ref" or key.startswith("x-") for key, _ in node.items())


def is_reference(node: Node, kind: str) -> bool:
    """Whether a node of this kind refers elsewhere by `$ref`."""
    object_type = OBJECTS.get(kind)
    return object_type is not None and object_type.referable and node.get("$ref") is not None
