# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from ._runtime import Model


class Order(Model):
    """`Order` of the API."""

    total: Money | None = None


class Problem(Model):
    """`Problem` of the API."""

    title: str | None = None


class Money(Model):
    """`Money` of the API."""

    amount: Decimal | None = None
    currency: str | None = None


OrderAlias: TypeAlias = Order
"""`Order` of the API."""
