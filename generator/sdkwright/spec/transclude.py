"""Parts kept in files of their own where OpenAPI wants them in place: `schemas: {$ref: schemas/_index.yaml}`.

The reference is replaced by what it points at, so that no later stage meets it. What stands there keeps its own place.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from ..text.node import Node
from .resolve import Document


def transclude(document: Document, links: Mapping[int, Node]) -> Document:
    """`document` with each of the nodes in `links` (by identity) replaced by the node that it refers to."""
    if not links:
        return document
    done: dict[int, Node] = {}
    files = {path: _rebuilt(tree, links, done) for path, tree in document.files.items()}
    return document.of(files[document.entry], files)


def _rebuilt(node: Node, links: Mapping[int, Node], done: dict[int, Node]) -> Node:
    known = done.get(id(node))
    if known is not None:
        return known
    # What leads back here stays as it is.
    done[id(node)] = node
    if id(node) in links:
        new = _rebuilt(links[id(node)], links, done)
    elif isinstance(node.value, dict):
        values = {key: _rebuilt(child, links, done) for key, child in node.value.items()}
        changed = any(values[key] is not child for key, child in node.value.items())
        new = replace(node, value=values) if changed else node
    elif isinstance(node.value, list):
        elements = [_rebuilt(child, links, done) for child in node.value]
        changed = any(one is not other for one, other in zip(elements, node.value, strict=True))
        new = replace(node, value=elements) if changed else node
    else:
        new = node
    done[id(node)] = new
    return new
