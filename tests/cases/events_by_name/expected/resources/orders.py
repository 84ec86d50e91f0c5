# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on orders."""

from __future__ import annotations

from functools import cached_property

from .._runtime import (
    AsyncResource,
    AsyncResponseStream,
    Operation,
    Options,
    Resource,
    ResponseStream,
    async_responding,
    responding,
)
from ..models import Order, WatchOrdersResponseGone

WATCH_ORDERS: Operation[str | Order | WatchOrdersResponseGone] = Operation(
    "GET",
    "/orders/events",
    returns=str | Order | WatchOrdersResponseGone,
    accept="text/event-stream",
    streams="events",
    events={"note": str, "made": Order, "gone": WatchOrdersResponseGone},
)


class Orders(Resource):
    """The operations on orders."""

    def watch_orders(
        self, *, options: Options | None = None
    ) -> ResponseStream[str | Order | WatchOrdersResponseGone]:
        """`GET /orders/events`.

        Args:
            options: Settings for this call alone.

        Returns:
            ResponseStream[str | Order | WatchOrdersResponseGone]: What happens.
        """
        return self._stream(WATCH_ORDERS, (), options=options)

    @cached_property
    def with_response(self) -> OrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return OrdersWithResponse(self)


class OrdersWithResponse:
    """The methods of `Orders`, each giving the whole response."""

    def __init__(self, resource: Orders) -> None:
        self.watch_orders = responding(resource.watch_orders)


class AsyncOrders(AsyncResource):
    """The operations on orders."""

    async def watch_orders(
        self, *, options: Options | None = None
    ) -> AsyncResponseStream[str | Order | WatchOrdersResponseGone]:
        """`GET /orders/events`.

        Args:
            options: Settings for this call alone.

        Returns:
            AsyncResponseStream[str | Order | WatchOrdersResponseGone]: What happens.
        """
        return await self._stream(WATCH_ORDERS, (), options=options)

    @cached_property
    def with_response(self) -> AsyncOrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncOrdersWithResponse(self)


class AsyncOrdersWithResponse:
    """The methods of `AsyncOrders`, each giving the whole response."""

    def __init__(self, resource: AsyncOrders) -> None:
        self.watch_orders = async_responding(resource.watch_orders)
