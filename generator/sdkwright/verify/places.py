"""Where an example and the values inside it are written."""

from __future__ import annotations

from ..ir.model import Example
from ..spec.document import Document
from ..spec.reference import Refused, node_at
from ..text.node import Node, steps_of
from ..text.span import Span


def span_at(document: Document, example: Example, pointer: str) -> Span:
    """The place of the value at `pointer` inside an example; of the nearest value around it where there is none."""
    node = _value_of(document, example)
    if node is None:
        return example.origin.span
    steps = steps_of(pointer)
    while True:
        found, _ = node_at(node, steps)
        if found is not None:
            return found.span
        steps = steps[:-1]


def _value_of(document: Document, example: Example) -> Node | None:
    """The payload of an example: the node itself, or its `value`."""
    file, _, pointer = example.origin.id.partition("#")
    root = document.file(file) if file else document.root
    part = None if isinstance(root, Refused) else node_at(root, steps_of(pointer))[0]
    if part is None or part.plain() == example.value:
        return part
    return part.get("value") or part.get("dataValue")
