"""Which JSON type and format give which kind of scalar."""

from __future__ import annotations

from ..ir.types import ScalarKind

_BY_TYPE = {
    "string": ScalarKind.STRING,
    "integer": ScalarKind.INTEGER,
    "number": ScalarKind.NUMBER,
    "boolean": ScalarKind.BOOLEAN,
    "null": ScalarKind.NULL,
}
_BY_FORMAT = {
    ("string", "uuid"): ScalarKind.UUID,
    ("string", "date"): ScalarKind.DATE,
    ("string", "date-time"): ScalarKind.DATE_TIME,
    ("string", "time"): ScalarKind.TIME,
    ("string", "byte"): ScalarKind.BYTES,
    ("string", "binary"): ScalarKind.BINARY,
}

# Formats that say nothing beyond their type, since integers and numbers are exact here.
_IDLE = {("number", "double"), ("number", "float"), ("number", "decimal"), ("string", "password")}


def scalar_kind(type_: str, format_: str | None) -> ScalarKind | None:
    """The kind of a scalar; None where the type is no scalar. A format that nobody knows changes nothing."""
    return _BY_FORMAT.get((type_, format_ or "")) or _BY_TYPE.get(type_)


def says_more(type_: str | None, format_: str) -> bool:
    """Whether a format tells readers something that the lowered type does not; some documents repeat the type."""
    key = (type_ or "", format_)
    return format_ != type_ and key not in _BY_FORMAT and key not in _IDLE
