"""RFC 3339 texts to dates, times and UUIDs, and back to the same text.

A value whose canonical text is what came over the wire is a plain `datetime`, `time` or `UUID`. Any other spelling
(`+00:00` for `Z`, seven fractional digits, no offset, an upper-case UUID) gives a subclass that carries the text, so
that sending the value back changes nothing. Whatever is computed from such a value has the canonical text again.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final
from uuid import UUID

import msgspec

_CLOCK: Final = r"(\d\d):(\d\d):(\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:?\d\d)?"
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIME: Final = re.compile(_CLOCK, re.ASCII)
_DATETIME: Final = re.compile(rf"(\d{{4}}-\d\d-\d\d)[Tt]({_CLOCK})", re.ASCII)
_UUID_LENGTH: Final = 36


class WireDatetime(datetime):
    """A date-time that came in another spelling than the canonical one."""

    _wire: str = ""

    def __reduce_ex__(self, protocol: object) -> tuple[Callable[[str], datetime], tuple[str]]:
        return read_datetime, (wire_text(self),)


class WireTime(time):
    """A time of day that came in another spelling than the canonical one."""

    _wire: str = ""

    def __reduce_ex__(self, protocol: object) -> tuple[Callable[[str], time], tuple[str]]:
        return read_time, (wire_text(self),)


class WireUUID(UUID):
    """A UUID that came with upper-case digits."""

    __slots__ = ("_wire",)
    _wire: str

    def __reduce__(self) -> tuple[Callable[[str], UUID], tuple[str]]:
        return read_uuid, (self._wire,)


def read_datetime(text: str) -> datetime:
    """A date-time of RFC 3339, or one with `+hhmm` or without an offset. Raises ValueError for anything else."""
    try:
        value = datetime.fromisoformat(text)
        # Without an offset it is marked: such a value may go back, one that a caller makes may not.
        if value.tzinfo is not None and canonical(value) == text:
            return value
    except ValueError:  # it knows fewer spellings than we take, and others that we do not
        pass
    match = _DATETIME.fullmatch(text)
    if match is None:
        raise ValueError("not a date-time")
    kept = WireDatetime.combine(date.fromisoformat(match[1]), read_time(match[2]))
    kept._wire = text  # pyright: ignore[reportPrivateUsage]
    return kept


def read_time(text: str) -> time:
    """A time of day of RFC 3339, offset optional. Raises ValueError for anything else."""
    match = _TIME.fullmatch(text)
    if match is None:
        raise ValueError("not a time")
    hour, minute, second, fraction, offset = match.groups()
    micros = int((fraction or "0")[:6].ljust(6, "0"))
    value = time(int(hour), int(minute), int(second), micros, tzinfo=_zone(offset))
    if canonical(value) == text:
        return value
    kept = WireTime(value.hour, value.minute, value.second, value.microsecond, value.tzinfo)
    kept._wire = text  # pyright: ignore[reportPrivateUsage]
    return kept


def read_date(text: str) -> date:
    """A full-date of RFC 3339. Raises ValueError for anything else, ISO week dates among it."""
    if _DATE.fullmatch(text) is None:
        raise ValueError("not a date")
    return date.fromisoformat(text)


def read_uuid(text: str) -> UUID:
    """A UUID in the 8-4-4-4-12 form of RFC 9562. Raises ValueError for anything else."""
    if len(text) != _UUID_LENGTH:  # without hyphens, in braces, after `urn:uuid:`
        raise ValueError("not a UUID")
    value = msgspec.convert(text, UUID)  # in C; the constructor takes ten times as long
    if text == text.lower():
        return value
    kept = WireUUID(int=value.int)
    object.__setattr__(kept, "_wire", text)  # a UUID refuses ordinary assignment
    return kept


def canonical(value: date | time) -> str:
    """The text we write for a date, time or date-time of the caller: ISO 8601, `Z` for UTC."""
    text = value.isoformat()
    return text[:-6] + "Z" if text.endswith("+00:00") else text


def wire_text(value: date | time | UUID) -> str:
    """The text the value came with, else its canonical text."""
    kept: str = getattr(value, "_wire", "")
    if kept:
        return kept
    return str(value) if isinstance(value, UUID) else canonical(value)


def _zone(offset: str | None) -> tzinfo | None:
    if offset is None:
        return None
    if offset in "Zz":
        return UTC
    hours, minutes = int(offset[1:3]), int(offset[-2:])
    if minutes > 59:
        raise ValueError("not an offset")
    distance = timedelta(hours=hours, minutes=minutes)
    return timezone(-distance if offset[0] == "-" else distance)
