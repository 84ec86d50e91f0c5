# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""Reports."""

from __future__ import annotations

from functools import cached_property

from .._runtime import (
    AsyncResource,
    Operation,
    Options,
    Resource,
    WaitFor,
    async_responding,
    responding,
)
from ..models import Report

GET_REPORT: Operation[Report | None] = Operation(
    "GET",
    "/reports/{id}",
    returns=Report,
    answers={200: Report, 202: None},
    waits=WaitFor(None, done=(200,), pending=(404,)),
    security=(("key",),),
)
GET_REPORT_DONE: Operation[Report] = GET_REPORT.waited_for()
HAS_LOCK: Operation[None] = Operation(
    "HEAD",
    "/reports/{id}/lock",
    waits=WaitFor(None, done=(404,)),
    security=(("key",),),
)


class Reports(Resource):
    """Reports."""

    def get_report(self, id: str, *, options: Options | None = None) -> Report | None:
        """A report, once it is there.

        Args:
            options: Settings for this call alone.

        Returns:
            Report: 200: The report.
            None: 202: It is not finished yet.

        Raises:
            NotFoundError: 404: It is not known yet.
            APIStatusError: 410: It is known no more.
        """
        return self._call(GET_REPORT, (id,), options=options)

    def get_report_until_done(
        self,
        id: str,
        *,
        interval: float = 2,
        timeout: float | None = 600,
        options: Options | None = None,
    ) -> Report:
        """Wait until `get_report` is answered with the status `200`.

        A report, once it is there.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            Report: The report.

        Raises:
            WaitTimeoutError: it takes longer than `timeout`.
            APIStatusError: 410: It is known no more.
        """
        return self._wait(
            GET_REPORT_DONE, (id,), interval=interval, timeout=timeout, options=options
        )

    def has_lock(self, id: str, *, options: Options | None = None) -> None:
        """Whether a report is locked.

        Args:
            options: Settings for this call alone.

        Raises:
            NotFoundError: 404: It is not.
        """
        return self._call(HAS_LOCK, (id,), options=options)

    def has_lock_until_done(
        self,
        id: str,
        *,
        interval: float = 2,
        timeout: float | None = 600,
        options: Options | None = None,
    ) -> None:
        """Wait until `has_lock` is answered with the status `404`.

        Whether a report is locked.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Raises:
            WaitTimeoutError: it takes longer than `timeout`.
        """
        return self._wait(HAS_LOCK, (id,), interval=interval, timeout=timeout, options=options)

    @cached_property
    def with_response(self) -> ReportsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return ReportsWithResponse(self)


class ReportsWithResponse:
    """The methods of `Reports`, each giving the whole response."""

    def __init__(self, resource: Reports) -> None:
        self.get_report = responding(resource.get_report)
        self.get_report_until_done = responding(resource.get_report_until_done)
        self.has_lock = responding(resource.has_lock)
        self.has_lock_until_done = responding(resource.has_lock_until_done)


class AsyncReports(AsyncResource):
    """Reports."""

    async def get_report(self, id: str, *, options: Options | None = None) -> Report | None:
        """A report, once it is there.

        Args:
            options: Settings for this call alone.

        Returns:
            Report: 200: The report.
            None: 202: It is not finished yet.

        Raises:
            NotFoundError: 404: It is not known yet.
            APIStatusError: 410: It is known no more.
        """
        return await self._call(GET_REPORT, (id,), options=options)

    async def get_report_until_done(
        self,
        id: str,
        *,
        interval: float = 2,
        timeout: float | None = 600,
        options: Options | None = None,
    ) -> Report:
        """Wait until `get_report` is answered with the status `200`.

        A report, once it is there.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            Report: The report.

        Raises:
            WaitTimeoutError: it takes longer than `timeout`.
            APIStatusError: 410: It is known no more.
        """
        return await self._wait(
            GET_REPORT_DONE, (id,), interval=interval, timeout=timeout, options=options
        )

    async def has_lock(self, id: str, *, options: Options | None = None) -> None:
        """Whether a report is locked.

        Args:
            options: Settings for this call alone.

        Raises:
            NotFoundError: 404: It is not.
        """
        return await self._call(HAS_LOCK, (id,), options=options)

    async def has_lock_until_done(
        self,
        id: str,
        *,
        interval: float = 2,
        timeout: float | None = 600,
        options: Options | None = None,
    ) -> None:
        """Wait until `has_lock` is answered with the status `404`.

        Whether a report is locked.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Raises:
            WaitTimeoutError: it takes longer than `timeout`.
        """
        return await self._wait(
            HAS_LOCK, (id,), interval=interval, timeout=timeout, options=options
        )

    @cached_property
    def with_response(self) -> AsyncReportsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncReportsWithResponse(self)


class AsyncReportsWithResponse:
    """The methods of `AsyncReports`, each giving the whole response."""

    def __init__(self, resource: AsyncReports) -> None:
        self.get_report = async_responding(resource.get_report)
        self.get_report_until_done = async_responding(resource.get_report_until_done)
        self.has_lock = async_responding(resource.has_lock)
        self.has_lock_until_done = async_responding(resource.has_lock_until_done)
