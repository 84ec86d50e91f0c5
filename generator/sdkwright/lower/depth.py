"""Room for schemas that stand inside one another: a file may be 200 levels deep, and each level takes several calls."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager

# Calls between Python functions take no room on the stack of the interpreter, so this is far from its end.
_CALLS = 12_000


@contextmanager
def room_for_depth() -> Generator[None, None, None]:
    """Let functions call one another as deep as the deepest file demands."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _CALLS))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
