# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

from ._runtime import Model

RefundState: TypeAlias = Literal["open"] | str
"""`state` of the API."""


class Refund(Model):
    """`Refund` of the API."""

    note: str | None
    """`note`; the document does not explain it."""

    amount: Decimal | None = None
    """`amount`; the document does not explain it."""

    parent: Refund | None = None
    """`parent`; the document does not explain it."""

    tags: list[str | None] | None = None
    """`tags`; the document does not explain it."""

    state: RefundState | None = None
    """`state`; the document does not explain it."""

    nothing: None = None
    """`nothing`; the document does not explain it."""
