# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""Exports."""

from __future__ import annotations

from functools import cached_property

from .._runtime import (
    UNSET,
    AsyncLinks,
    AsyncResource,
    InQuery,
    Links,
    Operation,
    Options,
    Resource,
    Response,
    Unset,
    WaitFor,
    async_responding,
    responding,
)
from ..models import CreateRequest, Export, OperationModel, Problem

CREATE: Operation[Export] = Operation(
    "POST",
    "/exports",
    body=CreateRequest,
    body_required=True,
    returns=Export,
    errors={429: Problem},
    security=(("key",),),
)
GET: Operation[Export] = Operation(
    "GET",
    "/exports/{exportId}",
    query={"timeout": InQuery("timeout")},
    returns=Export,
    waits=WaitFor(
        "/progress/state", done=("done",), failed=("failed", "cancelled"), error="/problem/title"
    ),
    security=(("key",),),
)
GET_OPERATION: Operation[OperationModel] = Operation(
    "GET",
    "/operations/{name}",
    returns=OperationModel,
    waits=WaitFor("/done", done=(True,), error="/error"),
    security=(("key",),),
)


class CreateLinks(Links):
    """What can be called after `create`, with what it was given and answered."""

    def export(self, *, timeout: int | Unset = UNSET, options: Options | None = None) -> Export:
        """An export and how far it is.

        Args:
            timeout: Seconds after which the service answers at the latest.
            options: Settings for this call alone.

        Returns:
            Export: The export.

        Raises:
            NotFoundError: 404: There is no such export.
        """
        return self._call(
            GET, (self._of("$response.body#/id"),), query={"timeout": timeout}, options=options
        )

    def wait_until_done(
        self,
        *,
        timeout: int | Unset = UNSET,
        interval: float = 0.5,
        wait_timeout: float | None = 3600,
        options: Options | None = None,
    ) -> Export:
        """Wait until `progress/state` is `done`: `get` is called until then.

        An export and how far it is.

        Args:
            timeout: Seconds after which the service answers at the latest.
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            wait_timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            Export: The export.

        Raises:
            WaitFailedError: `progress/state` is `failed` or `cancelled`.
            WaitTimeoutError: it takes longer than `wait_timeout`.
            NotFoundError: 404: There is no such export.
        """
        return self._wait(
            GET,
            (self._of("$response.body#/id"),),
            query={"timeout": timeout},
            interval=interval,
            timeout=wait_timeout,
            options=options,
        )


class AsyncCreateLinks(AsyncLinks):
    """What can be called after `create`, with what it was given and answered."""

    async def export(
        self, *, timeout: int | Unset = UNSET, options: Options | None = None
    ) -> Export:
        """An export and how far it is.

        Args:
            timeout: Seconds after which the service answers at the latest.
            options: Settings for this call alone.

        Returns:
            Export: The export.

        Raises:
            NotFoundError: 404: There is no such export.
        """
        return await self._call(
            GET, (self._of("$response.body#/id"),), query={"timeout": timeout}, options=options
        )

    async def wait_until_done(
        self,
        *,
        timeout: int | Unset = UNSET,
        interval: float = 0.5,
        wait_timeout: float | None = 3600,
        options: Options | None = None,
    ) -> Export:
        """Wait until `progress/state` is `done`: `get` is called until then.

        An export and how far it is.

        Args:
            timeout: Seconds after which the service answers at the latest.
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            wait_timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            Export: The export.

        Raises:
            WaitFailedError: `progress/state` is `failed` or `cancelled`.
            WaitTimeoutError: it takes longer than `wait_timeout`.
            NotFoundError: 404: There is no such export.
        """
        return await self._wait(
            GET,
            (self._of("$response.body#/id"),),
            query={"timeout": timeout},
            interval=interval,
            timeout=wait_timeout,
            options=options,
        )


class CreateWholeResponse(Response[Export], frozen=True):
    """The whole response of `create`."""

    links: CreateLinks
    """What can be called next."""


