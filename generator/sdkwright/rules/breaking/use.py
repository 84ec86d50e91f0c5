"""What code does with what a package offers."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from .verdict import Python


class Use(StrEnum):
    """What code does with a symbol."""

    NAME = "names it"
    CALL = "calls it"
    POSITION = "passes arguments by position"
    KEYWORD = "passes this argument"
    OMIT = "leaves this argument out"
    PASS_NONE = "passes None"
    READ = "reads it"
    RESULT = "uses what it gives"
    SUBCLASS = "inherits from it"
    VALUE = "names a value that is gone"


Row: TypeAlias = tuple[Python, str, str, tuple[Use, ...]]
"""A rule in a table: its verdict, what has changed, what to do, and which uses it hits."""
