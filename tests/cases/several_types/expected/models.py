# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal, TypeAlias

from ._runtime import Model


class Narrow(Model):
    """`Narrow` of the API."""

    id: str
    never: Any | None = None
    anything: Any | None = None


class Open(Model):
    """`Open` of the API."""

    id: str | None = None
    never: Any | None = None
    anything: Any | None = None


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
