# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The clients of Geins Management API, order refunds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from .._runtime import (
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
    from .resources.refunds import AsyncRefunds, Refunds

API = Api(
    name="geins",
    title="Geins Management API, order refunds",
    version="v1",
    servers={"production": "https://mgmtapi.geins.io"},
    schemes={
        "basic": Basic(
            arguments=("username", "password"), environment=("GEINS_USERNAME", "GEINS_PASSWORD")
        ),
        "apiKey": ApiKey(
            "X-ApiKey", location="header", arguments=("api_key",), environment=("GEINS_API_KEY",)
        ),
    },
)


class Geins(Client):
    """Geins Management API, order refunds, version v1.

    Reads a refund of a Geins order. Amounts are decimals in the major unit of the currency.

    Args:
        username: Name and password of an API user. Read from `GEINS_USERNAME` where it is not
            given.
        password: Name and password of an API user. Read from `GEINS_PASSWORD` where it is not
            given.
        api_key: The API key of the account. Read from `GEINS_API_KEY` where it is not given.
        environment: Which server to talk to: `production` is https://mgmtapi.geins.io.
        base_url: Another address than the documented ones, such as a proxy or a test server.
        timeout: Seconds for each phase of a call, or a `Timeout`.
        retries: How often a call that is safe to repeat is tried again.
        strict: Raise `DecodingError` where an answer disagrees with the document, instead of
            keeping what came.
        http_client: Your own HTTP client; it is used as it is and never closed.
        on_mismatch: Called with the places where an answer disagrees with the document.
        middleware: Callables around each sending of a request; the first is the outermost.
        allow_insecure_http: Send credentials over plain http too, and not only to this machine.

    Source: 001_b1d78a715007243d, lines 3-14.
    """

    def __init__(
        self,
        *,
        username: str | None = None,
        password: str | None = None,
        api_key: str | None = None,
        environment: Literal["production"] = "production",
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
            environment=environment,
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
        """Refunds of an order, with their refund rows and order rows."""
        from .resources.refunds import Refunds

        return Refunds(self)


class AsyncGeins(AsyncClient):
    """Geins Management API, order refunds, version v1, for use with asyncio.

    Reads a refund of a Geins order. Amounts are decimals in the major unit of the currency.

    Args:
        username: Name and password of an API user. Read from `GEINS_USERNAME` where it is not
            given.
        password: Name and password of an API user. Read from `GEINS_PASSWORD` where it is not
            given.
        api_key: The API key of the account. Read from `GEINS_API_KEY` where it is not given.
        environment: Which server to talk to: `production` is https://mgmtapi.geins.io.
        base_url: Another address than the documented ones, such as a proxy or a test server.
        timeout: Seconds for each phase of a call, or a `Timeout`.
        retries: How often a call that is safe to repeat is tried again.
        strict: Raise `DecodingError` where an answer disagrees with the document, instead of
            keeping what came.
        http_client: Your own HTTP client; it is used as it is and never closed.
        on_mismatch: Called with the places where an answer disagrees with the document.
        middleware: Callables around each sending of a request; the first is the outermost.
        allow_insecure_http: Send credentials over plain http too, and not only to this machine.

    Source: 001_b1d78a715007243d, lines 3-14.
    """

    def __init__(
        self,
        *,
        username: str | None = None,
        password: str | None = None,
        api_key: str | None = None,
        environment: Literal["production"] = "production",
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
            environment=environment,
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
        """Refunds of an order, with their refund rows and order rows."""
        from .resources.refunds import AsyncRefunds

        return AsyncRefunds(self)
