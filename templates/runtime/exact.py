"""A pydantic core schema to the same schema with exact leaves.

pydantic converts where JSON has one right answer: it reads `"1"` as a number, rounds fractions of a second, keeps no
spelling. Here each leaf takes its own JSON type and nothing else, and dates and UUIDs keep their wire text.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final, cast
from uuid import UUID

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .instants import read_date, read_datetime, read_time, read_uuid

Schema = dict[str, Any]


class Exact:
    """Marks an annotation, `Annotated[list[Decimal], Exact()]`, whose leaves are to be exact."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return exact(handler(source))


def exact(schema: CoreSchema) -> CoreSchema:
    """The schema with exact leaves. A nested model is left alone: it has done the same for itself."""
    return cast("CoreSchema", _walked(cast("Schema", schema)))


def exact_model(schema: CoreSchema) -> CoreSchema:
    """A model's own schema with exact fields."""
    node = cast("Schema", schema)
    while node["type"] not in _FIELDS:
        if "schema" not in node:  # a reference: the model is being built further up
            return schema
        node = node["schema"]
    for field in node["fields"].values():
        field["schema"] = _walked(field["schema"])
    return schema


_FIELDS: Final = frozenset({"model-fields", "typed-dict-fields"})


def _walked(node: Schema) -> Schema:
    kind = node["type"]
    if kind == "model":
        return node
    if kind in _LEAVES:
        return _LEAVES[kind](node)
    if kind == "union" and _is_open_enum(node):
        return _strict(cast("Schema", core_schema.str_schema()))
    inner: Schema = {key: _walked_member(node[key]) for key in _CONTAINS if key in node}
    return {**node, **inner}


# The keys of a core schema under which other schemas stand.
_CONTAINS: Final = (
    "schema",
    "items_schema",
    "keys_schema",
    "values_schema",
    "choices",
    "steps",
    "definitions",
    "lax_schema",
    "strict_schema",
    "python_schema",
)


def _walked_member(member: Any) -> Any:
    """The value under one of those keys: a schema, a list of them, labelled ones, or a table of them."""
    match member:
        case {"type": str()}:
            return _walked(cast("Schema", member))
        case dict():
            return {key: _walked_member(value) for key, value in cast("Schema", member).items()}
        case list():
            return [_walked_member(value) for value in cast("Sequence[Any]", member)]
        case (schema, label):
            return (_walked_member(schema), label)
        case _:
            return member


def _is_open_enum(union: Schema) -> bool:
    """Whether the union is `Literal["a", "b"] | str`: the known values are for the reader, any text fits."""
    choices = cast("list[object]", union["choices"])
    members = [cast("Schema", choice) for choice in choices if isinstance(choice, dict)]
    if len(members) != len(choices) or {member["type"] for member in members} != {"literal", "str"}:
        return False
    known = [value for member in members for value in member.get("expected", ())]
    return all(isinstance(value, str) for value in known)


def _strict(node: Schema) -> Schema:
    return {**node, "strict": True, "serialization": _AS_IT_IS}


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


def _float(value: object) -> float:
    if isinstance(value, float | int | Decimal) and not isinstance(value, bool):
        try:
            number = float(value)
        except OverflowError:
            number = float("inf")
        if number - number == 0:  # neither infinite nor NaN
            return number
    raise PydanticCustomError("float", "a finite number")


def _checked_by(validate: Callable[[Any], object]) -> Callable[[Schema], Schema]:
    """A leaf read by a function of ours; constraints of the original are checked after it."""

    def leaf(node: Schema) -> Schema:
        plain = core_schema.no_info_plain_validator_function(
            validate, json_schema_input_schema=cast("CoreSchema", node), serialization=_AS_IT_IS
        )
        if not _CONSTRAINTS.isdisjoint(node):
            chain = core_schema.chain_schema(
                [plain, cast("CoreSchema", node)], serialization=_AS_IT_IS
            )
            return cast("Schema", chain)
        return cast("Schema", plain)

    return leaf


_AS_IT_IS: Final = core_schema.simple_ser_schema("any")
_CONSTRAINTS: Final = frozenset(
    {"gt", "ge", "lt", "le", "multiple_of", "max_digits", "decimal_places"}
)
_LEAVES: Final[Mapping[str, Callable[[Schema], Schema]]] = {
    "str": _strict,
    "int": _strict,
    "bool": _strict,
    "decimal": _checked_by(_decimal),
    "float": _checked_by(_float),
    "datetime": _checked_by(
        _read_by(read_datetime, datetime, "a date-time with an offset (RFC 3339)")
    ),
    "date": _checked_by(_read_by(read_date, date, "a date (RFC 3339)")),
    "time": _checked_by(_read_by(read_time, time, "a time (RFC 3339)")),
    "uuid": _checked_by(_read_by(read_uuid, UUID, "a UUID")),
}
