# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""Violet API, order refunds, version v1: `Violet` and `AsyncViolet`.

Reads the refunds of a Violet order. Amounts are integers in the minor unit of the currency, such
as cents.

Source: 003_3f0b9e7a61521c39, lines 1-49.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._runtime.lazy import load

if TYPE_CHECKING:
    from .models import (
        ErrorBody as ErrorBody,
        Refund as Refund,
        RefundError as RefundError,
        RefundSku as RefundSku,
        RefundStatus as RefundStatus,
    )
    from .client import AsyncViolet as AsyncViolet, Violet as Violet
    from .._runtime import (
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
    "AsyncViolet",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "DecodingError",
    "ErrorBody",
    "HttpRequest",
    "HttpResponse",
    "Mismatch",
    "MissingCredentialsError",
    "NotFoundError",
    "Options",
    "PermissionDeniedError",
    "RateLimitError",
    "RedirectError",
    "Refund",
    "RefundError",
    "RefundSku",
    "RefundStatus",
    "RequestValidationError",
    "Response",
    "ResponseTooLargeError",
    "ServerError",
    "Timeout",
    "UNSET",
    "UnprocessableEntityError",
    "Unset",
    "Violet",
    "async_tracing",
    "tracing",
]

_HOMES = {
    "APIConnectionError": ".._runtime",
    "APIError": ".._runtime",
    "APIStatusError": ".._runtime",
    "APITimeoutError": ".._runtime",
    "AsyncViolet": ".client",
    "AuthenticationError": ".._runtime",
    "BadRequestError": ".._runtime",
    "ConflictError": ".._runtime",
    "DecodingError": ".._runtime",
    "ErrorBody": ".models",
    "HttpRequest": ".._runtime",
    "HttpResponse": ".._runtime",
    "Mismatch": ".._runtime",
    "MissingCredentialsError": ".._runtime",
    "NotFoundError": ".._runtime",
    "Options": ".._runtime",
    "PermissionDeniedError": ".._runtime",
    "RateLimitError": ".._runtime",
    "RedirectError": ".._runtime",
    "Refund": ".models",
    "RefundError": ".models",
    "RefundSku": ".models",
    "RefundStatus": ".models",
    "RequestValidationError": ".._runtime",
    "Response": ".._runtime",
    "ResponseTooLargeError": ".._runtime",
    "ServerError": ".._runtime",
    "Timeout": ".._runtime",
    "UNSET": ".._runtime",
    "UnprocessableEntityError": ".._runtime",
    "Unset": ".._runtime",
    "Violet": ".client",
    "async_tracing": ".._runtime",
    "tracing": ".._runtime",
}


def __getattr__(name: str) -> Any:
    return load(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted(__all__)
