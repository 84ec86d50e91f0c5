# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on orders."""

from __future__ import annotations

from functools import cached_property

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding

GET_ORDERS_ORDER_ID_REFUNDS: Operation[None] = Operation(
    "GET",
    "/orders/{orderId}/refunds",
)
GET_ORDERS_ORDER_ID: Operation[None] = Operation(
    "GET",
    "/orders/{orderId}",
)


class Orders(Resource):
    """The operations on orders."""

    def get_orders_order_id_refunds(self, order_id: str, *, options: Options | None = None) -> None:
        """`GET /orders/{orderId}/refunds`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(GET_ORDERS_ORDER_ID_REFUNDS, (order_id,), options=options)

    def get_orders_order_id(self, order_id: str, *, options: Options | None = None) -> None:
        """`GET /orders/{orderId}`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(GET_ORDERS_ORDER_ID, (order_id,), options=options)

    @cached_property
    def with_response(self) -> OrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return OrdersWithResponse(self)


class OrdersWithResponse:
    """The methods of `Orders`, each giving the whole response."""

    def __init__(self, resource: Orders) -> None:
        self.get_orders_order_id_refunds = responding(resource.get_orders_order_id_refunds)
        self.get_orders_order_id = responding(resource.get_orders_order_id)


class AsyncOrders(AsyncResource):
    """The operations on orders."""

    async def get_orders_order_id_refunds(
        self, order_id: str, *, options: Options | None = None
    ) -> None:
        """`GET /orders/{orderId}/refunds`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(GET_ORDERS_ORDER_ID_REFUNDS, (order_id,), options=options)

    async def get_orders_order_id(self, order_id: str, *, options: Options | None = None) -> None:
        """`GET /orders/{orderId}`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(GET_ORDERS_ORDER_ID, (order_id,), options=options)

    @cached_property
    def with_response(self) -> AsyncOrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncOrdersWithResponse(self)


class AsyncOrdersWithResponse:
    """The methods of `AsyncOrders`, each giving the whole response."""

    def __init__(self, resource: AsyncOrders) -> None:
        self.get_orders_order_id_refunds = async_responding(resource.get_orders_order_id_refunds)
        self.get_orders_order_id = async_responding(resource.get_orders_order_id)
