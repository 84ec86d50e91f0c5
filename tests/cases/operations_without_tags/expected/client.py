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
    Client,
    HttpClient,
    Middleware,
    OnMismatch,
    Timeout,
)

if TYPE_CHECKING:
    from .resources.api import AsyncApiResource, ApiResource
    from .resources.customers import AsyncCustomers, Customers
    from .resources.orders import AsyncOrders, Orders
    from .resources.v1 import AsyncV1, V1

API = Api(
    name="spec",
    title="Shop",
    version="1",
    servers={"default": "https://shop.example"},
    schemes={},
)


class Shop(Client):
    """Shop, version 1.

    Nobody says which operations belong together, so their paths do.

    Args:
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

    @cached_property
    def customers(self) -> Customers:
        """The operations on customers."""
        from .resources.customers import Customers

        return Customers(self)

    @cached_property
    def v1(self) -> V1:
        """The operations on v1."""
        from .resources.v1 import V1

        return V1(self)

    @cached_property
    def api(self) -> ApiResource:
        """The operations on api."""
        from .resources.api import ApiResource

        return ApiResource(self)


class AsyncShop(AsyncClient):
    """Shop, version 1, for use with asyncio.

    Nobody says which operations belong together, so their paths do.

    Args:
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

    @cached_property
    def customers(self) -> AsyncCustomers:
        """The operations on customers."""
        from .resources.customers import AsyncCustomers

        return AsyncCustomers(self)

    @cached_property
    def v1(self) -> AsyncV1:
        """The operations on v1."""
        from .resources.v1 import AsyncV1

        return AsyncV1(self)

    @cached_property
    def api(self) -> AsyncApiResource:
        """The operations on api."""
        from .resources.api import AsyncApiResource

        return AsyncApiResource(self)
