"""Where findings stand in their trees: the key of each place and its JSON pointer, found in one walk for all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from .diagnostic import Diagnostic
from .node import Node, child_pointer
from .span import Span


class Place(Struct, frozen=True):
    """The key whose value begins at a place (None: no key's does), and the pointer of that value or key."""

    key: Span | None
    pointer: str


def locate(trees: Mapping[str, Node], spans: Iterable[Span]) -> Mapping[Span, Place]:
    """The places of `spans`, as far as a tree of their file is known and something in it begins there."""
    wanted: dict[str, dict[tuple[int, int], Span]] = {}
    for span in spans:
        wanted.setdefault(span.file, {})[span.line, span.col] = span
    found: dict[tuple[str, int, int], Place] = {}
    for file, starts in wanted.items():
        root = trees.get(file)
        if root is not None:
            for at, place in _below(root, sorted(starts)):
                found.setdefault((file, *at), place)
    return {s: found[key] for s in spans if (key := (s.file, s.line, s.col)) in found}


def _below(root: Node, starts: list[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], Place]]:
    """Places in file order of the tree, the outer one first where several begin together; the first has the key."""
    known = set(starts)
    todo: list[tuple[Node, str]] = [(root, root.pointer)]
    if (root.span.line, root.span.col) in known:
        yield (root.span.line, root.span.col), Place(None, root.pointer)
    while todo:
        node, pointer = todo.pop()
        for step, child in _children(node):
            below = child_pointer(pointer, step)
            key = node.key_spans.get(step) if isinstance(step, str) else None
            if key is not None and (key.line, key.col) in known:
                yield (key.line, key.col), Place(None, below)
            start = (child.span.line, child.span.col)
            if start in known:
                yield start, Place(key, below)
            at = bisect_left(starts, start)
            if at < len(starts) and starts[at] < (child.span.end_line, child.span.end_col):
                todo.append((child, below))


def _children(node: Node) -> Iterator[tuple[str | int, Node]]:
    yield from node.items()
    yield from enumerate(node.elements())


def at_keys(
    found: Iterable[Diagnostic], trees: Mapping[str, Node]
) -> tuple[list[Diagnostic], dict[Span, str]]:
    """The diagnostics, each about a block pointing at the key of that block and not at what is first inside it; and the
    pointers of their places.
    """
    before = list(found)
    places = locate(trees, [one.span for one in before if one.span])
    after: list[Diagnostic] = []
    pointers: dict[Span, str] = {}
    for one in before:
        place = places.get(one.span) if one.span else None
        span = one.span
        if place is not None and span is not None:
            if place.key is not None and place.key.line < span.line:
                span = place.key
            pointers[span] = place.pointer
        after.append(one if span is one.span else replace(one, span=span))
    return after, pointers
