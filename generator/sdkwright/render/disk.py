"""The few operations on the disk that staging and swapping are made of: each is done, or an OSError that names its path."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

_CREATE = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)


def present(path: Path) -> bool:
    """Whether anything stands at `path`, a dangling link too.

    Unlike `os.path.lexists` this does not take a failing disk for an absent file: what is absent is not saved.
    """
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def write_file(file: Path, content: bytes) -> None:
    """Make `file`, which must not exist. Its content is on the disk only after `sync`."""
    with _naming(file):
        handle = os.open(file, _CREATE, 0o666)
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(handle, rest) :]
        finally:
            os.close(handle)


def sync(path: Path) -> None:
    """Wait until a file's content, or the names in a folder, are on the disk."""
    if os.name == "nt":  # there a folder cannot be opened, and a file only for writing
        return
    with _naming(path):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _naming(path: Path) -> Generator[None]:
    """Give an error that knows only a file's number the file's name."""
    try:
        yield
    except OSError as fault:
        if fault.filename is None:
            fault.filename = os.fspath(path)
        raise
