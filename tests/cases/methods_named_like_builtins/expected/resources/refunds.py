# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on refunds."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding

LIST: Operation[list[dict[str, str]]] = Operation(
    "GET",
    "/refunds",
    returns=list[dict[str, str]],
)
DICT: Operation[dict[str, list[str]]] = Operation(
    "POST",
    "/refunds",
    body=list[int],
    body_required=True,
    returns=dict[str, list[str]],
)
STR: Operation[str] = Operation(
    "PUT",
    "/refunds",
    returns=str,
)
IMPORT: Operation[None] = Operation(
    "DELETE",
    "/refunds",
)
CALL: Operation[None] = Operation(
    "PATCH",
    "/refunds",
)
WITH_RESPONSE: Operation[None] = Operation(
    "HEAD",
    "/refunds",
)
DECIMAL: Operation[Decimal] = Operation(
    "OPTIONS",
    "/refunds",
    returns=Decimal,
)


class Refunds(Resource):
    """The operations on refunds."""

    def list(
        self, *, options: Options | None = None
    ) -> builtins.list[builtins.dict[builtins.str, builtins.str]]:
        """`GET /refunds`.

        Args:
            options: Settings for this call alone.

        Returns:
            list[dict[str, str]]: All.
        """
        return self._call(LIST, (), options=options)

    def dict(
        self, *, body: Sequence[int], options: Options | None = None
    ) -> builtins.dict[builtins.str, builtins.list[builtins.str]]:
        """`POST /refunds`.

        Args:
            body: The body.
            options: Settings for this call alone.

        Returns:
            dict[str, list[str]]: All.
        """
        return self._call(DICT, (), body=body, options=options)

    def str(self, *, options: Options | None = None) -> builtins.str:
        """`PUT /refunds`.

        Args:
            options: Settings for this call alone.

        Returns:
            str: All.
        """
        return self._call(STR, (), options=options)

    def import_(self, *, options: Options | None = None) -> None:
        """`DELETE /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(IMPORT, (), options=options)

    def call(self, *, options: Options | None = None) -> None:
        """`PATCH /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(CALL, (), options=options)

    def with_response_(self, *, options: Options | None = None) -> None:
        """`HEAD /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(WITH_RESPONSE, (), options=options)

    def decimal(self, *, options: Options | None = None) -> Decimal:
        """`OPTIONS /refunds`.

        Args:
            options: Settings for this call alone.

        Returns:
            Decimal: All.
        """
        return self._call(DECIMAL, (), options=options)

    @cached_property
    def with_response(self) -> RefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RefundsWithResponse(self)


class RefundsWithResponse:
    """The methods of `Refunds`, each giving the whole response."""

    def __init__(self, resource: Refunds) -> None:
        self.list = responding(resource.list)
        self.dict = responding(resource.dict)
        self.str = responding(resource.str)
        self.import_ = responding(resource.import_)
        self.call = responding(resource.call)
        self.with_response_ = responding(resource.with_response_)
        self.decimal = responding(resource.decimal)


class AsyncRefunds(AsyncResource):
    """The operations on refunds."""

    async def list(
        self, *, options: Options | None = None
    ) -> builtins.list[builtins.dict[builtins.str, builtins.str]]:
        """`GET /refunds`.

        Args:
            options: Settings for this call alone.

        Returns:
            list[dict[str, str]]: All.
        """
        return await self._call(LIST, (), options=options)

    async def dict(
        self, *, body: Sequence[int], options: Options | None = None
    ) -> builtins.dict[builtins.str, builtins.list[builtins.str]]:
        """`POST /refunds`.

        Args:
            body: The body.
            options: Settings for this call alone.

        Returns:
            dict[str, list[str]]: All.
        """
        return await self._call(DICT, (), body=body, options=options)

    async def str(self, *, options: Options | None = None) -> builtins.str:
        """`PUT /refunds`.

        Args:
            options: Settings for this call alone.

        Returns:
            str: All.
        """
        return await self._call(STR, (), options=options)

    async def import_(self, *, options: Options | None = None) -> None:
        """`DELETE /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(IMPORT, (), options=options)

    async def call(self, *, options: Options | None = None) -> None:
        """`PATCH /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(CALL, (), options=options)

    async def with_response_(self, *, options: Options | None = None) -> None:
        """`HEAD /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(WITH_RESPONSE, (), options=options)

    async def decimal(self, *, options: Options | None = None) -> Decimal:
        """`OPTIONS /refunds`.

        Args:
            options: Settings for this call alone.

        Returns:
            Decimal: All.
        """
        return await self._call(DECIMAL, (), options=options)

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsWithResponse(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.list = async_responding(resource.list)
        self.dict = async_responding(resource.dict)
        self.str = async_responding(resource.str)
        self.import_ = async_responding(resource.import_)
        self.call = async_responding(resource.call)
        self.with_response_ = async_responding(resource.with_response_)
        self.decimal = async_responding(resource.decimal)
