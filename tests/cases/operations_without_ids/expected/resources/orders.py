# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on orders."""

from __future__ import annotations

from functools import cached_property

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding

LIST_REFUNDS: Operation[None] = Operation(
    "GET",
    "/orders/{orderId}/refunds",
)
GET: Operation[None] = Operation(
    "GET",
    "/orders/{orderId}",
)


class Orders(Resource):
    """The operations on orders."""

    def list_refunds(self, order_id: str, *, options: Options | None = None) -> None:
        """`GET /orders/{orderId}/refunds`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(LIST_REFUNDS, (order_id,), options=options)

    def get(self, order_id: str, *, options: Options | None = None) -> None:
        """`GET /orders/{orderId}`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(GET, (order_id,), options=options)

    @cached_property
    def with_response(self) -> OrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return OrdersWithResponse(self)


class OrdersWithResponse:
    """The methods of `Orders`, each giving the whole response."""

    def __init__(self, resource: Orders) -> None:
        self.list_refunds = responding(resource.list_refunds)
        self.get = responding(resource.get)


class AsyncOrders(AsyncResource):
    """The operations on orders."""

    async def list_refunds(self, order_id: str, *, options: Options | None = None) -> None:
        """`GET /orders/{orderId}/refunds`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(LIST_REFUNDS, (order_id,), options=options)

    async def get(self, order_id: str, *, options: Options | None = None) -> None:
        """`GET /orders/{orderId}`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(GET, (order_id,), options=options)

    @cached_property
    def with_response(self) -> AsyncOrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncOrdersWithResponse(self)


class AsyncOrdersWithResponse:
    """The methods of `AsyncOrders`, each giving the whole response."""

    def __init__(self, resource: AsyncOrders) -> None:
        self.list_refunds = async_responding(resource.list_refunds)
        self.get = async_responding(resource.get)
