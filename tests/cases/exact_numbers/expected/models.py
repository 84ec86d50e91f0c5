# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal

from ._runtime import Model


class Money(Model):
    """`Money` of the API."""

    amount: Decimal | None = None

    minor: int | None = None
    """Format: int64."""

    rates: list[Decimal] | None = None
    by_currency: dict[str, Decimal] | None = None
