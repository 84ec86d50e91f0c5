# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on session."""

from __future__ import annotations

from functools import cached_property

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding

LOG_OUT: Operation[int | None] = Operation(
    "DELETE",
    "/session",
    returns=int,
    answers={200: int, 204: None},
)
RENEW: Operation[None] = Operation(
    "PUT",
    "/session",
)


class Session(Resource):
    """The operations on session."""

    def log_out(self, *, options: Options | None = None) -> int | None:
        """`DELETE /session`.

        Args:
            options: Settings for this call alone.

        Returns:
            int: 200: It was open for so long.
            None: 204: It was not open.
        """
        return self._call(LOG_OUT, (), options=options)

    def renew(self, *, options: Options | None = None) -> None:
        """`PUT /session`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(RENEW, (), options=options)

    @cached_property
    def with_response(self) -> SessionWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return SessionWithResponse(self)


class SessionWithResponse:
    """The methods of `Session`, each giving the whole response."""

    def __init__(self, resource: Session) -> None:
        self.log_out = responding(resource.log_out)
        self.renew = responding(resource.renew)


class AsyncSession(AsyncResource):
    """The operations on session."""

    async def log_out(self, *, options: Options | None = None) -> int | None:
        """`DELETE /session`.

        Args:
            options: Settings for this call alone.

        Returns:
            int: 200: It was open for so long.
            None: 204: It was not open.
        """
        return await self._call(LOG_OUT, (), options=options)

    async def renew(self, *, options: Options | None = None) -> None:
        """`PUT /session`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(RENEW, (), options=options)

    @cached_property
    def with_response(self) -> AsyncSessionWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncSessionWithResponse(self)


class AsyncSessionWithResponse:
    """The methods of `AsyncSession`, each giving the whole response."""

    def __init__(self, resource: AsyncSession) -> None:
        self.log_out = async_responding(resource.log_out)
        self.renew = async_responding(resource.renew)
