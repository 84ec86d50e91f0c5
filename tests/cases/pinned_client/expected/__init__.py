# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The API of the shop (v2), version 1: `Shop` and `AsyncShop`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._runtime.lazy import load

if TYPE_CHECKING:
    from .client import AsyncShop as AsyncShop, Shop as Shop
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
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "DecodingError",
    "HttpRequest",
    "HttpResponse",
    "Mismatch",
    "MissingCredentialsError",
    "NotFoundError",
    "Options",
    "PermissionDeniedError",
    "RateLimitError",
    "RedirectError",
    "RequestValidationError",
    "Response",
    "ResponseTooLargeError",
    "ServerError",
    "Shop",
    "Timeout",
    "UNSET",
    "UnprocessableEntityError",
    "Unset",
    "async_tracing",
    "tracing",
]

_HOMES = {
    "APIConnectionError": "._runtime",
    "APIError": "._runtime",
    "APIStatusError": "._runtime",
    "APITimeoutError": "._runtime",
    "AsyncShop": ".client",
    "AuthenticationError": "._runtime",
    "BadRequestError": "._runtime",
    "ConflictError": "._runtime",
    "DecodingError": "._runtime",
    "HttpRequest": "._runtime",
    "HttpResponse": "._runtime",
    "Mismatch": "._runtime",
    "MissingCredentialsError": "._runtime",
    "NotFoundError": "._runtime",
    "Options": "._runtime",
    "PermissionDeniedError": "._runtime",
    "RateLimitError": "._runtime",
    "RedirectError": "._runtime",
    "RequestValidationError": "._runtime",
    "Response": "._runtime",
    "ResponseTooLargeError": "._runtime",
    "ServerError": "._runtime",
    "Shop": ".client",
    "Timeout": "._runtime",
    "UNSET": "._runtime",
    "UnprocessableEntityError": "._runtime",
    "Unset": "._runtime",
    "async_tracing": "._runtime",
    "tracing": "._runtime",
}


def __getattr__(name: str) -> Any:
    return load(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted(__all__)
