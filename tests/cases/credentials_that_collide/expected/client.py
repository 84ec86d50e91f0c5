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
        "timeout": ApiKey(
            "X-Timeout",
            location="header",
            arguments=("timeout_credential",),
            environment=("SPEC_TIMEOUT_CREDENTIAL",),
        ),
        "api-key": ApiKey(
            "X-Api-Key",
            location="header",
            arguments=("api_key_credential",),
            environment=("SPEC_API_KEY_CREDENTIAL",),
        ),
        "api_key": ApiKey(
            "X-Other-Key",
            location="header",
            arguments=("api_key_credential_2",),
            environment=("SPEC_API_KEY_CREDENTIAL_2",),
        ),
        "one": Basic(
            arguments=("one_username", "one_password"),
            environment=("SPEC_ONE_USERNAME", "SPEC_ONE_PASSWORD"),
        ),
        "two": Basic(
            arguments=("two_username", "two_password"),
            environment=("SPEC_TWO_USERNAME", "SPEC_TWO_PASSWORD"),
        ),
    },
)


class Shop(Client):
    """Shop, version 1.

    Args:
        timeout_credential: Sent as `X-Timeout`. Read from `SPEC_TIMEOUT_CREDENTIAL` where it is
            not given.
        api_key_credential: Sent as `X-Api-Key`. Read from `SPEC_API_KEY_CREDENTIAL` where it is
            not given.
        api_key_credential_2: Sent as `X-Other-Key`. Read from `SPEC_API_KEY_CREDENTIAL_2` where
            it is not given.
        one_username: The username of HTTP basic authentication. Read from `SPEC_ONE_USERNAME`
            where it is not given.
        one_password: The password of HTTP basic authentication. Read from `SPEC_ONE_PASSWORD`
            where it is not given.
        two_username: The username of HTTP basic authentication. Read from `SPEC_TWO_USERNAME`
            where it is not given.
        two_password: The password of HTTP basic authentication. Read from `SPEC_TWO_PASSWORD`
            where it is not given.
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
        timeout_credential: str | None = None,
        api_key_credential: str | None = None,
        api_key_credential_2: str | None = None,
        one_username: str | None = None,
        one_password: str | None = None,
        two_username: str | None = None,
        two_password: str | None = None,
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
            credentials={
                "timeout_credential": timeout_credential,
                "api_key_credential": api_key_credential,
                "api_key_credential_2": api_key_credential_2,
                "one_username": one_username,
                "one_password": one_password,
                "two_username": two_username,
                "two_password": two_password,
            },
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
        timeout_credential: Sent as `X-Timeout`. Read from `SPEC_TIMEOUT_CREDENTIAL` where it is
            not given.
        api_key_credential: Sent as `X-Api-Key`. Read from `SPEC_API_KEY_CREDENTIAL` where it is
            not given.
        api_key_credential_2: Sent as `X-Other-Key`. Read from `SPEC_API_KEY_CREDENTIAL_2` where
            it is not given.
        one_username: The username of HTTP basic authentication. Read from `SPEC_ONE_USERNAME`
            where it is not given.
        one_password: The password of HTTP basic authentication. Read from `SPEC_ONE_PASSWORD`
            where it is not given.
        two_username: The username of HTTP basic authentication. Read from `SPEC_TWO_USERNAME`
            where it is not given.
        two_password: The password of HTTP basic authentication. Read from `SPEC_TWO_PASSWORD`
            where it is not given.
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
        timeout_credential: str | None = None,
        api_key_credential: str | None = None,
        api_key_credential_2: str | None = None,
        one_username: str | None = None,
        one_password: str | None = None,
        two_username: str | None = None,
        two_password: str | None = None,
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
            credentials={
                "timeout_credential": timeout_credential,
                "api_key_credential": api_key_credential,
                "api_key_credential_2": api_key_credential_2,
                "one_username": one_username,
                "one_password": one_password,
                "two_username": two_username,
                "two_password": two_password,
            },
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
