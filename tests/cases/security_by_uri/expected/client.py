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
    Client,
    HttpClient,
    Middleware,
    OAuth2,
    OAuthFlow,
    OnMismatch,
    Timeout,
    TokenSource,
)

if TYPE_CHECKING:
    from .resources.refunds import AsyncRefunds, Refunds

API = Api(
    name="spec",
    title="Shop",
    version="1",
    servers={"default": "https://api.example.com"},
    schemes={
        "key": ApiKey("X-Key", location="header", arguments=("key",), environment=("SPEC_KEY",)),
        "login": OAuth2(
            {"clientCredentials": OAuthFlow()},
            metadata_url="https://login.example.com/.well-known/oauth-authorization-server",
            arguments=("login",),
            environment=("SPEC_LOGIN",),
        ),
    },
)


class Shop(Client):
    """Shop, version 1.

    Args:
        key: Sent as `X-Key`. Read from `SPEC_KEY` where it is not given. Deprecated.
        login: An access token, a callable that gives one, or a grant of OAuth2. Read from
            `SPEC_LOGIN` where it is not given.
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
        key: str | None = None,
        login: str | TokenSource | None = None,
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
            credentials={"key": key, "login": login},
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
    def refunds(self) -> Refunds:
        """The operations on refunds."""
        from .resources.refunds import Refunds

        return Refunds(self)


class AsyncShop(AsyncClient):
    """Shop, version 1, for use with asyncio.

    Args:
        key: Sent as `X-Key`. Read from `SPEC_KEY` where it is not given. Deprecated.
        login: An access token, a callable that gives one, or a grant of OAuth2. Read from
            `SPEC_LOGIN` where it is not given.
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
        key: str | None = None,
        login: str | TokenSource | None = None,
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
            credentials={"key": key, "login": login},
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
    def refunds(self) -> AsyncRefunds:
        """The operations on refunds."""
        from .resources.refunds import AsyncRefunds

        return AsyncRefunds(self)
