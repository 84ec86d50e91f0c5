"""A document as a tree of nodes, each knowing where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

from msgspec import Struct

from .span import Span

Scalar: TypeAlias = bool | int | Decimal | str | None
Plain: TypeAlias = "Scalar | list[Plain] | dict[str, Plain]"


class _NoKeys(dict[str, Span]):
    """One empty mapping for all nodes that are none: an empty dict as a default would be made anew for each."""


_NO_KEYS: Mapping[str, Span] = _NoKeys()


class Node(Struct, frozen=True, eq=False, gc=False, array_like=True):
    """A value of a YAML or JSON document with its place.

    `value` holds a scalar, a list of nodes or a dict of nodes by key (keys are text, also where the file says `200:`).
    Numbers with a fraction or an exponent are Decimals that keep every digit. `pointer` is the JSON pointer (RFC 6901)
    from the root of the file; `key_spans` says where each key of a mapping stands. `raw` is the source text of an
    unquoted number, boolean or null (`1.10`, `0x1F`, `true`), so that text can be had where text is wanted: see `text_of`.
    """

    value: Scalar | list[Node] | dict[str, Node]
    span: Span
    pointer: str
    key_spans: Mapping[str, Span] = _NO_KEYS
    raw: str | None = None

    def get(self, key: str) -> Node | None:
        """The value under `key` of a mapping; None where there is none or this is no mapping."""
        value = self.value
        return value.get(key) if isinstance(value, dict) else None

    def items(self) -> Iterator[tuple[str, Node]]:
        """Keys and values of a mapping in the order of the file; nothing for other nodes."""
        if isinstance(self.value, dict):
            yield from self.value.items()

    def elements(self) -> tuple[Node, ...]:
        """The elements of a list; nothing for other nodes."""
        return tuple(self.value) if isinstance(self.value, list) else ()

    def at_key(self, key: str) -> Span:
        """Where `key` of this mapping is written; the mapping's own place where it is not."""
        return self.key_spans.get(key, self.span)

    def plain(self) -> Plain:
        """The value without positions: dicts, lists, text, int, Decimal, bool, None."""
        match self.value:
            case dict():
                return {key: child.plain() for key, child in self.value.items()}
            case list():
                return [child.plain() for child in self.value]
            case _:
                return self.value

    def kind(self) -> str:
        """The JSON type, as messages name it: `object`, `array`, `string`, `number`, `boolean`, `null`."""
        match self.value:
            case dict():
                return "object"
            case list():
                return "array"
            case str():
                return "string"
            case bool():
                return "boolean"
            case None:
                return "null"
            case _:
                return "number"


def child_of(node: Node, key: str) -> Node:
    """The value under `key` of a mapping that has one."""
    child = node.get(key)
    assert child is not None
    return child


def text_of(node: Node) -> str | None:
    """The text of a scalar as the author wrote it: `version: 1.10` gives `1.10`, `- NO` gives `NO`.

    None for null, lists and mappings: they hold no text.
    """
    if isinstance(node.value, str):
        return node.value
    return None if node.value is None else node.raw


def escape(key: str) -> str:
    """`key` as one step of a JSON pointer (RFC 6901 §3)."""
    return key.replace("~", "~0").replace("/", "~1")


def unescape(step: str) -> str:
    """The key that one step of a JSON pointer stands for (RFC 6901 §4)."""
    return step.replace("~1", "/").replace("~0", "~")


def steps_of(pointer: str) -> tuple[str, ...]:
    """The keys on the way that a JSON pointer goes; none for that of the whole document."""
    return tuple(map(unescape, pointer.split("/")[1:]))


def child_pointer(pointer: str, key: str | int) -> str:
    """The pointer of the child `key` of the value at `pointer`."""
    return f"{pointer}/{escape(str(key))}"