class AsyncCreateWholeResponse(Response[Export], frozen=True):
    """The whole response of `create`."""

    links: AsyncCreateLinks
    """What can be called next."""


class Exports(Resource):
    """Exports."""

    def create(
        self, *, kind: str, timeout: int | Unset = UNSET, options: Options | None = None
    ) -> Export:
        """Start an export.

        Args:
            options: Settings for this call alone.

        Returns:
            Export: It has begun.

        Raises:
            RateLimitError: 429: There are too many. `body` is `Problem`.
        """
        return self._call(CREATE, (), body={"kind": kind, "timeout": timeout}, options=options)

    def get(
        self, export_id: str, *, timeout: int | Unset = UNSET, options: Options | None = None
    ) -> Export:
        """An export and how far it is.

        Args:
            timeout: Seconds after which the service answers at the latest.
            options: Settings for this call alone.

        Returns:
            Export: The export.

        Raises:
            NotFoundError: 404: There is no such export.
        """
        return self._call(GET, (export_id,), query={"timeout": timeout}, options=options)

    def wait_until_done(
        self,
        export_id: str,
        *,
        timeout: int | Unset = UNSET,
        interval: float = 0.5,
        wait_timeout: float | None = 3600,
        options: Options | None = None,
    ) -> Export:
        """Wait until `progress/state` is `done`: `get` is called until then.

        An export and how far it is.

        Args:
            timeout: Seconds after which the service answers at the latest.
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            wait_timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            Export: The export.

        Raises:
            WaitFailedError: `progress/state` is `failed` or `cancelled`.
            WaitTimeoutError: it takes longer than `wait_timeout`.
            NotFoundError: 404: There is no such export.
        """
        return self._wait(
            GET,
            (export_id,),
            query={"timeout": timeout},
            interval=interval,
            timeout=wait_timeout,
            options=options,
        )

    def get_operation(self, name: str, *, options: Options | None = None) -> OperationModel:
        """`GET /operations/{name}`.

        Args:
            options: Settings for this call alone.

        Returns:
            OperationModel: An operation.
        """
        return self._call(GET_OPERATION, (name,), options=options)

    def wait_for_operation(
        self,
        name: str,
        *,
        interval: float = 2,
        timeout: float | None = 600,
        options: Options | None = None,
    ) -> OperationModel:
        """Wait until `done` is `true`: `get_operation` is called until then.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            OperationModel: An operation.

        Raises:
            WaitFailedError: there is an `error`.
            WaitTimeoutError: it takes longer than `timeout`.
        """
        return self._wait(
            GET_OPERATION, (name,), interval=interval, timeout=timeout, options=options
        )

    def create_and_wait(
        self,
        *,
        kind: str,
        timeout: int | Unset = UNSET,
        interval: float = 0.5,
        wait_timeout: float | None = 3600,
        options: Options | None = None,
    ) -> Export:
        """Start an export.

        Then wait until `progress/state` is `done`: `get` is called until then.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            wait_timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            Export: The export.

        Raises:
            WaitFailedError: `progress/state` is `failed` or `cancelled`.
            WaitTimeoutError: it takes longer than `wait_timeout`.
            RateLimitError: 429: There are too many. `body` is `Problem`.
            NotFoundError: 404: There is no such export.
        """
        begun = self.with_response.create(kind=kind, timeout=timeout, options=options)
        return begun.links.wait_until_done(
            interval=interval, wait_timeout=wait_timeout, options=options
        )

    @cached_property
    def with_response(self) -> ExportsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return ExportsWithResponse(self)


class ExportsWithResponse:
    """The methods of `Exports`, each giving the whole response."""

    def __init__(self, resource: Exports) -> None:
        self.create = responding(resource.create, CreateWholeResponse, CreateLinks)
        self.get = responding(resource.get)
        self.wait_until_done = responding(resource.wait_until_done)
        self.get_operation = responding(resource.get_operation)
        self.wait_for_operation = responding(resource.wait_for_operation)


