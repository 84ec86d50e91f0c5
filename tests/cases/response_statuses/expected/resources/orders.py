# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on orders."""

from __future__ import annotations

from functools import cached_property

from .._runtime import (
    AsyncResource,
    Operation,
    Options,
    Resource,
    TypedHeaders,
    async_responding,
    async_streaming,
    responding,
    streaming,
)
from ..models import GetInvoiceError, GetInvoiceErrorHeaders, Job, Order, Problem

LIST_ORDERS: Operation[list[Order] | None] = Operation(
    "GET",
    "/orders",
    returns=list[Order],
    answers={200: list[Order], 204: None, 206: list[Order]},
)
ADD_ORDER: Operation[Order | Job] = Operation(
    "POST",
    "/orders",
    returns=Order,
    answers={201: Order, 202: Job},
)
PUT_ORDERS: Operation[Job] = Operation(
    "PUT",
    "/orders",
    returns=Job,
    errors={"5XX": Problem},
)
PATCH_ORDERS: Operation[Job] = Operation(
    "PATCH",
    "/orders",
    returns=Job,
    errors={"default": Job},
)
HEAD_ORDERS: Operation[None] = Operation(
    "HEAD",
    "/orders",
)
GET_INVOICE: Operation[bytes] = Operation(
    "GET",
    "/orders/{id}/invoice",
    returns=bytes,
    accept="application/pdf",
    errors={"4XX": Problem, 307: GetInvoiceError},
    error_headers=TypedHeaders(GetInvoiceErrorHeaders),
)
_GET_INVOICE_STREAM: Operation[bytes] = GET_INVOICE.streamed(
    returns=bytes, accept="application/pdf", streams="octets"
)


class Orders(Resource):
    """The operations on orders."""

    def list_orders(self, *, options: Options | None = None) -> list[Order] | None:
        """`GET /orders`.

        Args:
            options: Settings for this call alone.

        Returns:
            list[Order]: 200: The orders.
            None: 204: There are none.
            list[Order]: 206: A part of the orders.
        """
        return self._call(LIST_ORDERS, (), options=options)

    def add_order(self, *, options: Options | None = None) -> Order | Job:
        """`POST /orders`.

        Args:
            options: Settings for this call alone.

        Returns:
            Order: 201: Added.
            Job: 202: Taken up.
        """
        return self._call(ADD_ORDER, (), options=options)

    def put_orders(self, *, options: Options | None = None) -> Job:
        """`PUT /orders`.

        Args:
            options: Settings for this call alone.

        Returns:
            Job: Done.

        Raises:
            ServerError: 5XX: Failed. `body` is `Problem`.
        """
        return self._call(PUT_ORDERS, (), options=options)

    def patch_orders(self, *, options: Options | None = None) -> Job:
        """`PATCH /orders`.

        Args:
            options: Settings for this call alone.

        Returns:
            Job: What became of it.

        Raises:
            APIStatusError: Any other status: What became of it. `body` is `Job`.
        """
        return self._call(PATCH_ORDERS, (), options=options)

    def head_orders(self, *, options: Options | None = None) -> None:
        """`HEAD /orders`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(HEAD_ORDERS, (), options=options)

    def get_invoice(self, id: str, *, options: Options | None = None) -> bytes:
        """`GET /orders/{id}/invoice`.

        Args:
            options: Settings for this call alone.

        Returns:
            bytes: The invoice.

        Raises:
            RedirectError: 302: The invoice was archived. Not followed to another origin;
                `headers` has its `location`.
            APIStatusError: 304: It is the one that you have.
            APIStatusError: 4XX: It can't be had. `body` is `Problem`.
            RedirectError: 307: It is being moved. Not followed to another origin; `headers` has
                its `location`.
        """
        return self._call(GET_INVOICE, (id,), options=options)

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
        self.list_orders = responding(resource.list_orders)
        self.add_order = responding(resource.add_order)
        self.put_orders = responding(resource.put_orders)
        self.patch_orders = responding(resource.patch_orders)
        self.head_orders = responding(resource.head_orders)
        self.get_invoice = responding(resource.get_invoice)


class OrdersWithStreaming:
    """The methods of `Orders` whose answers can be read piece by piece."""

    def __init__(self, resource: Orders) -> None:
        self.get_invoice = streaming(resource.get_invoice, _GET_INVOICE_STREAM)


class AsyncOrders(AsyncResource):
    """The operations on orders."""

    async def list_orders(self, *, options: Options | None = None) -> list[Order] | None:
        """`GET /orders`.

        Args:
            options: Settings for this call alone.

        Returns:
            list[Order]: 200: The orders.
            None: 204: There are none.
            list[Order]: 206: A part of the orders.
        """
        return await self._call(LIST_ORDERS, (), options=options)

    async def add_order(self, *, options: Options | None = None) -> Order | Job:
        """`POST /orders`.

        Args:
            options: Settings for this call alone.

        Returns:
            Order: 201: Added.
            Job: 202: Taken up.
        """
        return await self._call(ADD_ORDER, (), options=options)

    async def put_orders(self, *, options: Options | None = None) -> Job:
        """`PUT /orders`.

        Args:
            options: Settings for this call alone.

        Returns:
            Job: Done.

        Raises:
            ServerError: 5XX: Failed. `body` is `Problem`.
        """
        return await self._call(PUT_ORDERS, (), options=options)

    async def patch_orders(self, *, options: Options | None = None) -> Job:
        """`PATCH /orders`.

        Args:
            options: Settings for this call alone.

        Returns:
            Job: What became of it.

        Raises:
            APIStatusError: Any other status: What became of it. `body` is `Job`.
        """
        return await self._call(PATCH_ORDERS, (), options=options)

    async def head_orders(self, *, options: Options | None = None) -> None:
        """`HEAD /orders`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(HEAD_ORDERS, (), options=options)

    async def get_invoice(self, id: str, *, options: Options | None = None) -> bytes:
        """`GET /orders/{id}/invoice`.

        Args:
            options: Settings for this call alone.

        Returns:
            bytes: The invoice.

        Raises:
            RedirectError: 302: The invoice was archived. Not followed to another origin;
                `headers` has its `location`.
            APIStatusError: 304: It is the one that you have.
            APIStatusError: 4XX: It can't be had. `body` is `Problem`.
            RedirectError: 307: It is being moved. Not followed to another origin; `headers` has
                its `location`.
        """
        return await self._call(GET_INVOICE, (id,), options=options)

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
        self.list_orders = async_responding(resource.list_orders)
        self.add_order = async_responding(resource.add_order)
        self.put_orders = async_responding(resource.put_orders)
        self.patch_orders = async_responding(resource.patch_orders)
        self.head_orders = async_responding(resource.head_orders)
        self.get_invoice = async_responding(resource.get_invoice)


class AsyncOrdersWithStreaming:
    """The methods of `AsyncOrders` whose answers can be read piece by piece."""

    def __init__(self, resource: AsyncOrders) -> None:
        self.get_invoice = async_streaming(resource.get_invoice, _GET_INVOICE_STREAM)
