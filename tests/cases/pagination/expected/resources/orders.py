# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on orders."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime import (
    UNSET,
    AsyncPaged,
    AsyncPages,
    AsyncResource,
    InQuery,
    Operation,
    Options,
    Paged,
    PagedBy,
    Resource,
    Unset,
    async_responding,
    responding,
)
from ..models import Order, OrderList, PageRequest, SearchOrdersRequest

LIST: Operation[OrderList] = Operation(
    "GET",
    "/orders",
    query={"cursor": InQuery("cursor"), "status": InQuery("status")},
    returns=OrderList,
    paging=PagedBy(
        "cursor",
        items="/data",
        ask=("query", "cursor"),
        cursor="/meta/next_cursor",
        has_more="/meta/has_more",
    ),
)
SEARCH_ORDERS: Operation[OrderList] = Operation(
    "POST",
    "/orders/search",
    body=SearchOrdersRequest,
    body_required=True,
    returns=OrderList,
    paging=PagedBy(
        "cursor",
        items="/data",
        ask=("body", "page", "after"),
        last_item="/id",
        has_more="/meta/has_more",
    ),
)


class ListOrdersPage(Paged[Order], OrderList):
    """A page of `list`; `for` goes over the items of all pages from this one on."""


class AsyncListOrdersPage(AsyncPaged[Order], OrderList):
    """A page of `list`; `async for` goes over the same, awaiting."""


class SearchOrdersPage(Paged[Order], OrderList):
    """A page of `search_orders`; `for` goes over the items of all pages from this one on."""


class AsyncSearchOrdersPage(AsyncPaged[Order], OrderList):
    """A page of `search_orders`; `async for` goes over the same, awaiting."""


class Orders(Resource):
    """The operations on orders."""

    def list(
        self,
        *,
        cursor: str | Unset = UNSET,
        status: str | Unset = UNSET,
        options: Options | None = None,
    ) -> ListOrdersPage:
        """List the orders.

        Args:
            options: Settings for this call alone.

        Returns:
            ListOrdersPage: The orders. The first page; iterating goes over the items of all
                pages.
        """
        return self._paged(
            ListOrdersPage, LIST, (), query={"cursor": cursor, "status": status}, options=options
        )

    def search_orders(
        self,
        *,
        text: str | Unset = UNSET,
        page: PageRequest | Mapping[str, object] | Unset = UNSET,
        options: Options | None = None,
    ) -> SearchOrdersPage:
        """`POST /orders/search`.

        Args:
            options: Settings for this call alone.

        Returns:
            SearchOrdersPage: The orders. The first page; iterating goes over the items of all
                pages.
        """
        return self._paged(
            SearchOrdersPage, SEARCH_ORDERS, (), body={"text": text, "page": page}, options=options
        )

    @cached_property
    def with_response(self) -> OrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return OrdersWithResponse(self)


class OrdersWithResponse:
    """The methods of `Orders`, each giving the whole response."""

    def __init__(self, resource: Orders) -> None:
        self.list = responding(resource.list)
        self.search_orders = responding(resource.search_orders)


class AsyncOrders(AsyncResource):
    """The operations on orders."""

    def list(
        self,
        *,
        cursor: str | Unset = UNSET,
        status: str | Unset = UNSET,
        options: Options | None = None,
    ) -> AsyncPages[Order, AsyncListOrdersPage]:
        """List the orders.

        Args:
            options: Settings for this call alone.

        Returns:
            AsyncPages[Order, AsyncListOrdersPage]: The orders. The first page; iterating goes
                over the items of all pages.
        """
        return self._paged(
            AsyncListOrdersPage,
            LIST,
            (),
            query={"cursor": cursor, "status": status},
            options=options,
        )

    def search_orders(
        self,
        *,
        text: str | Unset = UNSET,
        page: PageRequest | Mapping[str, object] | Unset = UNSET,
        options: Options | None = None,
    ) -> AsyncPages[Order, AsyncSearchOrdersPage]:
        """`POST /orders/search`.

        Args:
            options: Settings for this call alone.

        Returns:
            AsyncPages[Order, AsyncSearchOrdersPage]: The orders. The first page; iterating goes
                over the items of all pages.
        """
        return self._paged(
            AsyncSearchOrdersPage,
            SEARCH_ORDERS,
            (),
            body={"text": text, "page": page},
            options=options,
        )

    @cached_property
    def with_response(self) -> AsyncOrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncOrdersWithResponse(self)


class AsyncOrdersWithResponse:
    """The methods of `AsyncOrders`, each giving the whole response."""

    def __init__(self, resource: AsyncOrders) -> None:
        self.list = async_responding(resource.list)
        self.search_orders = async_responding(resource.search_orders)
