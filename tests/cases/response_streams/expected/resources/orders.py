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
    async_streaming,
    responding,
    streaming,
)
from ..models import Order, Part, Problem

WATCH_ORDERS: Operation[Order] = Operation(
    "GET",
    "/watch",
    returns=Order,
    accept="text/event-stream",
    streams="events",
    errors={404: Problem},
)
READ_LOG: Operation[ServerSentEvent] = Operation(
    "GET",
    "/log",
    returns=ServerSentEvent,
    accept="text/event-stream",
    streams="events",
)
ASK: Operation[Order] = Operation(
    "POST",
    "/ask",
    returns=Order,
)
_ASK_STREAM: Operation[Part] = ASK.streamed(
    returns=Part, accept="text/event-stream", streams="events"
)
EXPORT_ORDERS: Operation[Order] = Operation(
    "GET",
    "/export",
    returns=Order,
    accept="application/x-ndjson",
    streams="lines",
)
GET_INVOICE: Operation[bytes] = Operation(
    "GET",
    "/invoice",
    returns=bytes,
    accept="application/pdf",
)
_GET_INVOICE_STREAM: Operation[bytes] = GET_INVOICE.streamed(
    returns=bytes, accept="application/pdf", streams="octets"
)


class Orders(Resource):
    """The operations on orders."""

    def watch_orders(self, *, options: Options | None = None) -> ResponseStream[Order]:
        """`GET /watch`.

        Args:
            options: Settings for this call alone.

        Returns:
            ResponseStream[Order]: The orders as they change.

        Raises:
            NotFoundError: 404: There is none. `body` is `Problem`.
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

    def ask(self, *, options: Options | None = None) -> Order:
        """`POST /ask`.

        Args:
            options: Settings for this call alone.

        Returns:
            Order: The answer.
        """
        return self._call(ASK, (), options=options)

    def export_orders(self, *, options: Options | None = None) -> ResponseStream[Order]:
        """`GET /export`.

        Args:
            options: Settings for this call alone.

        Returns:
            ResponseStream[Order]: All orders.
        """
        return self._stream(EXPORT_ORDERS, (), options=options)

    def get_invoice(self, *, options: Options | None = None) -> bytes:
        """`GET /invoice`.

        Args:
            options: Settings for this call alone.

        Returns:
            bytes: The invoice.
        """
        return self._call(GET_INVOICE, (), options=options)

    @cached_property
    def with_response(self) -> OrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return OrdersWithResponse(self)

    @cached_property
    def with_streaming(self) -> OrdersWithStreaming:
        """Methods whose answers are read piece by piece: use what they give in a `with` statement."""
        return OrdersWithStreaming(self)


class OrdersWithResponse:
    """The methods of `Orders`, each giving the whole response."""

    def __init__(self, resource: Orders) -> None:
        self.watch_orders = responding(resource.watch_orders)
        self.read_log = responding(resource.read_log)
        self.ask = responding(resource.ask)
        self.export_orders = responding(resource.export_orders)
        self.get_invoice = responding(resource.get_invoice)


class OrdersWithStreaming:
    """The methods of `Orders` whose answers can be read piece by piece."""

    def __init__(self, resource: Orders) -> None:
        self.ask = streaming(resource.ask, _ASK_STREAM)
        self.get_invoice = streaming(resource.get_invoice, _GET_INVOICE_STREAM)


class AsyncOrders(AsyncResource):
    """The operations on orders."""

    async def watch_orders(self, *, options: Options | None = None) -> AsyncResponseStream[Order]:
        """`GET /watch`.

        Args:
            options: Settings for this call alone.

        Returns:
            AsyncResponseStream[Order]: The orders as they change.

        Raises:
            NotFoundError: 404: There is none. `body` is `Problem`.
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

    async def ask(self, *, options: Options | None = None) -> Order:
        """`POST /ask`.

        Args:
            options: Settings for this call alone.

        Returns:
            Order: The answer.
        """
        return await self._call(ASK, (), options=options)

    async def export_orders(self, *, options: Options | None = None) -> AsyncResponseStream[Order]:
        """`GET /export`.

        Args:
            options: Settings for this call alone.

        Returns:
            AsyncResponseStream[Order]: All orders.
        """
        return await self._stream(EXPORT_ORDERS, (), options=options)

    async def get_invoice(self, *, options: Options | None = None) -> bytes:
        """`GET /invoice`.

        Args:
            options: Settings for this call alone.

        Returns:
            bytes: The invoice.
        """
        return await self._call(GET_INVOICE, (), options=options)

    @cached_property
    def with_response(self) -> AsyncOrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncOrdersWithResponse(self)

    @cached_property
    def with_streaming(self) -> AsyncOrdersWithStreaming:
        """Methods whose answers are read piece by piece: use what they give in a `with` statement."""
        return AsyncOrdersWithStreaming(self)


class AsyncOrdersWithResponse:
    """The methods of `AsyncOrders`, each giving the whole response."""

    def __init__(self, resource: AsyncOrders) -> None:
        self.watch_orders = async_responding(resource.watch_orders)
        self.read_log = async_responding(resource.read_log)
        self.ask = async_responding(resource.ask)
        self.export_orders = async_responding(resource.export_orders)
        self.get_invoice = async_responding(resource.get_invoice)


class AsyncOrdersWithStreaming:
    """The methods of `AsyncOrders` whose answers can be read piece by piece."""

    def __init__(self, resource: AsyncOrders) -> None:
        self.ask = async_streaming(resource.ask, _ASK_STREAM)
        self.get_invoice = async_streaming(resource.get_invoice, _GET_INVOICE_STREAM)
