"""Scalars and undeclared properties: each takes its own JSON type, and goes back in the spelling it came in."""

from __future__ import annotations

import copy
import pickle
from datetime import time
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, ValidationError

from runtime import CamelModel, Model, codec, wire
from runtime.errors import RequestValidationError
from runtime.numerals import read_float, read_integer
from runtime.octets import base64_text, read_bytes


class Config(CamelModel):
    __pydantic_extra__: dict[str, Decimal] = Field(
        init=False
    )  # pyright: ignore[reportIncompatibleVariableOverride]
    value: str | int | Decimal | bool | None = None
    data: bytes | None = None
    at: time | None = None
    count: int | None = None
    small: Annotated[int | None, Field(le=9)] = None
    one: Literal[1, 2] | None = None
    flag: Literal[True] | None = None
    ratio: float | None = None
    password: Annotated[str | None, Field(repr=False)] = None


class Table(Model):
    __pydantic_extra__: dict[str, Row] = Field(
        init=False
    )  # pyright: ignore[reportIncompatibleVariableOverride]
    title: str


class Row(Model):
    amount: Decimal


class Page(Model):
    rows: list[Row]
    index: dict[str, Row]
    maybe: list[Row] | None
    total: int


def decoded(kind: Any, text: str) -> tuple[Any, list[str]]:
    """The value and its mismatches; what goes back is what came, to the digit."""
    value, mismatches = codec.decode(kind, text.encode())
    assert wire.write(value).decode() == text
    return value, [str(mismatch) for mismatch in mismatches]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"value":"1"}', "1"),
        ('{"value":1}', 1),
        ('{"value":1.0}', Decimal("1.0")),
        ('{"value":true}', True),
        ('{"value":null}', None),
    ],
)
def test_scalar_unions_keep_the_type_that_came(text: str, value: object) -> None:
    config, problems = decoded(Config, text)
    assert (type(config.value), config.value) == (type(value), value)
    assert problems == []
    assert type(Config(value=value).value) is type(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ('{"count":5.0}', 5, int),
        ('{"count":-0.0}', 0, int),
        ('{"count":1E+3}', 1000, int),
        ('{"count":7}', 7, int),
        ('{"small":9.0}', 9, int),
        ('{"one":1.0}', 1, int),
        ('{"ratio":1.10}', 1.1, float),
        ('{"ratio":5}', 5.0, float),
        ('{"ratio":12345678901234567.89}', 12345678901234567.89, float),
    ],
)
def test_other_spellings_of_a_number_are_no_mismatch(text: str, value: object, kind: type) -> None:
    config, problems = decoded(Config, text)
    got = next(iter(config.model_dump(exclude_unset=True).values()))
    assert problems == []
    assert isinstance(got, kind)
    assert got == value
    for twin in (copy.deepcopy(config), pickle.loads(pickle.dumps(config)), config.model_copy()):
        assert twin == config
        assert twin.model_dump_json() == text


@pytest.mark.parametrize(
    "text",
    [
        '{"count":5.5}',
        '{"count":1E+999999999}',
        '{"count":true}',
        '{"count":"5"}',
        '{"small":10.0}',
        '{"one":true}',
        '{"one":3}',
        '{"one":1.5}',
        '{"flag":1}',
        '{"flag":1.0}',
        '{"ratio":1E+999}',
        '{"data":"?"}',
        '{"data":1}',
        '{"at":"25:00:00"}',
        '{"at":1}',
        '{"value":[]}',
        '{"new":"x"}',
    ],
)
def test_what_does_not_fit_is_kept_and_reported(text: str) -> None:
    _, problems = decoded(Config, text)
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("count", Decimal("5.0")),
        ("count", 5.0),
        ("count", True),
        ("small", 10),
        ("one", True),
        ("one", Decimal(1)),
        ("data", "QUJD"),
        ("ratio", "1"),
        ("new", "1"),
        ("new", 1.5),
    ],
)
def test_callers_get_no_conversion(name: str, value: object) -> None:
    with pytest.raises(ValidationError):
        Config(**{name: value})  # type: ignore[arg-type]
    with pytest.raises(RequestValidationError, match=f"/{name}: "):
        codec.encode_body(Config, {name: value}, True)


