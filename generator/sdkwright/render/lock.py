"""One publisher at a time: from a target to a lock beside it that dies with its holder."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

WAIT_SECONDS = 10.0
_POLL_SECONDS = 0.02
_OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def lock_file(place: Path) -> Path:
    """Where the lock of the target `place` stands."""
    return place.with_name(f".{place.name}.sdkwright.lock")


@contextmanager
def locked(place: Path) -> Generator[bool]:
    """Hold the lock of `place`; False where another holds it for longer than WAIT_SECONDS.

    The operating system drops the lock when its holder dies, so a lock file left by a killed process locks nothing.
    """
    path = lock_file(place)
    handle = _acquire(path, time.monotonic() + WAIT_SECONDS)
    if handle is None:
        yield False
        return
    try:
        yield True
    finally:
        # The name goes before the lock: who waits on the nameless file sees that and opens a new one.
        try:
            with suppress(OSError):
                os.unlink(path)
        finally:
            with suppress(OSError):
                os.close(handle)


def _acquire(path: Path, deadline: float) -> int | None:
    while True:
        handle = os.open(path, _OPEN, 0o600)
        try:
            _refuse_what_is_not_ours(handle, path)
            taken = _try_lock(handle) and _still_named(handle, path)
        except BaseException:
            os.close(handle)
            raise
        if taken:
            return handle
        os.close(handle)
        if time.monotonic() >= deadline:
            return None
        time.sleep(_POLL_SECONDS)


def _refuse_what_is_not_ours(handle: int, path: Path) -> None:
    # Our lock is an empty regular file. Anything else is somebody's, and unlinking it in the end would lose it.
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode) or found.st_size:
        raise FileExistsError(errno.EEXIST, "stands where the lock belongs", os.fspath(path))


def _still_named(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), os.lstat(path))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
