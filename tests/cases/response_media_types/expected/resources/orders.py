# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on orders."""

from __future__ import annotations

from functools import cached_property

from .._runtime import (
    AsyncResource,
    ByMedia,
    Operation,
    Options,
    Resource,
    async_responding,
    async_streaming,
    responding,
    streaming,
)
from ..models import Order, Problem, Receipt

GET_ORDER: Operation[Order] = Operation(
    "GET",
    "/orders/{id}",
    returns=Order,
)
_GET_ORDER_STREAM: Operation[bytes] = GET_ORDER.streamed(
    returns=bytes, accept="application/xml", streams="octets"
)
PUT_ORDER: Operation[Order | Receipt] = Operation(
    "PUT",
    "/orders/{id}",
    returns=Order | Receipt,
    answers={
        200: ByMedia(
            {"application/vnd.shop.order+json": Order, "application/vnd.shop.receipt+json": Receipt}
        )
    },
    accept="application/vnd.shop.order+json, application/vnd.shop.receipt+json",
    errors={"4XX": Problem},
)
ANY_ORDER: Operation[Order] = Operation(
    "POST",
    "/orders/{id}",
    returns=Order,
)


class Orders(Resource):
    """The operations on orders."""

    def get_order(self, id: str, *, options: Options | None = None) -> Order:
        """`GET /orders/{id}`.

        Args:
            options: Settings for this call alone.

        Returns:
            Order: The order.
        """
        return self._call(GET_ORDER, (id,), options=options)

    def put_order(self, id: str, *, options: Options | None = None) -> Order | Receipt:
        """`PUT /orders/{id}`.

        Args:
            options: Settings for this call alone.

        Returns:
            Order | Receipt: What became of it.

        Raises:
            APIStatusError: 4XX: What is wrong. `body` is `Problem`.
        """
        return self._call(PUT_ORDER, (id,), options=options)

    def any_order(self, id: str, *, options: Options | None = None) -> Order:
        """`POST /orders/{id}`.

        Args:
            options: Settings for this call alone.

        Returns:
            Order: The order.
        """
        return self._call(ANY_ORDER, (id,), options=options)

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
        self.get_order = responding(resource.get_order)
        self.put_order = responding(resource.put_order)
        self.any_order = responding(resource.any_order)


class OrdersWithStreaming:
    """The methods of `Orders` whose answers can be read piece by piece."""

    def __init__(self, resource: Orders) -> None:
        self.get_order = streaming(resource.get_order, _GET_ORDER_STREAM)


class AsyncOrders(AsyncResource):
    """The operations on orders."""

    async def get_order(self, id: str, *, options: Options | None = None) -> Order:
        """`GET /orders/{id}`.

        Args:
            options: Settings for this call alone.

        Returns:
            Order: The order.
        """
        return await self._call(GET_ORDER, (id,), options=options)

    async def put_order(self, id: str, *, options: Options | None = None) -> Order | Receipt:
        """`PUT /orders/{id}`.

        Args:
            options: Settings for this call alone.

        Returns:
            Order | Receipt: What became of it.

        Raises:
            APIStatusError: 4XX: What is wrong. `body` is `Problem`.
        """
        return await self._call(PUT_ORDER, (id,), options=options)

    async def any_order(self, id: str, *, options: Options | None = None) -> Order:
        """`POST /orders/{id}`.

        Args:
            options: Settings for this call alone.

        Returns:
            Order: The order.
        """
        return await self._call(ANY_ORDER, (id,), options=options)

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
        self.get_order = async_responding(resource.get_order)
        self.put_order = async_responding(resource.put_order)
        self.any_order = async_responding(resource.any_order)


class AsyncOrdersWithStreaming:
    """The methods of `AsyncOrders` whose answers can be read piece by piece."""

    def __init__(self, resource: AsyncOrders) -> None:
        self.get_order = async_streaming(resource.get_order, _GET_ORDER_STREAM)
