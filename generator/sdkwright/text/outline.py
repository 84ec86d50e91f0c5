"""Lists and mappings told by indentation, taken line by line. DoubtError at the least doubt."""

from __future__ import annotations

import re
from typing import NamedTuple

from .brackets import MAX_DEPTH, Brackets
from .node import Node, Scalar, escape
from .scalar import Unreadable, resolve
from .span import Span
from .written import READERS, DoubtError, is_key, line_after, plain, scalar

# A line: its indentation, a dash with the blanks after it, a key with its colon, then a value that cannot be mistaken,
# unquoted or in quotes without escapes, or whatever else there is.
_LINE = re.compile(
    r"( *+)(?:(-)(?: ++|\Z))?"
    r"(?:([^\s\-?:,\[\]{}#&*!|>'\"%@`][^:#\t]*+(?::(?=[^ \t])[^:#\t]*+)*|'[^']*+'|\"[^\"\\]*+\")"
    r":(?: ++|\Z))?"
    r"(?:([^\s\-?:,\[\]{}#&*!|>'\"%@`][^:#\t]*+|'[^']*+'|\"[^\"\\]*+\")\Z|(.*+)\Z)",
    re.DOTALL,
)


class _Line(NamedTuple):
    """What a line says by itself; columns count from its beginning.

    `key` is None where there is none, `step` is it as a step of a pointer, empty where it can be mistaken. `value` with its
    `raw` text stands from `col` on to `end`, which is 0 where there is none that cannot be mistaken; what else there is
    begins at `rest`, which is -1 where there is nothing. `is_usual` is a line that has a key and no dash, and needs no look
    at the text around it.
    """

    is_usual: bool
    indent: int
    dash: bool
    key: str | None
    step: str
    key_at: int
    key_end: int
    value: Scalar
    raw: str | None
    col: int
    end: int
    rest: int


def _line(text: str) -> _Line:
    found = _LINE.match(text)
    if found is None:
        raise DoubtError
    blanks, dash, written, simple, other = found.groups()
    rest = found.start(5) if other and other[0] != "#" else -1
    key, step = (None, "") if written is None else _key(written)
    value, raw, (col, end) = None, None, found.span(4)
    if simple is None:
        end = 0
    elif simple[0] in "'\"":
        value = simple[1:-1]
    else:
        raw = simple.rstrip(" ")
        resolved = resolve(raw)
        if isinstance(resolved, Unreadable):
            end, rest = 0, col
        else:
            value, end = resolved, col + len(raw)
            raw = None if isinstance(value, str) else raw
    is_usual = bool(step) and not dash and rest < 0
    return _Line(
        is_usual, len(blanks), bool(dash), key, step, *found.span(3), value, raw, col, end, rest
    )


def _key(written: str) -> tuple[str, str]:
    """The text of a key, and as a step of a pointer; none where it can be mistaken."""
    quoted = written[0] in "'\""
    key = written[1:-1] if quoted else written
    is_sure = quoted or (key[-1] != " " and is_key(key))
    return key, f"/{escape(key)}" if is_sure else ""


class _Frame:
    """A list (`values` is None then) or mapping whose end has not been reached.

    `due` is the line in which the value of the latest key or dash is awaited, 0 where none is. `last` is where the latest
    value ends.
    """

    # What a frame begins with stands here and not in each: a large document has a hundred thousand of them.
    key: str = ""
    step: str = ""
    due: int = 0
    last: Span | None = None

    def __init__(
        self, indent: int, line: int, pointer: str, values: dict[str, Node] | None
    ) -> None:
        self.indent = indent
        self.line = line
        self.pointer = pointer
        self.values = values
        self.elements: list[Node] = []
        self.key_spans: dict[str, Span] = {}

    def path(self) -> str:
        """The pointer of the value that is due, or of the latest of a mapping."""
        if self.values is None:
            return f"{self.pointer}/{len(self.elements)}"
        return self.pointer + self.step

    def put(self, node: Node) -> None:
        """Take the value that is due, or one in place of the latest of a mapping."""
        if self.values is None:
            self.elements.append(node)
        else:
            self.values[self.key] = node
        self.last = node.span
        self.due = 0

    def left_out(self, name: str) -> None:
        """Put null where a value is due and there is none: behind the colon or dash."""
        col = self.indent + 2 if self.values is None else self.key_spans[self.key].end_col + 1
        span = Span(name, self.due, col, self.due, col)
        self.put(Node(None, span, self.path(), raw=""))


