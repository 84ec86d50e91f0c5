# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from .._runtime import (
    UNSET,
    AsyncResource,
    InCookie,
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
from ..models import Colour

FIND_THINGS: Operation[None] = Operation(
    "GET",
    "/label/{label}/matrix{matrix}/plain/{plain}",
    segments=(
        InPath("label", style="label", explode=True),
        InPath("matrix", style="matrix", type=Colour),
    ),
    query={
        "commas": InQuery("commas", explode=False),
        "spaces": InQuery("spaces", style="spaceDelimited", explode=False),
        "pipes": InQuery("pipes", style="pipeDelimited", explode=False),
        "deep": InQuery("deep", style="deepObject", type=Colour),
        "free": InQuery("free"),
        "address": InQuery("address", reserved=True),
        "text": InQuery("text", style="json", type=Colour),
    },
    headers={"x_colour": InHeader("X-Colour", explode=True, type=Colour)},
    cookies={"cookie_plain": InCookie("plain", style="cookie")},
)
SEARCH: Operation[None] = Operation(
    "GET",
    "/all",
    query={"filter": InQuery("", type=Colour)},
)


class Things(Resource):
    """The operations on things."""

    def find_things(
        self,
        label: Sequence[int],
        matrix: Colour | Mapping[str, object],
        plain: str,
        *,
        commas: Sequence[str] | Unset = UNSET,
        spaces: Sequence[str] | Unset = UNSET,
        pipes: Sequence[str] | Unset = UNSET,
        deep: Colour | Mapping[str, object] | Unset = UNSET,
        free: Mapping[str, str] | Unset = UNSET,
        address: str | Unset = UNSET,
        text: Colour | Mapping[str, object] | Unset = UNSET,
        x_colour: Colour | Mapping[str, object] | Unset = UNSET,
        cookie_plain: Sequence[str] | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`GET /label/{label}/matrix{matrix}/plain/{plain}`.

        Args:
            cookie_plain: `plain` of the cookies.
            options: Settings for this call alone.
        """
        return self._call(
            FIND_THINGS,
            (label, matrix, plain),
            query={
                "commas": commas,
                "spaces": spaces,
                "pipes": pipes,
                "deep": deep,
                "free": free,
                "address": address,
                "text": text,
            },
            headers={"x_colour": x_colour},
            cookies={"cookie_plain": cookie_plain},
            options=options,
        )

    def search(
        self, *, filter: Colour | Mapping[str, object], options: Options | None = None
    ) -> None:
        """`GET /all`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(SEARCH, (), query={"filter": filter}, options=options)

    @cached_property
    def with_response(self) -> ThingsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return ThingsWithResponse(self)


class ThingsWithResponse:
    """The methods of `Things`, each giving the whole response."""

    def __init__(self, resource: Things) -> None:
        self.find_things = responding(resource.find_things)
        self.search = responding(resource.search)


class AsyncThings(AsyncResource):
    """The operations on things."""

    async def find_things(
        self,
        label: Sequence[int],
        matrix: Colour | Mapping[str, object],
        plain: str,
        *,
        commas: Sequence[str] | Unset = UNSET,
        spaces: Sequence[str] | Unset = UNSET,
        pipes: Sequence[str] | Unset = UNSET,
        deep: Colour | Mapping[str, object] | Unset = UNSET,
        free: Mapping[str, str] | Unset = UNSET,
        address: str | Unset = UNSET,
        text: Colour | Mapping[str, object] | Unset = UNSET,
        x_colour: Colour | Mapping[str, object] | Unset = UNSET,
        cookie_plain: Sequence[str] | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`GET /label/{label}/matrix{matrix}/plain/{plain}`.

        Args:
            cookie_plain: `plain` of the cookies.
            options: Settings for this call alone.
        """
        return await self._call(
            FIND_THINGS,
            (label, matrix, plain),
            query={
                "commas": commas,
                "spaces": spaces,
                "pipes": pipes,
                "deep": deep,
                "free": free,
                "address": address,
                "text": text,
            },
            headers={"x_colour": x_colour},
            cookies={"cookie_plain": cookie_plain},
            options=options,
        )

    async def search(
        self, *, filter: Colour | Mapping[str, object], options: Options | None = None
    ) -> None:
        """`GET /all`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(SEARCH, (), query={"filter": filter}, options=options)

    @cached_property
    def with_response(self) -> AsyncThingsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncThingsWithResponse(self)


class AsyncThingsWithResponse:
    """The methods of `AsyncThings`, each giving the whole response."""

    def __init__(self, resource: AsyncThings) -> None:
        self.find_things = async_responding(resource.find_things)
        self.search = async_responding(resource.search)
