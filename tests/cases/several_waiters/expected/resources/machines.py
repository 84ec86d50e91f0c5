# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on machines."""

from __future__ import annotations

from functools import cached_property

from .._runtime import (
    AsyncLinks,
    AsyncResource,
    Links,
    Operation,
    Options,
    Resource,
    Response,
    WaitFor,
    async_responding,
    responding,
)
from ..models import Machine

CREATE: Operation[Machine] = Operation(
    "POST",
    "/machines",
    returns=Machine,
)
GET: Operation[Machine] = Operation(
    "GET",
    "/machines/{id}",
    returns=Machine,
    waits=WaitFor("/state", done=("running",), failed=("stopped", "broken")),
)
WAIT_UNTIL_STOPPED: Operation[Machine] = GET.waited_for(WaitFor("/state", done=("stopped",)))
WAIT_UNTIL_GONE: Operation[None] = GET.waited_for(WaitFor(None, done=(404,)))


class CreateLinks(Links):
    """What can be called after `create`, with what it was given and answered."""

    def machine(self, *, options: Options | None = None) -> Machine:
        """A machine and how far it is.

        Args:
            options: Settings for this call alone.

        Returns:
            Machine: The machine.

        Raises:
            NotFoundError: 404: There is no such machine.
        """
        return self._call(GET, (self._of("$response.body#/id"),), options=options)

    def wait_until_running(
        self, *, interval: float = 2, timeout: float | None = 600, options: Options | None = None
    ) -> Machine:
        """Wait until `state` is `running`: `get` is called until then.

        A machine and how far it is.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            Machine: The machine.

        Raises:
            WaitFailedError: `state` is `stopped` or `broken`.
            WaitTimeoutError: it takes longer than `timeout`.
            NotFoundError: 404: There is no such machine.
        """
        return self._wait(
            GET,
            (self._of("$response.body#/id"),),
            interval=interval,
            timeout=timeout,
            options=options,
        )

    def wait_until_stopped(
        self, *, interval: float = 5, timeout: float | None = 600, options: Options | None = None
    ) -> Machine:
        """Wait until `state` is `stopped`: `get` is called until then.

        A machine and how far it is.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            Machine: The machine.

        Raises:
            WaitTimeoutError: it takes longer than `timeout`.
            NotFoundError: 404: There is no such machine.
        """
        return self._wait(
            WAIT_UNTIL_STOPPED,
            (self._of("$response.body#/id"),),
            interval=interval,
            timeout=timeout,
            options=options,
        )

    def wait_until_gone(
        self, *, interval: float = 2, timeout: float | None = 600, options: Options | None = None
    ) -> None:
        """Wait until `get` is answered with the status `404`.

        A machine and how far it is.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Raises:
            WaitTimeoutError: it takes longer than `timeout`.
        """
        return self._wait(
            WAIT_UNTIL_GONE,
            (self._of("$response.body#/id"),),
            interval=interval,
            timeout=timeout,
            options=options,
        )


