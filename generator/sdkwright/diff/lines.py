"""Before and after as lines: signatures with an argument a line, and what differs marked line by line and word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from ..text.printable import printable

_WIDE = 88
_CONTEXT = 2
_LONGEST = 2_000
"""Lines that are longer together are not compared word by word."""
_OPENING, _CLOSING = "([{", ")]}"
_WORD = re.compile(r"\w+|\s+|[^\w\s]")


class Line(Struct, frozen=True):
    """A line: `-`, `+`, or a blank for what stays; `…` for lines left out. `old` and `new` are numbers where lines have any."""

    sign: str
    text: str
    old: int | None = None
    new: int | None = None


Numbered = tuple[int, str]


def signature_lines(text: str) -> tuple[str, ...]:
    """A signature as black lays it out: on one line, or an argument a line."""
    opened = text.find("(")
    if len(text) <= _WIDE or opened < 0:
        return (text,)
    arguments, rest = _arguments(text[opened + 1 :])
    head = text[: opened + 1]
    return (head, *(f"    {one}," for one in arguments), f"){rest}")


def _arguments(text: str) -> tuple[list[str], str]:
    """What stands between the parentheses, and what follows on them."""
    found: list[str] = []
    depth, start, quote = 0, 0, ""
    for at, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif char in "'\"":
            quote = char
        elif char in _OPENING:
            depth += 1
        elif char in _CLOSING and depth == 0:
            last = text[start:at].strip()
            return [*found, *([last] if last else [])], text[at + 1 :]
        elif char in _CLOSING:
            depth -= 1
        elif char == "," and depth == 0:
            found.append(text[start:at].strip())
            start = at + 1
    return [text], ""


def python_lines(before: str | None, after: str | None) -> tuple[Line, ...]:
    """A symbol before and after, with the arguments that stay left out but for those beside a change."""
    old = signature_lines(printable(before)) if before is not None else ()
    new = signature_lines(printable(after)) if after is not None else ()
    if before is not None and after is not None and (len(old) == 1) is not (len(new) == 1):
        # One of them fits a line, the other does not: both an argument a line, to be compared.
        old, new = (_split(printable(one)) for one in (before, after))
    return tuple(_folded(compared(list(enumerate(old, 1)), list(enumerate(new, 1)))))


def _split(text: str) -> tuple[str, ...]:
    opened = text.find("(")
    if opened < 0:
        return (text,)
    arguments, rest = _arguments(text[opened + 1 :])
    return (text[: opened + 1], *(f"    {one}," for one in arguments), f"){rest}")


def compared(old: Sequence[Numbered], new: Sequence[Numbered]) -> Iterator[Line]:
    """Numbered lines of two texts, one after the other: what went, what came, what stays."""
    matcher = SequenceMatcher(None, [text for _, text in old], [t for _, t in new], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            for (n, text), (m, _) in zip(old[a:b], new[c:d], strict=True):
                yield Line(" ", text, n, m)
            continue
        yield from (Line("-", text, n, None) for n, text in old[a:b])
        yield from (Line("+", text, None, m) for m, text in new[c:d])


def _folded(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines without long runs of such as stay; the first and the last one are shown."""
    listed = list(lines)
    changed = [at for at, line in enumerate(listed) if line.sign != " "]
    near = {0, len(listed) - 1} | {
        at + step for at in changed for step in range(-_CONTEXT, _CONTEXT + 1)
    }
    skipped = 0
    for at, line in enumerate(listed):
        if at in near or not changed:
            if skipped:
                yield Line("…", f"    # {skipped} more")
                skipped = 0
            yield line
        else:
            skipped += 1


Piece = tuple[str, bool]
"""A part of a line, and whether it is what differs."""


def words(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Two lines in pieces, those marked that only one of them has; unmarked where they have little in common."""
    if len(before) + len(after) > _LONGEST:
        return ((before, False),), ((after, False),)
    a, b = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.ratio() < 0.4:
        return ((before, False),), ((after, False),)
    old: list[Piece] = []
    new: list[Piece] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        old += [("".join(a[i:j]), tag != "equal")] if j > i else []
        new += [("".join(b[k:m]), tag != "equal")] if m > k else []
    return tuple(old), tuple(new)
