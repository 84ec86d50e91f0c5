"""Numbers and texts that are valid under a schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..raw import Plain
from .patterns import written

_FORMATS = {
    "uuid": "3f2b8c1e-7d44-4a55-9b0f-1c2d3e4f5a6b",
    "date": "2024-02-29",
    "date-time": "2024-02-29T23:59:59Z",
    "time": "23:59:59Z",
    "byte": "AP8=",
    "binary": "octets",
    "email": "a@example.com",
    "uri": "https://example.com/a",
    "url": "https://example.com/a",
    "idn-email": "a@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
}


_INSTANTS = (
    _FORMATS["date-time"],
    "2024-02-29T23:59:59+02:00",
    *(f"2024-02-29T23:59:59.{'0' * count}Z" for count in range(1, 10)),
)
"""One instant, ever longer."""


class NotMade(Exception):
    """No value was found that the schema allows."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How values are made.

    For a request (without what only the server sets), with every property, from the examples, and with which member of
    a choice.
    """

    sent: bool
    ample: bool = False
    shown: bool = False
    member: int = 0


_LARGE: dict[str, Any] = {
    # Beyond what a float holds, but for formats that say that it is one.
    "integer": 9007199254740993,
    "int32": 2147483647,
    "number": Decimal("12345678901234567890.10"),
    "float": Decimal("1234.50"),
    "double": Decimal("123456789.0125"),
}


def number(schema: dict[str, Any], type_: str, ample: bool) -> Plain:
    """A number within the limits of a schema."""
    least, above = schema.get("minimum"), schema.get("exclusiveMinimum")
    step = schema.get("multipleOf")
    value: Any = 1 if type_ == "integer" else Decimal("1.50")
    if ample and not schema.keys() & {"maximum", "exclusiveMaximum", "multipleOf"}:
        value = _LARGE.get(str(schema.get("format")), _LARGE[type_])
    most = schema.get("maximum")
    if most is not None and value > most:
        value = most
    if least is not None and value < least:
        value = least
    if above is not None and not isinstance(above, bool) and value <= above:
        value = above + 1
    if step and value % step:
        value = (value // step + 1) * step
    return int(value) if type_ == "integer" else value


def text_of(schema: dict[str, Any], how: Manner) -> str:
    """A text of a format, or of a pattern, as long as a schema says."""
    text = _FORMATS.get(str(schema.get("format")), "text")
    least, most = int(schema.get("minLength", 0)), schema.get("maxLength")
    pattern = schema.get("pattern")
    if isinstance(pattern, str):
        fits = (one for one in _matching(pattern, text, least) if most is None or len(one) <= most)
        return next(fits, text)
    if schema.get("format") == "date-time":
        return next((one for one in _INSTANTS if least <= len(one) <= (most or len(one))), text)
    if how.ample and not schema.keys() & {"format", "maxLength", "contentMediaType"}:
        text = _SENT if how.sent else _TOLD
    if len(text) < least:
        text += "x" * (least - len(text))
    return text if most is None else text[: int(most)]


_SENT, _TOLD = "a b&c=d+e%20f?", 'a "b"\n\u00e9 \U0001f600 </c>'
"""What needs care on its way."""


def _matching(pattern: str, text: str, least: int) -> Iterator[str]:
    try:
        compiled = re.compile(pattern)
    except re.error:
        return
    for base in (text, *(written(pattern, count) for count in (1, least))):
        for candidate in (base, base * max(1, least), base.ljust(least, base[-1:] or "a")):
            if len(candidate) >= least and compiled.search(candidate):
                yield candidate
