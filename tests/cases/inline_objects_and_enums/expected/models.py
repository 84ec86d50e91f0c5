# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ._runtime import CamelModel

ListOrdersResponseOrderState: TypeAlias = Literal["open", "paid"] | str
"""`state` of the API."""


class RefundItem(CamelModel):
    """`[]` of the API."""

    sku: str | None = None
    """`sku`; the document does not explain it."""


class RefundAddress(CamelModel):
    """`{}` of the API."""

    city: str | None = None
    """`city`; the document does not explain it."""


class RefundRefund(CamelModel):
    """`refund` of the API."""

    id: str | None = None
    """`id`; the document does not explain it."""


class Refund(CamelModel):
    """`Refund` of the API."""

    refund_items: list[RefundItem] | None = None
    """`refundItems`; the document does not explain it."""

    addresses: dict[str, RefundAddress] | None = None
    """`addresses`; the document does not explain it."""

    refund: RefundRefund | None = None
    """`refund`; the document does not explain it."""


class ListOrdersResponseOrderBuyer(CamelModel):
    """`buyer` of the API."""

    name: str | None = None
    """`name`; the document does not explain it."""


class ListOrdersResponseOrder(CamelModel):
    """`[]` of the API."""

    state: ListOrdersResponseOrderState | None = None
    """`state`; the document does not explain it."""

    buyer: ListOrdersResponseOrderBuyer | None = None
    """`buyer`; the document does not explain it."""


class ListOrdersResponse(CamelModel):
    """`200` of the API."""

    orders: list[ListOrdersResponseOrder] | None = None
    """`orders`; the document does not explain it."""


class ListOrdersError(CamelModel):
    """`400` of the API."""

    reason: str | None = None
    """`reason`; the document does not explain it."""
