# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ._runtime import CamelModel

OrderType: TypeAlias = Literal["sale", "gift"] | str
"""`type` of `Order`."""

OrderOrderType: TypeAlias = Literal["web", "shop"] | str
"""`orderType` of `Order`."""


class Order(CamelModel):
    """`Order` of the API."""

    type_: OrderType | None = None
    order_type: OrderOrderType | None = None


class ApiV2010AccountAvailableCountryAvailablePhoneNumberTollFree(CamelModel):
    """`api.v2010.account.available_phone_number_country.available_phone_number_toll_free` of the
    API.
    """

    id: str | None = None


class ApiV2010AccountNumberCountryAvailablePhoneNumberLocal(CamelModel):
    """`api.v2010.account.available_phone_number_country.available_phone_number_local` of the API."""

    id: str | None = None


class CreateOrderDefault(CamelModel):
    """`default` of `POST /orders`."""

    size: int | None = None


class OrderRequest(CamelModel):
    """`Order` of the API."""

    note: str | None = None


class CreateOrderResponse(CamelModel):
    """What `POST /orders` answers (202)."""

    ticket: str | None = None


class CreateOrderNotFoundError(CamelModel):
    """What `POST /orders` answers (404)."""

    shop: str | None = None


class CreateOrderUnprocessableEntityError(CamelModel):
    """What `POST /orders` answers (422)."""

    field: str | None = None
