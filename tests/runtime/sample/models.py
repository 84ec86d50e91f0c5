"""The models of the sample API."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from runtime import CamelModel, Model


class Money(CamelModel):
    """An amount."""

    value: Decimal | None = None
    currency: Literal["EUR", "NOK"] | str | None = None


class Product(CamelModel):
    """What was bought."""

    id: str | None = None
    parts: list[Product] | None = None


class Refund(CamelModel):
    """A refund. `number` is required."""

    number: str
    refund_id: UUID | None = None
    amount: Decimal | None = None
    quantity: int | None = None
    settled: bool | None = None
    inserted_at: datetime | None = None
    due: date | None = None
    cut_off: time | None = None
    ratio: float | None = None
    money: Money | None = None
    product: Annotated[Product | None, Field(alias="Product")] = None
    lines: list[Line] | None = None
    tags: dict[str, Decimal] | None = None
    origin: Money | Product | None = None


class Line(CamelModel):
    """A line of a refund."""

    line_item_id: str
    amount: Annotated[Decimal | None, Field(ge=0)] = None


class RefundList(CamelModel):
    """Refunds."""

    refunds: list[Refund] = Field(default_factory=list[Refund])


class RefundRequest(CamelModel):
    """What to refund."""

    type: str | None = None
    refund_amount: Money | None = None
    line_items: list[Line] | None = None
    at: datetime | None = None
    free: dict[str, object] | None = None


class Problem(Model):
    """What went wrong."""

    code: str | None = None
    message: str | None = None
