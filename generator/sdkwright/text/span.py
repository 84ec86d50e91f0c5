"""Where a piece of text stands in a file."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True, order=True, array_like=True, gc=False):
    """A range of a file. Lines and columns count from 1, in characters; the end is exclusive."""

    file: str
    line: int
    col: int
    end_line: int
    end_col: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.col}"

    def moved(self, lines: int) -> Span:
        """The same a number of lines further down."""
        return Span(self.file, self.line + lines, self.col, self.end_line + lines, self.end_col)
