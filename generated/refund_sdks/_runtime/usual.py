"""The usual spellings of scalars, read without a call into Python or with one into C.

Each is one choice of a union whose last is the careful reader of `leaves.py`, which takes the unusual ones. What is read
here is what that one would give.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, cast

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .instants import WireDatetime
from .nesting import AS_IT_IS

# Rust has \d for every digit of Unicode.
_UUID: Final = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
_DATE: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK: Final = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
# Not +00:00, which is written Z.
_OFFSET: Final = "(?:Z|[+-](?:0[1-9]|1[0-9]|2[0-3]):[0-5][0-9])"
_CANONICAL: Final = rf"^{_DATE}T{_CLOCK}(?:\.[0-9]{{5}}[1-9])?{_OFFSET}$"
_FRACTION: Final = rf"^{_DATE}T{_CLOCK}\.(?:[0-9]{{1,5}}|[0-9]{{7,9}}){_OFFSET}$"


def _matching(pattern: str, step: CoreSchema) -> CoreSchema:
    return core_schema.chain_schema([core_schema.str_schema(strict=True, pattern=pattern), step])


def _respelled(text: str) -> datetime:
    value = WireDatetime.fromisoformat(text)
    value._wire = text  # pyright: ignore[reportPrivateUsage]
    return value


_ERRORS: Final = {
    "decimal": ("decimal", "a number (Decimal or int)"),
    "uuid": ("wire_text", "a UUID"),
    "date": ("wire_text", "a date (RFC 3339)"),
    "datetime": ("wire_text", "a date-time with an offset (RFC 3339)"),
}
"""What the careful readers say. It stands here as well, since a union would list what each of its choices says."""

_CHOICES: Final[dict[str, list[CoreSchema]]] = {
    "decimal": [
        core_schema.chain_schema(
            [
                core_schema.int_schema(strict=True),
                core_schema.no_info_plain_validator_function(Decimal),
            ]
        ),
        core_schema.decimal_schema(strict=True),
    ],
    "uuid": [_matching(_UUID, core_schema.uuid_schema())],
    "date": [
        _matching(f"^{_DATE}$", core_schema.no_info_plain_validator_function(date.fromisoformat))
    ],
    "datetime": [
        _matching(_CANONICAL, core_schema.no_info_plain_validator_function(datetime.fromisoformat)),
        _matching(_FRACTION, core_schema.no_info_plain_validator_function(_respelled)),
    ],
}


def usually(kind: str, careful: CoreSchema, metadata: dict[str, Any]) -> CoreSchema:
    """The schema of the careful reader, behind the choices for this kind of scalar."""
    if kind not in _CHOICES:
        return careful

    def drawn(schema: object, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(careful)

    return core_schema.union_schema(
        cast("Any", [*_CHOICES[kind], careful]),
        mode="left_to_right",
        custom_error_type=_ERRORS[kind][0],
        custom_error_message=_ERRORS[kind][1],
        serialization=AS_IT_IS,
        metadata={**metadata, "pydantic_js_functions": [drawn]},
    )
