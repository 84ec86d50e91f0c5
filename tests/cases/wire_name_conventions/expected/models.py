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
    """`refundNumber`; the document does not explain it."""

    line_items: list[str] | None = None
    """`lineItems`; the document does not explain it."""


class PascalOne(PascalModel):
    """`PascalOne` of the API."""

    refund_number: str | None = None
    """`RefundNumber`; the document does not explain it."""

    amount: Decimal | None = None
    """`Amount`; the document does not explain it."""


class SnakeOne(Model):
    """`SnakeOne` of the API."""

    refund_number: str | None = None
    """`refund_number`; the document does not explain it."""

    line_items: list[str] | None = None
    """`line_items`; the document does not explain it."""


class Mixed(Model):
    """`Mixed` of the API."""

    refund_number: Annotated[str | None, Field(alias="refundNumber")] = None
    """`refundNumber`; the document does not explain it."""

    amount: Annotated[Decimal | None, Field(alias="Amount")] = None
    """`Amount`; the document does not explain it."""

    line_items: str | None = None
    """`line_items`; the document does not explain it."""
