# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on orders."""

from __future__ import annotations

from functools import cached_property

from .._runtime import (
    UNSET,
    AsyncResource,
    InHeader,
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
CREATE_ORDER: Operation[None] = Operation(
    "POST",
    "/orders",
    idempotency_header="X-Request-Key",
)
CREATE_REFUND: Operation[None] = Operation(
    "POST",
    "/refunds",
    idempotency_header="X-Once",
)
CREATE_PAYMENT: Operation[None] = Operation(
    "POST",
    "/payments",
    headers={"idempotency_key": InHeader("idempotency-key")},
    idempotency_header="idempotency-key",
)


class Orders(Resource):
    """The operations on orders."""

    def list_orders(self, *, options: Options | None = None) -> None:
        """`GET /orders`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(LIST_ORDERS, (), options=options)

    def create_order(self, *, options: Options | None = None) -> None:
        """`POST /orders`.

        Each call carries an `X-Request-Key` of its own, which its retries keep.

        Args:
            options: Settings for this call alone.
        """
        return self._call(CREATE_ORDER, (), options=options)

    def create_refund(self, *, options: Options | None = None) -> None:
        """`POST /refunds`.

        Each call carries an `X-Once` of its own, which its retries keep.

        Args:
            options: Settings for this call alone.
        """
        return self._call(CREATE_REFUND, (), options=options)

    def create_payment(
        self, *, idempotency_key: str | Unset = UNSET, options: Options | None = None
    ) -> None:
        """`POST /payments`.

        Args:
            idempotency_key: Tells repetitions apart. Made up for each call where it is not
                given, and kept over its retries.
            options: Settings for this call alone.
        """
        return self._call(
            CREATE_PAYMENT, (), headers={"idempotency_key": idempotency_key}, options=options
        )

    @cached_property
    def with_response(self) -> OrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return OrdersWithResponse(self)


class OrdersWithResponse:
    """The methods of `Orders`, each giving the whole response."""

    def __init__(self, resource: Orders) -> None:
        self.list_orders = responding(resource.list_orders)
        self.create_order = responding(resource.create_order)
        self.create_refund = responding(resource.create_refund)
        self.create_payment = responding(resource.create_payment)


class AsyncOrders(AsyncResource):
    """The operations on orders."""

    async def list_orders(self, *, options: Options | None = None) -> None:
        """`GET /orders`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(LIST_ORDERS, (), options=options)

    async def create_order(self, *, options: Options | None = None) -> None:
        """`POST /orders`.

        Each call carries an `X-Request-Key` of its own, which its retries keep.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(CREATE_ORDER, (), options=options)

    async def create_refund(self, *, options: Options | None = None) -> None:
        """`POST /refunds`.

        Each call carries an `X-Once` of its own, which its retries keep.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(CREATE_REFUND, (), options=options)

    async def create_payment(
        self, *, idempotency_key: str | Unset = UNSET, options: Options | None = None
    ) -> None:
        """`POST /payments`.

        Args:
            idempotency_key: Tells repetitions apart. Made up for each call where it is not
                given, and kept over its retries.
            options: Settings for this call alone.
        """
        return await self._call(
            CREATE_PAYMENT, (), headers={"idempotency_key": idempotency_key}, options=options
        )

    @cached_property
    def with_response(self) -> AsyncOrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncOrdersWithResponse(self)


class AsyncOrdersWithResponse:
    """The methods of `AsyncOrders`, each giving the whole response."""

    def __init__(self, resource: AsyncOrders) -> None:
        self.list_orders = async_responding(resource.list_orders)
        self.create_order = async_responding(resource.create_order)
        self.create_refund = async_responding(resource.create_refund)
        self.create_payment = async_responding(resource.create_payment)
