# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on refunds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from uuid import UUID

from .._runtime import (
    UNSET,
    AsyncResource,
    InCookie,
    InHeader,
    InQuery,
    Operation,
    Options,
    Resource,
    Unset,
    async_responding,
    responding,
)

LIST_REFUNDS: Operation[None] = Operation(
    "GET",
    "/refunds",
    query={"session": InQuery("session")},
    headers={"x_request_id": InHeader("X-Request-ID"), "x_shops": InHeader("X-Shops")},
    cookies={"cookie_session": InCookie("session")},
)


class Refunds(Resource):
    """The operations on refunds."""

    def list_refunds(
        self,
        *,
        x_shops: Sequence[str],
        session: str | Unset = UNSET,
        x_request_id: UUID | Unset = UNSET,
        cookie_session: str | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`GET /refunds`.

        Args:
            x_request_id: Names the call.
            cookie_session: `session` of the cookies.
            options: Settings for this call alone.
        """
        return self._call(
            LIST_REFUNDS,
            (),
            query={"session": session},
            headers={"x_request_id": x_request_id, "x_shops": x_shops},
            cookies={"cookie_session": cookie_session},
            options=options,
        )

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

    async def list_refunds(
        self,
        *,
        x_shops: Sequence[str],
        session: str | Unset = UNSET,
        x_request_id: UUID | Unset = UNSET,
        cookie_session: str | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`GET /refunds`.

        Args:
            x_request_id: Names the call.
            cookie_session: `session` of the cookies.
            options: Settings for this call alone.
        """
        return await self._call(
            LIST_REFUNDS,
            (),
            query={"session": session},
            headers={"x_request_id": x_request_id, "x_shops": x_shops},
            cookies={"cookie_session": cookie_session},
            options=options,
        )

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsWithResponse(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.list_refunds = async_responding(resource.list_refunds)
