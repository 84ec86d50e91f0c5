# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on credits."""

from __future__ import annotations

from functools import cached_property
from uuid import UUID

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

GET_CREDIT: Operation[None] = Operation(
    "GET",
    "/credits/{creditId}",
)
PUT_CREDIT: Operation[None] = Operation(
    "PUT",
    "/credits/{creditId}",
)
DELETE_CREDIT: Operation[None] = Operation(
    "DELETE",
    "/credits/{creditId}",
)
LIST_CREDITS: Operation[None] = Operation(
    "GET",
    "/credits",
    query={"limit": InQuery("limit"), "page": InQuery("page")},
)


class Credits(Resource):
    """The operations on credits."""

    def get_credit(self, credit_id: str, *, options: Options | None = None) -> None:
        """Nothing says what the name is.

        Args:
            options: Settings for this call alone.
        """
        return self._call(GET_CREDIT, (credit_id,), options=options)

    def put_credit(self, credit_id: UUID, *, options: Options | None = None) -> None:
        """The name is declared in the wrong place.

        Args:
            options: Settings for this call alone.
        """
        return self._call(PUT_CREDIT, (credit_id,), options=options)

    def delete_credit(self, credit_id: int, *, options: Options | None = None) -> None:
        """One name on either side is left.

        Args:
            options: Settings for this call alone.
        """
        return self._call(DELETE_CREDIT, (credit_id,), options=options)

    def list_credits(
        self,
        *,
        limit: int | Unset = UNSET,
        page: str | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`GET /credits`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(LIST_CREDITS, (), query={"limit": limit, "page": page}, options=options)

    @cached_property
    def with_response(self) -> CreditsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return CreditsWithResponse(self)


class CreditsWithResponse:
    """The methods of `Credits`, each giving the whole response."""

    def __init__(self, resource: Credits) -> None:
        self.get_credit = responding(resource.get_credit)
        self.put_credit = responding(resource.put_credit)
        self.delete_credit = responding(resource.delete_credit)
        self.list_credits = responding(resource.list_credits)


class AsyncCredits(AsyncResource):
    """The operations on credits."""

    async def get_credit(self, credit_id: str, *, options: Options | None = None) -> None:
        """Nothing says what the name is.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(GET_CREDIT, (credit_id,), options=options)

    async def put_credit(self, credit_id: UUID, *, options: Options | None = None) -> None:
        """The name is declared in the wrong place.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(PUT_CREDIT, (credit_id,), options=options)

    async def delete_credit(self, credit_id: int, *, options: Options | None = None) -> None:
        """One name on either side is left.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(DELETE_CREDIT, (credit_id,), options=options)

    async def list_credits(
        self,
        *,
        limit: int | Unset = UNSET,
        page: str | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`GET /credits`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(
            LIST_CREDITS, (), query={"limit": limit, "page": page}, options=options
        )

    @cached_property
    def with_response(self) -> AsyncCreditsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncCreditsWithResponse(self)


class AsyncCreditsWithResponse:
    """The methods of `AsyncCredits`, each giving the whole response."""

    def __init__(self, resource: AsyncCredits) -> None:
        self.get_credit = async_responding(resource.get_credit)
        self.put_credit = async_responding(resource.put_credit)
        self.delete_credit = async_responding(resource.delete_credit)
        self.list_credits = async_responding(resource.list_credits)
