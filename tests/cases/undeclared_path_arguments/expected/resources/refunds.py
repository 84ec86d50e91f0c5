# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on refunds."""

from __future__ import annotations

from functools import cached_property

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding

GET_REFUND: Operation[None] = Operation(
    "GET",
    "/refunds/{refundId}",
)
GET_LINE: Operation[None] = Operation(
    "GET",
    "/refunds/{refundId}/lines/{line-id}",
)


class Refunds(Resource):
    """The operations on refunds."""

    def get_refund(self, refund_id: int, *, options: Options | None = None) -> None:
        """`GET /refunds/{refundId}`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(GET_REFUND, (refund_id,), options=options)

    def get_line(self, refund_id: int, line_id: int, *, options: Options | None = None) -> None:
        """The first name is known from the path above, the second is spelled in another way.

        Args:
            options: Settings for this call alone.
        """
        return self._call(GET_LINE, (refund_id, line_id), options=options)

    @cached_property
    def with_response(self) -> RefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RefundsWithResponse(self)


class RefundsWithResponse:
    """The methods of `Refunds`, each giving the whole response."""

    def __init__(self, resource: Refunds) -> None:
        self.get_refund = responding(resource.get_refund)
        self.get_line = responding(resource.get_line)


class AsyncRefunds(AsyncResource):
    """The operations on refunds."""

    async def get_refund(self, refund_id: int, *, options: Options | None = None) -> None:
        """`GET /refunds/{refundId}`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(GET_REFUND, (refund_id,), options=options)

    async def get_line(
        self, refund_id: int, line_id: int, *, options: Options | None = None
    ) -> None:
        """The first name is known from the path above, the second is spelled in another way.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(GET_LINE, (refund_id, line_id), options=options)

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsWithResponse(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.get_refund = async_responding(resource.get_refund)
        self.get_line = async_responding(resource.get_line)
