# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on refunds."""

from __future__ import annotations

# pyright: reportDeprecated=false

from functools import cached_property

from typing_extensions import deprecated

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding

GET_THE_REFUNDS_THAT_BELONG_TO_AN_ORDER_OF_THIS_SHOP: Operation[None] = Operation(
    "GET",
    "/orders/{orderId}/refunds",
)


class Refunds(Resource):
    """The operations on refunds."""

    @deprecated("GET /orders/{orderId}/refunds is deprecated")
    def get_the_refunds_that_belong_to_an_order_of_this_shop(
        self, order_id: str, *, options: Options | None = None
    ) -> None:
        """`GET /orders/{orderId}/refunds`.

        Deprecated.

        Args:
            options: Settings for this call alone.
        """
        return self._call(
            GET_THE_REFUNDS_THAT_BELONG_TO_AN_ORDER_OF_THIS_SHOP, (order_id,), options=options
        )

    @cached_property
    def with_response(self) -> RefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RefundsWithResponse(self)


class RefundsWithResponse:
    """The methods of `Refunds`, each giving the whole response."""

    def __init__(self, resource: Refunds) -> None:
        self.get_the_refunds_that_belong_to_an_order_of_this_shop = responding(
            resource.get_the_refunds_that_belong_to_an_order_of_this_shop
        )


class AsyncRefunds(AsyncResource):
    """The operations on refunds."""

    @deprecated("GET /orders/{orderId}/refunds is deprecated")
    async def get_the_refunds_that_belong_to_an_order_of_this_shop(
        self, order_id: str, *, options: Options | None = None
    ) -> None:
        """`GET /orders/{orderId}/refunds`.

        Deprecated.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(
            GET_THE_REFUNDS_THAT_BELONG_TO_AN_ORDER_OF_THIS_SHOP, (order_id,), options=options
        )

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsWithResponse(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.get_the_refunds_that_belong_to_an_order_of_this_shop = async_responding(
            resource.get_the_refunds_that_belong_to_an_order_of_this_shop
        )
