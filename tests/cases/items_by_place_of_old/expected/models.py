# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

from ._runtime import Model

Unit: TypeAlias = Literal["km", "mi"] | str
"""`Unit` of the API."""


class Point(Model):
    """`Point` of the API."""

    at: list[Decimal | Unit] | None = None
    """The items are, in this order: a number; `Unit`."""
