# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal

from ._runtime import Model


class Refund(Model):
    """`Refund` of the API."""

    amount: Decimal | None = None
    """At most 10.50."""
