"""What came to what was described: the differences, without the values."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import NoneType
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

if TYPE_CHECKING:
    from .operation import Operation


class Mismatch(Struct, frozen=True):
    """One place where a value is not what the description says."""

    pointer: str
    """Where, as a JSON pointer (RFC 6901). Empty for the whole value."""
    expected: str
    """What the description says."""
    got: str
    """The JSON type of what is there, or `nothing`. Never the value."""

    def __str__(self) -> str:
        return f"{self.pointer or '/'}: expected {self.expected}, got {self.got}"


OnMismatch = Callable[[tuple[Mismatch, ...], "Operation[Any]"], None]
"""Is told of each response that disagrees with the description."""

NOTHING: Final = "nothing"

_JSON_TYPES: Final[Mapping[type, str]] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    Decimal: "number",
    list: "array",
    dict: "object",
    NoneType: "null",
}


def json_type(value: object) -> str:
    """The JSON type of a decoded value."""
    return _JSON_TYPES.get(type(value), "value")
