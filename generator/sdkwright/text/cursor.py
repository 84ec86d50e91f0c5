"""A text and how far it has been read, in the form ruamel.yaml asks for it."""

from __future__ import annotations

# The scanner looks a few characters ahead without asking for the end.
PADDING = 8


class Mark:
    """A place as ruamel.yaml wants it: line and column from 0."""

    __slots__ = ("column", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column


class Cursor:
    """The text and how far it has been read: ruamel.yaml's reader without chunks and checks, which `decode` has done."""

    encoding = "utf-8"

    def __init__(self, text: str) -> None:
        self.buffer = text + "\0" * PADDING
        self.index = 0
        self.line = 0
        self.column = 0

    def peek(self, ahead: int = 0) -> str:
        return self.buffer[self.index + ahead]

    def prefix(self, length: int = 1) -> str:
        return self.buffer[self.index : self.index + length]

    def get_mark(self) -> Mark:
        return Mark(self.line, self.column)

    def forward(self, length: int = 1) -> None:
        self.move(self.index + length)

    def move(self, end: int) -> None:
        """Go on to the index `end`, counting the lines passed."""
        lines = self.buffer.count("\n", self.index, end)
        if lines:
            self.line += lines
            self.column = end - self.buffer.rfind("\n", self.index, end) - 1
        else:
            self.column += end - self.index
        self.index = end
