"""The schemas that may come where one with a `discriminator` is expected: those that build on it, and those that it maps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...spec.document import Document, follow, id_of, resolve
from ...text.diagnostic import Report
from ...text.node import Node

_DEEPEST = 12


def built_on(document: Document) -> Mapping[str, Mapping[str, Node]]:
    """The components by the ids of the schemas that their `allOf` names, at whatever depth, and by their own names."""
    found: dict[str, dict[str, Node]] = {}
    for name, node in _components(document):
        for base in _bases(document, node, 0):
            found.setdefault(base, {})[name] = node
    return found


def mapped(document: Document, discriminator: Node) -> Iterator[tuple[str, Node]]:
    """The schemas that a discriminator maps, by what they are called (OpenAPI 3.1, 4.8.25)."""
    mapping = discriminator.get("mapping")
    components = dict(_components(document))
    for _, ref in mapping.items() if mapping is not None else ():
        if isinstance(ref.value, str):
            known = components.get(ref.value)
            target = follow(document, ref, Report()) if known is None else None
            node = target.node if target is not None else known
            if node is not None:
                yield ref.value.rpartition("/")[2], node


def _components(document: Document) -> Iterator[tuple[str, Node]]:
    components = document.root.get("components")
    schemas = components.get("schemas") if components is not None else None
    yield from schemas.items() if schemas is not None else ()


def _bases(document: Document, node: Node, depth: int) -> Iterator[str]:
    listed = node.get("allOf")
    for part in listed.elements() if listed is not None and depth < _DEEPEST else ():
        target = resolve(document, part, Report()) if part.get("$ref") is not None else None
        if target is not None:
            yield id_of(document, target.node)
            yield from _bases(document, target.node, depth + 1)
