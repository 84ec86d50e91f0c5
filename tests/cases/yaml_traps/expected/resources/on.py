# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on on."""

from __future__ import annotations

from functools import cached_property

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding
from ..models import Order

GET_ORDER: Operation[Order] = Operation(
    "GET",
    "/orders/{no}",
    returns=Order,
)


class On(Resource):
    """The operations on on."""

    def get_order(self, no: str, *, options: Options | None = None) -> Order:
        """`GET /orders/{no}`.

        Args:
            options: Settings for this call alone.

        Returns:
            Order: The order.

        Raises:
            NotFoundError: 404: It is not there.
        """
        return self._call(GET_ORDER, (no,), options=options)

    @cached_property
    def with_response(self) -> OnWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return OnWithResponse(self)


class OnWithResponse:
    """The methods of `On`, each giving the whole response."""

    def __init__(self, resource: On) -> None:
        self.get_order = responding(resource.get_order)


class AsyncOn(AsyncResource):
    """The operations on on."""

    async def get_order(self, no: str, *, options: Options | None = None) -> Order:
        """`GET /orders/{no}`.

        Args:
            options: Settings for this call alone.

        Returns:
            Order: The order.

        Raises:
            NotFoundError: 404: It is not there.
        """
        return await self._call(GET_ORDER, (no,), options=options)

    @cached_property
    def with_response(self) -> AsyncOnWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncOnWithResponse(self)


class AsyncOnWithResponse:
    """The methods of `AsyncOn`, each giving the whole response."""

    def __init__(self, resource: AsyncOn) -> None:
        self.get_order = async_responding(resource.get_order)
