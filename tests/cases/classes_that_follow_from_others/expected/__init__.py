# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""Shop, version 1: `ShopClient` and `AsyncShopClient`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._runtime.lazy import load

if TYPE_CHECKING:
    from .models import (
        AsyncShop as AsyncShop,
        LIST as LIST,
        RefundsWithResponse as RefundsWithResponse,
        UnsetRequest as UnsetRequest,
    )
    from .client import AsyncShopClient as AsyncShopClient, ShopClient as ShopClient
    from ._runtime import (
        APIConnectionError as APIConnectionError,
        APIError as APIError,
        APIStatusError as APIStatusError,
        APITimeoutError as APITimeoutError,
        AuthenticationError as AuthenticationError,
        BadRequestError as BadRequestError,
        ConflictError as ConflictError,
        DecodingError as DecodingError,
        HttpRequest as HttpRequest,
        HttpResponse as HttpResponse,
        Mismatch as Mismatch,
        MissingCredentialsError as MissingCredentialsError,
        NotFoundError as NotFoundError,
        Options as Options,
        PermissionDeniedError as PermissionDeniedError,
        RateLimitError as RateLimitError,
        RedirectError as RedirectError,
        RequestValidationError as RequestValidationError,
        Response as Response,
        ResponseTooLargeError as ResponseTooLargeError,
        ServerError as ServerError,
        Timeout as Timeout,
        UNSET as UNSET,
        UnprocessableEntityError as UnprocessableEntityError,
        Unset as Unset,
        async_tracing as async_tracing,
        tracing as tracing,
    )

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncShop",
    "AsyncShopClient",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "DecodingError",
    "HttpRequest",
    "HttpResponse",
    "LIST",
    "Mismatch",
    "MissingCredentialsError",
    "NotFoundError",
    "Options",
    "PermissionDeniedError",
    "RateLimitError",
    "RedirectError",
    "RefundsWithResponse",
    "RequestValidationError",
    "Response",
    "ResponseTooLargeError",
    "ServerError",
    "ShopClient",
    "Timeout",
    "UNSET",
    "UnprocessableEntityError",
    "Unset",
    "UnsetRequest",
    "async_tracing",
    "tracing",
]

_HOMES = {
    "APIConnectionError": "._runtime",
    "APIError": "._runtime",
    "APIStatusError": "._runtime",
    "APITimeoutError": "._runtime",
    "AsyncShop": ".models",
    "AsyncShopClient": ".client",
    "AuthenticationError": "._runtime",
    "BadRequestError": "._runtime",
    "ConflictError": "._runtime",
    "DecodingError": "._runtime",
    "HttpRequest": "._runtime",
    "HttpResponse": "._runtime",
    "LIST": ".models",
    "Mismatch": "._runtime",
    "MissingCredentialsError": "._runtime",
    "NotFoundError": "._runtime",
    "Options": "._runtime",
    "PermissionDeniedError": "._runtime",
    "RateLimitError": "._runtime",
    "RedirectError": "._runtime",
    "RefundsWithResponse": ".models",
    "RequestValidationError": "._runtime",
    "Response": "._runtime",
    "ResponseTooLargeError": "._runtime",
    "ServerError": "._runtime",
    "ShopClient": ".client",
    "Timeout": "._runtime",
    "UNSET": "._runtime",
    "UnprocessableEntityError": "._runtime",
    "Unset": "._runtime",
    "UnsetRequest": ".models",
    "async_tracing": "._runtime",
    "tracing": "._runtime",
}


def __getattr__(name: str) -> Any:
    return load(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted(__all__)
