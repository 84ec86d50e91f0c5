# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ._runtime import CamelModel

OrderType: TypeAlias = Literal["sale", "gift"] | str
"""`type` of the API."""

OrderOrderType: TypeAlias = Literal["web", "shop"] | str
"""`orderType` of the API."""


class Order(CamelModel):
    """`Order` of the API."""

    type_: OrderType | None = None
    """`type`; the document does not explain it."""

    order_type: OrderOrderType | None = None
    """`orderType`; the document does not explain it."""


class ApiV2010AccountAvailableCountryAvailablePhoneNumberTollFree(CamelModel):
    """`api.v2010.account.available_phone_number_country.available_phone_number_toll_free` of the
    API.
    """

    id: str | None = None
    """`id`; the document does not explain it."""


class ApiV2010AccountNumberCountryAvailablePhoneNumberLocal(CamelModel):
    """`api.v2010.account.available_phone_number_country.available_phone_number_local` of the API."""

    id: str | None = None
    """`id`; the document does not explain it."""


class OrderRequest(CamelModel):
    """`Order` of the API."""

    note: str | None = None
    """`note`; the document does not explain it."""


class CreateOrderResponse(CamelModel):
    """`202` of the API."""

    ticket: str | None = None
    """`ticket`; the document does not explain it."""


class CreateOrderNotFoundError(CamelModel):
    """`404` of the API."""

    shop: str | None = None
    """`shop`; the document does not explain it."""


class CreateOrderUnprocessableEntityError(CamelModel):
    """`422` of the API."""

    field: str | None = None
    """`field`; the document does not explain it."""
