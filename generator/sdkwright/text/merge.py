"""The entries of a mapping as a dict: duplicates told, `<<` entries below the mapping's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .diagnostic import Report
from .node import Node
from .span import Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value as they stand in a mapping; `merged` where they come from a `<<`."""

    key: str
    key_span: Span
    node: Node
    merged: bool = False


def entries_of(node: Node, at: Span) -> list[Entry] | None:
    """What `<<: node` brings in: the entries of a mapping or of a list of mappings; None for anything else."""
    sources = node.elements() if isinstance(node.value, list) else (node,)
    if not all(isinstance(source.value, dict) for source in sources):
        return None
    return [
        Entry(key, source.key_spans.get(key, at), child, merged=True)
        for source in sources
        for key, child in source.items()
    ]


def mapping(entries: Sequence[Entry], report: Report) -> tuple[dict[str, Node], dict[str, Span]]:
    """The dict of `entries` in their order and where each key stands. The first of two equal keys wins, with an error."""
    values: dict[str, Node] = {}
    spans: dict[str, Span] = {}
    merged: set[str] = set()
    for entry in entries:
        key = entry.key
        if key not in values or (key in merged and not entry.merged):
            values[key] = entry.node
            spans[key] = entry.key_span
            if entry.merged:
                merged.add(key)
            else:
                merged.discard(key)
        elif not entry.merged:
            _duplicate(key, spans[key], entry.key_span, report)
    return values, spans


def _duplicate(key: str, first: Span, second: Span, report: Report) -> None:
    report.error(
        "duplicate-key",
        f"the key `{key}` in line {second.line} stands already in line {first.line}",
        second,
        'keep one of the two; numbers and text are the same key (`200` and `"200"`)',
        related=((first, "first here"),),
    )
