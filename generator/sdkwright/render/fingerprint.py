"""From this program's own code and templates to one digest, so that results of another state of it are not reused."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from .cache import digest

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def own_digest(*templates: Path) -> str:
    """The digest of every file of this package and below the folders `templates`, read once a process.

    The contents are hashed, not sizes and times: a checkout of another commit may change neither.
    """
    files = [
        (str(number), *each)
        for number, root in enumerate((_PACKAGE, *templates))
        for each in _files(root)
    ]
    if not any(name.endswith(".py") for _, name, _ in files):
        return os.urandom(32).hex()  # the code is not on the disk as files: equal to no other run
    return digest(*(part for entry in files for part in entry))


def _files(root: Path) -> Iterator[tuple[str, bytes]]:
    for folder, names, files in os.walk(root):
        names[:] = sorted(name for name in names if name != "__pycache__")
        for name in sorted(files):
            path = os.path.join(folder, name)
            with open(path, "rb") as stream:
                yield os.path.relpath(path, root), stream.read()
