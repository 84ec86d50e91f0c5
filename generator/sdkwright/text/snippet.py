"""A source line with carets under a span, cut to a readable length around it."""

from __future__ import annotations

from msgspec import Struct

from .printable import shown_as, width
from .span import Span

MAX_COLUMNS = 160
_BEFORE = 60
_TAB = "    "


class Snippet(Struct, frozen=True):
    """What to print: the line as shown, the blanks before the carets, and the carets."""

    line: str
    indent: str
    carets: str


def snippet(line: str, span: Span) -> Snippet:
    """`line`, which is the first line of `span`, with carets under what the span covers of it."""
    start = min(max(span.col - 1, 0), len(line))
    end = len(line) if span.end_line > span.line else min(span.end_col - 1, len(line))
    end = max(end, start)
    first, last = _window(line, start)
    head = "…" if first else ""
    tail = "…" if last < len(line) else ""
    before = head + _shown(line[first:start])
    inside = _shown(line[start : min(end, last)])
    after = _shown(line[min(end, last) : last])
    carets = "^" * max(width(inside.rstrip()), 1)
    return Snippet(f"{before}{inside}{after}{tail}".rstrip(), " " * width(before), carets)


def _window(line: str, start: int) -> tuple[int, int]:
    if len(line) <= MAX_COLUMNS:
        return 0, len(line)
    first = max(0, min(start - _BEFORE, len(line) - MAX_COLUMNS))
    return first, min(len(line), first + MAX_COLUMNS)


def _shown(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return "".join(_TAB if char == "\t" else shown_as(char) for char in text)