class AsyncCreateLinks(AsyncLinks):
    """What can be called after `create`, with what it was given and answered."""

    async def machine(self, *, options: Options | None = None) -> Machine:
        """A machine and how far it is.

        Args:
            options: Settings for this call alone.

        Returns:
            Machine: The machine.

        Raises:
            NotFoundError: 404: There is no such machine.
        """
        return await self._call(GET, (self._of("$response.body#/id"),), options=options)

    async def wait_until_running(
        self, *, interval: float = 2, timeout: float | None = 600, options: Options | None = None
    ) -> Machine:
        """Wait until `state` is `running`: `get` is called until then.

        A machine and how far it is.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            Machine: The machine.

        Raises:
            WaitFailedError: `state` is `stopped` or `broken`.
            WaitTimeoutError: it takes longer than `timeout`.
            NotFoundError: 404: There is no such machine.
        """
        return await self._wait(
            GET,
            (self._of("$response.body#/id"),),
            interval=interval,
            timeout=timeout,
            options=options,
        )

    async def wait_until_stopped(
        self, *, interval: float = 5, timeout: float | None = 600, options: Options | None = None
    ) -> Machine:
        """Wait until `state` is `stopped`: `get` is called until then.

        A machine and how far it is.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            Machine: The machine.

        Raises:
            WaitTimeoutError: it takes longer than `timeout`.
            NotFoundError: 404: There is no such machine.
        """
        return await self._wait(
            WAIT_UNTIL_STOPPED,
            (self._of("$response.body#/id"),),
            interval=interval,
            timeout=timeout,
            options=options,
        )

    async def wait_until_gone(
        self, *, interval: float = 2, timeout: float | None = 600, options: Options | None = None
    ) -> None:
        """Wait until `get` is answered with the status `404`.

        A machine and how far it is.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Raises:
            WaitTimeoutError: it takes longer than `timeout`.
        """
        return await self._wait(
            WAIT_UNTIL_GONE,
            (self._of("$response.body#/id"),),
            interval=interval,
            timeout=timeout,
            options=options,
        )


class CreateWholeResponse(Response[Machine], frozen=True):
    """The whole response of `create`."""

    links: CreateLinks
    """What can be called next."""


class AsyncCreateWholeResponse(Response[Machine], frozen=True):
    """The whole response of `create`."""

    links: AsyncCreateLinks
    """What can be called next."""


class Machines(Resource):
    """The operations on machines."""

    def create(self, *, options: Options | None = None) -> Machine:
        """Start a machine.

        Args:
            options: Settings for this call alone.

        Returns:
            Machine: It has begun.
        """
        return self._call(CREATE, (), options=options)

    def get(self, id: str, *, options: Options | None = None) -> Machine:
        """A machine and how far it is.

        Args:
            options: Settings for this call alone.

        Returns:
            Machine: The machine.

        Raises:
            NotFoundError: 404: There is no such machine.
        """
        return self._call(GET, (id,), options=options)

    def wait_until_running(
        self,
        id: str,
        *,
        interval: float = 2,
        timeout: float | None = 600,
        options: Options | None = None,
    ) -> Machine:
        """Wait until `state` is `running`: `get` is called until then.

        A machine and how far it is.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            Machine: The machine.

        Raises:
            WaitFailedError: `state` is `stopped` or `broken`.
            WaitTimeoutError: it takes longer than `timeout`.
            NotFoundError: 404: There is no such machine.
        """
        return self._wait(GET, (id,), interval=interval, timeout=timeout, options=options)

    def wait_until_stopped(
        self,
        id: str,
        *,
        interval: float = 5,
        timeout: float | None = 600,
        options: Options | None = None,
    ) -> Machine:
        """Wait until `state` is `stopped`: `get` is called until then.

        A machine and how far it is.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            Machine: The machine.

        Raises:
            WaitTimeoutError: it takes longer than `timeout`.
            NotFoundError: 404: There is no such machine.
        """
        return self._wait(
            WAIT_UNTIL_STOPPED, (id,), interval=interval, timeout=timeout, options=options
        )

    def wait_until_gone(
        self,
        id: str,
        *,
        interval: float = 2,
        timeout: float | None = 600,
        options: Options | None = None,
    ) -> None:
        """Wait until `get` is answered with the status `404`.

        A machine and how far it is.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Raises:
            WaitTimeoutError: it takes longer than `timeout`.
        """
        return self._wait(
            WAIT_UNTIL_GONE, (id,), interval=interval, timeout=timeout, options=options
        )

    def create_and_wait(
        self, *, interval: float = 2, timeout: float | None = 600, options: Options | None = None
    ) -> Machine:
        """Start a machine.

        Then wait until `state` is `running`: `get` is called until then.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            Machine: The machine.

        Raises:
            WaitFailedError: `state` is `stopped` or `broken`.
            WaitTimeoutError: it takes longer than `timeout`.
            NotFoundError: 404: There is no such machine.
        """
        begun = self.with_response.create(options=options)
        return begun.links.wait_until_running(interval=interval, timeout=timeout, options=options)

    @cached_property
    def with_response(self) -> MachinesWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return MachinesWithResponse(self)


