"""Dates, times and UUIDs keep their spelling."""

import copy
import pickle
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.instants import read_date, read_datetime, read_time, read_uuid, wire_text

SPELLINGS = [
    "2024-05-01T10:20:30Z",
    "2024-05-01t10:20:30z",
    "2024-05-01T10:20:30+00:00",
    "2024-05-01T10:20:30-00:00",
    "2024-05-01T10:20:30+0100",
    "2024-05-01T10:20:30+01:00",
    "2024-05-01T10:20:30",
    "2024-05-01T10:20:30.1Z",
    "2024-05-01T10:20:30.123456Z",
    "2024-05-01T10:20:30.1234567",
    "2024-05-01T10:20:30.123456789-05:30",
]


@pytest.mark.parametrize("text", SPELLINGS)
def test_date_times_come_back_as_they_came(text: str) -> None:
    value = read_datetime(text)
    again = pickle.loads(pickle.dumps(value))
    assert wire_text(value) == text
    assert (
        wire_text(copy.deepcopy(value)) == wire_text(copy.copy(value)) == wire_text(again) == text
    )
    assert again == value
    assert hash(again) == hash(value)


def test_the_canonical_spelling_is_a_plain_value() -> None:
    assert type(read_datetime("2024-05-01T10:20:30Z")) is datetime
    assert type(read_datetime("2024-05-01T10:20:30.123456+01:00")) is datetime
    assert type(read_uuid("00000000-0000-0000-0000-00000000abcd")) is UUID


def test_arithmetic_leaves_the_old_spelling_behind() -> None:
    value = read_datetime("2024-05-01T10:20:30.5+00:00")
    later = value + timedelta(seconds=1)
    assert wire_text(later) == "2024-05-01T10:20:31.500000Z"
    assert wire_text(value.replace(year=2025)) == "2025-05-01T10:20:30.500000Z"
    assert pickle.loads(pickle.dumps(later)) == later


@given(st.datetimes(timezones=st.just(UTC)))
def test_what_we_write_we_read(value: datetime) -> None:
    assert read_datetime(wire_text(value)) == value


@pytest.mark.parametrize(
    "text",
    [
        "2024-05-01 10:20:30Z",
        "2024-05-01",
        "2024-05-01T10:20Z",
        "2024-05-01T24:00:00Z",
        "2024-05-01T10:20:60Z",
        "2024-02-30T10:20:30Z",
        "2024-05-01T10:20:30+25:00",
        "2024-05-01T10:20:30+01:99",
        "2024-05-01T10:20:30,5Z",
        "٢٠٢٤-05-01T10:20:30Z",
        "20240501T102030Z",
        "2024-W01-1T10:20:30Z",
        "2024-05-01T10:20:30Z\n",
        "",
    ],
)
def test_other_texts_are_no_date_times(text: str) -> None:
    with pytest.raises(ValueError, match=r"not|range|must|day|offset|hour|second"):
        read_datetime(text)


def test_times_and_dates() -> None:
    for text in ("10:20:30", "10:20:30Z", "10:20:30.5", "10:20:30+0100"):
        value = read_time(text)
        assert wire_text(pickle.loads(pickle.dumps(value))) == wire_text(value) == text
    assert wire_text(read_date("2024-05-01")) == "2024-05-01"
    for wrong in ("20240501", "2024-W01-1", "2024-5-1", "2024-05-01T00:00:00Z"):
        with pytest.raises(ValueError, match="not a date"):
            read_date(wrong)


def test_uuids() -> None:
    upper = "4F430446-4d30-4E61-9c3c-76849f5e9d92"
    value = read_uuid(upper)
    assert value == UUID(upper)
    assert {value: 1}[UUID(upper)] == 1
    assert (
        wire_text(value)
        == wire_text(copy.deepcopy(value))
        == wire_text(pickle.loads(pickle.dumps(value)))
        == upper
    )
    for wrong in (upper.replace("-", ""), "{" + upper + "}", "urn:uuid:" + upper, upper + "\n"):
        with pytest.raises(ValueError, match="not a UUID"):
            read_uuid(wrong)
