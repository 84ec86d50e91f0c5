"""Work on many things done by two processes, where the system can make a second one at once."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from signal import SIGKILL
from threading import active_count
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_ENOUGH = 40
"""For fewer things it is not worth the while."""


def in_two(work: Callable[[Sequence[T]], list[R]], things: Sequence[T]) -> list[R]:
    """What `work` makes of `things`, in any order: of every other one by a copy of this process.

    The results have to be plain values, of which `marshal` knows the form.
    """
    # Elsewhere a copy of a process is not sure to work, nor of one whose other threads may hold a lock just now.
    able = sys.platform == "linux" and (os.cpu_count() or 1) > 1 and active_count() == 1
    if not able or len(things) < _ENOUGH:
        return work(things)
    child, results = _started(work, things[1::2])
    try:
        own = work(things[::2])
        with os.fdopen(results, "rb") as stream:
            sent = stream.read()
    except BaseException:
        with suppress(ProcessLookupError):
            os.kill(child, SIGKILL)
        os.waitpid(child, 0)
        raise
    _, status = os.waitpid(child, 0)
    # Whatever went wrong there goes wrong here too, and is told as usual.
    return own + (work(things[1::2]) if status or not sent else marshal.loads(sent))


def _started(work: Callable[[Sequence[T]], list[R]], things: Sequence[T]) -> tuple[int, int]:
    """The id of a process that does the work, and the end of the pipe at which its results come out."""
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
            stream.write(marshal.dumps(work(things)))
        status = 0
    finally:
        os._exit(status)
