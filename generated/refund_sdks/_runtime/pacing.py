"""How long to wait before a repetition, and whether there may be one."""

import random
import threading
import time
from collections.abc import Awaitable, Callable
from email.utils import parsedate_to_datetime
from typing import Final

from msgspec import Struct

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

    A repetition costs one token; a call that succeeds earns a tenth. Shared by all threads of a client.
    """

    def __init__(self, capacity: float = 10.0, earned: float = 0.1) -> None:
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


def retry_after(value: str | None, clock: Clock) -> float | None:
    """The seconds that a Retry-After field asks for (RFC 9110 §10.2.3); None for no field, garbage and the past."""
    if value is None:
        return None
    text = value.strip()
    seconds = (
        float(text)
        if text.isascii() and text.isdecimal() and len(text) < 300
        else _until(text, clock)
    )
    return seconds if seconds is not None and seconds > 0 else None


def _until(date: str, clock: Clock) -> float | None:
    try:
        return parsedate_to_datetime(date).timestamp() - clock.wall()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
