# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The clients of AfterPay eCommerce API, order refunds."""

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
    Client,
    HttpClient,
    Middleware,
    OnMismatch,
    Timeout,
)

if TYPE_CHECKING:
    from .resources.refunds import AsyncRefunds, Refunds

API = Api(
    name="afterpay",
    title="AfterPay eCommerce API, order refunds",
    version="v3",
    servers={
        "production": "https://api.afterpay.io",
        "sandbox": "https://sandbox.afterpay.io",
        "partner_test": "https://api-pt.afterpay.io",
    },
    schemes={
        "authKey": ApiKey(
            "X-Auth-Key",
            location="header",
            arguments=("auth_key",),
            environment=("AFTERPAY_AUTH_KEY",),
        )
    },
)


class AfterPay(Client):
    """AfterPay eCommerce API, order refunds, version v3.

    Reads the refunds of an AfterPay order. Amounts are decimals in the major unit of the
    currency, and refunded amounts are negative.

    Args:
        auth_key: The key of the API user. Read from `AFTERPAY_AUTH_KEY` where it is not given.
        environment: Which server to talk to: `production` is https://api.afterpay.io, `sandbox`
            is https://sandbox.afterpay.io, `partner_test` is https://api-pt.afterpay.io.
        base_url: Another address than the documented ones, such as a proxy or a test server.
        timeout: Seconds for each phase of a call, or a `Timeout`.
        retries: How often a call that is safe to repeat is tried again.
        strict: Raise `DecodingError` where an answer disagrees with the document, instead of
            keeping what came.
        http_client: Your own HTTP client; it is used as it is and never closed.
        on_mismatch: Called with the places where an answer disagrees with the document.
        middleware: Callables around each sending of a request; the first is the outermost.
        allow_insecure_http: Send credentials over plain http too, and not only to this machine.

    Source: 000_a8aa892c3e618245, lines 1-5.
    """

    def __init__(
        self,
        *,
        auth_key: str | None = None,
        environment: Literal["production", "sandbox", "partner_test"] = "production",
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
            credentials={"auth_key": auth_key},
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
        """Refunds that were booked on the captures of an order."""
        from .resources.refunds import Refunds

        return Refunds(self)


class AsyncAfterPay(AsyncClient):
    """AfterPay eCommerce API, order refunds, version v3, for use with asyncio.

    Reads the refunds of an AfterPay order. Amounts are decimals in the major unit of the
    currency, and refunded amounts are negative.

    Args:
        auth_key: The key of the API user. Read from `AFTERPAY_AUTH_KEY` where it is not given.
        environment: Which server to talk to: `production` is https://api.afterpay.io, `sandbox`
            is https://sandbox.afterpay.io, `partner_test` is https://api-pt.afterpay.io.
        base_url: Another address than the documented ones, such as a proxy or a test server.
        timeout: Seconds for each phase of a call, or a `Timeout`.
        retries: How often a call that is safe to repeat is tried again.
        strict: Raise `DecodingError` where an answer disagrees with the document, instead of
            keeping what came.
        http_client: Your own HTTP client; it is used as it is and never closed.
        on_mismatch: Called with the places where an answer disagrees with the document.
        middleware: Callables around each sending of a request; the first is the outermost.
        allow_insecure_http: Send credentials over plain http too, and not only to this machine.

    Source: 000_a8aa892c3e618245, lines 1-5.
    """

    def __init__(
        self,
        *,
        auth_key: str | None = None,
        environment: Literal["production", "sandbox", "partner_test"] = "production",
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
            credentials={"auth_key": auth_key},
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
        """Refunds that were booked on the captures of an order."""
        from .resources.refunds import AsyncRefunds

        return AsyncRefunds(self)
