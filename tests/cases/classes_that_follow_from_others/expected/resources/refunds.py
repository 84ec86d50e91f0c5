# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on refunds."""

from __future__ import annotations

from functools import cached_property

from .._runtime import (
    UNSET,
    AsyncResource,
    Operation,
    Options,
    Resource,
    Unset,
    async_responding,
    responding,
)
from ..models import LIST, RefundsWithResponse, UnsetRequest

LIST_OPERATION: Operation[LIST] = Operation(
    "GET",
    "/refunds",
    returns=LIST,
    errors={400: RefundsWithResponse},
)
UNSET_OPERATION: Operation[None] = Operation(
    "PUT",
    "/refunds",
    body=UnsetRequest,
    body_required=False,
)
LIST_ALL_OPERATION_2: Operation[None] = Operation(
    "POST",
    "/refunds",
)
LIST_ALL_OPERATION: Operation[None] = Operation(
    "PATCH",
    "/refunds",
)
CACHED_PROPERTY: Operation[None] = Operation(
    "DELETE",
    "/refunds",
)


class RefundsResource(Resource):
    """The operations on refunds."""

    def list(self, *, options: Options | None = None) -> LIST:
        """`GET /refunds`.

        Args:
            options: Settings for this call alone.

        Returns:
            LIST: All.

        Raises:
            BadRequestError: 400: It was refused. `body` is `RefundsWithResponse`.
        """
        return self._call(LIST_OPERATION, (), options=options)

    def unset(self, *, a: str | Unset = UNSET, options: Options | None = None) -> None:
        """`PUT /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(UNSET_OPERATION, (), body={"a": a}, options=options)

    def listAll(self, *, options: Options | None = None) -> None:
        """`POST /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(LIST_ALL_OPERATION_2, (), options=options)

    def list_all(self, *, options: Options | None = None) -> None:
        """`PATCH /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(LIST_ALL_OPERATION, (), options=options)

    def cached_property_(self, *, options: Options | None = None) -> None:
        """`DELETE /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(CACHED_PROPERTY, (), options=options)

    @cached_property
    def with_response(self) -> RefundsResourceWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RefundsResourceWithResponse(self)


class RefundsResourceWithResponse:
    """The methods of `RefundsResource`, each giving the whole response."""

    def __init__(self, resource: RefundsResource) -> None:
        self.list = responding(resource.list)
        self.unset = responding(resource.unset)
        self.listAll = responding(resource.listAll)
        self.list_all = responding(resource.list_all)
        self.cached_property_ = responding(resource.cached_property_)


class AsyncRefundsResource(AsyncResource):
    """The operations on refunds."""

    async def list(self, *, options: Options | None = None) -> LIST:
        """`GET /refunds`.

        Args:
            options: Settings for this call alone.

        Returns:
            LIST: All.

        Raises:
            BadRequestError: 400: It was refused. `body` is `RefundsWithResponse`.
        """
        return await self._call(LIST_OPERATION, (), options=options)

    async def unset(self, *, a: str | Unset = UNSET, options: Options | None = None) -> None:
        """`PUT /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(UNSET_OPERATION, (), body={"a": a}, options=options)

    async def listAll(self, *, options: Options | None = None) -> None:
        """`POST /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(LIST_ALL_OPERATION_2, (), options=options)

    async def list_all(self, *, options: Options | None = None) -> None:
        """`PATCH /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(LIST_ALL_OPERATION, (), options=options)

    async def cached_property_(self, *, options: Options | None = None) -> None:
        """`DELETE /refunds`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(CACHED_PROPERTY, (), options=options)

    @cached_property
    def with_response(self) -> AsyncRefundsResourceWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsResourceWithResponse(self)


class AsyncRefundsResourceWithResponse:
    """The methods of `AsyncRefundsResource`, each giving the whole response."""

    def __init__(self, resource: AsyncRefundsResource) -> None:
        self.list = async_responding(resource.list)
        self.unset = async_responding(resource.unset)
        self.listAll = async_responding(resource.listAll)
        self.list_all = async_responding(resource.list_all)
        self.cached_property_ = async_responding(resource.cached_property_)
