"""Where the text of a document was edited, in entries of it, of `paths`, of `webhooks` or of a section of `components`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from ..text.diagnostic import Diagnostic
from ..text.node import Node, child_of
from ..text.span import Span

DECIDING = ("openapi", "$self", "jsonSchemaDialect")
"""The entries of a document that decide how all else in it is read."""

# Of these not the whole is an entry but what is in them.
_SECTIONS = ("paths", "webhooks", "components")

# So large a part of a text, at most, is worth it.
_PART = 1 / 8

# So many blocks in a row may have changed or gone: to look for where a text goes on takes time.
_ROW = 8

Way = tuple[str, ...]


class Edit(Struct, frozen=True):
    """An edited part of a text: the entries `keys` of the mapping that `way` leads to.

    The part begins with `line`, and ends before the line `after` of the old text, or with it (None). `old` and `new` are
    its texts; `following` is the line behind it. `is_json` says that all stands in brackets.
    """

    way: Way
    keys: tuple[str, ...]
    line: int
    after: int | None
    old: str
    new: str
    following: str
    is_json: bool

    @property
    def lines(self) -> int:
        """How many lines it adds."""
        return self.new.count("\n") - self.old.count("\n")


class _Block(Struct, frozen=True):
    """Lines from `line` on: those of the entry `key` of the mapping that `way` leads to, or others (None).

    `width` is how far the key in the first of them reaches.
    """

    line: int
    width: int
    way: Way | None = None
    key: str = ""


class _Run(Struct):
    """Blocks from `first` to before `last`, in place of which a text stands from `start` to before `end`."""

    first: int
    last: int
    start: int
    end: int


def blocks_of(root: Node, text: str) -> list[str]:
    """The text of the tree `root`, cut where each entry begins. Nothing where that can't be told."""
    if not text.endswith("\n"):
        return []
    rows = text.split("\n")
    cuts = [block.line - 1 for block in _blocks(root)]
    return ["\n".join([*rows[one:other], ""]) for one, other in pairwise([*cuts, len(rows) - 1])]


def _blocks(root: Node) -> list[_Block]:
    """The blocks of a document, in the order of their lines; none for one that is not written line by line."""
    keys = _keys(root)
    found = [_Block(1, 0)] if keys and keys[0][1].line > 1 else []
    for key, span in keys:
        is_entry = key not in _SECTIONS and key not in DECIDING
        found += _entries([(key, span)], ()) if is_entry else [_Block(span.line, span.end_col - 1)]
        child = child_of(root, key)
        if key == "components":
            for name, at in _keys(child):
                found.append(_Block(at.line, at.end_col - 1))
                found += _entries(_keys(child_of(child, name)), (key, name))
        elif key in _SECTIONS:
            found += _entries(_keys(child), (key,))
    is_rising = all(one.line < other.line for one, other in pairwise(found))
    return found if is_rising else []


def _entries(keys: Sequence[tuple[str, Span]], way: Way) -> list[_Block]:
    return [_Block(span.line, span.end_col - 1, way, key) for key, span in keys]


def _keys(node: Node) -> Sequence[tuple[str, Span]]:
    """The keys of a mapping with their places; none where they are not all written in it."""
    if not isinstance(node.value, dict) or list(node.value) != list(node.key_spans):
        return ()
    return tuple(node.key_spans.items())


def find_edits(root: Node, texts: Sequence[str], new: str) -> list[Edit]:
    """How `new` differs from the `blocks_of` the text of `root`; nothing where that is not within entries, or too much."""
    blocks = _blocks(root)
    runs = _runs(blocks, texts, new) if len(blocks) == len(texts) and new.endswith("\n") else None
    if not runs or sum(run.end - run.start for run in runs) > len(new) * _PART:
        return []
    edits: list[Edit] = []
    for run in runs:
        own = blocks[run.first : run.last]
        way = own[0].way if own else None
        if way is None or any(block.way != way for block in own):
            return []
        edits.append(
            Edit(
                way,
                tuple(block.key for block in own),
                own[0].line,
                blocks[run.last].line if run.last < len(blocks) else None,
                "".join(texts[run.first : run.last]),
                new[run.start : run.end],
                _first_line(texts, run.last),
                texts[0].lstrip()[:1] == "{",
            )
        )
    return edits


def _runs(blocks: Sequence[_Block], texts: Sequence[str], new: str) -> list[_Run] | None:
    """The blocks that are otherwise in `new`, with what stands there; None where that is too much to look for."""
    runs: list[_Run] = []
    at = start = 0
    while at < len(texts) or start < len(new):
        if at < len(texts) and new.startswith(texts[at], start):
            start += len(texts[at])
            at += 1
            continue
        found = _onward(texts, at, new, start)
        if found is None:
            return None
        run = _Run(at, found[0], start, found[1])
        at, start = found
        if not _begins(blocks, texts, run, new):
            # It may belong to the block before, which only got longer.
            if runs and runs[-1].last == run.first:
                before = runs.pop()
                run.first, run.start = before.first, before.start
            elif run.first and blocks[run.first - 1].way is not None:
                run.first -= 1
                run.start -= len(texts[run.first])
        if run.first == run.last < len(texts):
            start += len(texts[at])
            at += 1
            run.last, run.end = at, start
        runs.append(run)
    return runs


def _begins(blocks: Sequence[_Block], texts: Sequence[str], run: _Run, new: str) -> bool:
    """Whether what stands in place of blocks begins with the key of the first."""
    key = texts[run.first][: blocks[run.first].width] if run.first < len(texts) else ""
    return key != "" and new.startswith((f"{key}:", f"{key} :"), run.start)


def _onward(texts: Sequence[str], at: int, new: str, start: int) -> tuple[int, int] | None:
    """The next block from `at` on that stands in `new` from `start` on, and where."""
    for index in range(at, min(at + _ROW, len(texts))):
        found = new.find(texts[index], start)
        while found > 0 and new[found - 1] != "\n":
            found = new.find(texts[index], found + 1)
        if found >= 0:
            return index, found
    return (len(texts), len(new)) if at + _ROW >= len(texts) else None


def _first_line(texts: Sequence[str], at: int) -> str:
    return texts[at][: texts[at].index("\n") + 1] if at < len(texts) else ""


def still_told(found: Sequence[Diagnostic], edits: Sequence[Edit]) -> list[Diagnostic] | None:
    """What was found outside of `edits`, where it stands now; None where it can't be told from what was found in them."""
    told: list[Diagnostic] = []
    for one in found:
        if one.span is None:
            return None
        spans = [one.span, *(span for span, _ in one.related)]
        touched = [[edit for edit in edits if _touches(edit, span)] for span in spans]
        if not any(touched):
            told.append(one.placed(lambda span: span.moved(added(edits, span.line))))
        elif not all(
            own and _holds(own[0], span) for own, span in zip(touched, spans, strict=True)
        ):
            return None
    return told


def _touches(edit: Edit, span: Span) -> bool:
    return edit.line <= span.end_line and (edit.after is None or span.line < edit.after)


def _holds(edit: Edit, span: Span) -> bool:
    return edit.line <= span.line and (edit.after is None or span.end_line < edit.after)


def added(edits: Sequence[Edit], line: int) -> int:
    """How many lines are added before a line of the old text."""
    return sum(edit.lines for edit in edits if edit.after is not None and edit.after <= line)
