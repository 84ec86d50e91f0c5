# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._runtime import Model


class LineItemModel(Model):
    """`Line_Item` of the API."""

    a: str | None = None
    """Undocumented."""


class LineItem(Model):
    """`LineItem` of the API."""

    b: str | None = None
    """Undocumented."""


class LineItemModel2(Model):
    """`line-item` of the API."""

    c: str | None = None
    """Undocumented."""


class Refund(Model):
    """`Refund` of the API."""

    refund_id_4: Annotated[str | None, Field(alias="refundId")] = None
    """Undocumented."""

    refund_id_2: Annotated[str | None, Field(alias="RefundID")] = None
    """Undocumented."""

    refund_id: str | None = None
    """Undocumented."""

    refund_id_3: Annotated[str | None, Field(alias="refund-id")] = None
    """Undocumented."""
