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
        AsyncListPage as AsyncListPage,
        AsyncPages as AsyncPages,
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
        ListPage as ListPage,
        Mismatch as Mismatch,
        MissingCredentialsError as MissingCredentialsError,
        NotFoundError as NotFoundError,
        Options as Options,
        PaginationError as PaginationError,
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
    "AsyncListPage",
    "AsyncPages",
    "AsyncResponseStream",
    "AsyncViolet",
    "AuthenticationError",
    "AuthorizationCodeGrant",
    "BadRequestError",
    "ClientCertificate",
    "ClientCredentialsGrant",
    "ConflictError",
    "DecodingError",
    "ErrorBody",
    "FilePart",
    "HttpRequest",
    "HttpResponse",
    "ListPage",
    "Mismatch",
    "MissingCredentialsError",
    "NotFoundError",
    "Options",
    "PaginationError",
    "PermissionDeniedError",
    "RateLimitError",
    "RedirectError",
    "RefreshTokenGrant",
    "Refund",
    "RefundError",
    "RefundSku",
    "RefundStatus",
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
    "Violet",
    "async_tracing",
    "tracing",
]

_HOMES = {
    "APIConnectionError": ".._runtime",
    "APIError": ".._runtime",
    "APIStatusError": ".._runtime",
    "APITimeoutError": ".._runtime",
    "AsyncListPage": ".._runtime",
    "AsyncPages": ".._runtime",
    "AsyncResponseStream": ".._runtime",
    "AsyncViolet": ".client",
    "AuthenticationError": ".._runtime",
    "AuthorizationCodeGrant": ".._runtime",
    "BadRequestError": ".._runtime",
    "ClientCertificate": ".._runtime",
    "ClientCredentialsGrant": ".._runtime",
    "ConflictError": ".._runtime",
    "DecodingError": ".._runtime",
    "ErrorBody": ".models",
    "FilePart": ".._runtime",
    "HttpRequest": ".._runtime",
    "HttpResponse": ".._runtime",
    "ListPage": ".._runtime",
    "Mismatch": ".._runtime",
    "MissingCredentialsError": ".._runtime",
    "NotFoundError": ".._runtime",
    "Options": ".._runtime",
    "PaginationError": ".._runtime",
    "PermissionDeniedError": ".._runtime",
    "RateLimitError": ".._runtime",
    "RedirectError": ".._runtime",
    "RefreshTokenGrant": ".._runtime",
    "Refund": ".models",
    "RefundError": ".models",
    "RefundSku": ".models",
    "RefundStatus": ".models",
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
    "Violet": ".client",
    "async_tracing": ".._runtime",
    "tracing": ".._runtime",
}


def __getattr__(name: str) -> Any:
    return load(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted(__all__)
