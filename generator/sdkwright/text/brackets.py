"""Lists and mappings between brackets, as JSON writes them and YAML too, taken by a few regular expressions."""

from __future__ import annotations

import re

from .node import Node, escape
from .quoted import double_quoted, single_quoted
from .span import Span
from .written import DoubtError, is_key, scalar

MAX_DEPTH = 100
"""What is deeper is left to the careful reader, which counts exactly."""

# One token with the blanks before it. The last alternative is plain text that no reader can take for something else.
_TOKEN = re.compile(
    r"((?:[ \t\n]++|(?<=[ \t\n])#[^\n]*+)*)"
    r'(?:"([^"\\\n]*+)"|"((?:[^"\\]++|\\.)*)"|([{}\[\],])|\'((?:[^\'\n]++|\'\')*)\'(?!\')'
    r"|((?:[A-Za-z0-9_./$+]|-(?=[^ \t\n,\[\]{}]))[^ \t\n,\[\]{}:#\"'&*!|>%@`?]*+(?:(?: ++|:)[^ \t\n,\[\]{}:#\"'&*!|>%@`?]++)*))",
    re.DOTALL,
)
_COLON = re.compile(r"[ ]*+:(?=[ \t\n])")
_CLOSE_COLON = re.compile(r"[ \t]*+:")


class Brackets:
    """Reads one bracketed value after the other, each from where it starts; `line` and `at` say how far that went."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self._bol = 0
        self.line = 1
        self.at = 0

    def read(self, at: int, line: int, bol: int, pointer: str) -> Node:
        """The value whose bracket is at the index `at`, in the line that begins at `bol`.

        Raises DoubtError; also where something is written that the careful reader understands.
        """
        self.at, self.line, self._bol = at + 1, line, bol
        depth = pointer.count("/")
        return (
            self._mapping(pointer, depth) if self._text[at] == "{" else self._list(pointer, depth)
        )

    def _token(self) -> tuple[str, str | None, str | None, int]:
        """The bracket or comma that comes next, or the text, and that as written where it is plain; and where it begins."""
        match = _TOKEN.match(self._text, self.at)
        if match is None:
            raise DoubtError
        blanks, simple, escaped, sign, single, plain = match.groups()
        start = match.end(1)
        if "\n" in blanks:
            self.line += blanks.count("\n")
            self._bol = self._text.rfind("\n", self.at, start) + 1
        self.at = match.end()
        if simple is not None:
            return "", simple, None, start
        if sign is not None:
            return sign, None, None, start
        if plain is not None:
            return "", plain, plain, start
        if single is not None:
            return "", single_quoted(single), None, start
        if "\n" in escaped:
            raise DoubtError
        return "", double_quoted(escaped), None, start

    def _span(self, start: int) -> Span:
        col = start - self._bol + 1
        return Span(self._name, self.line, col, self.line, col + self.at - start)

    def _value(self, pointer: str, depth: int) -> Node | None:
        """The value that comes next; None at a closing bracket."""
        sign, text, plain, start = self._token()
        if text is None:
            if sign == "{":
                return self._mapping(pointer, depth + 1)
            if sign == "[":
                return self._list(pointer, depth + 1)
            if sign == "]":
                return None
            raise DoubtError
        span = self._span(start)
        if plain is None:
            return Node(text, span, pointer)
        return scalar(plain, span, pointer)

    def _list(self, pointer: str, depth: int) -> Node:
        line, col = self.line, self.at - self._bol
        elements: list[Node] = []
        if depth > MAX_DEPTH:
            raise DoubtError
        while (node := self._value(f"{pointer}/{len(elements)}", depth)) is not None:
            elements.append(node)
            sign, *_ = self._token()
            if sign == "]":
                break
            if sign != ",":
                raise DoubtError
        span = Span(self._name, line, col, self.line, self.at - self._bol + 1)
        return Node(elements, span, pointer)

    def _mapping(self, pointer: str, depth: int) -> Node:
        line, col = self.line, self.at - self._bol
        values: dict[str, Node] = {}
        key_spans: dict[str, Span] = {}
        if depth > MAX_DEPTH:
            raise DoubtError
        while True:
            sign, key, plain, start = self._token()
            if key is None:
                if sign == "}":
                    break
                raise DoubtError
            key_spans[key] = self._key(key, plain, start, values)
            step = escape(key) if "~" in key or "/" in key else key
            node = self._value(f"{pointer}/{step}", depth)
            if node is None:
                raise DoubtError
            values[key] = node
            sign, *_ = self._token()
            if sign == "}":
                break
            if sign != ",":
                raise DoubtError
        span = Span(self._name, line, col, self.line, self.at - self._bol + 1)
        return Node(values, span, pointer, key_spans)

    def _key(self, key: str, plain: str | None, start: int, values: dict[str, Node]) -> Span:
        span = self._span(start)
        if key in values or (plain is not None and not is_key(plain)):
            raise DoubtError
        colon = (_CLOSE_COLON if plain is None else _COLON).match(self._text, self.at)
        if colon is None:
            raise DoubtError
        self.at = colon.end()
        return span
