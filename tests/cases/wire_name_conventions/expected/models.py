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
    line_items: list[str] | None = None


class PascalOne(PascalModel):
    """`PascalOne` of the API."""

    refund_number: str | None = None
    amount: Decimal | None = None


class SnakeOne(Model):
    """`SnakeOne` of the API."""

    refund_number: str | None = None
    line_items: list[str] | None = None


class Mixed(Model):
    """`Mixed` of the API."""

    refund_number: Annotated[str | None, Field(alias="refundNumber")] = None
    amount: Annotated[Decimal | None, Field(alias="Amount")] = None
    line_items: str | None = None
