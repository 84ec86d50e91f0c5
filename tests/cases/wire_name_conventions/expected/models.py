# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from ._runtime import CamelModel, Model, PascalModel


class CamelOne(CamelModel):
    """`CamelOne` of the API."""

    refund_number: str | None = None
    """Undocumented."""

    line_items: list[str] | None = None
    """Undocumented."""


class PascalOne(PascalModel):
    """`PascalOne` of the API."""

    refund_number: str | None = None
    """Undocumented."""

    amount: Decimal | None = None
    """Undocumented."""


class SnakeOne(Model):
    """`SnakeOne` of the API."""

    refund_number: str | None = None
    """Undocumented."""

    line_items: list[str] | None = None
    """Undocumented."""


class Mixed(Model):
    """`Mixed` of the API."""

    refund_number: Annotated[str | None, Field(alias="refundNumber")] = None
    """Undocumented."""

    amount: Annotated[Decimal | None, Field(alias="Amount")] = None
    """Undocumented."""

    line_items: str | None = None
    """Undocumented."""
