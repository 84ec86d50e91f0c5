# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on orders."""

from __future__ import annotations

from functools import cached_property

from .._runtime import (
    UNSET,
    AsyncResource,
    InQuery,
    Operation,
    Options,
    Resource,
    Unset,
    async_responding,
    responding,
)

LIST_ORDERS: Operation[None] = Operation(
    "GET",
    "/orders",
)
LIST_ORDERS_BETA: Operation[None] = Operation(
    "GET",
    "/orders",
    fixed_query="beta=true",
)
SEARCH_ORDERS: Operation[None] = Operation(
    "GET",
    "/orders/search",
    fixed_query="all=yes",
    query={"q": InQuery("q"), "limit": InQuery("limit")},
)
LIST_LINES: Operation[None] = Operation(
    "GET",
    "/orders/{orderId}/lines",
    query={"page": InQuery("page"), "size": InQuery("size")},
)


class Orders(Resource):
    """The operations on orders."""

    def list_orders(self, *, options: Options | None = None) -> None:
        """`GET /orders`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(LIST_ORDERS, (), options=options)

    def list_orders_beta(self, *, options: Options | None = None) -> None:
        """`GET /orders?beta=true`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(LIST_ORDERS_BETA, (), options=options)

    def search_orders(
        self, *, q: str, limit: int | Unset = UNSET, options: Options | None = None
    ) -> None:
        """`GET /orders/search?all=yes`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(SEARCH_ORDERS, (), query={"q": q, "limit": limit}, options=options)

    def list_lines(
        self,
        order_id: str,
        *,
        page: int | Unset = UNSET,
        size: int | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`GET /orders/{orderId}/lines`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(
            LIST_LINES, (order_id,), query={"page": page, "size": size}, options=options
        )

    @cached_property
    def with_response(self) -> OrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return OrdersWithResponse(self)


class OrdersWithResponse:
    """The methods of `Orders`, each giving the whole response."""

    def __init__(self, resource: Orders) -> None:
        self.list_orders = responding(resource.list_orders)
        self.list_orders_beta = responding(resource.list_orders_beta)
        self.search_orders = responding(resource.search_orders)
        self.list_lines = responding(resource.list_lines)


class AsyncOrders(AsyncResource):
    """The operations on orders."""

    async def list_orders(self, *, options: Options | None = None) -> None:
        """`GET /orders`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(LIST_ORDERS, (), options=options)

    async def list_orders_beta(self, *, options: Options | None = None) -> None:
        """`GET /orders?beta=true`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(LIST_ORDERS_BETA, (), options=options)

    async def search_orders(
        self, *, q: str, limit: int | Unset = UNSET, options: Options | None = None
    ) -> None:
        """`GET /orders/search?all=yes`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(SEARCH_ORDERS, (), query={"q": q, "limit": limit}, options=options)

    async def list_lines(
        self,
        order_id: str,
        *,
        page: int | Unset = UNSET,
        size: int | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`GET /orders/{orderId}/lines`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(
            LIST_LINES, (order_id,), query={"page": page, "size": size}, options=options
        )

    @cached_property
    def with_response(self) -> AsyncOrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncOrdersWithResponse(self)


class AsyncOrdersWithResponse:
    """The methods of `AsyncOrders`, each giving the whole response."""

    def __init__(self, resource: AsyncOrders) -> None:
        self.list_orders = async_responding(resource.list_orders)
        self.list_orders_beta = async_responding(resource.list_orders_beta)
        self.search_orders = async_responding(resource.search_orders)
        self.list_lines = async_responding(resource.list_lines)
