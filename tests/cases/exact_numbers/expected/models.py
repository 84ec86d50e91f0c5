# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal

from ._runtime import Model


class Money(Model):
    """`Money` of the API."""

    amount: Decimal | None = None
    """Undocumented."""

    minor: int | None = None
    """Format: int64."""

    rates: list[Decimal] | None = None
    """Undocumented."""

    by_currency: dict[str, Decimal] | None = None
    """Undocumented."""
