"""A YAML text laid out anew by moving whole lines: nothing inside a line is touched, so quotes, anchors and comments stay.

Entries of block mappings are put in order, blocks are indented by two blanks, blank lines and blanks at line ends are tidied.
What is written in flow style, or in a way that lines can't be moved, is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct

from .node import Node
from .span import Span

Order: TypeAlias = Callable[[Sequence[str], Node], Sequence[str]]
_ITEM = re.compile(r"- +")
_INDICATOR = re.compile(r".[-+]?[1-9]")
_BEFORE = re.compile(r" *(- +)*")
"""What may stand before the first entry of a block on its line: nothing, or the dashes of the lists that it is in."""


class _Line(Struct, frozen=True):
    """A line of the new text; `fixed` says that its blanks are content, or may be."""

    text: str
    fixed: bool = False


class _Entry(Struct, frozen=True):
    """An entry of a mapping: the comments above it, its own lines, and its value."""

    key: str
    place: Span
    above: range
    own: range
    value: Node


def laid_out(text: str, root: Node, order: Order, spaced: Iterable[Node]) -> str:
    """`text`, the source of `root`, laid out. `order` gives the keys of a mapping as they should stand; before each entry of
    the `spaced` mappings but the first there is one blank line.
    """
    lines = text.split("\n")
    page = _Page(lines, _content_lines(root), order, frozenset(id(node) for node in spaced))
    first, last = root.span.line, root.span.end_line
    if not _is_block(root, lines):
        return _tidied([_Line(line, page.is_content(at)) for at, line in enumerate(lines, 1)])
    found = [_Line(line) for line in lines[: first - 1]]
    found += page.block(root, 0)
    found += [_Line(line) for line in lines[last:]]
    return _tidied(found)


class _Page(Struct, frozen=True):
    lines: list[str]
    content: frozenset[int]
    order: Order
    spaced: frozenset[int]

    def is_content(self, number: int) -> bool:
        """Whether a line, but for the first of its value, belongs to a text of several lines."""
        return number in self.content

    def block(self, node: Node, col: int) -> list[_Line]:
        """The lines of a block, which shall stand at column `col` (from 0)."""
        if isinstance(node.value, list):
            return self._sequence(node, col)
        entries = self._entries(node)
        if entries is None:
            return self._shifted(range(node.span.line, node.span.end_line + 1), col - _column(node))
        by_key = {entry.key: entry for entry in entries}
        wanted = self.order([entry.key for entry in entries], node)
        arranged = [by_key[key] for key in wanted] if self._is_movable(entries, wanted) else entries
        found: list[_Line] = []
        for at, entry in enumerate(arranged):
            above = self._shifted(entry.above, col - _column(node))
            if id(node) in self.spaced and at > 0:
                above = [_Line(""), *_without_blank_start(above)]
            elif at == 0 and arranged is not entries:
                above = _without_blank_start(above)
            found += above + self._entry(entry, col - _column(node), col)
        return found

    def _is_movable(self, entries: list[_Entry], wanted: Sequence[str]) -> bool:
        """Whether entries can change places: behind a dash nothing with comments can come first, and behind `|+` the blank
        lines of what follows would become content.
        """
        if [entry.key for entry in entries] == list(wanted):
            return False
        if any(
            isinstance(one.value.value, str) and one.value.value.endswith("\n\n") for one in entries
        ):
            return False
        place = entries[0].place
        behind_dash = bool(self.lines[place.line - 1][: place.col - 1].strip())
        return not behind_dash or not any(len(entry.above) for entry in entries)

    def _entry(self, entry: _Entry, shift: int, col: int) -> list[_Line]:
        value = entry.value
        head = self._shifted(range(entry.own.start, entry.own.start + 1), shift)
        key_line = self.lines[entry.own.start - 1]
        if key_line[: entry.place.col - 1].strip():
            head = [_Line(" " * col + key_line[entry.place.col - 1 :], head[0].fixed)]
        if value.span.line == entry.own.start or not _is_block(value, self.lines):
            return head + self._shifted(entry.own[1:], self._shift_inside(entry, shift, col))
        between = self._shifted(
            range(entry.own.start + 1, value.span.line), col + 2 - _column(value)
        )
        rest = self._shifted(range(value.span.end_line + 1, entry.own.stop), shift)
        return head + between + self.block(value, col + 2) + rest

    def _shift_inside(self, entry: _Entry, shift: int, col: int) -> int:
        """How far the further lines of a value go that begins beside its key: a text stands two blanks in."""
        value, further = entry.value, entry.own[1:]
        if not isinstance(value.value, str) or value.span.line != entry.own.start:
            return shift
        begins = self.lines[value.span.line - 1][_column(value) :]
        if begins[:1] in "|>" and _INDICATOR.match(begins):
            return shift
        first = next((line for n in further if (line := self.lines[n - 1]).strip()), None)
        return shift if first is None else col + 2 - (len(first) - len(first.lstrip(" ")))

    def _sequence(self, node: Node, col: int) -> list[_Line]:
        elements, found = node.elements(), list[_Line]()
        shift = col - _column(node)
        at = node.span.line
        for element in elements:
            line = self.lines[element.span.line - 1]
            before = line[: _column(element)]
            if not _ITEM.fullmatch(before, _column(node)) or at > element.span.line:
                return self._shifted(range(node.span.line, node.span.end_line + 1), shift)
            found += self._shifted(range(at, element.span.line), shift)
            inside = range(element.span.line, element.span.end_line + 1)
            if _is_block(element, self.lines):
                first, *rest = self.block(element, col + 2)
            else:
                rest = self._shifted(inside[1:], shift)
                first = _Line(line[_column(element) :], self.is_content(element.span.line))
            found += [_Line(f"{' ' * col}- {first.text.lstrip(' ')}", first.fixed), *rest]
            at = element.span.end_line + 1
        return found + self._shifted(range(at, node.span.end_line + 1), shift)

    def _entries(self, node: Node) -> list[_Entry] | None:
        """The entries of a block mapping by lines; None where they don't have lines of their own."""
        found: list[_Entry] = []
        end = node.span.line - 1
        for key, value in node.items():
            place = node.key_spans.get(key)
            if place is None or place.col != node.span.col or place.line <= end:
                return None
            # A value left out, and an alias, stand elsewhere or nowhere; the next key ends them.
            last = (
                max(value.span.end_line, place.line)
                if _inside(value.span, node.span)
                else place.line
            )
            found.append(
                _Entry(key, place, range(end + 1, place.line), range(place.line, last + 1), value)
            )
            end = last
        if end > node.span.end_line or any(a.own.stop > b.place.line for a, b in pairwise(found)):
            return None
        return found or None

    def _shifted(self, numbers: range, shift: int) -> list[_Line]:
        return [
            _Line(_moved(self.lines[number - 1], shift), self.is_content(number))
            for number in numbers
        ]


