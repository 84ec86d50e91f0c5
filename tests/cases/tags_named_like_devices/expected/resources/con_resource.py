# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on con."""

from __future__ import annotations

from functools import cached_property

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding

GET_CON: Operation[None] = Operation(
    "GET",
    "/con",
)


class Con(Resource):
    """The operations on con."""

    def get_con(self, *, options: Options | None = None) -> None:
        """`GET /con`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(GET_CON, (), options=options)

    @cached_property
    def with_response(self) -> ConWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return ConWithResponse(self)


class ConWithResponse:
    """The methods of `Con`, each giving the whole response."""

    def __init__(self, resource: Con) -> None:
        self.get_con = responding(resource.get_con)


class AsyncCon(AsyncResource):
    """The operations on con."""

    async def get_con(self, *, options: Options | None = None) -> None:
        """`GET /con`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(GET_CON, (), options=options)

    @cached_property
    def with_response(self) -> AsyncConWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncConWithResponse(self)


class AsyncConWithResponse:
    """The methods of `AsyncCon`, each giving the whole response."""

    def __init__(self, resource: AsyncCon) -> None:
        self.get_con = async_responding(resource.get_con)
