# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on things."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding
from ..models import GetThingB, Kind

GET_THING: Operation[None] = Operation(
    "GET",
    "/{b}/x/{a}.json/{class}/{options}",
)


class Things(Resource):
    """The operations on things."""

    def get_thing(
        self,
        b: GetThingB,
        a: int,
        class_: date,
        path_options: Kind,
        *,
        options: Options | None = None,
    ) -> None:
        """`GET /{b}/x/{a}.json/{class}/{options}`.

        Args:
            b: Comes first.
            path_options: `options` of the path.
            options: Settings for this call alone.
        """
        return self._call(GET_THING, (b, a, class_, path_options), options=options)

    @cached_property
    def with_response(self) -> ThingsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return ThingsWithResponse(self)


class ThingsWithResponse:
    """The methods of `Things`, each giving the whole response."""

    def __init__(self, resource: Things) -> None:
        self.get_thing = responding(resource.get_thing)


class AsyncThings(AsyncResource):
    """The operations on things."""

    async def get_thing(
        self,
        b: GetThingB,
        a: int,
        class_: date,
        path_options: Kind,
        *,
        options: Options | None = None,
    ) -> None:
        """`GET /{b}/x/{a}.json/{class}/{options}`.

        Args:
            b: Comes first.
            path_options: `options` of the path.
            options: Settings for this call alone.
        """
        return await self._call(GET_THING, (b, a, class_, path_options), options=options)

    @cached_property
    def with_response(self) -> AsyncThingsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncThingsWithResponse(self)


class AsyncThingsWithResponse:
    """The methods of `AsyncThings`, each giving the whole response."""

    def __init__(self, resource: AsyncThings) -> None:
        self.get_thing = async_responding(resource.get_thing)
