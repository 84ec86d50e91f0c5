# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""Geins Management API, order refunds, version v1: `Geins` and `AsyncGeins`.

Reads a refund of a Geins order. Amounts are decimals in the major unit of the currency.

Source: 001_b1d78a715007243d, lines 3-14.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._runtime.lazy import load

if TYPE_CHECKING:
    from .models import (
        BaseEnvelope as BaseEnvelope,
        OrderRow as OrderRow,
        Refund as Refund,
        RefundEnvelope as RefundEnvelope,
        RefundRow as RefundRow,
        RefundType as RefundType,
        RefundTypes as RefundTypes,
    )
    from .client import AsyncGeins as AsyncGeins, Geins as Geins
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
    "AsyncGeins",
    "AuthenticationError",
    "BadRequestError",
    "BaseEnvelope",
    "ConflictError",
    "DecodingError",
    "Geins",
    "HttpRequest",
    "HttpResponse",
    "Mismatch",
    "MissingCredentialsError",
    "NotFoundError",
    "Options",
    "OrderRow",
    "PermissionDeniedError",
    "RateLimitError",
    "RedirectError",
    "Refund",
    "RefundEnvelope",
    "RefundRow",
    "RefundType",
    "RefundTypes",
    "RequestValidationError",
    "Response",
    "ResponseTooLargeError",
    "ServerError",
    "Timeout",
    "UNSET",
    "UnprocessableEntityError",
    "Unset",
    "async_tracing",
    "tracing",
]

_HOMES = {
    "APIConnectionError": ".._runtime",
    "APIError": ".._runtime",
    "APIStatusError": ".._runtime",
    "APITimeoutError": ".._runtime",
    "AsyncGeins": ".client",
    "AuthenticationError": ".._runtime",
    "BadRequestError": ".._runtime",
    "BaseEnvelope": ".models",
    "ConflictError": ".._runtime",
    "DecodingError": ".._runtime",
    "Geins": ".client",
    "HttpRequest": ".._runtime",
    "HttpResponse": ".._runtime",
    "Mismatch": ".._runtime",
    "MissingCredentialsError": ".._runtime",
    "NotFoundError": ".._runtime",
    "Options": ".._runtime",
    "OrderRow": ".models",
    "PermissionDeniedError": ".._runtime",
    "RateLimitError": ".._runtime",
    "RedirectError": ".._runtime",
    "Refund": ".models",
    "RefundEnvelope": ".models",
    "RefundRow": ".models",
    "RefundType": ".models",
    "RefundTypes": ".models",
    "RequestValidationError": ".._runtime",
    "Response": ".._runtime",
    "ResponseTooLargeError": ".._runtime",
    "ServerError": ".._runtime",
    "Timeout": ".._runtime",
    "UNSET": ".._runtime",
    "UnprocessableEntityError": ".._runtime",
    "Unset": ".._runtime",
    "async_tracing": ".._runtime",
    "tracing": ".._runtime",
}


def __getattr__(name: str) -> Any:
    return load(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted(__all__)
