# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on refunds."""

from __future__ import annotations

from functools import cached_property

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding

SEARCH_REFUNDS: Operation[None] = Operation(
    "QUERY",
    "/refunds",
)
TRACE: Operation[None] = Operation(
    "TRACE",
    "/refunds",
)
REFUND_METHODS: Operation[None] = Operation(
    "OPTIONS",
    "/refunds",
)
COPY_REFUNDS: Operation[None] = Operation(
    "COPY",
    "/refunds",
)
LINK_REFUNDS: Operation[None] = Operation(
    "link",
    "/refunds",
)


class Refunds(Resource):
    """The operations on refunds."""

    def search_refunds(self, *, options: Options | None = None) -> None:
        """`QUERY /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(SEARCH_REFUNDS, (), options=options)

    def trace(self, *, options: Options | None = None) -> None:
        """`TRACE /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(TRACE, (), options=options)

    def refund_methods(self, *, options: Options | None = None) -> None:
        """`OPTIONS /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(REFUND_METHODS, (), options=options)

    def copy_refunds(self, *, options: Options | None = None) -> None:
        """`COPY /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(COPY_REFUNDS, (), options=options)

    def link_refunds(self, *, options: Options | None = None) -> None:
        """`link /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(LINK_REFUNDS, (), options=options)

    @cached_property
    def with_response(self) -> RefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RefundsWithResponse(self)


class RefundsWithResponse:
    """The methods of `Refunds`, each giving the whole response."""

    def __init__(self, resource: Refunds) -> None:
        self.search_refunds = responding(resource.search_refunds)
        self.trace = responding(resource.trace)
        self.refund_methods = responding(resource.refund_methods)
        self.copy_refunds = responding(resource.copy_refunds)
        self.link_refunds = responding(resource.link_refunds)


class AsyncRefunds(AsyncResource):
    """The operations on refunds."""

    async def search_refunds(self, *, options: Options | None = None) -> None:
        """`QUERY /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(SEARCH_REFUNDS, (), options=options)

    async def trace(self, *, options: Options | None = None) -> None:
        """`TRACE /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(TRACE, (), options=options)

    async def refund_methods(self, *, options: Options | None = None) -> None:
        """`OPTIONS /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(REFUND_METHODS, (), options=options)

    async def copy_refunds(self, *, options: Options | None = None) -> None:
        """`COPY /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(COPY_REFUNDS, (), options=options)

    async def link_refunds(self, *, options: Options | None = None) -> None:
        """`link /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(LINK_REFUNDS, (), options=options)

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsWithResponse(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.search_refunds = async_responding(resource.search_refunds)
        self.trace = async_responding(resource.trace)
        self.refund_methods = async_responding(resource.refund_methods)
        self.copy_refunds = async_responding(resource.copy_refunds)
        self.link_refunds = async_responding(resource.link_refunds)