class AsyncExports(AsyncResource):
    """Exports."""

    async def create(
        self, *, kind: str, timeout: int | Unset = UNSET, options: Options | None = None
    ) -> Export:
        """Start an export.

        Args:
            options: Settings for this call alone.

        Returns:
            Export: It has begun.

        Raises:
            RateLimitError: 429: There are too many. `body` is `Problem`.
        """
        return await self._call(
            CREATE, (), body={"kind": kind, "timeout": timeout}, options=options
        )

    async def get(
        self, export_id: str, *, timeout: int | Unset = UNSET, options: Options | None = None
    ) -> Export:
        """An export and how far it is.

        Args:
            timeout: Seconds after which the service answers at the latest.
            options: Settings for this call alone.

        Returns:
            Export: The export.

        Raises:
            NotFoundError: 404: There is no such export.
        """
        return await self._call(GET, (export_id,), query={"timeout": timeout}, options=options)

    async def wait_until_done(
        self,
        export_id: str,
        *,
        timeout: int | Unset = UNSET,
        interval: float = 0.5,
        wait_timeout: float | None = 3600,
        options: Options | None = None,
    ) -> Export:
        """Wait until `progress/state` is `done`: `get` is called until then.

        An export and how far it is.

        Args:
            timeout: Seconds after which the service answers at the latest.
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            wait_timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            Export: The export.

        Raises:
            WaitFailedError: `progress/state` is `failed` or `cancelled`.
            WaitTimeoutError: it takes longer than `wait_timeout`.
            NotFoundError: 404: There is no such export.
        """
        return await self._wait(
            GET,
            (export_id,),
            query={"timeout": timeout},
            interval=interval,
            timeout=wait_timeout,
            options=options,
        )

    async def get_operation(self, name: str, *, options: Options | None = None) -> OperationModel:
        """`GET /operations/{name}`.

        Args:
            options: Settings for this call alone.

        Returns:
            OperationModel: An operation.
        """
        return await self._call(GET_OPERATION, (name,), options=options)

    async def wait_for_operation(
        self,
        name: str,
        *,
        interval: float = 2,
        timeout: float | None = 600,
        options: Options | None = None,
    ) -> OperationModel:
        """Wait until `done` is `true`: `get_operation` is called until then.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            OperationModel: An operation.

        Raises:
            WaitFailedError: there is an `error`.
            WaitTimeoutError: it takes longer than `timeout`.
        """
        return await self._wait(
            GET_OPERATION, (name,), interval=interval, timeout=timeout, options=options
        )

    async def create_and_wait(
        self,
        *,
        kind: str,
        timeout: int | Unset = UNSET,
        interval: float = 0.5,
        wait_timeout: float | None = 3600,
        options: Options | None = None,
    ) -> Export:
        """Start an export.

        Then wait until `progress/state` is `done`: `get` is called until then.

        Args:
            interval: Seconds between two calls, where an answer does not ask for others
                (`Retry-After`).
            wait_timeout: Seconds until it is given up; None for never.
            options: Settings for each of the calls.

        Returns:
            Export: The export.

        Raises:
            WaitFailedError: `progress/state` is `failed` or `cancelled`.
            WaitTimeoutError: it takes longer than `wait_timeout`.
            RateLimitError: 429: There are too many. `body` is `Problem`.
            NotFoundError: 404: There is no such export.
        """
        begun = await self.with_response.create(kind=kind, timeout=timeout, options=options)
        return await begun.links.wait_until_done(
            interval=interval, wait_timeout=wait_timeout, options=options
        )

    @cached_property
    def with_response(self) -> AsyncExportsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncExportsWithResponse(self)


class AsyncExportsWithResponse:
    """The methods of `AsyncExports`, each giving the whole response."""

    def __init__(self, resource: AsyncExports) -> None:
        self.create = async_responding(resource.create, AsyncCreateWholeResponse, AsyncCreateLinks)
        self.get = async_responding(resource.get)
        self.wait_until_done = async_responding(resource.wait_until_done)
        self.get_operation = async_responding(resource.get_operation)
        self.wait_for_operation = async_responding(resource.wait_for_operation)
