# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from ._runtime import Model


class Order(Model):
    """`Order` of the API."""

    total: Money | None = None
    """`total`; the document does not explain it."""


class Problem(Model):
    """`Problem` of the API."""

    title: str | None = None
    """`title`; the document does not explain it."""


class Money(Model):
    """`Money` of the API."""

    amount: Decimal | None = None
    """`amount`; the document does not explain it."""

    currency: str | None = None
    """`currency`; the document does not explain it."""


OrderAlias: TypeAlias = Order
"""`Order` of the API."""
