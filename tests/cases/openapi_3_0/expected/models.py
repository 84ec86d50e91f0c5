# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

from ._runtime import Model

RefundState: TypeAlias = Literal["open", "done"] | str
"""`state` of `Refund`."""


class Refund(Model):
    """`Refund` of the API."""

    id: str
    note: str | None
    state: RefundState | None = None

    amount: Decimal | None = None
    """More than 0. At most 100."""

    parent: Refund | None = None
    file: str | None = None
