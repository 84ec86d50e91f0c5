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
    ServerSentEvent,
    async_responding,
    responding,
)

WATCH_ORDERS: Operation[ServerSentEvent] = Operation(
    "GET",
    "/orders",
    returns=ServerSentEvent,
    accept="text/event-stream",
    streams="events",
)
READ_LOG: Operation[ServerSentEvent] = Operation(
    "GET",
    "/log",
    returns=ServerSentEvent,
    accept="text/event-stream",
    streams="events",
    resumes=False,
)
SEARCH: Operation[ServerSentEvent] = Operation(
    "POST",
    "/search",
    returns=ServerSentEvent,
    accept="text/event-stream",
    streams="events",
    resumes=True,
)


class Orders(Resource):
    """The operations on orders."""

    def watch_orders(self, *, options: Options | None = None) -> ResponseStream[ServerSentEvent]:
        """`GET /orders`.

        Args:
            options: Settings for this call alone.

        Returns:
            ResponseStream[ServerSentEvent]: Changes.
        """
        return self._stream(WATCH_ORDERS, (), options=options)

    def read_log(self, *, options: Options | None = None) -> ResponseStream[ServerSentEvent]:
        """`GET /log`.

        Args:
            options: Settings for this call alone.

        Returns:
            ResponseStream[ServerSentEvent]: The log.
        """
        return self._stream(READ_LOG, (), options=options)

    def search(self, *, options: Options | None = None) -> ResponseStream[ServerSentEvent]:
        """`POST /search`.

        Args:
            options: Settings for this call alone.

        Returns:
            ResponseStream[ServerSentEvent]: Matches.
        """
        return self._stream(SEARCH, (), options=options)

    @cached_property
    def with_response(self) -> OrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return OrdersWithResponse(self)


class OrdersWithResponse:
    """The methods of `Orders`, each giving the whole response."""

    def __init__(self, resource: Orders) -> None:
        self.watch_orders = responding(resource.watch_orders)
        self.read_log = responding(resource.read_log)
        self.search = responding(resource.search)


class AsyncOrders(AsyncResource):
    """The operations on orders."""

    async def watch_orders(
        self, *, options: Options | None = None
    ) -> AsyncResponseStream[ServerSentEvent]:
        """`GET /orders`.

        Args:
            options: Settings for this call alone.

        Returns:
            AsyncResponseStream[ServerSentEvent]: Changes.
        """
        return await self._stream(WATCH_ORDERS, (), options=options)

    async def read_log(
        self, *, options: Options | None = None
    ) -> AsyncResponseStream[ServerSentEvent]:
        """`GET /log`.

        Args:
            options: Settings for this call alone.

        Returns:
            AsyncResponseStream[ServerSentEvent]: The log.
        """
        return await self._stream(READ_LOG, (), options=options)

    async def search(
        self, *, options: Options | None = None
    ) -> AsyncResponseStream[ServerSentEvent]:
        """`POST /search`.

        Args:
            options: Settings for this call alone.

        Returns:
            AsyncResponseStream[ServerSentEvent]: Matches.
        """
        return await self._stream(SEARCH, (), options=options)

    @cached_property
    def with_response(self) -> AsyncOrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncOrdersWithResponse(self)


class AsyncOrdersWithResponse:
    """The methods of `AsyncOrders`, each giving the whole response."""

    def __init__(self, resource: AsyncOrders) -> None:
        self.watch_orders = async_responding(resource.watch_orders)
        self.read_log = async_responding(resource.read_log)
        self.search = async_responding(resource.search)