class MachinesWithResponse:
    """The methods of `Machines`, each giving the whole response."""

    def __init__(self, resource: Machines) -> None:
        self.create = responding(resource.create, CreateWholeResponse, CreateLinks)
        self.get = responding(resource.get)
        self.wait_until_running = responding(resource.wait_until_running)
        self.wait_until_stopped = responding(resource.wait_until_stopped)
        self.wait_until_gone = responding(resource.wait_until_gone)


class AsyncMachines(AsyncResource):
    """The operations on machines."""

    async def create(self, *, options: Options | None = None) -> Machine:
        """Start a machine.

        Args:
            options: Settings for this call alone.

        Returns:
            Machine: It has begun.
        """
        return await self._call(CREATE, (), options=options)

    async def get(self, id: str, *, options: Options | None = None) -> Machine:
        """A machine and how far it is.

        Args:
            options: Settings for this call alone.

        Returns:
            Machine: The machine.

        Raises:
            NotFoundError: 404: There is no such machine.
        """
        return await self._call(GET, (id,), options=options)

    async def wait_until_running(
        self,
        id: str,
        *,
        interval: float = 2,
        timeout: float | None = 600,
        options: Options | None = None,
    ) -> Machine:
        """Wait until `state` is `running`: `get` is called until then.

        A machine and how far it is.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            Machine: The machine.

        Raises:
            WaitFailedError: `state` is `stopped` or `broken`.
            WaitTimeoutError: it takes longer than `timeout`.
            NotFoundError: 404: There is no such machine.
        """
        return await self._wait(GET, (id,), interval=interval, timeout=timeout, options=options)

    async def wait_until_stopped(
        self,
        id: str,
        *,
        interval: float = 5,
        timeout: float | None = 600,
        options: Options | None = None,
    ) -> Machine:
        """Wait until `state` is `stopped`: `get` is called until then.

        A machine and how far it is.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            Machine: The machine.

        Raises:
            WaitTimeoutError: it takes longer than `timeout`.
            NotFoundError: 404: There is no such machine.
        """
        return await self._wait(
            WAIT_UNTIL_STOPPED, (id,), interval=interval, timeout=timeout, options=options
        )

    async def wait_until_gone(
        self,
        id: str,
        *,
        interval: float = 2,
        timeout: float | None = 600,
        options: Options | None = None,
    ) -> None:
        """Wait until `get` is answered with the status `404`.

        A machine and how far it is.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Raises:
            WaitTimeoutError: it takes longer than `timeout`.
        """
        return await self._wait(
            WAIT_UNTIL_GONE, (id,), interval=interval, timeout=timeout, options=options
        )

    async def create_and_wait(
        self, *, interval: float = 2, timeout: float | None = 600, options: Options | None = None
    ) -> Machine:
        """Start a machine.

        Then wait until `state` is `running`: `get` is called until then.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            Machine: The machine.

        Raises:
            WaitFailedError: `state` is `stopped` or `broken`.
            WaitTimeoutError: it takes longer than `timeout`.
            NotFoundError: 404: There is no such machine.
        """
        begun = await self.with_response.create(options=options)
        return await begun.links.wait_until_running(
            interval=interval, timeout=timeout, options=options
        )

    @cached_property
    def with_response(self) -> AsyncMachinesWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncMachinesWithResponse(self)


class AsyncMachinesWithResponse:
    """The methods of `AsyncMachines`, each giving the whole response."""

    def __init__(self, resource: AsyncMachines) -> None:
        self.create = async_responding(resource.create, AsyncCreateWholeResponse, AsyncCreateLinks)
        self.get = async_responding(resource.get)
        self.wait_until_running = async_responding(resource.wait_until_running)
        self.wait_until_stopped = async_responding(resource.wait_until_stopped)
        self.wait_until_gone = async_responding(resource.wait_until_gone)
