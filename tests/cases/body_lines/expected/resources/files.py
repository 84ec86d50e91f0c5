# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding
from ..models import ChangesItem, Event

SEND_EVENTS: Operation[None] = Operation(
    "POST",
    "/events",
    body=Event,
    body_required=True,
    media=("application/x-ndjson",),
)
CHANGE_EVENTS: Operation[None] = Operation(
    "PATCH",
    "/events",
    body=ChangesItem,
    body_required=True,
    media=("application/ndjson",),
)
REPLACE_EVENTS: Operation[None] = Operation(
    "PUT",
    "/events",
    body=Event,
    body_required=True,
    media=("application/stream+json",),
)


class Files(Resource):
    """The operations on files."""

    def send_events(
        self, *, body: Iterable[Event | Mapping[str, object]], options: Options | None = None
    ) -> None:
        """`POST /events`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return self._call(SEND_EVENTS, (), body=body, options=options)

    def change_events(
        self, *, body: Iterable[ChangesItem | Mapping[str, object]], options: Options | None = None
    ) -> None:
        """`PATCH /events`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return self._call(CHANGE_EVENTS, (), body=body, options=options)

    def replace_events(
        self, *, body: Iterable[Event | Mapping[str, object]], options: Options | None = None
    ) -> None:
        """`PUT /events`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return self._call(REPLACE_EVENTS, (), body=body, options=options)

    @cached_property
    def with_response(self) -> FilesWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return FilesWithResponse(self)


class FilesWithResponse:
    """The methods of `Files`, each giving the whole response."""

    def __init__(self, resource: Files) -> None:
        self.send_events = responding(resource.send_events)
        self.change_events = responding(resource.change_events)
        self.replace_events = responding(resource.replace_events)


class AsyncFiles(AsyncResource):
    """The operations on files."""

    async def send_events(
        self, *, body: Iterable[Event | Mapping[str, object]], options: Options | None = None
    ) -> None:
        """`POST /events`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return await self._call(SEND_EVENTS, (), body=body, options=options)

    async def change_events(
        self, *, body: Iterable[ChangesItem | Mapping[str, object]], options: Options | None = None
    ) -> None:
        """`PATCH /events`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return await self._call(CHANGE_EVENTS, (), body=body, options=options)

    async def replace_events(
        self, *, body: Iterable[Event | Mapping[str, object]], options: Options | None = None
    ) -> None:
        """`PUT /events`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return await self._call(REPLACE_EVENTS, (), body=body, options=options)

    @cached_property
    def with_response(self) -> AsyncFilesWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncFilesWithResponse(self)


class AsyncFilesWithResponse:
    """The methods of `AsyncFiles`, each giving the whole response."""

    def __init__(self, resource: AsyncFiles) -> None:
        self.send_events = async_responding(resource.send_events)
        self.change_events = async_responding(resource.change_events)
        self.replace_events = async_responding(resource.replace_events)
