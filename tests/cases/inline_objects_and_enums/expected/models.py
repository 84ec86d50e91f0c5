# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ._runtime import CamelModel

ListOrdersResponseOrderState: TypeAlias = Literal["open", "paid"] | str
"""`state` of `ListOrdersResponseOrder`."""


class RefundItem(CamelModel):
    """Part of `Refund`."""

    sku: str | None = None


class RefundAddress(CamelModel):
    """Part of `Refund`."""

    city: str | None = None


class RefundRefund(CamelModel):
    """`refund` of `Refund`."""

    id: str | None = None


class Refund(CamelModel):
    """`Refund` of the API."""

    refund_items: list[RefundItem] | None = None
    addresses: dict[str, RefundAddress] | None = None
    refund: RefundRefund | None = None


class ListOrdersResponseOrderBuyer(CamelModel):
    """`buyer` of `ListOrdersResponseOrder`."""

    name: str | None = None


class ListOrdersResponseOrder(CamelModel):
    """Part of `ListOrdersResponse`."""

    state: ListOrdersResponseOrderState | None = None
    buyer: ListOrdersResponseOrderBuyer | None = None


class ListOrdersResponse(CamelModel):
    """What `GET /orders` answers (200)."""

    orders: list[ListOrdersResponseOrder] | None = None


class ListOrdersError(CamelModel):
    """What `GET /orders` answers (400)."""

    reason: str | None = None
