"""A text as the lines of a docstring: prose and list items are wrapped, code and tables keep their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

_ITEM = re.compile(r"( *)([-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_FENCE = re.compile(r" *(```|~~~)")
_KEPT = re.compile(r" *[>|]|#{1,6} | {4}")
_RULE = re.compile(r"[ :|-]+")


def wrapped(text: str, width: int) -> list[str]:
    """The lines of `text`, no longer than `width` where words allow it; blank lines stand alone."""
    if text.isprintable() and text[:1].isalpha():
        # One paragraph without any mark, as most texts are.
        return list(filled(text.split(), width, "", ""))
    # Only real line ends count: str.splitlines() would also split at characters that Python source does not.
    ended = text.replace("\r\n", "\n").replace("\r", "\n")
    rows = ended.expandtabs(4).strip("\n").split("\n")
    block = _Block(width)
    tables = _tables(rows)
    for at, row in enumerate(rows):
        block.take(row, table=at in tables)
    return block.finished()


def _tables(rows: list[str]) -> frozenset[int]:
    """The rows of tables, found by the rule below the head."""
    found: set[int] = set()
    for at, row in enumerate(rows):
        if at and "|" in row and "-" in row and "|" in rows[at - 1] and _RULE.fullmatch(row):
            found |= {at - 1, at}
        elif at - 1 in found and "|" in row:
            found.add(at)
    return frozenset(found)


def _is_kept(row: str, item: bool) -> bool:
    """Whether a row outside of a list stays as it is. Items that stand so deep are in the entry of a section, laid out."""
    return row.startswith(" " * 8) if item else _KEPT.match(row) is not None


class _Block(Struct):
    """The lines so far, and the words of the paragraph or list item that is being read."""

    width: int
    lines: list[str] = field(default_factory=list[str])
    words: list[str] = field(default_factory=list[str])
    mark: str = ""
    fence: str = ""

    def take(self, row: str, *, table: bool) -> None:
        """Read one row."""
        fence = _FENCE.match(row)
        item = _ITEM.match(row)
        words = _words(row)
        if self.fence:
            self.fence = "" if fence and fence[1] == self.fence else self.fence
            self.lines.append(row.rstrip())
        elif not words:
            self._flush()
            self._blank()
        elif fence or table or (not self.mark and _is_kept(row, item is not None)):
            self._flush()
            self.fence = fence[1] if fence and row.count(fence[1]) == 1 else ""
            self.lines.append(row.rstrip())
        elif item and (self.mark or not self.words or item[2] in "*-+"):
            self._flush()
            self.mark = f"{item[1][:12]}{item[2]} "
            self.words = _words(row[item.end() :])
        else:
            self.words += words

    def finished(self) -> list[str]:
        """All lines, without blank ones at the end."""
        self._flush()
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        return self.lines

    def _blank(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def _flush(self) -> None:
        self.lines += filled(self.words, self.width, self.mark, " " * len(self.mark))
        self.words, self.mark = [], ""


def _words(row: str) -> list[str]:
    # Other white space of Unicode stays, where it can be seen.
    return [word for word in row.translate(_BLANKS).split(" ") if word]


_BLANKS = str.maketrans("\x0b\x0c", "  ")


def filled(words: list[str], width: int, first: str, further: str) -> Iterator[str]:
    """The words in lines as full as may be: the first line begins with `first`, the others with `further`."""
    if not words:
        return
    line = first + words[0]
    for word in words[1:]:
        if len(line) + 1 + len(word) > width:
            yield line
            line = further + word
        else:
            line = f"{line} {word}"
    yield line