class Outline:
    """Reads a text, which ends with a line end, from the index `at` of a line on."""

    def __init__(self, text: str, name: str, at: int) -> None:
        self._text = text
        self._name = name
        self._at = at
        self._line = text.count("\n", 0, at)
        self._brackets = Brackets(text, name)
        # The root is the one element of a list around it, of which nothing shows.
        self._root = _Frame(-1, 0, "", None)
        self._root.due = 1
        self._stack = [self._root]

    def read(self) -> Node:
        """The list or mapping that the text is."""
        self._read_lines()
        while len(self._stack) > 1:
            self._close()
        (root,) = self._root.elements
        # A text alone is no document of ours, and its end is not looked for here.
        if not isinstance(root.value, dict | list):
            raise DoubtError
        return root

    def _read_lines(self) -> None:
        text, size, name, stack = self._text, len(self._text), self._name, self._stack
        # A document has the same few lines again and again: each is looked at once.
        known: dict[str, _Line] = {}
        base = 0
        while self._at < size:
            at = self._at
            line_end = text.index("\n", at)
            written = text[at:line_end]
            said = known.get(written)
            if said is None:
                said = known[written] = _line(written)
            self._at = line_end + 1
            self._line = line = self._line + 1
            is_usual, indent, _, key, step, _, key_end, value, raw, col, end, _ = said
            if is_usual and key is not None and not base:
                # Most lines, in one go, as `_take` would: a key, and a value that can't be mistaken or none.
                while (frame := stack[-1]).indent > indent:
                    self._close()
                values: dict[str, Node] | None = frame.values
                if frame.indent < indent and frame.due:
                    values = {}
                    frame = self._open(indent, frame, values)
                elif frame.due:
                    frame.left_out(name)
                if frame.indent == indent and values is not None:
                    if key in frame.key_spans:
                        raise DoubtError
                    frame.key_spans[key] = Span(name, line, indent + 1, line, key_end + 1)
                    frame.key, frame.step = key, step
                    if end:
                        frame.last = span = Span(name, line, col + 1, line, end + 1)
                        values[key] = Node(value, span, frame.pointer + step, raw=raw)
                    else:
                        frame.due = line
                    continue
            base = self._take(said, base, at - base)

    def _take(self, said: _Line, base: int, bol: int) -> int:
        """Take a line, which begins at `bol`, from the column `base` on: how much of it is done, 0 if all."""
        if not (said.end or said.rest >= 0 or said.dash or said.key is not None):
            return 0
        indent = base + said.indent
        frame = self._stack[-1]
        if indent != frame.indent or frame.due or said.dash is (frame.values is not None):
            home = self._home(indent, said.dash, bol)
            if home is None:
                return 0
            frame = home
        at = bol + base + said.rest
        if said.dash:
            frame = self._item(indent, frame)
            if said.key is None and said.rest >= 0 and self._text[at : at + 2] in ("- ", "-\n"):
                self._at, self._line = at, self._line - 1
                return at - bol
        if said.key is not None:
            frame = self._key(said, base, frame)
        if not frame.due:
            raise DoubtError
        if said.end:
            frame.put(self._simple(said, base, frame.path()))
        elif said.rest >= 0:
            self._value(at, bol, frame)
        return 0

    def _simple(self, said: _Line, base: int, pointer: str) -> Node:
        line, first = self._line, base + 1
        span = Span(self._name, line, first + said.col, line, first + said.end)
        return Node(said.value, span, pointer, raw=said.raw)

    def _home(self, indent: int, is_item: bool, bol: int) -> _Frame | None:
        """What a line with that indentation belongs to: an open list or mapping, or one whose value begins here.

        None where the line goes on with a text; it is taken then.
        """
        stack = self._stack
        while stack[-1].indent > indent:
            self._close()
        frame = stack[-1]
        if frame.indent < indent:
            if not frame.due:
                self._go_on(frame, bol)
                return None
            return frame
        if frame.values is None and not is_item:
            frame = self._close()
            if frame.indent != indent:
                raise DoubtError
        elif frame.values is not None and is_item:
            return frame
        if frame.due:
            frame.left_out(self._name)
        return frame

    def _item(self, indent: int, frame: _Frame) -> _Frame:
        """The list that an item belongs to, which awaits its value."""
        if frame.values is not None or frame.indent != indent:
            frame = self._open(indent, frame, None)
        frame.due = self._line
        return frame

    def _key(self, said: _Line, base: int, frame: _Frame) -> _Frame:
        """The mapping that a key belongs to, which awaits its value."""
        key, line, first = said.key, self._line, base + 1
        if frame.due:
            frame = self._open(base + said.key_at, frame, {})
        if key is None or not said.step or frame.values is None or key in frame.key_spans:
            raise DoubtError
        frame.key_spans[key] = Span(
            self._name, line, first + said.key_at, line, first + said.key_end
        )
        frame.key, frame.step = key, said.step
        frame.due = line
        return frame

    def _open(self, indent: int, parent: _Frame, values: dict[str, Node] | None) -> _Frame:
        if not parent.due or len(self._stack) > MAX_DEPTH:
            raise DoubtError
        pointer = parent.path() if parent is not self._root else ""
        frame = _Frame(indent, self._line, pointer, values)
        self._stack.append(frame)
        return frame

    def _close(self) -> _Frame:
        """End the innermost list or mapping: the one that it stands in."""
        frame = self._stack.pop()
        if frame.due:
            frame.left_out(self._name)
        last, parent = frame.last, self._stack[-1]
        if last is None:
            raise DoubtError
        span = Span(self._name, frame.line, frame.indent + 1, last.end_line, last.end_col)
        if frame.values is None:
            node = Node(frame.elements, span, frame.pointer)
        else:
            node = Node(frame.values, span, frame.pointer, frame.key_spans)
        parent.put(node)
        return parent

    def _value(self, at: int, bol: int, frame: _Frame) -> None:
        """Take the value that begins at the index `at`, whatever it is."""
        text = self._text
        if text[at] in "{[":
            node = self._brackets.read(at, self._line, bol, frame.path())
            self._at, self._line = line_after(text, self._brackets.at), self._brackets.line
        else:
            node = self._scalar(at, bol, frame.indent, frame.path())
        frame.put(node)

    def _scalar(self, at: int, bol: int, indent: int, pointer: str) -> Node:
        text, line = self._text, self._line
        written = READERS.get(text[at], plain)(text, at, indent)
        end = written.end
        breaks = text.count("\n", at, end)
        last = text.rfind("\n", at, end) if breaks else bol - 1
        span = Span(self._name, line, at - bol + 1, line + breaks, end - last)
        self._at = written.following
        self._line = line + text.count("\n", at, written.following) - 1
        if written.plain:
            return scalar(written.text, span, pointer)
        return Node(written.text, span, pointer)

    def _go_on(self, frame: _Frame, bol: int) -> None:
        """Read the latest text in `frame` once more, for the line at `bol` seems to go on with it."""
        latest = frame.elements.pop() if frame.values is None else frame.values[frame.key]
        start, reached = latest.span, self._at
        begin = bol
        for _ in range(self._line - start.line):
            begin = self._text.rfind("\n", 0, begin - 1) + 1
        self._line = start.line
        at = begin + start.col - 1
        if isinstance(latest.value, list | dict) or self._text[at] in READERS:
            raise DoubtError
        frame.put(self._scalar(at, begin, frame.indent, frame.path()))
        if self._at < reached:
            raise DoubtError
