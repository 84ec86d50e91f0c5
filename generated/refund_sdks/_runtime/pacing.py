"""How long to wait before a repetition, and whether there may be one."""

import random
import re
import threading
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Final

from msgspec import Struct

from .response import Reply

FIRST_PAUSE: Final = 0.5
LONGEST_PAUSE: Final = 8.0
LONGEST_RETRY_AFTER: Final = 60.0


async def _asleep(seconds: float) -> None:
    import asyncio  # here, since a program that never awaits need not pay for it

    await asyncio.sleep(seconds)


class Clock(Struct, frozen=True):
    """Time and chance, in one place so that tests can hold them."""

    monotonic: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep
    asleep: Callable[[float], Awaitable[None]] = _asleep
    random: Callable[[], float] = random.random


class RetryBudget:
    """What a client may spend on repetitions, so that a service in trouble is not asked twice as often.

    A repetition costs one token; a call that succeeds earns a tenth. Shared by all threads of a client. (botocore's standard
    mode has a bucket for as many repetitions.)
    """

    def __init__(self, capacity: float = 100.0, earned: float = 0.1) -> None:
        self.tokens = capacity
        self._capacity = capacity
        self._earned = earned
        self._lock = threading.Lock()

    def spend(self) -> bool:
        """Takes a token, if there is one."""
        with self._lock:
            if self.tokens < 1:
                return False
            self.tokens -= 1
            return True

    def earn(self) -> None:
        """Notes a success."""
        if self.tokens < self._capacity:
            with self._lock:
                self.tokens = min(self._capacity, self.tokens + self._earned)


def backoff(retries_taken: int, clock: Clock) -> float:
    """A random pause of 0 to 0.5 s before the first repetition, the upper end doubling up to 8 s ("full jitter")."""
    # The exponent is bounded: 2.0**2000 would overflow.
    ceiling = min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** min(retries_taken, 16))
    return ceiling * clock.random()


def retry_after(headers: Mapping[str, str], clock: Clock) -> float | None:
    """The seconds that a service asks to wait; None where it does not, for garbage, and for the past.

    `Retry-After` has seconds or one of the three forms of a date (RFC 9110 §10.2.3, §5.6.7); Azure and others say
    milliseconds in a field of their own, which is more exact.
    """
    for name in ("retry-after-ms", "x-ms-retry-after-ms"):
        milliseconds = _number(headers.get(name, ""))
        if milliseconds:
            return milliseconds / 1000
    text = headers.get("retry-after", "").strip()
    seconds = _number(text)
    if seconds is None:
        seconds = _until(text, clock)
    return seconds if seconds is not None and seconds > 0 else None


def reset_after(reply: Reply, clock: Clock) -> float | None:
    """The seconds until a limit is lifted that has been used up; None where nobody says so, or it takes long.

    Some services count the seconds, as the drafts of the IETF do, others give the time in seconds since 1970.
    """
    if reply.status != TOO_MANY:
        return None
    for prefix in ("ratelimit-", "x-ratelimit-", "x-rate-limit-"):
        value = _number(reply.headers.get(f"{prefix}reset", ""))
        if value is not None and _number(reply.headers.get(f"{prefix}remaining", "0")) == 0:
            seconds = value - clock.wall() if value > _SINCE_1970 else value
            return seconds if 0 < seconds <= LONGEST_RETRY_AFTER else None
    return None


def _number(text: str) -> float | None:
    return float(text) if _NUMBER.fullmatch(text.strip()) else None


def _until(date: str, clock: Clock) -> float | None:
    try:
        then = parsedate_to_datetime(date)
        # The form of asctime names no zone, and means UTC.
        return (then if then.tzinfo else then.replace(tzinfo=UTC)).timestamp() - clock.wall()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


TOO_MANY: Final = 429
_NUMBER: Final = re.compile(r"[0-9]{1,300}(?:\.[0-9]{1,20})?", re.ASCII)
_SINCE_1970: Final = 1_000_000_000
"""No service makes anybody wait for thirty years: more is a point in time."""
