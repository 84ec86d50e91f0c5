# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from ._runtime import Model


class NewRefund(Model):
    """`NewRefund` of the API."""

    amount: Decimal | None = None


class Refund(Model):
    """`Refund` of the API."""

    amount: Decimal | None = None
    limit: Limit | None = None


class Fault(Model):
    """`Fault` of the API."""

    message: str | None = None


Limit: TypeAlias = int
"""`limit` of the API."""
