"""Numbers whose spelling says more than the Python value they are read as, and back to that spelling.

JSON Schema counts `5.0` and `1E3` among the integers. They are an `int` for who uses them, and go back as they came.
So does a number that a `float` cannot hold to the digit. Whatever is computed from such a value is plain again.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Final

_LONGEST: Final = 4300  # digits: where Python itself stops converting between int and text


class WireInteger(int):
    """An integer that came with a fraction of zeros, or with an exponent."""

    _wire: Decimal

    def __reduce__(self) -> tuple[Callable[[Decimal], int], tuple[Decimal]]:
        return read_integer, (self._wire,)


class WireFloat(float):
    """A number that came in other digits than Python writes for it."""

    _wire: Decimal | int

    def __reduce__(self) -> tuple[Callable[[Decimal | int], float], tuple[Decimal | int]]:
        return read_float, (self._wire,)


def read_integer(number: Decimal) -> int:
    """The integer of a number. Raises ValueError where it has a fraction, or is too long to be written out."""
    if number.adjusted() >= _LONGEST or number != number.to_integral_value():
        raise ValueError("not an integer")
    kept = WireInteger(number)
    kept._wire = number  # pyright: ignore[reportPrivateUsage]
    return kept


def read_float(number: Decimal | int) -> float:
    """The nearest float. Raises ValueError where that is infinite."""
    try:
        value = float(number)
    except OverflowError:
        raise ValueError("not a finite number") from None
    if value - value != 0:
        raise ValueError("not a finite number")
    if str(number) == repr(value):
        return value
    kept = WireFloat(value)
    kept._wire = number  # pyright: ignore[reportPrivateUsage]
    return kept


def wire_number(value: WireInteger | WireFloat) -> Decimal | int:
    """The number as it came."""
    return value._wire  # pyright: ignore[reportPrivateUsage]
