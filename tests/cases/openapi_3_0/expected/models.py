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
    """Undocumented."""

    note: str | None
    """Undocumented."""

    state: RefundState | None = None
    """Undocumented."""

    amount: Decimal | None = None
    """More than 0. At most 100."""

    parent: Refund | None = None
    """Undocumented."""

    file: str | None = None
    """Undocumented."""
