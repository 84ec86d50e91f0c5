"""A list or mapping while it is read: what stands in it so far, duplicates told, `<<` entries below the mapping's own."""

from __future__ import annotations

from .diagnostic import Report
from .node import Node
from .span import Span


class Frame:
    """A list or mapping whose end has not been reached.

    `values` is None for a list. `key_span` is set while the value of a key is awaited; `key` is None then where the key
    is no text. `last` is where the latest value ends. `size` counts the values in and below, `height` their levels.
    """

    # What a frame begins with stands here and not in each: a large document has a hundred thousand of them.
    key: str | None = None
    key_span: Span | None = None
    merges: bool = False
    merged: set[str] | None = None
    last: Span | None = None
    size: int = 1
    height: int = 1

    def __init__(
        self,
        values: dict[str, Node] | None,
        line: int,
        col: int,
        pointer: str,
        anchor: str | None,
        as_key: bool,
    ) -> None:
        self.values = values
        self.line = line
        self.col = col
        self.pointer = pointer
        self.anchor = anchor
        self.as_key = as_key
        self.key_spans: dict[str, Span] = {}
        self.elements: list[Node] = []

    def again(self, key: str, key_span: Span, node: Node, report: Report) -> None:
        """Put a value under a key that is there already: it wins over a merged one, and is one too many otherwise."""
        assert self.values is not None
        if self.merged and key in self.merged:
            self.merged.discard(key)
            self.values[key] = node
            self.key_spans[key] = key_span
        else:
            _duplicate(key, self.key_spans[key], key_span, report)

    def merge(self, source: Node, at: Span) -> int | None:
        """Fill in what `<<: source` brings from a mapping or a list of mappings: how many entries; None for anything else."""
        assert self.values is not None
        sources = source.elements() if isinstance(source.value, list) else (source,)
        if not all(isinstance(one.value, dict) for one in sources):
            return None
        merged = self.merged = self.merged or set()
        count = 0
        for one in sources:
            for key, child in one.items():
                count += 1
                if key not in self.values:
                    self.values[key] = child
                    self.key_spans[key] = one.key_spans.get(key, at)
                    merged.add(key)
        return count


def _duplicate(key: str, first: Span, second: Span, report: Report) -> None:
    report.error(
        "duplicate-key",
        f"the key `{key}` in line {second.line} stands already in line {first.line}",
        second,
        'keep one of the two; numbers and text are the same key (`200` and `"200"`)',
        related=((first, "first here"),),
    )
