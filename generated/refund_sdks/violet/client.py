# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The clients of Violet API, order refunds."""

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
    name="violet",
    title="Violet API, order refunds",
    version="v1",
    servers={"production": "https://api.violet.io", "sandbox": "https://sandbox-api.violet.io"},
    schemes={
        "token": ApiKey(
            "X-Violet-Token", location="header", arguments=("token",), environment=("VIOLET_TOKEN",)
        ),
        "appSecret": ApiKey(
            "X-Violet-App-Secret",
            location="header",
            arguments=("app_secret",),
            environment=("VIOLET_APP_SECRET",),
        ),
        "appId": ApiKey(
            "X-Violet-App-Id",
            location="header",
            arguments=("app_id",),
            environment=("VIOLET_APP_ID",),
        ),
    },
)


class Violet(Client):
    """Violet API, order refunds, version v1.

    Reads the refunds of a Violet order. Amounts are integers in the minor unit of the currency,
    such as cents.

    Args:
        token: The token that a login returned. It is valid for 24 hours. Read from
            `VIOLET_TOKEN` where it is not given.
        app_secret: The secret of the app. Read from `VIOLET_APP_SECRET` where it is not given.
        app_id: The numeric id of the app. Read from `VIOLET_APP_ID` where it is not given.
        environment: Which server to talk to: `production` is https://api.violet.io, `sandbox` is
            https://sandbox-api.violet.io.
        base_url: Another address than the documented ones, such as a proxy or a test server.
        timeout: Seconds for each phase of a call, or a `Timeout`.
        retries: How often a call that is safe to repeat is tried again.
        strict: Raise `DecodingError` where an answer disagrees with the document, instead of
            keeping what came.
        http_client: Your own HTTP client; it is used as it is and never closed.
        on_mismatch: Called with the places where an answer disagrees with the document.
        middleware: Callables around each sending of a request; the first is the outermost.
        allow_insecure_http: Send credentials over plain http too, and not only to this machine.

    Source: 003_3f0b9e7a61521c39, lines 1-49.
    """

    def __init__(
        self,
        *,
        token: str | None = None,
        app_secret: str | None = None,
        app_id: int | str | None = None,
        environment: Literal["production", "sandbox"] = "production",
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
            credentials={"token": token, "app_secret": app_secret, "app_id": app_id},
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
        """Refunds of the bags of an order."""
        from .resources.refunds import Refunds

        return Refunds(self)


class AsyncViolet(AsyncClient):
    """Violet API, order refunds, version v1, for use with asyncio.

    Reads the refunds of a Violet order. Amounts are integers in the minor unit of the currency,
    such as cents.

    Args:
        token: The token that a login returned. It is valid for 24 hours. Read from
            `VIOLET_TOKEN` where it is not given.
        app_secret: The secret of the app. Read from `VIOLET_APP_SECRET` where it is not given.
        app_id: The numeric id of the app. Read from `VIOLET_APP_ID` where it is not given.
        environment: Which server to talk to: `production` is https://api.violet.io, `sandbox` is
            https://sandbox-api.violet.io.
        base_url: Another address than the documented ones, such as a proxy or a test server.
        timeout: Seconds for each phase of a call, or a `Timeout`.
        retries: How often a call that is safe to repeat is tried again.
        strict: Raise `DecodingError` where an answer disagrees with the document, instead of
            keeping what came.
        http_client: Your own HTTP client; it is used as it is and never closed.
        on_mismatch: Called with the places where an answer disagrees with the document.
        middleware: Callables around each sending of a request; the first is the outermost.
        allow_insecure_http: Send credentials over plain http too, and not only to this machine.

    Source: 003_3f0b9e7a61521c39, lines 1-49.
    """

    def __init__(
        self,
        *,
        token: str | None = None,
        app_secret: str | None = None,
        app_id: int | str | None = None,
        environment: Literal["production", "sandbox"] = "production",
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
            credentials={"token": token, "app_secret": app_secret, "app_id": app_id},
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
        """Refunds of the bags of an order."""
        from .resources.refunds import AsyncRefunds

        return AsyncRefunds(self)
