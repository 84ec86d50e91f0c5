"""The clients of the sample API."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from runtime import (
    DEFAULT_TIMEOUT,
    Api,
    ApiKey,
    AsyncClient,
    AsyncHttpClient,
    AsyncMiddleware,
    Basic,
    Bearer,
    Client,
    HttpClient,
    Middleware,
    OnMismatch,
    Timeout,
)

if TYPE_CHECKING:
    from .resources.refunds import AsyncRefunds, Refunds

API = Api(
    name="sample",
    title="Sample API",
    version="v3",
    servers={"production": "https://api.example.com", "test": "https://test.example.com/base/"},
    schemes={
        "key": ApiKey("X-Auth-Key", arguments=("auth_key",), environment=("SAMPLE_AUTH_KEY",)),
        "app": ApiKey("X-App-Id", arguments=("app_id",), environment=("SAMPLE_APP_ID",)),
        "query": ApiKey("api_key", location="query", arguments=("query_key",)),
        "cookie": ApiKey("sid", location="cookie", arguments=("session",)),
        "basic": Basic(environment=("SAMPLE_USERNAME", "SAMPLE_PASSWORD")),
        "token": Bearer(environment=("SAMPLE_TOKEN",)),
    },
)


class RefundsAPI(Client):
    """The sample API, blocking."""

    def __init__(
        self,
        *,
        auth_key: str | None = None,
        app_id: int | str | None = None,
        query_key: str | None = None,
        session: str | None = None,
        username: str | None = None,
        password: str | None = None,
        token: str | None = None,
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
            credentials={
                "auth_key": auth_key,
                "app_id": app_id,
                "query_key": query_key,
                "session": session,
                "username": username,
                "password": password,
                "token": token,
            },
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
        """Refunds."""
        from .resources.refunds import Refunds

        return Refunds(self)


class AsyncRefundsAPI(AsyncClient):
    """The sample API, awaiting."""

    def __init__(
        self,
        *,
        auth_key: str | None = None,
        token: str | None = None,
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
            credentials={"auth_key": auth_key, "token": token},
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
        """Refunds."""
        from .resources.refunds import AsyncRefunds

        return AsyncRefunds(self)
