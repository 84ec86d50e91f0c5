"""Sections of `x-sdk`: settings that belong together, each of a kind, checked one by one."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from msgspec import Struct

from ..ir.paging import Pointer
from ..ir.waiting import State
from ..text.node import Node, steps_of
from .work import Work

Value: TypeAlias = tuple[State, ...] | str | int | Decimal
"""What a setting holds: a JSON pointer, a text, a list of values, a whole number, seconds."""


class Kind(Enum):
    """What a setting is, as its author is told."""

    POINTER = "a JSON pointer, such as `/data/items`"
    TEXT = "text"
    VALUES = "a list of texts, whole numbers or booleans, such as `[done]`"
    NUMBER = "a whole number"
    SECONDS = "a number of seconds above 0, such as `2.5`"


class Section(Struct, frozen=True):
    """A section as written: its node, and the sound settings in it by name."""

    node: Node
    values: Mapping[str, Value]

    def pointer(self, key: str) -> Pointer | None:
        """The pointer under `key`."""
        value = self.values.get(key)
        return tuple(map(str, value)) if isinstance(value, tuple) else None

    def listed(self, key: str) -> tuple[State, ...]:
        """The values under `key`; none where it is not there."""
        value = self.values.get(key)
        return value if isinstance(value, tuple) else ()

    def seconds(self, key: str) -> Decimal | None:
        """The seconds under `key`."""
        value = self.values.get(key)
        return Decimal(value) if isinstance(value, int | Decimal) else None

    def text(self, key: str) -> str | None:
        """The text under `key`."""
        value = self.values.get(key)
        return value if isinstance(value, str) else None

    def number(self, key: str) -> int | None:
        """The number under `key`."""
        value = self.values.get(key)
        return value if isinstance(value, int) else None

    def at(self, key: str) -> Node:
        """Where a setting is written; the section itself where it is not."""
        return self.node.get(key) or self.node


def read_section(work: Work, node: Node, kinds: Mapping[str, Kind]) -> Section:
    """The settings of a section. Reports `sdk-setting-unknown` and `sdk-setting-malformed`."""
    values: dict[str, Value] = {}
    for key, child in node.items():
        if key not in kinds:
            hint = f"here there are: {', '.join(kinds)}"
            work.fault("sdk-setting-unknown", child, "is unknown", hint, node.at_key(key))
            continue
        value = _value(child, kinds[key])
        if value is None:
            wanted = kinds[key].value
            work.fault("sdk-setting-malformed", child, f"is not {wanted}", f"write {wanted}")
        else:
            values[key] = value
    return Section(node, values)


def _value(node: Node, kind: Kind) -> Value | None:
    value = node.value
    match kind:
        case Kind.POINTER:
            return read_pointer(value) if isinstance(value, str) else None
        case Kind.TEXT:
            return value if isinstance(value, str) and value else None
        case Kind.VALUES:
            values = [element.value for element in node.elements()]
            found = tuple(one for one in values if isinstance(one, str | int))
            return found if found and len(found) == len(values) else None
        case Kind.SECONDS:
            if isinstance(value, bool) or not isinstance(value, int | Decimal):
                return None
            return value if value > 0 else None
        case Kind.NUMBER:
            return value if isinstance(value, int) and not isinstance(value, bool) else None


def read_pointer(text: str) -> Pointer | None:
    """The tokens of a JSON pointer (RFC 6901 §3); None for what is none."""
    if text and not text.startswith("/"):
        return None
    return steps_of(text)


def require(work: Work, section: Section, *keys: str, why: str) -> bool:
    """Whether all of these are said. Reports `sdk-setting-missing` for those that are not there at all."""
    for key in keys:
        if section.node.get(key) is None:
            what = f"does not say `{key}`, {why}"
            work.fault("sdk-setting-missing", section.node, what, f"add `{key}: …`")
    return all(key in section.values for key in keys)