def _moved(line: str, shift: int) -> str:
    if shift >= 0:
        return " " * shift + line if line.strip() else line
    blanks = len(line) - len(line.lstrip(" "))
    return line[min(-shift, blanks) :]


def _inside(inner: Span, outer: Span) -> bool:
    return (outer.line, outer.col) <= (inner.line, inner.col) and inner.end_line <= outer.end_line


def _column(node: Node) -> int:
    return node.span.col - 1


def _is_block(node: Node, lines: list[str]) -> bool:
    """Whether a collection is written in block style, with nothing before its first entry that belongs to it."""
    if not isinstance(node.value, dict | list) or not node.value:
        return False
    line = lines[node.span.line - 1]
    before = line[: node.span.col - 1]
    starts = line[node.span.col - 1 : node.span.col]
    if starts in "{[&!*" or not _BEFORE.fullmatch(before):
        return False
    return starts == "-" if isinstance(node.value, list) else True


def _content_lines(root: Node) -> frozenset[int]:
    """The numbers of all lines that belong to a text of several lines, but for its first."""
    found: set[int] = set()
    todo = [root]
    while todo:
        node = todo.pop()
        if isinstance(node.value, str) and node.span.end_line > node.span.line:
            # Behind `|+` the blank lines that follow are content too.
            kept = len(node.value) - len(node.value.rstrip("\n")) - 1
            found.update(range(node.span.line + 1, node.span.end_line + 1 + max(kept, 0)))
        todo += [child for _, child in node.items()]
        todo += node.elements()
    return frozenset(found)


def _without_blank_start(lines: list[_Line]) -> list[_Line]:
    at = 0
    while at < len(lines) and not lines[at].text.strip() and not lines[at].fixed:
        at += 1
    return lines[at:]


def _tidied(lines: Sequence[_Line]) -> str:
    """The lines as a text: no blanks at their ends, no two blank lines on end, none at either end of the text."""
    found: list[_Line] = []
    for line in lines:
        text = line.text if line.fixed else line.text.rstrip(" \t")
        if text or line.fixed or (found and (found[-1].text or found[-1].fixed)):
            found.append(_Line(text, line.fixed))
    while found and not found[-1].text and not found[-1].fixed:
        found.pop()
    return "\n".join(line.text for line in found) + "\n"
