# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from ._runtime import CamelModel


class OrderRefunded(CamelModel):
    """`OrderRefunded` of the API."""

    type_: Literal["order.refunded"]
    amount: Decimal
    lines: list[int] | None = None


class OrderRefundedParameters(CamelModel):
    """What comes beside a payload; None where it is missing or malformed."""

    x_event_id: Annotated[UUID | None, Field(alias="X-Event-Id")] = None
    """The same however often it is sent."""

    attempt: int | None = None
    header_attempt: Annotated[int | None, Field(alias="header attempt")] = None


class OrderExportedPayload(CamelModel):
    """`OrderExportedPayload` of the API."""

    rows: int
