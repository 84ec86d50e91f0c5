"""The tree of a sound document in the usual forms, many times faster than the careful reader; None at the least doubt.

What it reads it reads as the careful reader does, to the column. All else (anchors, tags, directives, several documents,
whatever is wrong) is left to that, whose words the author then sees.
"""

from __future__ import annotations

import re

from .brackets import Brackets
from .node import Node
from .outline import Outline
from .quoted import BadEscapeError
from .written import DoubtError

# What stands between documents, and byte order marks within one. YAML 1.1 knows more line ends than 1.2; nobody means them.
_SEPARATORS = ("---", "...")
_DOUBTFUL = ("\n---", "\n...", "\x85", "\u2028", "\u2029", "\ufeff")

_HEAD = re.compile(r"(?: *+(?:#[^\n]*+)?\n)*(?:--- *+\n)?(?: *+(?:#[^\n]*+)?\n)*")
_REST = re.compile(r"[ \t\n]*+\Z")


def read(text: str, name: str) -> Node | None:
    """The tree of `text`, the same as the careful reader gives; None where that has to be asked."""
    if not text.endswith("\n"):
        text += "\n"
    head = _HEAD.match(text)
    at = head.end() if head else 0
    if at == len(text) or text.startswith(_SEPARATORS, at):
        return None
    if any(text.find(sign, at) >= 0 for sign in _DOUBTFUL):
        return None
    try:
        return _bracketed(text, name, at) or Outline(text, name, at).read()
    except (DoubtError, BadEscapeError):
        return None


def entries(text: str, name: str, pointer: str) -> tuple[Node, str] | None:
    """The entries of the mapping in brackets at `pointer` of which `text`, whole lines, is a part; None at the least doubt.

    They are the mapping that is given, in the lines that they have in `text`. Beside it stands what decides whether they go
    with what is around them: the comma at the end, or all from the bracket on that closes the mapping, where that is here.
    """
    if any(sign in text for sign in _DOUBTFUL):
        return None
    whole = f"{{\n{text}}}"
    brackets = Brackets(whole, name)
    try:
        node = brackets.read(0, 0, 0, pointer)
    except (DoubtError, BadEscapeError):
        return None
    end = brackets.at - 1
    is_alone = not whole[whole.rfind("\n", 0, end) : end].strip()
    behind = whole[end:] if end < len(whole) - 1 else text.rstrip()[-1:]
    return (node, behind) if is_alone else None


def _bracketed(text: str, name: str, at: int) -> Node | None:
    start = len(text) - len(text[at:].lstrip(" \t"))
    if text[start] not in "{[":
        return None
    bol = text.rfind("\n", 0, start) + 1
    brackets = Brackets(text, name)
    root = brackets.read(start, text.count("\n", 0, start) + 1, bol, "")
    if not _REST.match(text, brackets.at):
        raise DoubtError
    return root
