"""The schema of a scalar to one that takes its own JSON type and nothing else."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final, cast
from uuid import UUID

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .instants import read_date, read_datetime, read_time, read_uuid
from .nesting import AS_IT_IS
from .numerals import WireInteger, read_float, read_integer
from .octets import read_bytes
from .origin import FromWire
from .usual import usually

Schema = dict[str, Any]
Info = core_schema.ValidationInfo[Any]

DONE: Final = "sdk_exact"
"""The key of the metadata of a schema that is exact already."""
_MARK: Final[Schema] = {DONE: True}
_CONSTRAINTS: Final = frozenset(
    {"gt", "ge", "lt", "le", "multiple_of", "max_digits", "decimal_places"}
)


def strict(node: Schema) -> Schema:
    """The schema as it is, without pydantic's conversions."""
    return {**node, "strict": True, "serialization": AS_IT_IS, "metadata": _MARK}


def _integer(node: Schema) -> Schema:
    """Integers as they are; from the wire also those in another spelling."""
    plain = cast("CoreSchema", strict(node))

    def respelled(
        value: object, check: core_schema.ValidatorFunctionWrapHandler, info: Info
    ) -> object:
        if type(value) is Decimal and type(info.context) is FromWire:
            try:
                number = read_integer(value)
            except ValueError:
                raise PydanticCustomError("int", "a valid integer") from None
            check(int(number))
            return number
        checked = check(value)
        return value if type(value) is WireInteger else checked

    wrapped = core_schema.with_info_wrap_validator_function(
        respelled, plain, serialization=AS_IT_IS, metadata=_MARK
    )
    if not _CONSTRAINTS.isdisjoint(node):
        return cast("Schema", wrapped)

    def draw(schema: object, handler: Callable[[CoreSchema], Schema]) -> Schema:
        return handler(plain)

    # The usual spelling is read without a call into Python.
    either = core_schema.union_schema(
        [core_schema.is_instance_schema(WireInteger), plain, wrapped],
        mode="left_to_right",
        custom_error_type="int_type",
        serialization=AS_IT_IS,
        metadata={**_MARK, "pydantic_js_functions": [draw]},
    )
    return cast("Schema", either)


def _literal(node: Schema) -> Schema:
    """Constants that are told apart by type: True is not 1, and neither is 1.0."""
    constants = cast("list[object]", node["expected"])
    if all(type(constant) is str for constant in constants):
        return node
    known = {(type(constant), constant) for constant in constants}
    expected = " or ".join(repr(constant) for constant in constants)

    def validate(value: object, info: Info) -> object:
        kind = int if type(value) is WireInteger else type(value)
        if isinstance(value, str | int | None) and (kind, value) in known:
            return value
        if type(value) is Decimal and type(info.context) is FromWire and (int, value) in known:
            return read_integer(value)
        raise PydanticCustomError("literal", "{expected}", {"expected": expected})

    return _by_function(validate, node)


def _octets(node: Schema) -> Schema:
    def validate(value: object, info: Info) -> object:
        if isinstance(value, bytes):
            return value
        if isinstance(value, bytearray):
            return bytes(value)
        if isinstance(value, str) and type(info.context) is FromWire:
            try:
                return read_bytes(value)
            except ValueError:
                raise PydanticCustomError("base64", "base64 text") from None
        raise PydanticCustomError("bytes", "bytes; decode base64 text first, and encode other text")

    return _by_function(validate, node)


def _float(node: Schema) -> Schema:
    def validate(value: object, info: Info) -> object:
        try:
            if isinstance(value, float) and value - value == 0:  # neither infinite nor NaN
                return value
            if isinstance(value, int | Decimal) and not isinstance(value, bool):
                number = read_float(value)
                return number if type(info.context) is FromWire else float(number)
        except ValueError:
            pass
        raise PydanticCustomError("float", "a finite number")

    return _by_function(validate, node)


def _by_function(validate: Callable[[Any, Info], object], node: Schema) -> Schema:
    plain = core_schema.with_info_plain_validator_function(
        validate,
        json_schema_input_schema=cast("CoreSchema", node),
        serialization=AS_IT_IS,
        metadata=_MARK,
    )
    return _constrained(plain, node)


def _checked_by(
    validate: Callable[[Any], object], in_union: bool = False
) -> Callable[[Schema], Schema]:
    """A leaf read by a function of ours that need not know where the value comes from."""

    def leaf(node: Schema) -> Schema:
        plain = core_schema.no_info_plain_validator_function(
            validate,
            json_schema_input_schema=cast("CoreSchema", node),
            serialization=AS_IT_IS,
            metadata=_MARK,
        )
        kind: str = node["type"]
        return _constrained(plain if in_union else usually(kind, plain, _MARK), node)

    return leaf


def _constrained(plain: CoreSchema, node: Schema) -> Schema:
    """The schema with the constraints of the original, checked after it."""
    if _CONSTRAINTS.isdisjoint(node):
        return cast("Schema", plain)
    steps = [plain, cast("CoreSchema", node)]
    return cast("Schema", core_schema.chain_schema(steps, serialization=AS_IT_IS, metadata=_MARK))


def _read_by(
    reader: Callable[[str], object], kind: type, expected: str
) -> Callable[[object], object]:
    def validate(value: object) -> object:
        if isinstance(value, str):
            try:
                return reader(value)
            except ValueError:
                pass
        elif isinstance(value, kind) and not _is_improper(value, kind):
            return value
        raise PydanticCustomError("wire_text", cast("Any", expected))

    return validate


def _is_improper(value: object, kind: type) -> bool:
    """Whether it is a date-time where a date is meant, or one of the caller's without an offset."""
    if not isinstance(value, datetime):
        return False
    return kind is date or (value.tzinfo is None and not getattr(value, "_wire", ""))


def _decimal(value: object) -> Decimal:
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    raise PydanticCustomError("decimal", "a number (Decimal or int)")


_CHECKED: Final[Mapping[str, Callable[[Any], object]]] = {
    "decimal": _decimal,
    "datetime": _read_by(read_datetime, datetime, "a date-time with an offset (RFC 3339)"),
    "date": _read_by(read_date, date, "a date (RFC 3339)"),
    "time": _read_by(read_time, time, "a time (RFC 3339)"),
    "uuid": _read_by(read_uuid, UUID, "a UUID"),
}

LEAVES: Final[Mapping[str, Callable[[Schema], Schema]]] = {
    "str": strict,
    "int": _integer,
    "bool": strict,
    "bytes": _octets,
    "literal": _literal,
    "float": _float,
    **{kind: _checked_by(validate) for kind, validate in _CHECKED.items()},
}

LEAVES_OF_UNIONS: Final[Mapping[str, Callable[[Schema], Schema]]] = {
    **LEAVES,
    **{kind: _checked_by(validate, in_union=True) for kind, validate in _CHECKED.items()},
}
"""The same where a union has a choice: pydantic counts its own reading of a UUID as a conversion, and avoids those."""
