# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._runtime import Model


class LineItemModel(Model):
    """`Line_Item` of the API."""

    a: str | None = None


class LineItem(Model):
    """`LineItem` of the API."""

    b: str | None = None


class LineItemModel2(Model):
    """`line-item` of the API."""

    c: str | None = None


class Refund(Model):
    """`Refund` of the API."""

    refund_id_4: Annotated[str | None, Field(alias="refundId")] = None
    refund_id_2: Annotated[str | None, Field(alias="RefundID")] = None
    refund_id: str | None = None
    refund_id_3: Annotated[str | None, Field(alias="refund-id")] = None
