"""A tree of nodes as bytes and back, many times sooner than it is read from YAML."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import TypeAlias, cast

from msgspec import MsgspecError, Raw, defstruct, msgpack
from msgspec.structs import astuple, force_setattr, replace

from .node import Node
from .span import Span

# A node with types that bytes can tell apart. Numbers with a fraction, or too large ones, are written as texts.
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


# A tree, and the ways to its numbers that are written as texts: the keys and indexes from the root to each.
_Tree = defstruct(
    "_Tree",
    [
        ("root", _Packed),
        ("decimals", list[list[str | int]]),
        ("wholes", list[list[str | int]]),
    ],
    module=__name__,
    array_like=True,
)

_READ = msgpack.Decoder(_Tree)
_LEAST, _MOST = -(2**63), 2**64 - 1

_Way: TypeAlias = tuple[str | int, ...]


def packed(root: Node) -> bytes | None:
    """A tree as bytes; None for one that no bytes say: a list or mapping in it stands in two places, or a text is half one."""
    is_tree, has_numbers = _look(root)
    if not is_tree:
        return None
    numbers = list(_numbers(root)) if has_numbers else []
    decimals = [way for way, value in numbers if isinstance(value, Decimal)]
    wholes = [way for way, value in numbers if not isinstance(value, Decimal)]
    try:
        return msgpack.encode((_with_texts(root) if wholes else root, decimals, wholes))
    except UnicodeEncodeError:
        return None


def unpacked(data: bytes | Raw) -> Node | None:
    """The tree that `packed` made bytes of, in which no two nodes share anything; None for other bytes."""
    try:
        root, decimals, wholes = astuple(_READ.decode(data))
    except MsgspecError:
        return None
    for number, ways in ((Decimal, decimals), (int, wholes)):
        for way in ways:
            node = root
            for step in way:
                node = node.value[step]
            force_setattr(node, "value", number(node.value))
    return cast("Node", root)


def _look(root: Node) -> tuple[bool, bool]:
    """Whether no list or mapping stands in two places, and whether there is a number that bytes have no form for.

    Texts and numbers may stand in two places: they are nothing but what they say.
    """
    waiting, met, has_numbers = [root], {id(root)}, False
    for node in waiting:
        for child in _children(node.value):
            its = child.value.__class__
            if its is dict or its is list:
                waiting.append(child)
                met.add(id(child))
            elif (its is Decimal or its is int) and _is_special(child.value):
                has_numbers = True
    return len(met) == len(waiting), has_numbers


def _is_special(value: object) -> bool:
    """Whether a value is a number that is written as a text."""
    if isinstance(value, int):
        return not _LEAST <= value <= _MOST
    return isinstance(value, Decimal)


def _children(value: object) -> Collection[Node]:
    if isinstance(value, dict):
        return cast("dict[str, Node]", value).values()
    return cast("list[Node]", value) if isinstance(value, list) else ()


def _numbers(root: Node) -> Iterator[tuple[_Way, int | Decimal]]:
    """The numbers of a tree that bytes have no form for, with the ways to them."""
    waiting: list[tuple[_Way, Node]] = [((), root)]
    for way, node in waiting:
        value = node.value
        steps = value.items() if isinstance(value, dict) else enumerate(node.elements())
        for step, child in steps:
            its = child.value
            if isinstance(its, dict | list):
                waiting.append(((*way, step), child))
            elif isinstance(its, int | Decimal) and _is_special(its):
                yield (*way, step), its


def _with_texts(node: Node) -> Node:
    """A tree with the texts of its special numbers."""
    value = node.value
    if isinstance(value, dict):
        return replace(node, value={key: _with_texts(child) for key, child in value.items()})
    if isinstance(value, list):
        return replace(node, value=[_with_texts(child) for child in value])
    return replace(node, value=str(value)) if _is_special(value) else node


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
