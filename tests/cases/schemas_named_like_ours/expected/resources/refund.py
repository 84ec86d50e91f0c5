# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on Refund."""

from __future__ import annotations

from functools import cached_property

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding
from ..models import ResponseModel

LIST_REFUNDS: Operation[ResponseModel] = Operation(
    "GET",
    "/refunds",
    returns=ResponseModel,
)


class RefundResource(Resource):
    """The operations on Refund."""

    def list_refunds(self, *, options: Options | None = None) -> ResponseModel:
        """`GET /refunds`.

        Args:
            options: Settings for this call alone.

        Returns:
            ResponseModel: All.
        """
        return self._call(LIST_REFUNDS, (), options=options)

    @cached_property
    def with_response(self) -> RefundResourceWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RefundResourceWithResponse(self)


class RefundResourceWithResponse:
    """The methods of `RefundResource`, each giving the whole response."""

    def __init__(self, resource: RefundResource) -> None:
        self.list_refunds = responding(resource.list_refunds)


class AsyncRefundResource(AsyncResource):
    """The operations on Refund."""

    async def list_refunds(self, *, options: Options | None = None) -> ResponseModel:
        """`GET /refunds`.

        Args:
            options: Settings for this call alone.

        Returns:
            ResponseModel: All.
        """
        return await self._call(LIST_REFUNDS, (), options=options)

    @cached_property
    def with_response(self) -> AsyncRefundResourceWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundResourceWithResponse(self)


class AsyncRefundResourceWithResponse:
    """The methods of `AsyncRefundResource`, each giving the whole response."""

    def __init__(self, resource: AsyncRefundResource) -> None:
        self.list_refunds = async_responding(resource.list_refunds)
