# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on refunds."""

from __future__ import annotations

from functools import cached_property

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding

LIST_REFUNDS: Operation[list[str]] = Operation(
    "GET",
    "/refunds",
    returns=list[str],
    authentication=(404,),
)


class Refunds(Resource):
    """The operations on refunds."""

    def list_refunds(self, *, options: Options | None = None) -> list[str]:
        """`GET /refunds`.

        Args:
            options: Settings for this call alone.

        Returns:
            list[str]: All.

        Raises:
            AuthenticationError: 404: The key is wrong.
        """
        return self._call(LIST_REFUNDS, (), options=options)

    @cached_property
    def with_response(self) -> RefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RefundsWithResponse(self)


class RefundsWithResponse:
    """The methods of `Refunds`, each giving the whole response."""

    def __init__(self, resource: Refunds) -> None:
        self.list_refunds = responding(resource.list_refunds)


class AsyncRefunds(AsyncResource):
    """The operations on refunds."""

    async def list_refunds(self, *, options: Options | None = None) -> list[str]:
        """`GET /refunds`.

        Args:
            options: Settings for this call alone.

        Returns:
            list[str]: All.

        Raises:
            AuthenticationError: 404: The key is wrong.
        """
        return await self._call(LIST_REFUNDS, (), options=options)

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsWithResponse(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.list_refunds = async_responding(resource.list_refunds)
