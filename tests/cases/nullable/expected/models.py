# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from ._runtime import Model


class Refund(Model):
    """`Refund` of the API."""

    note: str | None
    """Undocumented."""

    amount: Decimal | None = None
    """Undocumented."""

    parent: Refund | None = None
    """Undocumented."""

    tags: list[str | None] | None = None
    """Undocumented."""

    state: Literal["open"] | str | None = None
    """Undocumented."""

    nothing: None = None
    """Undocumented."""
