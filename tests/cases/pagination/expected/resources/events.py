# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on events."""

from __future__ import annotations

from functools import cached_property

from .._runtime import (
    AsyncListPage,
    AsyncPaged,
    AsyncPages,
    AsyncResource,
    ListPage,
    Operation,
    Options,
    Paged,
    PagedBy,
    Resource,
    async_responding,
    responding,
)
from ..models import ChangeList, Event

LIST_EVENTS: Operation[list[Event]] = Operation(
    "GET",
    "/events",
    returns=list[Event],
    paging=PagedBy("link"),
)
LIST_CHANGES: Operation[ChangeList] = Operation(
    "GET",
    "/changes",
    returns=ChangeList,
    paging=PagedBy("url", items="/value", cursor="/@odata.nextLink"),
)


class ListChangesPage(Paged[Event], ChangeList):
    """A page of `list_changes`; `for` goes over the items of all pages from this one on."""


class AsyncListChangesPage(AsyncPaged[Event], ChangeList):
    """A page of `list_changes`; `async for` goes over the same, awaiting."""


class Events(Resource):
    """The operations on events."""

    def list_events(self, *, options: Options | None = None) -> ListPage[Event]:
        """`GET /events`.

        Args:
            options: Settings for this call alone.

        Returns:
            ListPage[Event]: The events. The first page; iterating goes over the items of all
                pages.
        """
        return self._paged(ListPage[Event], LIST_EVENTS, (), options=options)

    def list_changes(self, *, options: Options | None = None) -> ListChangesPage:
        """`GET /changes`.

        Args:
            options: Settings for this call alone.

        Returns:
            ListChangesPage: The changes. The first page; iterating goes over the items of all
                pages.
        """
        return self._paged(ListChangesPage, LIST_CHANGES, (), options=options)

    @cached_property
    def with_response(self) -> EventsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return EventsWithResponse(self)


class EventsWithResponse:
    """The methods of `Events`, each giving the whole response."""

    def __init__(self, resource: Events) -> None:
        self.list_events = responding(resource.list_events)
        self.list_changes = responding(resource.list_changes)


class AsyncEvents(AsyncResource):
    """The operations on events."""

    def list_events(
        self, *, options: Options | None = None
    ) -> AsyncPages[Event, AsyncListPage[Event]]:
        """`GET /events`.

        Args:
            options: Settings for this call alone.

        Returns:
            AsyncPages[Event, AsyncListPage[Event]]: The events. The first page; iterating goes
                over the items of all pages.
        """
        return self._paged(AsyncListPage[Event], LIST_EVENTS, (), options=options)

    def list_changes(
        self, *, options: Options | None = None
    ) -> AsyncPages[Event, AsyncListChangesPage]:
        """`GET /changes`.

        Args:
            options: Settings for this call alone.

        Returns:
            AsyncPages[Event, AsyncListChangesPage]: The changes. The first page; iterating goes
                over the items of all pages.
        """
        return self._paged(AsyncListChangesPage, LIST_CHANGES, (), options=options)

    @cached_property
    def with_response(self) -> AsyncEventsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncEventsWithResponse(self)


class AsyncEventsWithResponse:
    """The methods of `AsyncEvents`, each giving the whole response."""

    def __init__(self, resource: AsyncEvents) -> None:
        self.list_events = async_responding(resource.list_events)
        self.list_changes = async_responding(resource.list_changes)
