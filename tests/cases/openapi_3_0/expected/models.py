# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

from ._runtime import Model

RefundState: TypeAlias = Literal["open", "done"] | str
"""`state` of the API."""


class Refund(Model):
    """`Refund` of the API."""

    id: str
    """`id`; the document does not explain it."""

    note: str | None
    """`note`; the document does not explain it."""

    state: RefundState | None = None
    """`state`; the document does not explain it."""

    amount: Decimal | None = None
    """`amount`; the document does not explain it.

    More than 0. At most 100.
    """

    parent: Refund | None = None
    """`parent`; the document does not explain it."""

    file: str | None = None
    """`file`; the document does not explain it.

    Format: binary.
    """
