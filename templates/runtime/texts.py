"""A scalar to the text that stands for it outside of JSON: in an address, a header field, a form."""

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any, Final
from uuid import UUID

from .errors import RequestValidationError
from .instants import wire_text
from .mismatch import Mismatch, json_type


def text_of(value: object, name: str) -> str:
    """The text of a scalar: `true`, `12.50`, `2024-05-01`; the wire text where it came over the wire."""
    convert = _TEXTS.get(type(value))
    if convert is None:
        for kind, candidate in _TEXTS.items():
            if isinstance(value, kind):
                convert = candidate
                break
        else:
            raise refused(name, "a text, number, date or UUID", json_type(value))
    if isinstance(value, Decimal) and not value.is_finite():
        raise refused(name, "a finite number", "number")
    if isinstance(value, datetime) and value.tzinfo is None and not getattr(value, "_wire", ""):
        raise refused(name, "a date-time with an offset", "date-time")
    return convert(value)


# Searched in this order for subclasses. A subclass of str counts as its characters, whatever its `__str__` says.
_TEXTS: Final[dict[type, Callable[[Any], str]]] = {
    Enum: lambda member: text_of(member.value, ""),
    str: str.__str__,
    bool: lambda flag: "true" if flag else "false",
    int: int.__repr__,
    Decimal: lambda number: format(number, "f"),
    float: float.__repr__,
    datetime: wire_text,
    date: wire_text,
    time: wire_text,
    UUID: wire_text,
}


def refused(name: str, expected: str, got: str) -> RequestValidationError:
    """The error for an argument that can't be sent."""
    return RequestValidationError(Mismatch(name, expected, got))
