"""The clients that generated ones build on: one blocks, one awaits."""

import threading
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Self

from msgspec.structs import replace

from .auth import Given
from .base_client import BaseClient
from .http_client import AsyncHttpClient, HttpClient
from .mismatch import OnMismatch
from .operation import Api, Operation
from .settings import DEFAULT_TIMEOUT, Options, Timeout

if TYPE_CHECKING:
    from .middleware import AsyncMiddleware, Middleware
    from .request import Arguments
    from .response import Whole


class Client(BaseClient):
    """A blocking client. Threads may share it; close it, or use it in a `with` statement.

    `http_client` is the caller's own and stays open; without one, one is made at the first call.
    """

    def __init__(
        self,
        api: Api,
        *,
        credentials: Mapping[str, Given],
        environment: str | None = None,
        variables: Mapping[str, str | None] = {},  # nobody changes it
        base_url: str | None = None,
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        retries: int = 2,
        strict: bool = False,
        http_client: HttpClient | None = None,
        on_mismatch: OnMismatch | None = None,
        allow_insecure_http: bool = False,
        middleware: "Sequence[Middleware]" = (),
    ) -> None:
        super().__init__(
            api,
            credentials=credentials,
            environment=environment,
            variables=variables,
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            strict=strict,
            on_mismatch=on_mismatch,
            allow_insecure_http=allow_insecure_http,
            middleware=middleware,
        )
        self._theirs = http_client
        self._ours: HttpClient | None = None
        self._opening = threading.Lock()

    def respond(
        self,
        operation: Operation[Any],
        arguments: "Arguments",
        options: Options | None,
        whole: "Whole | None" = None,
    ) -> Any:
        """Makes a call: its value, or the `Response` of the kind `whole`. Raises an `APIError`."""
        if self._closed:
            raise self._is_closed()
        return self._calling(
            self._terms, self._http, self._clock, self._budget, operation, arguments, options, whole
        )

    def stream(
        self, operation: Operation[Any], arguments: "Arguments", options: Options | None
    ) -> Any:
        """Makes a call whose answer is read piece by piece. Raises an `APIError`."""
        from .calling import stream

        if self._closed:
            raise self._is_closed()
        calling = stream if self._wallet is None else partial(self._wallet.respond, stream)

        def reopen(last_event: str) -> Any:
            return self.stream(operation, replace(arguments, last_event=last_event), options)

        terms, http, clock, budget = self._terms, self._http, self._clock, self._budget
        return calling(terms, http, clock, budget, operation, arguments, options, reopen)

    @cached_property
    def _calling(self) -> Callable[..., Any]:
        from .calling import respond

        wallet = self._wallet
        return respond if wallet is None else partial(wallet.respond, respond)

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
                raise self._is_closed()
            if self._ours is None:
                from .transport import own_client

                self._ours = own_client(self._certificate)
            return self._ours


class AsyncClient(BaseClient):
    """An awaiting client, for one event loop of asyncio; close it, or use it in an `async with` statement.

    `http_client` is the caller's own and stays open; without one, one is made at the first call.
    """

    def __init__(
        self,
        api: Api,
        *,
        credentials: Mapping[str, Given],
        environment: str | None = None,
        variables: Mapping[str, str | None] = {},  # nobody changes it
        base_url: str | None = None,
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        retries: int = 2,
        strict: bool = False,
        http_client: AsyncHttpClient | None = None,
        on_mismatch: OnMismatch | None = None,
        allow_insecure_http: bool = False,
        middleware: "Sequence[AsyncMiddleware]" = (),
    ) -> None:
        super().__init__(
            api,
            credentials=credentials,
            environment=environment,
            variables=variables,
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            strict=strict,
            on_mismatch=on_mismatch,
            allow_insecure_http=allow_insecure_http,
            middleware=middleware,
        )
        self._theirs = http_client
        self._ours: AsyncHttpClient | None = None

    async def respond(
        self,
        operation: Operation[Any],
        arguments: "Arguments",
        options: Options | None,
        whole: "Whole | None" = None,
    ) -> Any:
        """Makes a call: its value, or the `Response` of the kind `whole`. Raises an `APIError`."""
        if self._closed:
            raise self._is_closed()
        return await self._calling(
            self._terms, self._http, self._clock, self._budget, operation, arguments, options, whole
        )

    async def stream(
        self, operation: Operation[Any], arguments: "Arguments", options: Options | None
    ) -> Any:
        """Makes a call whose answer is read piece by piece. Raises an `APIError`."""
        from .calling import astream

        if self._closed:
            raise self._is_closed()
        wallet = self._wallet
        calling = astream if wallet is None else partial(wallet.arespond, astream)

        def reopen(last_event: str) -> Any:
            return self.stream(operation, replace(arguments, last_event=last_event), options)

        terms, http, clock, budget = self._terms, self._http, self._clock, self._budget
        return await calling(terms, http, clock, budget, operation, arguments, options, reopen)

    @cached_property
    def _calling(self) -> Callable[..., Awaitable[Any]]:
        from .calling import arespond

        wallet = self._wallet
        return arespond if wallet is None else partial(wallet.arespond, arespond)

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
            from .transport import own_async_client

            self._ours = own_async_client(self._certificate)
        return self._ours
