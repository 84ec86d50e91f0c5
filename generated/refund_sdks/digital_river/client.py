# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The clients of Digital River Commerce API, order refunds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from .._runtime import (
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
    from .resources.refunds import AsyncRefunds, Refunds

API = Api(
    name="digital_river",
    title="Digital River Commerce API, order refunds",
    version="unversioned",
    servers={
        "production": "https://api.digitalriver.com",
        "test": "https://api-cte-ext.digitalriver.com",
    },
    schemes={"token": Bearer(arguments=("token",), environment=("DIGITAL_RIVER_TOKEN",))},
)


class DigitalRiver(Client):
    """Digital River Commerce API, order refunds, version unversioned.

    Shows what can be refunded on a Digital River order, lists its refunds and creates new ones.
    Amounts are decimals in the major unit of the currency.

    Args:
        token: The access token of a Global Commerce user who may use the Admin APIs. Read from
            `DIGITAL_RIVER_TOKEN` where it is not given.
        environment: Which server to talk to: `production` is https://api.digitalriver.com,
            `test` is https://api-cte-ext.digitalriver.com.
        base_url: Another address than the documented ones, such as a proxy or a test server.
        timeout: Seconds for each phase of a call, or a `Timeout`.
        retries: How often a call that is safe to repeat is tried again.
        strict: Raise `DecodingError` where an answer disagrees with the document, instead of
            keeping what came.
        http_client: Your own HTTP client; it is used as it is and never closed.
        on_mismatch: Called with the places where an answer disagrees with the document.
        middleware: Callables around each sending of a request; the first is the outermost.
        allow_insecure_http: Send credentials over plain http too, and not only to this machine.

    Source: 004_47573fd378d26f45, lines 1-407.
    """

    def __init__(
        self,
        *,
        token: str | TokenSource | None = None,
        environment: Literal["production", "test"] = "production",
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
            credentials={"token": token},
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
        """Refunds of an order, and what is left to refund on it."""
        from .resources.refunds import Refunds

        return Refunds(self)


class AsyncDigitalRiver(AsyncClient):
    """Digital River Commerce API, order refunds, version unversioned, for use with asyncio.

    Shows what can be refunded on a Digital River order, lists its refunds and creates new ones.
    Amounts are decimals in the major unit of the currency.

    Args:
        token: The access token of a Global Commerce user who may use the Admin APIs. Read from
            `DIGITAL_RIVER_TOKEN` where it is not given.
        environment: Which server to talk to: `production` is https://api.digitalriver.com,
            `test` is https://api-cte-ext.digitalriver.com.
        base_url: Another address than the documented ones, such as a proxy or a test server.
        timeout: Seconds for each phase of a call, or a `Timeout`.
        retries: How often a call that is safe to repeat is tried again.
        strict: Raise `DecodingError` where an answer disagrees with the document, instead of
            keeping what came.
        http_client: Your own HTTP client; it is used as it is and never closed.
        on_mismatch: Called with the places where an answer disagrees with the document.
        middleware: Callables around each sending of a request; the first is the outermost.
        allow_insecure_http: Send credentials over plain http too, and not only to this machine.

    Source: 004_47573fd378d26f45, lines 1-407.
    """

    def __init__(
        self,
        *,
        token: str | TokenSource | None = None,
        environment: Literal["production", "test"] = "production",
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
            credentials={"token": token},
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
        """Refunds of an order, and what is left to refund on it."""
        from .resources.refunds import AsyncRefunds

        return AsyncRefunds(self)
