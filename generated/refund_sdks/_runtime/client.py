"""The clients that generated ones build on: one blocks, one awaits."""

import threading
import time
from collections.abc import Mapping
from typing import Self, TypeVar

from .base_client import BaseClient
from .drive import adrive, drive
from .errors import ClientClosedError
from .mismatch import OnMismatch
from .operation import Api, Operation
from .request import Arguments
from .response import Response
from .settings import DEFAULT_OPTIONS, DEFAULT_TIMEOUT, Options, Timeout
from .transport import AsyncHttpClient, HttpClient, own_async_client, own_client

T = TypeVar("T")


class Client(BaseClient):
    """A blocking client. Threads may share it; close it, or use it in a `with` statement.

    `http_client` is the caller's own and stays open; without one, one is made at the first call.
    """

    def __init__(
        self,
        api: Api,
        *,
        credentials: Mapping[str, str | int | None],
        environment: str | None = None,
        base_url: str | None = None,
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        retries: int = 2,
        strict: bool = False,
        http_client: HttpClient | None = None,
        on_mismatch: OnMismatch | None = None,
        allow_insecure_http: bool = False,
    ) -> None:
        super().__init__(
            api,
            credentials=credentials,
            environment=environment,
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            strict=strict,
            on_mismatch=on_mismatch,
            allow_insecure_http=allow_insecure_http,
        )
        self._theirs = http_client
        self._ours: HttpClient | None = None
        self._opening = threading.Lock()

    def respond(
        self, operation: Operation[T], arguments: Arguments, options: Options | None
    ) -> Response[T]:
        """Makes a call. Raises an `APIError`."""
        options = options or DEFAULT_OPTIONS
        started = time.perf_counter()
        call = self._call_of(operation, arguments, options)
        outcome = drive(self._flow(call), self._http(), self._clock)
        return self._finished(operation, outcome, options, started)

    def close(self) -> None:
        """Ends the connections that this client opened; it can't be used after."""
        with self._opening:
            self._closed = True
            ours, self._ours = self._ours, None
        if ours is not None:
            ours.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _http(self) -> HttpClient:
        if self._theirs is not None:
            return self._theirs
        with self._opening:
            if self._closed:
                raise ClientClosedError(f"this {type(self).__name__} is closed")
            if self._ours is None:
                self._ours = own_client()
            return self._ours


class AsyncClient(BaseClient):
    """An awaiting client, for one event loop of asyncio; close it, or use it in an `async with` statement.

    `http_client` is the caller's own and stays open; without one, one is made at the first call.
    """

    def __init__(
        self,
        api: Api,
        *,
        credentials: Mapping[str, str | int | None],
        environment: str | None = None,
        base_url: str | None = None,
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        retries: int = 2,
        strict: bool = False,
        http_client: AsyncHttpClient | None = None,
        on_mismatch: OnMismatch | None = None,
        allow_insecure_http: bool = False,
    ) -> None:
        super().__init__(
            api,
            credentials=credentials,
            environment=environment,
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            strict=strict,
            on_mismatch=on_mismatch,
            allow_insecure_http=allow_insecure_http,
        )
        self._theirs = http_client
        self._ours: AsyncHttpClient | None = None

    async def respond(
        self, operation: Operation[T], arguments: Arguments, options: Options | None
    ) -> Response[T]:
        """Makes a call. Raises an `APIError`."""
        options = options or DEFAULT_OPTIONS
        started = time.perf_counter()
        call = self._call_of(operation, arguments, options)
        outcome = await adrive(self._flow(call), self._http(), self._clock)
        return self._finished(operation, outcome, options, started)

    async def aclose(self) -> None:
        """Ends the connections that this client opened; it can't be used after."""
        self._closed = True
        ours, self._ours = self._ours, None
        if ours is not None:
            await ours.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.aclose()

    def _http(self) -> AsyncHttpClient:
        if self._theirs is not None:
            return self._theirs
        if self._ours is None:
            self._ours = own_async_client()
        return self._ours
