"""A pause for the search for garbage, while large trees are built or walked."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def without_collection() -> Generator[None, None, None]:
    """Nothing is searched for cycles meanwhile.

    A tree grows by hundreds of thousands of objects, none of which is garbage: looking at all of them again and again
    took as long as the work itself. What has no cycles is freed all the same. To be used as a decorator too.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


_held: list[object] = []


def never_collect() -> None:
    """For a program that answers once and ends: nothing is searched for cycles, and what is held is never taken apart."""
    gc.disable()
    atexit.register(gc.freeze)
    _held.append(None)


def hold(*things: object) -> None:
    """Keep large values until the end of a program that answers once; for others this does nothing.

    To take such trees apart, object by object, took a twentieth of the time of `generate` on a large document.
    """
    if _held:
        _held.extend(things)


def collect() -> None:
    """Search once, and hold nothing any longer: for what goes on without end."""
    _held.clear()
    gc.collect()
