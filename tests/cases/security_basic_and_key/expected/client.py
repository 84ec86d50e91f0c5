# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The clients of Shop."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime import (
    DEFAULT_TIMEOUT,
    Api,
    ApiKey,
    AsyncClient,
    AsyncHttpClient,
    AsyncMiddleware,
    Basic,
    Client,
    HttpClient,
    Middleware,
    OnMismatch,
    Timeout,
)

if TYPE_CHECKING:
    from .resources.orders import AsyncOrders, Orders

API = Api(
    name="spec",
    title="Shop",
    version="1",
    servers={"default": "https://api.example.com"},
    schemes={
        "login": Basic(
            arguments=("username", "password"), environment=("SPEC_USERNAME", "SPEC_PASSWORD")
        ),
        "apiKey": ApiKey(
            "X-Api-Key", location="header", arguments=("api_key",), environment=("SPEC_API_KEY",)
        ),
    },
)


class Shop(Client):
    """Shop, version 1.

    Args:
        username: The shop's account. Read from `SPEC_USERNAME` where it is not given.
        password: The shop's account. Read from `SPEC_PASSWORD` where it is not given.
        api_key: Sent as `X-Api-Key`. Read from `SPEC_API_KEY` where it is not given.
        base_url: Another address than the documented ones, such as a proxy or a test server.
        timeout: Seconds for each phase of a call, or a `Timeout`.
        retries: How often a call that is safe to repeat is tried again.
        strict: Raise `DecodingError` where an answer disagrees with the document, instead of
            keeping what came.
        http_client: Your own HTTP client; it is used as it is and never closed.
        on_mismatch: Called with the places where an answer disagrees with the document.
        middleware: Callables around each sending of a request; the first is the outermost.
        allow_insecure_http: Send credentials over plain http too, and not only to this machine.
    """

    def __init__(
        self,
        *,
        username: str | None = None,
        password: str | None = None,
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        retries: int = 2,
        strict: bool = False,
        http_client: HttpClient | None = None,
        on_mismatch: OnMismatch | None = None,
        middleware: Sequence[Middleware] = (),
        allow_insecure_http: bool = False,
    ) -> None:
        super().__init__(
            API,
            credentials={"username": username, "password": password, "api_key": api_key},
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            strict=strict,
            http_client=http_client,
            on_mismatch=on_mismatch,
            middleware=middleware,
            allow_insecure_http=allow_insecure_http,
        )

    @cached_property
    def orders(self) -> Orders:
        """The operations on orders."""
        from .resources.orders import Orders

        return Orders(self)


class AsyncShop(AsyncClient):
    """Shop, version 1, for use with asyncio.

    Args:
        username: The shop's account. Read from `SPEC_USERNAME` where it is not given.
        password: The shop's account. Read from `SPEC_PASSWORD` where it is not given.
        api_key: Sent as `X-Api-Key`. Read from `SPEC_API_KEY` where it is not given.
        base_url: Another address than the documented ones, such as a proxy or a test server.
        timeout: Seconds for each phase of a call, or a `Timeout`.
        retries: How often a call that is safe to repeat is tried again.
        strict: Raise `DecodingError` where an answer disagrees with the document, instead of
            keeping what came.
        http_client: Your own HTTP client; it is used as it is and never closed.
        on_mismatch: Called with the places where an answer disagrees with the document.
        middleware: Callables around each sending of a request; the first is the outermost.
        allow_insecure_http: Send credentials over plain http too, and not only to this machine.
    """

    def __init__(
        self,
        *,
        username: str | None = None,
        password: str | None = None,
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        retries: int = 2,
        strict: bool = False,
        http_client: AsyncHttpClient | None = None,
        on_mismatch: OnMismatch | None = None,
        middleware: Sequence[AsyncMiddleware] = (),
        allow_insecure_http: bool = False,
    ) -> None:
        super().__init__(
            API,
            credentials={"username": username, "password": password, "api_key": api_key},
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            strict=strict,
            http_client=http_client,
            on_mismatch=on_mismatch,
            middleware=middleware,
            allow_insecure_http=allow_insecure_http,
        )

    @cached_property
    def orders(self) -> AsyncOrders:
        """The operations on orders."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self)
