"""Spec text made fit for a terminal or a log: nothing in it can move the cursor, turn the line round or hide."""

from __future__ import annotations

import unicodedata

MAX_LENGTH = 400

# Control, format (bidirectional marks, zero width), surrogate, line and paragraph separator.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def printable(text: str) -> str:
    """`text` on one line, every character that does not print as itself written as an escape."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(shown_as, text))


def clipped(text: str) -> str:
    """`printable(text)`, the middle left out where it is very long."""
    if len(text) <= MAX_LENGTH:
        return printable(text)
    half = MAX_LENGTH // 2
    return f"{printable(text[:half])} … {printable(text[-half:])}"


def shown_as(char: str) -> str:
    """How one character is shown."""
    if unicodedata.category(char) not in _HIDDEN:
        return char
    if char in _NAMED:
        return _NAMED[char]
    point = ord(char)
    if point < 0x100:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


def width(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    if text.isascii():
        return len(text)
    return sum(map(_char_width, text))


def _char_width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
