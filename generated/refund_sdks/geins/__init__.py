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
        AsyncMiddleware as AsyncMiddleware,
        AsyncResponseStream as AsyncResponseStream,
        AuthenticationError as AuthenticationError,
        AuthorizationCodeGrant as AuthorizationCodeGrant,
        BadRequestError as BadRequestError,
        ClientCertificate as ClientCertificate,
        ClientCredentialsGrant as ClientCredentialsGrant,
        ConflictError as ConflictError,
        DecodingError as DecodingError,
        FilePart as FilePart,
        HttpRequest as HttpRequest,
        HttpResponse as HttpResponse,
        Middleware as Middleware,
        Mismatch as Mismatch,
        MissingCredentialsError as MissingCredentialsError,
        NotFoundError as NotFoundError,
        Options as Options,
        PermissionDeniedError as PermissionDeniedError,
        RateLimitError as RateLimitError,
        RedirectError as RedirectError,
        RefreshTokenGrant as RefreshTokenGrant,
        RequestValidationError as RequestValidationError,
        Response as Response,
        ResponseStream as ResponseStream,
        ResponseTooLargeError as ResponseTooLargeError,
        ServerError as ServerError,
        ServerSentEvent as ServerSentEvent,
        Timeout as Timeout,
        TokenSource as TokenSource,
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
    "AsyncMiddleware",
    "AsyncResponseStream",
    "AuthenticationError",
    "AuthorizationCodeGrant",
    "BadRequestError",
    "BaseEnvelope",
    "ClientCertificate",
    "ClientCredentialsGrant",
    "ConflictError",
    "DecodingError",
    "FilePart",
    "Geins",
    "HttpRequest",
    "HttpResponse",
    "Middleware",
    "Mismatch",
    "MissingCredentialsError",
    "NotFoundError",
    "Options",
    "OrderRow",
    "PermissionDeniedError",
    "RateLimitError",
    "RedirectError",
    "RefreshTokenGrant",
    "Refund",
    "RefundEnvelope",
    "RefundRow",
    "RefundType",
    "RefundTypes",
    "RequestValidationError",
    "Response",
    "ResponseStream",
    "ResponseTooLargeError",
    "ServerError",
    "ServerSentEvent",
    "Timeout",
    "TokenSource",
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
    "AsyncMiddleware": ".._runtime",
    "AsyncResponseStream": ".._runtime",
    "AuthenticationError": ".._runtime",
    "AuthorizationCodeGrant": ".._runtime",
    "BadRequestError": ".._runtime",
    "BaseEnvelope": ".models",
    "ClientCertificate": ".._runtime",
    "ClientCredentialsGrant": ".._runtime",
    "ConflictError": ".._runtime",
    "DecodingError": ".._runtime",
    "FilePart": ".._runtime",
    "Geins": ".client",
    "HttpRequest": ".._runtime",
    "HttpResponse": ".._runtime",
    "Middleware": ".._runtime",
    "Mismatch": ".._runtime",
    "MissingCredentialsError": ".._runtime",
    "NotFoundError": ".._runtime",
    "Options": ".._runtime",
    "OrderRow": ".models",
    "PermissionDeniedError": ".._runtime",
    "RateLimitError": ".._runtime",
    "RedirectError": ".._runtime",
    "RefreshTokenGrant": ".._runtime",
    "Refund": ".models",
    "RefundEnvelope": ".models",
    "RefundRow": ".models",
    "RefundType": ".models",
    "RefundTypes": ".models",
    "RequestValidationError": ".._runtime",
    "Response": ".._runtime",
    "ResponseStream": ".._runtime",
    "ResponseTooLargeError": ".._runtime",
    "ServerError": ".._runtime",
    "ServerSentEvent": ".._runtime",
    "Timeout": ".._runtime",
    "TokenSource": ".._runtime",
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
