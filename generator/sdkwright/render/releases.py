"""Which release of a distribution is installed."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache

_BETWEEN = re.compile(r"[-_.]+")
_METADATA = ".dist-info"


def release_of(distribution: str) -> str:
    """The version that is installed, as the folder of its metadata is called (PyPA's "Recording installed projects").

    The module of the standard library that knows it too brings the parser of mails along, and every command would wait for
    that; it is asked where no such folder is found. Raises `importlib.metadata.PackageNotFoundError` where it knows none either.
    """
    known = _installed().get(_normal(distribution))
    if known is not None:
        return known
    from importlib.metadata import version

    return version(distribution)


@cache
def _installed() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):
            for entry in os.listdir(folder or "."):
                name, _, release = entry.removesuffix(_METADATA).partition("-")
                if entry.endswith(_METADATA) and release:
                    found.setdefault(_normal(name), release)
    return found


def _normal(name: str) -> str:
    return _BETWEEN.sub("-", name).lower()
