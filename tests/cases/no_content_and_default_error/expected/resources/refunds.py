# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on refunds."""

from __future__ import annotations

from functools import cached_property
from uuid import UUID

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding
from ..models import Problem

CANCEL_REFUND: Operation[None] = Operation(
    "DELETE",
    "/refunds/{id}",
    errors={"default": Problem},
)


class Refunds(Resource):
    """The operations on refunds."""

    def cancel_refund(self, id: UUID, *, options: Options | None = None) -> None:
        """`DELETE /refunds/{id}`.

        Args:
            options: Settings for this call alone.

        Raises:
            ConflictError: 409: It was paid out already.
            APIStatusError: 4XX: The request was refused.
            APIStatusError: Any other status: Something is wrong. `body` is `Problem`.
        """
        return self._call(CANCEL_REFUND, (id,), options=options)

    @cached_property
    def with_response(self) -> RefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RefundsWithResponse(self)


class RefundsWithResponse:
    """The methods of `Refunds`, each giving the whole response."""

    def __init__(self, resource: Refunds) -> None:
        self.cancel_refund = responding(resource.cancel_refund)


class AsyncRefunds(AsyncResource):
    """The operations on refunds."""

    async def cancel_refund(self, id: UUID, *, options: Options | None = None) -> None:
        """`DELETE /refunds/{id}`.

        Args:
            options: Settings for this call alone.

        Raises:
            ConflictError: 409: It was paid out already.
            APIStatusError: 4XX: The request was refused.
            APIStatusError: Any other status: Something is wrong. `body` is `Problem`.
        """
        return await self._call(CANCEL_REFUND, (id,), options=options)

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsWithResponse(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.cancel_refund = async_responding(resource.cancel_refund)
