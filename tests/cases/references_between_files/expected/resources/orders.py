# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on orders."""

from __future__ import annotations

from functools import cached_property

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding
from ..models import Order, Problem

GET_ORDER: Operation[Order] = Operation(
    "GET",
    "/orders/{orderId}",
    returns=Order,
    errors={404: Problem},
)


class Orders(Resource):
    """The operations on orders."""

    def get_order(self, order_id: str, *, options: Options | None = None) -> Order:
        """`GET /orders/{orderId}`.

        Args:
            options: Settings for this call alone.

        Returns:
            Order: The order.

        Raises:
            NotFoundError: 404: There is no such order. `body` is `Problem`.
        """
        return self._call(GET_ORDER, (order_id,), options=options)

    @cached_property
    def with_response(self) -> OrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return OrdersWithResponse(self)


class OrdersWithResponse:
    """The methods of `Orders`, each giving the whole response."""

    def __init__(self, resource: Orders) -> None:
        self.get_order = responding(resource.get_order)


class AsyncOrders(AsyncResource):
    """The operations on orders."""

    async def get_order(self, order_id: str, *, options: Options | None = None) -> Order:
        """`GET /orders/{orderId}`.

        Args:
            options: Settings for this call alone.

        Returns:
            Order: The order.

        Raises:
            NotFoundError: 404: There is no such order. `body` is `Problem`.
        """
        return await self._call(GET_ORDER, (order_id,), options=options)

    @cached_property
    def with_response(self) -> AsyncOrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncOrdersWithResponse(self)


class AsyncOrdersWithResponse:
    """The methods of `AsyncOrders`, each giving the whole response."""

    def __init__(self, resource: AsyncOrders) -> None:
        self.get_order = async_responding(resource.get_order)
