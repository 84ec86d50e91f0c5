# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on refunds."""

from __future__ import annotations

from functools import cached_property

from .._runtime import (
    AsyncResource,
    AsyncResponseStream,
    Operation,
    Options,
    Resource,
    Response,
    ResponseStream,
    TypedHeaders,
    async_responding,
    responding,
)
from ..models import (
    ListRefundsError,
    ListRefundsErrorHeaders,
    ListRefundsHeaders,
    SharedHeaders,
    WatchHeaders,
    WatchResponse,
)

LIST_REFUNDS: Operation[list[str]] = Operation(
    "GET",
    "/refunds",
    returns=list[str],
    errors={429: ListRefundsError},
    typed_headers=TypedHeaders(ListRefundsHeaders, required=("X-Rate-Limit",), json=("x-meta",)),
    error_headers=TypedHeaders(ListRefundsErrorHeaders),
)
WATCH: Operation[WatchResponse] = Operation(
    "GET",
    "/events",
    returns=WatchResponse,
    accept="text/event-stream",
    streams="events",
    typed_headers=TypedHeaders(WatchHeaders),
)
ONE: Operation[None] = Operation(
    "GET",
    "/shared",
    typed_headers=TypedHeaders(SharedHeaders),
)
TWO: Operation[None] = Operation(
    "POST",
    "/shared",
    typed_headers=TypedHeaders(SharedHeaders),
)


class ListRefundsWholeResponse(Response[list[str]], frozen=True):
    """The whole response of `list_refunds`."""

    typed_headers: ListRefundsHeaders
    """The headers that the document describes."""


class WatchWholeResponse(Response[ResponseStream[WatchResponse]], frozen=True):
    """The whole response of `watch`."""

    typed_headers: WatchHeaders
    """The headers that the document describes."""


class AsyncWatchWholeResponse(Response[AsyncResponseStream[WatchResponse]], frozen=True):
    """The whole response of `watch`."""

    typed_headers: WatchHeaders
    """The headers that the document describes."""


class OneWholeResponse(Response[None], frozen=True):
    """The whole response of `one`."""

    typed_headers: SharedHeaders
    """The headers that the document describes."""


class TwoWholeResponse(Response[None], frozen=True):
    """The whole response of `two`."""

    typed_headers: SharedHeaders
    """The headers that the document describes."""


class Refunds(Resource):
    """The operations on refunds."""

    def list_refunds(self, *, options: Options | None = None) -> list[str]:
        """`GET /refunds`.

        Args:
            options: Settings for this call alone.

        Returns:
            list[str]: The refunds.

        Raises:
            RateLimitError: 429: Slow. `body` is `ListRefundsError`. `typed_headers` is
                `ListRefundsErrorHeaders`.
        """
        return self._call(LIST_REFUNDS, (), options=options)

    def watch(self, *, options: Options | None = None) -> ResponseStream[WatchResponse]:
        """`GET /events`.

        Args:
            options: Settings for this call alone.

        Returns:
            ResponseStream[WatchResponse]: E.
        """
        return self._stream(WATCH, (), options=options)

    def one(self, *, options: Options | None = None) -> None:
        """`GET /shared`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(ONE, (), options=options)

    def two(self, *, options: Options | None = None) -> None:
        """`POST /shared`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(TWO, (), options=options)

    @cached_property
    def with_response(self) -> RefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RefundsWithResponse(self)


class RefundsWithResponse:
    """The methods of `Refunds`, each giving the whole response."""

    def __init__(self, resource: Refunds) -> None:
        self.list_refunds = responding(resource.list_refunds, ListRefundsWholeResponse)
        self.watch = responding(resource.watch, WatchWholeResponse)
        self.one = responding(resource.one, OneWholeResponse)
        self.two = responding(resource.two, TwoWholeResponse)


class AsyncRefunds(AsyncResource):
    """The operations on refunds."""

    async def list_refunds(self, *, options: Options | None = None) -> list[str]:
        """`GET /refunds`.

        Args:
            options: Settings for this call alone.

        Returns:
            list[str]: The refunds.

        Raises:
            RateLimitError: 429: Slow. `body` is `ListRefundsError`. `typed_headers` is
                `ListRefundsErrorHeaders`.
        """
        return await self._call(LIST_REFUNDS, (), options=options)

    async def watch(self, *, options: Options | None = None) -> AsyncResponseStream[WatchResponse]:
        """`GET /events`.

        Args:
            options: Settings for this call alone.

        Returns:
            AsyncResponseStream[WatchResponse]: E.
        """
        return await self._stream(WATCH, (), options=options)

    async def one(self, *, options: Options | None = None) -> None:
        """`GET /shared`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(ONE, (), options=options)

    async def two(self, *, options: Options | None = None) -> None:
        """`POST /shared`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(TWO, (), options=options)

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsWithResponse(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.list_refunds = async_responding(resource.list_refunds, ListRefundsWholeResponse)
        self.watch = async_responding(resource.watch, AsyncWatchWholeResponse)
        self.one = async_responding(resource.one, OneWholeResponse)
        self.two = async_responding(resource.two, TwoWholeResponse)
