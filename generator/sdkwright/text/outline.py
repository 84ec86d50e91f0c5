"""Lists and mappings told by indentation, taken line by line. DoubtError at the least doubt."""

from __future__ import annotations

import re

from .brackets import MAX_DEPTH, Brackets
from .node import Node, escape
from .span import Span, span_of
from .written import READERS, DoubtError, is_key, line_after, plain, scalar

# A line: its indentation, a dash with the blanks after it, a key with its colon, then either an unquoted value that cannot
# be mistaken or whatever else there is.
_LINE = re.compile(
    r"( *+)(?:(-)(?: ++|(?=\n)))?"
    r"(?:([^\s\-?:,\[\]{}#&*!|>'\"%@`][^:#\n\t]*+(?::(?=[^ \n\t])[^:#\n\t]*+)*|'[^'\n]*+'|\"[^\"\\\n]*+\")"
    r":(?: ++|(?=\n)))?"
    r"(?:([^\s\-?:,\[\]{}#&*!|>'\"%@`][^:#\n\t]*+)(?=\n)|([^\n]*+))\n"
)


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
        span = span_of((name, self.due, col, self.due, col))
        self.put(Node(None, span, self.path(), raw=""))


class Outline:
    """Reads a text, which ends with a line end, from the index `at` of a line on."""

    def __init__(self, text: str, name: str, at: int) -> None:
        self._text = text
        self._name = name
        self._at = at
        self._line = text.count("\n", 0, at)
        self._brackets = Brackets(text, name)
        # The unquoted keys met so far, as steps of pointers: a document has the same few again and again.
        self._steps: dict[str, str] = {}
        # The root is the one element of a list around it, of which nothing shows.
        self._root = _Frame(-1, 0, "", None)
        self._root.due = 1
        self._stack = [self._root]

    def read(self) -> Node:
        """The list or mapping that the text is."""
        text, end, match, stack = self._text, len(self._text), _LINE.match, self._stack
        base = 0
        while self._at < end:
            found = match(text, self._at)
            if found is None:
                raise DoubtError
            bol = self._at - base
            self._at = found.end()
            self._line += 1
            blanks, dash, key, simple, rest = found.groups()
            usual = key and not (base or dash or rest)
            if usual and self._entry(len(blanks), key, simple, found.start(4) - bol):
                continue
            base = self._take(found, base, bol)
        while len(stack) > 1:
            self._close()
        (root,) = self._root.elements
        # A text alone is no document of ours, and its end is not looked for here.
        if not isinstance(root.value, dict | list):
            raise DoubtError
        return root

    def _entry(self, indent: int, key: str, simple: str | None, col: int) -> bool:
        """Take a line of the form that most have: a key that was met before, and a value that can't be mistaken or none.

        The same as `_take`, in one go; False where that has to look at the line.
        """
        stack, line = self._stack, self._line
        while (frame := stack[-1]).indent > indent:
            self._close()
        step, values = self._steps.get(key), frame.values
        if step is None or (values is None if frame.indent == indent else not frame.due):
            return False
        if frame.indent < indent:
            values = dict[str, Node]()
            frame = self._open(indent, frame, values)
        elif frame.due:
            frame.left_out(self._name)
        if values is None or key in frame.key_spans:
            raise DoubtError
        frame.key_spans[key] = span_of((self._name, line, indent + 1, line, indent + 1 + len(key)))
        frame.key, frame.step = key, step
        if simple is None:
            frame.due = line
            return True
        if simple[-1] == " ":
            simple = simple.rstrip(" ")
        frame.last = span_of((self._name, line, col + 1, line, col + 1 + len(simple)))
        values[key] = scalar(simple, frame.last, frame.pointer + step)
        return True

    def _node(self, simple: str, col: int, pointer: str) -> Node:
        if simple[-1] == " ":
            simple = simple.rstrip(" ")
        line = self._line
        return scalar(simple, span_of((self._name, line, col, line, col + len(simple))), pointer)

    def _take(self, found: re.Match[str], base: int, bol: int) -> int:
        """Take a line, which begins at `bol`, from the column `base` on: how much of it is done, 0 if all."""
        blanks, dash, key, simple, rest = found.groups()
        if rest and rest[0] == "#":
            rest = ""
        if not (simple or rest or dash or key):
            return 0
        indent = base + len(blanks)
        frame = self._stack[-1]
        if indent != frame.indent or frame.due or (dash is None) is (frame.values is None):
            home = self._home(indent, dash is not None, bol)
            if home is None:
                return 0
            frame = home
        if dash is not None:
            frame = self._item(indent, frame)
            if key is None and rest and rest[0] == "-" and rest[1:2] in ("", " "):
                self._at, self._line = found.start(5), self._line - 1
                return found.start(5) - bol
        if key is not None:
            frame = self._key(key, found.start(3) - bol, frame)
        if not frame.due:
            raise DoubtError
        if simple is not None:
            frame.put(self._node(simple, found.start(4) - bol + 1, frame.path()))
        elif rest:
            self._value(found.start(5), bol, frame)
        return 0

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

    def _key(self, key: str, col: int, frame: _Frame) -> _Frame:
        """The mapping that a key belongs to, which awaits its value."""
        if frame.due:
            frame = self._open(col, frame, {})
        text = key
        if key[0] in "'\"":
            text = key[1:-1]
            step = f"/{escape(text)}"
        elif key[-1] == " " or not is_key(key):
            raise DoubtError
        else:
            step = self._steps.get(key) or self._steps.setdefault(key, f"/{escape(key)}")
        if frame.values is None or text in frame.key_spans:
            raise DoubtError
        line, after = self._line, col + 1 + len(key)
        frame.key_spans[text] = span_of((self._name, line, col + 1, line, after))
        frame.key, frame.step = text, step
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
        span = span_of((self._name, frame.line, frame.indent + 1, last[3], last[4]))
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
        span = span_of((self._name, line, at - bol + 1, line + breaks, end - last))
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
