"""The objects of a tree with their OpenAPI kinds, found by the table of fields: examples and extensions are never entered."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.node import Node
from .objects import OBJECTS, SCALARS, field_kind


def objects_below(node: Node, kind: str) -> Iterator[tuple[Node, str]]:
    """`node`, which stands where a `kind` is expected, and everything below it that OpenAPI gives a kind, in file order.

    Maps and lists of objects are given too (`{schema}`, `[schema]`). A shared node is given once a kind.
    """
    seen: set[tuple[int, str]] = set()
    todo = [(node, kind)]
    while todo:
        found = todo.pop()
        kind = found[1]
        mark = (id(found[0]), kind)
        if mark in seen or kind in SCALARS:
            continue
        seen.add(mark)
        yield found
        below = parts(found[0], kind)
        if below:
            below.reverse()
            todo += below


def parts(node: Node, kind: str) -> list[tuple[Node, str]]:
    """The values directly inside a node of this kind, each with its own kind; opaque ones left out."""
    value = node.value
    if kind[0] == "[":
        return [(element, kind[1:-1]) for element in value] if isinstance(value, list) else []
    object_type = OBJECTS.get(kind)
    if not isinstance(value, dict) or (kind[0] != "{" and object_type is None):
        return []
    if object_type is None:
        inner = kind[1:-1]
        return [(child, inner) for key, child in value.items() if not _misplaced(key, child)]
    if object_type.rest is None:
        its_kinds = _DEEP[kind]
        found = [(child, its_kinds[key]) for key, child in value.items() if key in its_kinds]
    else:
        found = [
            (child, its_kind)
            for key, child in value.items()
            if (its_kind := field_kind(object_type, key)) is not None
        ]
    return [
        part if "|" not in part[1] else (part[0], choose(*part))
        for part in found
        if part[1] not in SCALARS
    ]


# The fields of each object type in which something can stand that has fields itself: few of those that documents have.
_DEEP = {
    name: {key: kind for key, kind in object_type.fields.items() if kind not in SCALARS}
    for name, object_type in OBJECTS.items()
}


def _misplaced(key: str, child: Node) -> bool:
    # A map may have an entry called `$ref`; with a text it is a reference where none can be, and no object to look into.
    return key == "$ref" and isinstance(child.value, str)


def refers(node: Node, kind: str) -> bool:
    """Whether a node stands for another one: by a reference, or by one where OpenAPI knows none but tools do."""
    return is_reference(node, kind) or is_transcluded(node, kind)


def is_transcluded(node: Node, kind: str) -> bool:
    """Whether a part that OpenAPI has written in place (a map, an operation) is only a reference to where it is."""
    ref = node.get("$ref")
    if ref is None or not isinstance(ref.value, str) or kind in SCALARS or is_reference(node, kind):
        return False
    return all(key == "$ref" or key.startswith("x-") for key, _ in node.items())


def choose(node: Node, kind: str) -> str:
    """Which of the alternatives of `a|[b]` a node means."""
    if "|" not in kind:
        return kind
    alternatives = kind.split("|")
    is_list = isinstance(node.value, list)
    return next((one for one in alternatives if (one[0] == "[") == is_list), alternatives[0])


def is_reference(node: Node, kind: str) -> bool:
    """Whether a node of this kind refers elsewhere by `$ref`."""
    object_type = OBJECTS.get(kind)
    return object_type is not None and object_type.referable and node.get("$ref") is not None
