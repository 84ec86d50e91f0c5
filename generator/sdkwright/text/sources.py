"""The texts that diagnostics point into: a source line by number, and what stands at a place of the tree."""

from __future__ import annotations

from msgspec import Struct, field

from .node import Node, child_pointer
from .span import Span


class Sources(Struct):
    """Texts and trees by the file name that spans carry. Reading a file adds them; what is not here is not shown.

    `pointers` are those that are known already, by place. `paths` says where on the disk a text is that goes by another name.
    `unread` are sound texts whose trees are made when they are asked for.
    """

    texts: dict[str, str] = field(default_factory=dict[str, str])
    trees: dict[str, Node] = field(default_factory=dict[str, Node])
    paths: dict[str, str] = field(default_factory=dict[str, str])
    pointers: dict[Span, str] = field(default_factory=dict[Span, str])
    unread: set[str] = field(default_factory=set[str])
    _lines: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    def add(self, name: str, text: str) -> None:
        """Keep the text of the file that spans call `name`."""
        self.texts[name] = text
        self._lines.pop(name, None)

    def line(self, file: str, number: int) -> str | None:
        """Line `number` of `file`, without its end; None where there is none."""
        if file not in self.texts:
            return None
        if file not in self._lines:
            self._lines[file] = self.texts[file].split("\n")
        lines = self._lines[file]
        return lines[number - 1] if 1 <= number <= len(lines) else None

    def pointer(self, span: Span) -> str | None:
        """The JSON pointer of the value or key written at `span`, as `file` has it; None where no tree is known."""
        if span in self.pointers:
            return self.pointers[span]
        root = self.trees.get(span.file) or self._read(span.file)
        return None if root is None else _pointer_at(root, span)

    def _read(self, file: str) -> Node | None:
        """The tree of a file of which only the text was needed so far."""
        if file not in self.unread:
            return None
        # Imported where it is needed: they build on this module.
        from .diagnostic import Report
        from .yaml import parse

        root = parse(self.texts[file], file, Report())
        if root is not None:
            self.trees[file] = root
        return root


def _pointer_at(root: Node, span: Span) -> str:
    node = root
    pointer = root.pointer
    while True:
        below = _child_at(node, span)
        if below is None:
            return pointer
        step, child = below
        pointer = child_pointer(pointer, step)
        if child is None:
            return pointer
        node = child


def _child_at(node: Node, span: Span) -> tuple[str | int, Node | None] | None:
    """The key or index of the child that `span` lies in, with the child unless `span` is on its key."""
    for key, child in node.items():
        if _holds(node.at_key(key), span) and key in node.key_spans:
            return key, None
        if _holds(child.span, span):
            return key, child
    for index, child in enumerate(node.elements()):
        if _holds(child.span, span):
            return index, child
    return None


def _holds(outer: Span, inner: Span) -> bool:
    return (
        outer.file == inner.file
        and (outer.line, outer.col) <= (inner.line, inner.col)
        and (inner.end_line, inner.end_col) <= (outer.end_line, outer.end_col)
    )
