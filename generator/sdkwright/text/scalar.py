"""What an unquoted YAML scalar means: the YAML 1.2 core rules, narrowed so that identifiers stay text."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

from .node import Scalar

MAX_DIGITS = 4000
MAX_EXPONENT = 308

_WORDS: dict[str, Scalar] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}

_NUMERIC = frozenset("+-.0123456789")

# A leading zero makes text: `0777` and `08` are codes more often than numbers, and JSON has no such numbers either.
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FRACTION = re.compile(
    r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?(?P<exponent>[0-9]+))?"
)
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


class Unreadable(Struct, frozen=True):
    """A scalar that is written as a number which JSON cannot carry."""

    code: str
    reason: str


_TOO_LARGE = Unreadable("number-out-of-range", "is a number outside the range of JSON numbers")
_NO_NUMBER = Unreadable("number-not-finite", "is no number that JSON can hold")


def is_text(text: str) -> bool:
    """Whether the unquoted scalar `text` is sure to mean itself, at first sight."""
    return text not in _WORDS and text[0] not in _NUMERIC


def resolve(text: str) -> Scalar | Unreadable:
    """The value of the unquoted scalar `text`: null, a boolean, an int, a Decimal with every digit, or the text itself."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMERIC:
        return text
    if _INTEGER.fullmatch(text):
        return int(text) if len(text) <= MAX_EXPONENT else _TOO_LARGE
    if _BASED.fullmatch(text):
        return int(text, 0) if len(text) <= MAX_EXPONENT else _TOO_LARGE
    if _NOT_FINITE.fullmatch(text):
        return _NO_NUMBER
    fraction = _FRACTION.fullmatch(text)
    return _decimal(text, fraction["exponent"]) if fraction else text


def _decimal(text: str, exponent: str | None) -> Scalar | Unreadable:
    # The length is looked at first: a Decimal with an absurd exponent costs nothing to build and everything to use.
    if len(text) > MAX_DIGITS or len((exponent or "").lstrip("0")) > 6:
        return _TOO_LARGE
    number = Decimal(text)
    if abs(number.adjusted()) > MAX_EXPONENT:
        return _TOO_LARGE
    # `1e0` is 1, and nothing else: a Decimal shows a point or an exponent.
    return number if number.as_tuple().exponent else int(number)
