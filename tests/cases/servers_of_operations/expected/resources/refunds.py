# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on refunds."""

from __future__ import annotations

from functools import cached_property

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding

LIST_REFUNDS: Operation[None] = Operation(
    "GET",
    "/refunds",
    servers={"server_1": "https://refunds.example.com"},
)
UPLOAD: Operation[None] = Operation(
    "POST",
    "/refunds",
    servers={
        "production": "https://upload.{zone}.example.com",
        "test": "https://upload.test.example.com",
    },
)
LIST_ORDERS: Operation[None] = Operation(
    "GET",
    "/orders",
)


class Refunds(Resource):
    """The operations on refunds."""

    def list_refunds(self, *, options: Options | None = None) -> None:
        """`GET /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(LIST_REFUNDS, (), options=options)

    def upload(self, *, options: Options | None = None) -> None:
        """`POST /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(UPLOAD, (), options=options)

    def list_orders(self, *, options: Options | None = None) -> None:
        """`GET /orders`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(LIST_ORDERS, (), options=options)

    @cached_property
    def with_response(self) -> RefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RefundsWithResponse(self)


class RefundsWithResponse:
    """The methods of `Refunds`, each giving the whole response."""

    def __init__(self, resource: Refunds) -> None:
        self.list_refunds = responding(resource.list_refunds)
        self.upload = responding(resource.upload)
        self.list_orders = responding(resource.list_orders)


class AsyncRefunds(AsyncResource):
    """The operations on refunds."""

    async def list_refunds(self, *, options: Options | None = None) -> None:
        """`GET /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(LIST_REFUNDS, (), options=options)

    async def upload(self, *, options: Options | None = None) -> None:
        """`POST /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(UPLOAD, (), options=options)

    async def list_orders(self, *, options: Options | None = None) -> None:
        """`GET /orders`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(LIST_ORDERS, (), options=options)

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsWithResponse(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.list_refunds = async_responding(resource.list_refunds)
        self.upload = async_responding(resource.upload)
        self.list_orders = async_responding(resource.list_orders)
