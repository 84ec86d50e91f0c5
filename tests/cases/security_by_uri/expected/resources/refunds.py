# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on refunds."""

from __future__ import annotations

from functools import cached_property

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding

LIST_REFUNDS: Operation[None] = Operation(
    "GET",
    "/refunds",
    security=(("key",),),
)
DELETE_REFUNDS: Operation[None] = Operation(
    "DELETE",
    "/refunds",
    security=(("login", "key"),),
)
CREATE_REFUND: Operation[None] = Operation(
    "POST",
    "/refunds",
)


class Refunds(Resource):
    """The operations on refunds."""

    def list_refunds(self, *, options: Options | None = None) -> None:
        """`GET /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(LIST_REFUNDS, (), options=options)

    def delete_refunds(self, *, options: Options | None = None) -> None:
        """`DELETE /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(DELETE_REFUNDS, (), options=options)

    def create_refund(self, *, options: Options | None = None) -> None:
        """`POST /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(CREATE_REFUND, (), options=options)

    @cached_property
    def with_response(self) -> RefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RefundsWithResponse(self)


class RefundsWithResponse:
    """The methods of `Refunds`, each giving the whole response."""

    def __init__(self, resource: Refunds) -> None:
        self.list_refunds = responding(resource.list_refunds)
        self.delete_refunds = responding(resource.delete_refunds)
        self.create_refund = responding(resource.create_refund)


class AsyncRefunds(AsyncResource):
    """The operations on refunds."""

    async def list_refunds(self, *, options: Options | None = None) -> None:
        """`GET /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(LIST_REFUNDS, (), options=options)

    async def delete_refunds(self, *, options: Options | None = None) -> None:
        """`DELETE /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(DELETE_REFUNDS, (), options=options)

    async def create_refund(self, *, options: Options | None = None) -> None:
        """`POST /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(CREATE_REFUND, (), options=options)

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsWithResponse(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.list_refunds = async_responding(resource.list_refunds)
        self.delete_refunds = async_responding(resource.delete_refunds)
        self.create_refund = async_responding(resource.create_refund)
