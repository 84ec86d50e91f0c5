"""Exclusive limits that contradict others: no value could satisfy them."""

from __future__ import annotations

from decimal import Decimal

from ..text.node import Node
from .work import Work

_PAIRS = (
    ("exclusiveMinimum", "maximum"),
    ("minimum", "exclusiveMaximum"),
    ("exclusiveMinimum", "exclusiveMaximum"),
)
_EXCLUSIVE = frozenset({"exclusiveMinimum", "exclusiveMaximum"})


def check_limits(work: Work, node: Node) -> None:
    """Report a lower limit that is not below the upper one; `spec/shape.py` compares the inclusive ones."""
    if not isinstance(node.value, dict) or _EXCLUSIVE.isdisjoint(node.value):
        return
    for low, high in _PAIRS:
        least, most = _number(node, low), _number(node, high)
        if least is None or most is None:
            continue
        if least >= most:
            child = node.get(low) or node
            what = f"is {least}, which leaves no room below `{high}: {most}`"
            work.fault("limits-contradictory", child, what, "correct one of the two")


def _number(node: Node, key: str) -> int | Decimal | None:
    child = node.get(key)
    value = None if child is None else child.value
    return value if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else None
