"""Where a piece of text stands in a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple


class Span(NamedTuple):
    """A range of a file. Lines and columns count from 1, in characters; the end is exclusive.

    A tuple, for it can be made without its fields being taken one by one, and a large document has half a million.
    """

    file: str
    line: int
    col: int
    end_line: int
    end_col: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.col}"


span_of: Callable[[tuple[str, int, int, int, int]], Span] = partial(tuple[object].__new__, Span)
"""The span of five values: sooner than by `Span` itself, which takes its arguments one by one."""
