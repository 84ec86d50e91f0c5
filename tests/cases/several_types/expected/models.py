# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal, TypeAlias

from ._runtime import Model


class Narrow(Model):
    """`Narrow` of the API."""

    id: str
    """Undocumented."""

    never: Any | None = None
    """Undocumented."""

    anything: Any | None = None
    """Undocumented."""


class Open(Model):
    """`Open` of the API."""

    id: str | None = None
    """Undocumented."""

    never: Any | None = None
    """Undocumented."""

    anything: Any | None = None
    """Undocumented."""


Value: TypeAlias = str | int | None
"""`Value` of the API."""

Pair: TypeAlias = list[str | Decimal]
"""`Pair` of the API.

The items are, in this order: text; a number.
"""

Mixed: TypeAlias = Literal[1] | int | Literal["a"] | str | None
"""`Mixed` of the API."""

Not: TypeAlias = Any
"""`Not` of the API.

Not valid: text.
"""
