# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on refunds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from .._runtime import (
    UNSET,
    AsyncResource,
    InQuery,
    Operation,
    Options,
    Resource,
    Unset,
    async_responding,
    responding,
)
from ..models import ListRefundsState

LIST_REFUNDS: Operation[None] = Operation(
    "GET",
    "/refunds/{id}",
    query={
        "trace": InQuery("trace"),
        "query_id": InQuery("id"),
        "limit": InQuery("limit"),
        "state": InQuery("state"),
        "min_amount": InQuery("minAmount"),
        "since": InQuery("since"),
        "note": InQuery("note"),
        "query_options": InQuery("options"),
        "passphrase": InQuery("passphrase", secret=True),
    },
)


class Refunds(Resource):
    """The operations on refunds."""

    def list_refunds(
        self,
        id: int,
        *,
        since: date,
        trace: str | Unset = UNSET,
        query_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        state: Sequence[ListRefundsState] | Unset = UNSET,
        min_amount: Decimal | int | Unset = UNSET,
        note: str | None | Unset = UNSET,
        query_options: str | Unset = UNSET,
        passphrase: str | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`GET /refunds/{id}`.

        Args:
            trace: For all operations of the path.
            query_id: Of the customer.
            limit: At most 100. Default: `20`.
            query_options: `options` of the query. Deprecated.
            options: Settings for this call alone.
        """
        return self._call(
            LIST_REFUNDS,
            (id,),
            query={
                "trace": trace,
                "query_id": query_id,
                "limit": limit,
                "state": state,
                "min_amount": min_amount,
                "since": since,
                "note": note,
                "query_options": query_options,
                "passphrase": passphrase,
            },
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
        id: int,
        *,
        since: date,
        trace: str | Unset = UNSET,
        query_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        state: Sequence[ListRefundsState] | Unset = UNSET,
        min_amount: Decimal | int | Unset = UNSET,
        note: str | None | Unset = UNSET,
        query_options: str | Unset = UNSET,
        passphrase: str | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`GET /refunds/{id}`.

        Args:
            trace: For all operations of the path.
            query_id: Of the customer.
            limit: At most 100. Default: `20`.
            query_options: `options` of the query. Deprecated.
            options: Settings for this call alone.
        """
        return await self._call(
            LIST_REFUNDS,
            (id,),
            query={
                "trace": trace,
                "query_id": query_id,
                "limit": limit,
                "state": state,
                "min_amount": min_amount,
                "since": since,
                "note": note,
                "query_options": query_options,
                "passphrase": passphrase,
            },
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