def test_text_for_bytes_is_refused_with_what_to_do() -> None:
    with pytest.raises(ValidationError, match="decode base64 text first"):
        Config(data="QUJD")  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "QUI=", "QUI", "-_8=", "QU\\nJD", "QR=="])
def test_base64_comes_back_as_it_came(text: str) -> None:
    config, problems = decoded(Config, f'{{"data":"{text}"}}')
    assert problems == []
    assert isinstance(config.data, bytes)
    twin = pickle.loads(pickle.dumps(copy.deepcopy(config)))
    assert twin == config
    assert twin.model_dump_json() == f'{{"data":"{text}"}}'


def test_bytes_are_written_as_base64() -> None:
    assert type(read_bytes("QUJD")) is bytes
    assert base64_text(read_bytes("QUI") + b"") == "QUI="
    assert base64_text(read_bytes("QUI")[:1]) == "QQ=="
    for data in (b"ABC", bytearray(b"ABC")):
        assert Config(data=data).model_dump_json() == '{"data":"QUJD"}'  # type: ignore[arg-type]
    assert codec.encode_body(list[bytes], [b"ABC"], True) == b'["QUJD"]'
    for wrong in ("Q", "A===", "é", "QQ==QQ==", "=", "\u0661"):
        with pytest.raises(ValueError, match="base64"):
            read_bytes(wrong)


def test_computing_leaves_the_old_spelling_behind() -> None:
    assert wire.write([read_integer(Decimal("5.0")) + 1, read_float(Decimal("1.10")) + 0]) == (
        b"[6,1.1]"
    )
    assert type(read_float(Decimal("1.5"))) is float


def test_times_keep_their_spelling() -> None:
    config, problems = decoded(Config, '{"at":"10:20:30.5Z"}')
    assert problems == []
    assert isinstance(config.at, time)


def test_undeclared_properties_are_exact_where_they_have_a_type() -> None:
    config, problems = decoded(Config, '{"a":1.50,"b":2}')
    assert problems == []
    assert config.model_extra == {"a": Decimal("1.50"), "b": Decimal(2)}
    assert Config(a=Decimal("1.50")).model_dump_json() == '{"a":1.50}'  # type: ignore[call-arg]
    config, problems = decoded(Config, '{"a":1.50,"b":"x","c/d":null}')
    assert problems == [
        "/b: expected number, got string",
        "/c~1d: expected number, got null",
    ]
    table, problems = decoded(Table, '{"title":"t","x":{"amount":1.0},"y":{"amount":"1"}}')
    assert table.x == Row(amount=Decimal("1.0"))
    assert type(table.y) is Row
    assert problems == ["/y/amount: expected number, got string"]


def test_what_a_list_or_map_lacks_reads_empty() -> None:
    page, problems = decoded(Page, "{}")
    assert (page.rows, page.index, page.maybe, page.total) == ([], {}, None, None)
    assert page.model_fields_set == set()
    assert len(problems) == 4


def test_secrets_are_not_shown() -> None:
    assert "s3cret" not in repr(Config(password="s3cret", count=1))


def test_json_schemas_can_be_drawn() -> None:
    assert Config.model_json_schema()["properties"]["count"]
    assert Table.model_json_schema()


def test_a_value_from_one_answer_goes_into_a_request_as_it_came() -> None:
    config, _ = decoded(Config, '{"data":"QUI","count":5.0,"small":9.0,"one":1.0,"ratio":1.10}')
    members = {name: getattr(config, name) for name in ("count", "small", "one", "ratio", "data")}
    assert Config(**members).model_dump_json() == config.model_dump_json()
    assert codec.encode_body(dict[str, int], {"a": config.count}, True) == b'{"a":5.0}'
