# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on items."""

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

GET_ITEM: Operation[None] = Operation(
    "GET",
    "/items/{proxy}",
    segments=(InPath("proxy", spanning=True),),
)
GET_FILE: Operation[None] = Operation(
    "GET",
    "/files/{id}/{file}",
    segments=(InPath("file", spanning=True),),
)


class Items(Resource):
    """The operations on items."""

    def get_item(self, proxy: str, *, options: Options | None = None) -> None:
        """`GET /items/{proxy}`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(GET_ITEM, (proxy,), options=options)

    def get_file(self, id: int, file: str, *, options: Options | None = None) -> None:
        """`GET /files/{id}/{file}`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(GET_FILE, (id, file), options=options)

    @cached_property
    def with_response(self) -> ItemsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return ItemsWithResponse(self)


class ItemsWithResponse:
    """The methods of `Items`, each giving the whole response."""

    def __init__(self, resource: Items) -> None:
        self.get_item = responding(resource.get_item)
        self.get_file = responding(resource.get_file)


class AsyncItems(AsyncResource):
    """The operations on items."""

    async def get_item(self, proxy: str, *, options: Options | None = None) -> None:
        """`GET /items/{proxy}`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(GET_ITEM, (proxy,), options=options)

    async def get_file(self, id: int, file: str, *, options: Options | None = None) -> None:
        """`GET /files/{id}/{file}`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(GET_FILE, (id, file), options=options)

    @cached_property
    def with_response(self) -> AsyncItemsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncItemsWithResponse(self)


class AsyncItemsWithResponse:
    """The methods of `AsyncItems`, each giving the whole response."""

    def __init__(self, resource: AsyncItems) -> None:
        self.get_item = async_responding(resource.get_item)
        self.get_file = async_responding(resource.get_file)
