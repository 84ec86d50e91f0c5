# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on shelves."""

from __future__ import annotations

from functools import cached_property

from .._runtime import (
    AsyncResource,
    InPath,
    Operation,
    Options,
    Resource,
    async_responding,
    responding,
)

GET_SHELF: Operation[None] = Operation(
    "GET",
    "/v1/{name}",
    segments=(InPath("name", spanning=True),),
)
READ_BOOK: Operation[None] = Operation(
    "POST",
    "/v1/{name}:read",
    segments=(InPath("name", spanning=True),),
)


class Shelves(Resource):
    """The operations on shelves."""

    def get_shelf(self, name: str, *, options: Options | None = None) -> None:
        """`GET /v1/{name}`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(GET_SHELF, (name,), options=options)

    def read_book(self, name: str, *, options: Options | None = None) -> None:
        """`POST /v1/{name}:read`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(READ_BOOK, (name,), options=options)

    @cached_property
    def with_response(self) -> ShelvesWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return ShelvesWithResponse(self)


class ShelvesWithResponse:
    """The methods of `Shelves`, each giving the whole response."""

    def __init__(self, resource: Shelves) -> None:
        self.get_shelf = responding(resource.get_shelf)
        self.read_book = responding(resource.read_book)


class AsyncShelves(AsyncResource):
    """The operations on shelves."""

    async def get_shelf(self, name: str, *, options: Options | None = None) -> None:
        """`GET /v1/{name}`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(GET_SHELF, (name,), options=options)

    async def read_book(self, name: str, *, options: Options | None = None) -> None:
        """`POST /v1/{name}:read`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(READ_BOOK, (name,), options=options)

    @cached_property
    def with_response(self) -> AsyncShelvesWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncShelvesWithResponse(self)


class AsyncShelvesWithResponse:
    """The methods of `AsyncShelves`, each giving the whole response."""

    def __init__(self, resource: AsyncShelves) -> None:
        self.get_shelf = async_responding(resource.get_shelf)
        self.read_book = async_responding(resource.read_book)
