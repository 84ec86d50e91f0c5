# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from ._runtime import Model


class Refund(Model):
    """`Refund` of the API."""

    note: str | None
    amount: Decimal | None = None
    parent: Refund | None = None
    tags: list[str | None] | None = None
    state: Literal["open"] | str | None = None
    nothing: None = None
