"""Single values as written outside of brackets: what each stands for, and where it ends. DoubtError at the least doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from .node import Node, Scalar
from .quoted import (
    BLOCK_HEADER,
    DOUBLE,
    SINGLE,
    block_lines,
    block_text,
    double_quoted,
    single_quoted,
)
from .scalar import Unreadable, is_text, resolve
from .span import Span

_PLAIN = re.compile(r"(?:[^ \t\n:]++|:(?=[^ \t\n]))+(?: ++(?!#)(?:[^ \t\n:]++|:(?=[^ \t\n]))+)*")
_PLAIN_START = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]|[-:?](?=\S)")
_GAP = re.compile(r" *+\n(?: *+\n)*( *+)")
_TAIL = re.compile(r" *+(?:(?<= )#[^\n]*+)?\n")


class DoubtError(Exception):
    """The careful reader may see this document with other eyes."""


class Written(NamedTuple):
    """A value: its text, whether it is unquoted, the index at which it ends, and that of the line after it."""

    text: str
    plain: bool
    end: int
    following: int


def quoted(text: str, at: int, _indent: int) -> Written:
    """The value in quotes that begins at the index `at`."""
    pattern, meaning = (SINGLE, single_quoted) if text[at] == "'" else (DOUBLE, double_quoted)
    found = pattern.match(text, at)
    if found is None:
        raise DoubtError
    return Written(meaning(found[1]), False, found.end(), line_after(text, found.end()))


def block(text: str, at: int, indent: int) -> Written:
    """The value after `|` or `>`, of lines further to the right than `indent`."""
    header = BLOCK_HEADER.match(text, at)
    if header is None or header["indent"] or (header["chomp"] and header["late"]):
        raise DoubtError
    lines, _, following = block_lines(text, header.end(), len(text), indent + 1, None)
    kept = len(lines)
    while kept and not lines[kept - 1]:
        kept -= 1
    chomp = header["chomp"] or header["late"]
    end = header.end()
    for _ in range(kept):
        end = text.index("\n", end + 1)
    value = block_text(lines[:kept], len(lines) - kept, text[at], chomp)
    return Written(value, False, end, following)


def plain(text: str, at: int, indent: int) -> Written:
    """The unquoted value that begins at the index `at`, with the lines further to the right that go on with it."""
    if not _PLAIN_START.match(text, at):
        raise DoubtError
    parts: list[str] = []
    while chunk := _PLAIN.match(text, at):
        parts.append(chunk[0])
        at = chunk.end()
        gap = _GAP.match(text, at)
        if gap is None or len(gap[1]) <= indent or gap.end() == len(text) or text[gap.end()] == "#":
            return Written("".join(parts), True, at, line_after(text, at))
        parts.append("\n" * (gap[0].count("\n") - 1) or " ")
        at = gap.end()
    raise DoubtError


def line_after(text: str, at: int) -> int:
    """Where the line after the index `at` begins; nothing but a comment may stand in between."""
    tail = _TAIL.match(text, at)
    if tail is None:
        raise DoubtError
    return tail.end()


READERS: Mapping[str, Callable[[str, int, int], Written]] = {
    "'": quoted,
    '"': quoted,
    "|": block,
    ">": block,
}
"""How a value is read, by its first character; `plain` for all others."""


def is_key(text: str) -> bool:
    """Whether the unquoted key `text` is sure to be what it shows."""
    return text != "<<" and (is_text(text) or resolve(text) is not None)


def scalar(text: str, span: Span, pointer: str) -> Node:
    """The node of an unquoted value. Raises DoubtError where there is something to say about it."""
    if is_text(text):
        return Node(text, span, pointer)
    value: Scalar | Unreadable = resolve(text)
    if isinstance(value, Unreadable):
        raise DoubtError
    return Node(value, span, pointer, raw=None if isinstance(value, str) else text)
