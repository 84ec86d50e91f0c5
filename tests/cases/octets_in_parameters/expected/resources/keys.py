# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from .._runtime import (
    UNSET,
    AsyncResource,
    InHeader,
    InPath,
    InQuery,
    Operation,
    Options,
    Resource,
    Unset,
    async_responding,
    responding,
)
from ..models import Mark

GET_PART: Operation[None] = Operation(
    "GET",
    "/keys/{key}/parts/{part}",
    segments=(InPath("key", type=bytes),),
    query={"after": InQuery("after", type=list[Mark])},
    headers={"x_mark": InHeader("X-Mark", type=Mark)},
)


class Keys(Resource):
    """The operations on keys."""

    def get_part(
        self,
        key: bytes,
        part: str,
        *,
        after: Sequence[Mark] | Unset = UNSET,
        x_mark: Mark | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`GET /keys/{key}/parts/{part}`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(
            GET_PART,
            (key, part),
            query={"after": after},
            headers={"x_mark": x_mark},
            options=options,
        )

    @cached_property
    def with_response(self) -> KeysWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return KeysWithResponse(self)


class KeysWithResponse:
    """The methods of `Keys`, each giving the whole response."""

    def __init__(self, resource: Keys) -> None:
        self.get_part = responding(resource.get_part)


class AsyncKeys(AsyncResource):
    """The operations on keys."""

    async def get_part(
        self,
        key: bytes,
        part: str,
        *,
        after: Sequence[Mark] | Unset = UNSET,
        x_mark: Mark | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`GET /keys/{key}/parts/{part}`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(
            GET_PART,
            (key, part),
            query={"after": after},
            headers={"x_mark": x_mark},
            options=options,
        )

    @cached_property
    def with_response(self) -> AsyncKeysWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncKeysWithResponse(self)


class AsyncKeysWithResponse:
    """The methods of `AsyncKeys`, each giving the whole response."""

    def __init__(self, resource: AsyncKeys) -> None:
        self.get_part = async_responding(resource.get_part)
