"""Payloads as JSON text and back, and where two of them differ, to the digit: the standard library alone, no SDK."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from msgspec import Struct

from ..text.node import Plain, child_pointer


class Difference(Struct, frozen=True):
    """One place where two payloads differ; `nothing` stands for a member that is not there."""

    pointer: str
    expected: str
    got: str

    def __str__(self) -> str:
        return f"at `{self.pointer or '/'}` expected {self.expected}, got {self.got}"


def minified(value: Plain) -> str:
    """The JSON text of a payload without white space, keys in their order, numbers with the digits they have."""
    match value:
        case dict():
            members = (f"{_text(key)}:{minified(member)}" for key, member in value.items())
            return f"{{{','.join(members)}}}"
        case list():
            return f"[{','.join(map(minified, value))}]"
        case Decimal():
            return str(value)
        case _:
            return _text(value)


def read(text: str) -> Plain:
    """The payload of a JSON text, numbers to the digit. Raises ValueError."""
    value: Any = json.loads(text, parse_float=Decimal, parse_constant=_refuse)
    return value  # type: ignore[no-any-return]


def differences(expected: Plain, got: Plain, pointer: str = "") -> Iterator[Difference]:
    """Where `got` is not `expected`: `5.0` is not `5`, `1e2` is not `100`; the order of members does not count."""
    match expected, got:
        case dict(), dict():
            for key in [*expected, *(key for key in got if key not in expected)]:
                yield from _members(expected, got, key, pointer)
        case list(), list():
            for at in range(max(len(expected), len(got))):
                yield from _elements(expected, got, at, pointer)
        case _:
            if _identity(expected) != _identity(got):
                yield Difference(pointer, _shown(expected), _shown(got))


def _members(
    expected: dict[str, Plain], got: dict[str, Plain], key: str, pointer: str
) -> Iterator[Difference]:
    where = child_pointer(pointer, key)
    if key not in got:
        yield Difference(where, _shown(expected[key]), "nothing")
    elif key not in expected:
        yield Difference(where, "nothing", _shown(got[key]))
    else:
        yield from differences(expected[key], got[key], where)


def _elements(
    expected: list[Plain], got: list[Plain], at: int, pointer: str
) -> Iterator[Difference]:
    where = child_pointer(pointer, at)
    if at >= len(got):
        yield Difference(where, _shown(expected[at]), "nothing")
    elif at >= len(expected):
        yield Difference(where, "nothing", _shown(got[at]))
    else:
        yield from differences(expected[at], got[at], where)


def _identity(value: Plain) -> tuple[type, object]:
    # Equal Decimals may differ in digits, and True equals 1.
    return type(value), value.as_tuple() if isinstance(value, Decimal) else value


def _shown(value: Plain) -> str:
    text = minified(value)
    return f"`{text}`" if len(text) <= 60 else f"`{text[:57]}…`"


def _text(value: str | int | bool | None) -> str:
    return json.dumps(value, ensure_ascii=False)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")
