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
    from .resources.class_ import AsyncClass, Class
    from .resources.client_resource import AsyncClientResource, ClientResource
    from .resources.models import AsyncModelsResource, ModelsResource
    from .resources.order_lines import AsyncOrderLines, OrderLines
    from .resources.resources import AsyncResources, Resources
    from .resources.webhooks import AsyncWebhooks, Webhooks

API = Api(
    name="spec",
    title="Shop",
    version="1",
    servers={"default": "https://api.example.com"},
    schemes={},
)


class Shop(Client):
    """Shop, version 1.

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
    def client_resource(self) -> ClientResource:
        """The operations on Client."""
        from .resources.client_resource import ClientResource

        return ClientResource(self)

    @cached_property
    def order_lines(self) -> OrderLines:
        """What is ordered."""
        from .resources.order_lines import OrderLines

        return OrderLines(self)

    @cached_property
    def class_(self) -> Class:
        """The operations on class."""
        from .resources.class_ import Class

        return Class(self)

    @cached_property
    def models(self) -> ModelsResource:
        """The operations on models."""
        from .resources.models import ModelsResource

        return ModelsResource(self)

    @cached_property
    def webhooks(self) -> Webhooks:
        """The operations on webhooks."""
        from .resources.webhooks import Webhooks

        return Webhooks(self)

    @cached_property
    def resources(self) -> Resources:
        """The operations on resources."""
        from .resources.resources import Resources

        return Resources(self)


class AsyncShop(AsyncClient):
    """Shop, version 1, for use with asyncio.

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
    def client_resource(self) -> AsyncClientResource:
        """The operations on Client."""
        from .resources.client_resource import AsyncClientResource

        return AsyncClientResource(self)

    @cached_property
    def order_lines(self) -> AsyncOrderLines:
        """What is ordered."""
        from .resources.order_lines import AsyncOrderLines

        return AsyncOrderLines(self)

    @cached_property
    def class_(self) -> AsyncClass:
        """The operations on class."""
        from .resources.class_ import AsyncClass

        return AsyncClass(self)

    @cached_property
    def models(self) -> AsyncModelsResource:
        """The operations on models."""
        from .resources.models import AsyncModelsResource

        return AsyncModelsResource(self)

    @cached_property
    def webhooks(self) -> AsyncWebhooks:
        """The operations on webhooks."""
        from .resources.webhooks import AsyncWebhooks

        return AsyncWebhooks(self)

    @cached_property
    def resources(self) -> AsyncResources:
        """The operations on resources."""
        from .resources.resources import AsyncResources

        return AsyncResources(self)
