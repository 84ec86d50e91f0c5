# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The clients of Shop."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from ._runtime import (
    DEFAULT_TIMEOUT,
    Api,
    AsyncClient,
    AsyncHttpClient,
    AsyncMiddleware,
    Client,
    HttpClient,
    Middleware,
    OnMismatch,
    Timeout,
)

if TYPE_CHECKING:
    from .resources.refunds import AsyncRefunds, Refunds

API = Api(
    name="spec",
    title="Shop",
    version="1",
    servers={
        "production": "{scheme}://{region}.example.com:{port}/{base}",
        "test": "https://{tenant}.test.example.com/{base}",
        "of_an_account": "https://{account}.example.com",
    },
    variables={
        "{scheme}://{region}.example.com:{port}/{base}": {
            "scheme": "https",
            "region": "eu",
            "port": "443",
            "base": "v1",
        },
        "https://{tenant}.test.example.com/{base}": {"tenant": "demo", "base": "v2"},
        "https://{account}.example.com": {},
    },
    schemes={},
)


class Shop(Client):
    """Shop, version 1.

    Args:
        scheme: `scheme` of the address.
        region: `region` of the address. Where the data lies.
        port: `port` of the address.
        base: `base` of the address.
        tenant: `tenant` of the address.
        account: `account` of the address. What stands for the account.
        environment: Which server to talk to: `production` is
            {scheme}://{region}.example.com:{port}/{base}, `test` is
            https://{tenant}.test.example.com/{base}, `of_an_account` is
            https://{account}.example.com.
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
        scheme: Literal["https", "http"] = "https",
        region: Literal["eu", "us"] = "eu",
        port: str = "443",
        base: str | None = None,
        tenant: str = "demo",
        account: str | None = None,
        environment: Literal["production", "test", "of_an_account"] = "production",
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
            credentials={},
            environment=environment,
            variables={
                "scheme": scheme,
                "region": region,
                "port": port,
                "base": base,
                "tenant": tenant,
                "account": account,
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
    def refunds(self) -> Refunds:
        """The operations on refunds."""
        from .resources.refunds import Refunds

        return Refunds(self)


class AsyncShop(AsyncClient):
    """Shop, version 1, for use with asyncio.

    Args:
        scheme: `scheme` of the address.
        region: `region` of the address. Where the data lies.
        port: `port` of the address.
        base: `base` of the address.
        tenant: `tenant` of the address.
        account: `account` of the address. What stands for the account.
        environment: Which server to talk to: `production` is
            {scheme}://{region}.example.com:{port}/{base}, `test` is
            https://{tenant}.test.example.com/{base}, `of_an_account` is
            https://{account}.example.com.
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
        scheme: Literal["https", "http"] = "https",
        region: Literal["eu", "us"] = "eu",
        port: str = "443",
        base: str | None = None,
        tenant: str = "demo",
        account: str | None = None,
        environment: Literal["production", "test", "of_an_account"] = "production",
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
            credentials={},
            environment=environment,
            variables={
                "scheme": scheme,
                "region": region,
                "port": port,
                "base": base,
                "tenant": tenant,
                "account": account,
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
    def refunds(self) -> AsyncRefunds:
        """The operations on refunds."""
        from .resources.refunds import AsyncRefunds

        return AsyncRefunds(self)
