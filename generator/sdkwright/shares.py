"""Work done by a copy of this process meanwhile, where the system can make one at once."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from signal import SIGKILL
from threading import active_count
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_ENOUGH = 40
"""For fewer things it is not worth the while."""


def in_two(work: Callable[[Sequence[T]], list[R]], things: Sequence[T]) -> list[R]:
    """What `work` makes of `things`, in any order: of every other one by a copy of this process.

    The results have to be plain values, of which `marshal` knows the form.
    """
    if len(things) < _ENOUGH:
        return work(things)
    with aside(lambda: work(things[1::2])) as others:
        own = work(things[::2])
        return own + others()


@contextmanager
def aside(work: Callable[[], R]) -> Generator[Callable[[], R]]:
    """A function that gives what `work` gives, which a copy of this process does meanwhile.

    It has to be a plain value, of which `marshal` knows the form. Where no copy can be made, the work is done here when it
    is asked for; so is what went wrong in the copy, to be told as usual.
    """
    # Elsewhere a copy of a process is not sure to work, nor of one whose other threads may hold a lock just now.
    able = sys.platform == "linux" and (os.cpu_count() or 1) > 1 and active_count() == 1
    if not able:
        yield work
        return
    child, results = _started(work)
    waits = True

    with os.fdopen(results, "rb") as stream:

        def result() -> R:
            nonlocal waits
            sent = stream.read()
            _, status = os.waitpid(child, 0)
            waits = False
            return work() if status or not sent else marshal.loads(sent)

        try:
            yield result
        finally:
            if waits:
                with suppress(ProcessLookupError):
                    os.kill(child, SIGKILL)
                os.waitpid(child, 0)


def _started(work: Callable[[], Any]) -> tuple[int, int]:
    """The id of a process that does the work, and the end of the pipe at which its result comes out."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    # Nothing of what this process has begun is ended by its copy: no buffer is flushed, no file deleted.
    status = 1
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as stream:
            stream.write(marshal.dumps(work()))
        status = 0
    finally:
        os._exit(status)
