"""Safe changes that several rules make: an element or a key taken away, null put into a list.

Each gives None where the text is written in a way that it can't be sure of.
"""

from __future__ import annotations

from msgspec.structs import replace

from ...text.edit import Change, Edit, Fix
from ...text.node import Node, child_pointer
from ...text.span import Span


def with_null(enum: Node) -> Fix | None:
    """The fix that puts null behind the last value of a list, in the style in which it is written."""
    last = enum.elements()[-1].span
    end = replace(last, line=last.end_line, col=last.end_col)
    flow = (enum.span.end_line, enum.span.end_col) > (last.end_line, last.end_col)
    change = Change(child_pointer(enum.pointer, len(enum.elements())), (None,))
    if flow:
        return Fix((Edit(end, ", null"),), (change,))
    if last.line != last.end_line:
        return None
    return Fix((Edit(end, "\n" + " " * (enum.span.col - 1) + "- null"),), (change,))


def without_element(listed: Node, at: int) -> Fix | None:
    """The fix that takes one of several elements out of a list, with the comma or the line that belongs to it."""
    elements = listed.elements()
    one, before = elements[at].span, elements[at - 1].span
    if at == 0 or one.line != one.end_line:
        return None
    change = Change(child_pointer(listed.pointer, at))
    last = elements[-1].span
    flow = (listed.span.end_line, listed.span.end_col) > (last.end_line, last.end_col)
    if flow:
        gap = replace(one, line=before.end_line, col=before.end_col)
        return Fix((Edit(gap, ""),), (change,)) if before.end_line == one.line else None
    if before.end_line == one.line:
        return None
    # The whole line, from the end of the one before it; a comment behind the element goes with it.
    return (
        None
        if one.line - 1 != before.end_line
        else Fix((Edit(replace(one, line=before.end_line, col=before.end_col), ""),), (change,))
    )


def without_key(node: Node, key: str) -> Fix | None:
    """The fix that takes an entry out of a mapping, in a block with the lines that it is written on."""
    value, place = node.get(key), node.key_spans.get(key)
    spans = [node.at_key(other) for other, _ in node.items() if other != key]
    if value is None or place is None or not spans:
        return None
    others = [one.line for one in spans] + [
        child.span.end_line for k, child in node.items() if k != key
    ]
    if any(place.line <= line <= value.span.end_line for line in others):
        return _in_line(node, key, place, value)
    if place.line == node.span.line:
        # The first entry: the next one takes its place, which stands behind `- ` or on a line of the same depth.
        after = min(spans)
        if after.col != place.col or after < place:
            return None
        gap = replace(place, end_line=after.line, end_col=after.col)
        return Fix((Edit(gap, ""),), (Change(child_pointer(node.pointer, key)),))
    end = value.span
    gap = replace(place, line=place.line - 1, col=_FAR, end_line=end.end_line, end_col=_FAR)
    return Fix((Edit(gap, ""),), (Change(child_pointer(node.pointer, key)),))


def _in_line(node: Node, key: str, place: Span, value: Node) -> Fix | None:
    """The fix that takes an entry out of a line: up to the next key, or, of the last one, from the end of the value before."""
    if value.span.end_line != place.line:
        return None
    keys = sorted(node.at_key(other) for other, _ in node.items() if other != key)
    after = next((one for one in keys if one > place), None)
    before = [child.span for other, child in node.items() if node.at_key(other) < place]
    if after is not None:
        gap = replace(place, end_line=after.line, end_col=after.col)
    else:
        end = max((one.end_line, one.end_col) for one in before)
        gap = replace(value.span, line=end[0], col=end[1])
    if gap.line != gap.end_line:
        return None
    return Fix((Edit(gap, ""),), (Change(child_pointer(node.pointer, key)),))


_FAR = 1_000_000
"""A column that stands for the end of its line."""
