# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on refunds."""

from __future__ import annotations

from functools import cached_property

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding
from ..models import RefundList

LIST: Operation[RefundList] = Operation(
    "GET",
    "/orders/{Order-Number}/refunds",
    returns=RefundList,
)


class Refunds(Resource):
    """The operations on refunds."""

    def list(self, order: str, *, options: Options | None = None) -> RefundList:
        """`GET /orders/{Order-Number}/refunds`.

        Args:
            order: `Order-Number` of the path.
            options: Settings for this call alone.

        Returns:
            RefundList: All.
        """
        return self._call(LIST, (order,), options=options)

    @cached_property
    def with_response(self) -> RefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RefundsWithResponse(self)


class RefundsWithResponse:
    """The methods of `Refunds`, each giving the whole response."""

    def __init__(self, resource: Refunds) -> None:
        self.list = responding(resource.list)


class AsyncRefunds(AsyncResource):
    """The operations on refunds."""

    async def list(self, order: str, *, options: Options | None = None) -> RefundList:
        """`GET /orders/{Order-Number}/refunds`.

        Args:
            order: `Order-Number` of the path.
            options: Settings for this call alone.

        Returns:
            RefundList: All.
        """
        return await self._call(LIST, (order,), options=options)

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsWithResponse(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.list = async_responding(resource.list)
