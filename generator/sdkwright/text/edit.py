"""Changes to a text, said as ranges and what shall stand there, with what each does to the values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from .node import Node, Plain, steps_of
from .span import Span


class Edit(Struct, frozen=True):
    """What stands at `span` becomes `text`."""

    span: Span
    text: str


class Change(Struct, frozen=True):
    """The value at a JSON pointer becomes `value`; is taken away where there is none; is new where `pointer` leads nowhere."""

    pointer: str
    value: tuple[Plain, ...] = ()


class Fix(Struct, frozen=True):
    """Edits of one file, and all that they change of its values: nothing where `changes` is empty."""

    edits: tuple[Edit, ...]
    changes: tuple[Change, ...] = ()


def edited(text: str, edits: Iterable[Edit]) -> str:
    """`text` with the edits made, of which no two overlap: the later of two that do is left out.

    A column behind the end of its line stands for that end.
    """
    starts = _line_starts(text)
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    pieces: list[str] = []
    end = 0
    for edit in sorted(edits, key=lambda one: one.span):
        span = edit.span
        first = min(starts[span.line - 1] + span.col - 1, ends[span.line - 1])
        last = min(starts[span.end_line - 1] + span.end_col - 1, ends[span.end_line - 1])
        if first < end:
            continue
        pieces += [text[end:first], edit.text]
        end = last
    return "".join([*pieces, text[end:]])


def overlap(one: Fix, other: Fix) -> bool:
    """Whether two fixes of a file touch the same text."""
    return any(
        (a.span.line, a.span.col) < (b.span.end_line, b.span.end_col)
        and (b.span.line, b.span.col) < (a.span.end_line, a.span.end_col)
        for a in one.edits
        for b in other.edits
    )


def changed(root: Node, changes: Sequence[Change]) -> Plain:
    """The plain value of a tree with the changes made; those further down a list first, so that places stay right."""
    value = root.plain()
    for change in sorted(changes, key=_depth_first, reverse=True):
        value = _set(value, steps_of(change.pointer), change.value)
    return value


def _set(value: Plain, steps: tuple[str, ...], new: tuple[Plain, ...]) -> Plain:
    if not steps:
        return new[0] if new else value
    step, *rest = steps
    if isinstance(value, list):
        at = int(step)
        if rest:
            value[at] = _set(value[at], tuple(rest), new)
        elif new:
            value[at : at + 1] = new
        else:
            del value[at]
    elif isinstance(value, dict):
        if rest:
            value[step] = _set(value[step], tuple(rest), new)
        elif new:
            value[step] = new[0]
        else:
            value.pop(step, None)
    return value


def _depth_first(change: Change) -> tuple[str, ...]:
    # Filled up with zeros, places of a list sort as numbers.
    return tuple(step.zfill(9) for step in steps_of(change.pointer))


def _line_starts(text: str) -> list[int]:
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts
