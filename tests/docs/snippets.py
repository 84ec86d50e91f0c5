"""The Python of a page of documentation: every fenced block, with what the page says about running it.

An HTML comment in front of a block holds statements that tell the fakes what to answer; a `text` block behind it is what
the snippet prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(
    r"(?:<!--(?P<told>.*?)-->\n)?```python\n(?P<code>.*?)```\n(?:\n```text\n(?P<printed>.*?)```)?",
    re.DOTALL,
)


@dataclass(frozen=True)
class Snippet:
    """A block: the heading that it stands under, its place, its code, and what is told and printed."""

    heading: str
    line: int
    code: str
    told: str
    printed: str | None

    def __str__(self) -> str:
        return f"{re.sub(r'[^a-z]+', '-', self.heading.lower()).strip('-')}-{self.line}"


def snippets(page: Path) -> Iterator[Snippet]:
    """The blocks of a page, in order."""
    text = page.read_text("utf-8")
    for found in _BLOCK.finditer(text):
        before = text[: found.start("code")]
        headings = re.findall(r"^#+ (.*)$", before, re.MULTILINE)
        line = before.count("\n") + 1
        told = (found["told"] or "").strip()
        yield Snippet(headings[-1], line, found["code"], told, found["printed"])
