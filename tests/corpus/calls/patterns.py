"""A text that a regular expression matches."""

from __future__ import annotations

import re
from typing import Any

_parser: Any = getattr(re, "_parser")  # noqa: B009  # no public name since Python 3.11
_LETTERS = "a1A-_.:/ @#+"


def written(pattern: str, count: int) -> str:
    """A text that `pattern` probably matches: each repetition as often as it must, `count` times where it may."""
    return _of(_parser.parse(pattern), count)


def _of(parts: Any, count: int) -> str:
    return "".join(_one(str(kind), given, count) for kind, given in parts)


def _one(kind: str, given: Any, count: int) -> str:
    match kind:
        case "LITERAL":
            return chr(given)
        case "NOT_LITERAL":
            return "b" if given == ord("a") else "a"
        case "ANY":
            return "a"
        case "IN":
            return _member(given)
        case "BRANCH":
            return _of(given[1][0], count)
        case "SUBPATTERN":
            return _of(given[-1], count)
        case "ATOMIC_GROUP":
            return _of(given, count)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, inner = given
            often = max(int(least), min(int(most), count))
            return "".join(_of(inner, count) for _ in range(often))
    return ""


def _member(given: Any) -> str:
    """The first likely character of a set."""
    everything = map(chr, range(32, 0x250))
    return next((c for c in (*_LETTERS, *everything) if _is_in(given, c)), "")


def _is_in(given: Any, character: str) -> bool:
    negated, found = False, False
    for kind, what in given:
        match str(kind):
            case "NEGATE":
                negated = True
            case "LITERAL":
                found = found or ord(character) == what
            case "RANGE":
                found = found or what[0] <= ord(character) <= what[1]
            case "CATEGORY":
                found = found or _CATEGORIES[str(what)](character)
    return found != negated


_CATEGORIES: dict[str, Any] = {
    "CATEGORY_DIGIT": str.isdigit,
    "CATEGORY_NOT_DIGIT": lambda c: not c.isdigit(),
    "CATEGORY_SPACE": str.isspace,
    "CATEGORY_NOT_SPACE": lambda c: not c.isspace(),
    "CATEGORY_WORD": lambda c: c.isalnum() or c == "_",
    "CATEGORY_NOT_WORD": lambda c: not (c.isalnum() or c == "_"),
}
