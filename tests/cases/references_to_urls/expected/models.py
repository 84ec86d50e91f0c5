# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of References to URLs."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

from ._runtime import Model

MoneyCurrency: TypeAlias = Literal["EUR", "NOK"] | str
"""`currency` of `Money`."""


class Order(Model):
    """`Order` of the API."""

    id: str
    total: Money | None = None
    replaces: Order | None = None


class Money(Model):
    """`Money` of the API."""

    value: Decimal
    currency: MoneyCurrency
