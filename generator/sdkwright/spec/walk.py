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
        node, kind = todo.pop()
        if (id(node), kind) in seen or kind in SCALARS:
            continue
        seen.add((id(node), kind))
        yield node, kind
        todo.extend(reversed(parts(node, kind)))


def parts(node: Node, kind: str) -> list[tuple[Node, str]]:
    """The values directly inside a node of this kind, each with its own kind; opaque ones left out."""
    if kind[0] == "[":
        return [(element, kind[1:-1]) for element in node.elements()]
    if kind[0] == "{":
        return [(child, kind[1:-1]) for key, child in node.items() if not _misplaced(key, child)]
    object_type = OBJECTS.get(kind)
    if object_type is None:
        return []
    return [
        (child, chosen)
        for key, child in node.items()
        if (its_kind := field_kind(object_type, key)) is not None
        and (chosen := choose(child, its_kind)) not in SCALARS
    ]


def _misplaced(key: str, child: Node) -> bool:
    # A map may have an entry called `$ref`; with a text it is a reference where none can be, and no object to look into.
    return key == "$ref" and isinstance(child.value, str)


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
