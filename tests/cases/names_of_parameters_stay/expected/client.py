# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The clients of Shop."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime import (
    DEFAULT_TIMEOUT,
    Api,
    AsyncClient,
    AsyncHttpClient,
    AsyncMiddleware,
    Bearer,
    Client,
    HttpClient,
    Middleware,
    OnMismatch,
    Timeout,
    TokenSource,
)

if TYPE_CHECKING:
    from .resources.a import AsyncA, A

API = Api(
    name="spec",
    title="Shop",
    version="1",
    servers={"default": "https://{region}.example.com"},
    variables={"https://{region}.example.com": {"region": "eu"}},
    schemes={
        "region": Bearer(arguments=("region_credential",), environment=("SPEC_REGION_CREDENTIAL",))
    },
)


class Shop(Client):
    """Shop, version 1.

    Args:
        region_credential: Sent as a bearer token; or a callable that gives the token of the
            moment. Read from `SPEC_REGION_CREDENTIAL` where it is not given.
        region: `region` of the address.
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
        region_credential: str | TokenSource | None = None,
        region: str = "eu",
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
            credentials={"region_credential": region_credential},
            variables={"region": region},
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
    def a(self) -> A:
        """The operations on a."""
        from .resources.a import A

        return A(self)


class AsyncShop(AsyncClient):
    """Shop, version 1, for use with asyncio.

    Args:
        region_credential: Sent as a bearer token; or a callable that gives the token of the
            moment. Read from `SPEC_REGION_CREDENTIAL` where it is not given.
        region: `region` of the address.
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
        region_credential: str | TokenSource | None = None,
        region: str = "eu",
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
            credentials={"region_credential": region_credential},
            variables={"region": region},
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
    def a(self) -> AsyncA:
        """The operations on a."""
        from .resources.a import AsyncA

        return AsyncA(self)
