"""JSON text to values and back."""

import json
import re
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample.models import Money

from runtime import wire

numbers = st.from_regex(r"-?(0|[1-9][0-9]{0,30})(\.[0-9]{1,30})?", fullmatch=True).filter(
    lambda text: text != "-0"
)


class Digits(str):
    """A number as its text."""


def dumped(value: object) -> str:
    match value:
        case Digits():
            return str.__str__(value)
        case dict():
            return (
                "{"
                + ",".join(
                    f"{json.dumps(k, ensure_ascii=False)}:{dumped(v)}" for k, v in value.items()
                )
                + "}"
            )
        case list():
            return "[" + ",".join(map(dumped, value)) + "]"
        case _:
            return json.dumps(value, ensure_ascii=False)


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]))
values = st.recursive(
    st.none() | st.booleans() | texts | numbers.map(Digits),
    lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
    max_leaves=30,
)


@given(values)
def test_any_json_comes_back_byte_for_byte(value: object) -> None:
    text = dumped(value).replace("\x7f", "\x7f").encode()
    assert wire.write(wire.read(text)) == text


@given(
    st.recursive(st.none() | st.floats(allow_nan=False, allow_infinity=False) | st.text(), st.lists)
)
def test_what_the_standard_library_writes_is_read(value: object) -> None:
    try:
        text = json.dumps(value).encode()
        expected = json.loads(text)
        expected_text = json.dumps(expected, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return
    assert json.loads(wire.write(wire.read(text))) == json.loads(expected_text)


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("-720.0", "-720.0"),
        ("5.0", "5.0"),
        ("-0.0", "-0.0"),
        ("1E3", "1E+3"),
        ("1e400", "1E+400"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("12345678901234567.890123456789", "12345678901234567.890123456789"),
        ("\ufeff1", "1"),
    ],
)
def test_numbers_keep_their_digits(text: str, back: str) -> None:
    assert wire.write(wire.read(text)).decode() == back


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b" ",
        b"NaN",
        b"[Infinity]",
        b"1 2",
        b'{"a":1,"a":2}',
        b'[{"b":{"a":1,"a":1}}]',
        b'{"a":1,"\\u0061":2}',
        b'{"a":1,"a":1,"b":[1e2,1e2,1e2,1e2,1e2,1e2]}',
        b'{"a":1,"a":1,"b":"\\u003a"}',
        b'{"a":1,"a":1,"b":"\\u003A:"}',
        b'"\\ud800"',
        b'"\xff"',
        b"[" * 100_000,
        b"1" * 5000,
        b"1e99999999999999999999",
        b"{",
        b"\xff\xfe{\x00}\x00",
    ],
)
def test_what_is_not_json_is_one_error_that_quotes_nothing(text: bytes) -> None:
    with pytest.raises(wire.NotJSON) as caught:
        wire.read(text)
    assert len(str(caught.value)) < 60
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    "value",
    [
        Decimal("NaN"),
        Decimal("-Infinity"),
        float("nan"),
        float("inf"),
        {1: 2},
        {1, 2},
        object(),
        "\ud800",
    ],
)
def test_what_has_no_json_form_is_refused_with_its_place(value: object) -> None:
    with pytest.raises(wire.NotEncodable) as caught:
        wire.write({"a/b": [1, value]})
    assert caught.value.pointer in ("/a~1b/1", "")
    assert not re.search("nan|inf", str(caught.value), re.IGNORECASE) or "finite" in str(
        caught.value
    )


class Whole(int):
    pass


class Kind(StrEnum):
    FULL = "full"


def test_subclasses_count_as_what_they_are() -> None:
    value = {Digits("k"): [Digits("a"), Whole(3), Kind.FULL, Money(value=Decimal("1.0"))]}
    assert wire.write(value) == b'{"k":["a",3,"full",{"value":1.0}]}'
