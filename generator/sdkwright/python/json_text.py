"""A payload as JSON that people read, kept to the digit."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal

from ..text.node import Plain

WIDTH = 80
"""A list or object that fits into so many characters stands on one line."""


def json_text(value: Plain, indent: int = 0) -> str:
    """The JSON text of a payload; what is deeper stands two spaces further in.

    Raises:
        ValueError: a number that is not finite, which JSON has no form for.
    """
    flat = _flat(value)
    if len(flat) + indent <= WIDTH:
        return flat
    match value:
        case dict():
            members = (f"{_text(k)}: {json_text(v, indent + 2)}" for k, v in value.items())
            return _block("{", members, "}", indent)
        case list():
            return _block("[", (json_text(v, indent + 2) for v in value), "]", indent)
        case _:
            return flat


def _block(begin: str, parts: Iterable[str], end: str, indent: int) -> str:
    pad = "\n" + " " * (indent + 2)
    return f"{begin}{pad}{f',{pad}'.join(parts)}\n{' ' * indent}{end}"


def _flat(value: Plain) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{_text(k)}: {_flat(v)}" for k, v in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_flat, value)) + "]"
        case Decimal():
            if not value.is_finite():
                raise ValueError(f"not a finite number: {value}")
            return str(value)
        case _:
            return _text(value)


def _text(value: str | int | bool | None) -> str:
    return json.dumps(value, ensure_ascii=False)
