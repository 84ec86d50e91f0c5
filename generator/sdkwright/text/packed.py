"""A tree of nodes as bytes and back, many times sooner than it is read from YAML."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import cast

from msgspec import MsgspecError, Raw, defstruct, msgpack
from msgspec.structs import astuple, force_setattr

from .node import Node
from .span import Span

# A node with types that bytes can tell apart. A Decimal is written as its text.
_Packed = defstruct(
    "_Packed",
    [
        ("value", "bool | int | str | None | list[_Packed] | dict[str, _Packed]"),
        ("span", Span),
        ("pointer", str),
        ("key_spans", dict[str, Span]),
        ("raw", str | None),
    ],
    bases=(Node,),
    module=__name__,
    frozen=True,
    eq=False,
    gc=False,
    array_like=True,
)


# A tree, and the ways to its decimal numbers: the keys and indexes from the root to each.
_Tree = defstruct(
    "_Tree",
    [("root", _Packed), ("decimals", list[list[str | int]])],
    module=__name__,
    array_like=True,
)

_READ = msgpack.Decoder(_Tree)


def packed(root: Node) -> bytes | None:
    """A tree as bytes; None for one that no bytes say: a node in it stands in two places, or a number is too large."""
    is_tree, has_decimals = _look(root)
    if not is_tree:
        return None
    try:
        return msgpack.encode((root, list(_decimals(root, ())) if has_decimals else []))
    except (OverflowError, UnicodeEncodeError):
        return None


def unpacked(data: bytes | Raw) -> Node | None:
    """The tree that `packed` made bytes of, in which no two nodes share anything; None for other bytes."""
    try:
        root, decimals = astuple(_READ.decode(data))
    except MsgspecError:
        return None
    for way in decimals:
        node = root
        for step in way:
            node = node.value[step]
        force_setattr(node, "value", Decimal(node.value))
    return cast("Node", root)


def _look(root: Node) -> tuple[bool, bool]:
    """Whether no node stands in two places, and whether one is a decimal number."""
    waiting, met, count, has_decimals = [root], {id(root)}, 1, False
    for node in waiting:
        children = _children(node.value)
        met.update(map(id, children))
        count += len(children)
        for child in children:
            its = child.value.__class__
            if its is dict or its is list:
                waiting.append(child)
            elif its is Decimal:
                has_decimals = True
    return len(met) == count, has_decimals


def _children(value: object) -> Collection[Node]:
    if isinstance(value, dict):
        return cast("dict[str, Node]", value).values()
    return cast("list[Node]", value) if isinstance(value, list) else ()


def _decimals(node: Node, way: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    """The ways to the decimal numbers of a tree: the keys and indexes from the root to each."""
    value = node.value
    if isinstance(value, Decimal):
        yield way
    steps = value.items() if isinstance(value, dict) else enumerate(node.elements())
    for step, child in steps:
        yield from _decimals(child, (*way, step))


def move(node: Node, lines: int) -> None:
    """Move all of a tree from `unpacked` by a number of lines, where it is."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        move_span(node.span, lines)
        for span in node.key_spans.values():
            move_span(span, lines)
        waiting += _children(node.value)


def move_span(span: Span, lines: int) -> None:
    """The same of one place."""
    force_setattr(span, "line", span.line + lines)
    force_setattr(span, "end_line", span.end_line + lines)
