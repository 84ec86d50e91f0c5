"""The quick readers of usual spellings give what the careful ones give, and near classes are built in."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, Literal, TypeAlias
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import SchemaValidator, ValidationError, core_schema

from runtime import Model, codec, wire
from runtime.leaves import LEAVES, LEAVES_OF_UNIONS
from runtime.reach import is_small

KINDS: dict[str, Any] = {
    "decimal": core_schema.decimal_schema(),
    "uuid": core_schema.uuid_schema(),
    "date": core_schema.date_schema(),
    "datetime": core_schema.datetime_schema(),
}
READERS = {
    kind: [SchemaValidator(leaves[kind](node)) for leaves in (LEAVES, LEAVES_OF_UNIONS)]
    for kind, node in KINDS.items()
}


def outcome(reader: SchemaValidator, value: object) -> object:
    try:
        result = reader.validate_python(value)
    except ValidationError as error:
        return [(detail["type"], detail["msg"], detail["loc"]) for detail in error.errors()]
    spelling = getattr(result, "_wire", None)
    return type(result), result, str(result), spelling, getattr(result, "tzinfo", None)


def alike(kind: str, value: object) -> None:
    quick, careful = (outcome(reader, value) for reader in READERS[kind])
    assert quick == careful


ODD: list[object] = [
    "",
    "1",
    "2024-02-30",
    "0000-01-01",
    "2024-1-01",
    "٢٠٢٤-01-02",
    "2024-01-02\n",
    "2024-W01-1",
    "2024-01-02T03:04:05",
    "2024-01-02t03:04:05z",
    "2024-01-02T24:00:00Z",
    "2024-01-02T03:04:60Z",
    "2024-13-02T03:04:05Z",
    "2024-01-02T03:04:05.Z",
    "2024-01-02T03:04:05.000000Z",
    "2024-01-02T03:04:05.120000Z",
    "2024-01-02T03:04:05+00:00",
    "2024-01-02T03:04:05-00:00",
    "2024-01-02T03:04:05+24:00",
    "2024-01-02T03:04:05+00:01",
    "2024-01-02T03:04:05.5+02:00",
    "0001-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59.9999999-23:59",
    "78D0F5D5-DC7E-4462-9D2B-9A32D8FE684E",
    "78d0f5d5dc7e44629d2b9a32d8fe684e",
    "78d0f5d5-dc7e-4462-9d2b-9a32d8fe684e\n",
    "{78d0f5d5-dc7e-4462-9d2b-9a32d8fe684e}",
    True,
    None,
    1.5,
    2**70,
    Decimal("NaN"),
    Decimal("-Infinity"),
    Decimal("1E+3"),
    datetime(2024, 1, 1),
    datetime(2024, 1, 1, tzinfo=UTC),
    date(2024, 1, 1),
    UUID(int=5),
    b"x",
    [],
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", ODD, ids=repr)
def test_odd_values_are_read_alike(kind: str, value: object) -> None:
    alike(kind, value)


ZONES = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TEXTS = {
    "decimal": st.decimals() | st.integers() | st.booleans() | st.floats(),
    "uuid": st.uuids().map(str) | st.from_regex(r"[0-9a-fA-F-]{30,40}"),
    "date": st.dates().map(str) | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "datetime": st.datetimes(timezones=ZONES | st.just(UTC)).map(datetime.isoformat)
    | st.from_regex(
        r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9](\.[0-9]{1,10})?"
        r"(Z|[+-][0-2][0-9]:[0-6][0-9])?"
    ),
}


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_any_spelling_is_read_alike(kind: str, data: st.DataObject) -> None:
    alike(kind, data.draw(TEXTS[kind]))


@pytest.mark.parametrize(
    "text", ["2020-01-02T03:04:05.123Z", "2020-01-02T03:04:05Z", "2020-01-02T03:04:05.1234567Z"]
)
def test_what_is_read_quickly_goes_back_as_it_came(text: str) -> None:
    value, mismatches = codec.decode(datetime, f'"{text}"'.encode())
    assert not mismatches
    assert wire.write([value]) == f'["{text}"]'.encode()


Colour: TypeAlias = Literal["red", "Tree"] | str


class Leaf(Model):
    id: UUID
    colour: Colour | None = None


class Branch(Model):
    leaves: list[Leaf] | None = None
    other: dict[str, Leaf] | None = None


class Tree(Model):
    branches: list[Branch] | None = None
    trees: list[Tree] | None = None


class Grove(Model):
    first: Tree | None = None


def test_near_classes_are_built_in_and_those_in_circles_are_not() -> None:
    assert [is_small(model) for model in (Leaf, Branch, Tree, Grove)] == [True, True, False, False]
    text = (
        b'{"first":{"branches":[{"leaves":[{"id":"78d0f5d5-dc7e-4462-9d2b-9a32d8fe684e"}]}],'
        b'"trees":[{"branches":[{"other":{"x":{"id":"78d0f5d5-dc7e-4462-9d2b-9a32d8fe684e",'
        b'"colour":"blue","new":1.50}}}]}]}}'
    )
    value, mismatches = codec.decode(Grove, text)
    assert not mismatches
    assert wire.write(value) == text
    assert isinstance(value.first.trees[0].branches[0].other["x"], Leaf)
    assert value.first.model_dump_json().encode() == text[len(b'{"first":') : -1]
    _, mismatches = codec.decode(Grove, text.replace(b"1.50", b"2").replace(b'"blue"', b"7"))
    assert [problem.pointer for problem in mismatches] == [
        "/first/trees/0/branches/0/other/x/colour"
    ]


def test_a_union_prefers_no_member_for_being_quick() -> None:
    text = b'"78d0f5d5-dc7e-4462-9d2b-9a32d8fe684e"'
    value, _ = codec.decode(UUID | str, text)
    assert isinstance(value, UUID)
    value, _ = codec.decode(Leaf | dict[str, str], b'{"id":' + text + b"}")
    assert isinstance(value, Leaf)
