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
        AsyncResponseStream as AsyncResponseStream,
        AuthenticationError as AuthenticationError,
        AuthorizationCodeGrant as AuthorizationCodeGrant,
        BadRequestError as BadRequestError,
        ClientCertificate as ClientCertificate,
        ClientCredentialsGrant as ClientCredentialsGrant,
        ConflictError as ConflictError,
        DecodingError as DecodingError,
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
        ServerError as ServerError,
        ServerSentEvent as ServerSentEvent,
        Timeout as Timeout,
        TokenSource as TokenSource,
        UNSET as UNSET,
        UnprocessableEntityError as UnprocessableEntityError,
        Unset as Unset,
    )

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncResponseStream",
    "AsyncShop",
    "AuthenticationError",
    "AuthorizationCodeGrant",
    "BadRequestError",
    "ClientCertificate",
    "ClientCredentialsGrant",
    "ConflictError",
    "DecodingError",
    "Mismatch",
    "MissingCredentialsError",
    "NotFoundError",
    "Options",
    "PermissionDeniedError",
    "RateLimitError",
    "RedirectError",
    "RefreshTokenGrant",
    "RequestValidationError",
    "Response",
    "ResponseStream",
    "ServerError",
    "ServerSentEvent",
    "Shop",
    "Timeout",
    "TokenSource",
    "UNSET",
    "UnprocessableEntityError",
    "Unset",
]

_HOMES = {
    "APIConnectionError": "._runtime",
    "APIError": "._runtime",
    "APIStatusError": "._runtime",
    "APITimeoutError": "._runtime",
    "AsyncResponseStream": "._runtime",
    "AsyncShop": ".client",
    "AuthenticationError": "._runtime",
    "AuthorizationCodeGrant": "._runtime",
    "BadRequestError": "._runtime",
    "ClientCertificate": "._runtime",
    "ClientCredentialsGrant": "._runtime",
    "ConflictError": "._runtime",
    "DecodingError": "._runtime",
    "Mismatch": "._runtime",
    "MissingCredentialsError": "._runtime",
    "NotFoundError": "._runtime",
    "Options": "._runtime",
    "PermissionDeniedError": "._runtime",
    "RateLimitError": "._runtime",
    "RedirectError": "._runtime",
    "RefreshTokenGrant": "._runtime",
    "RequestValidationError": "._runtime",
    "Response": "._runtime",
    "ResponseStream": "._runtime",
    "ServerError": "._runtime",
    "ServerSentEvent": "._runtime",
    "Shop": ".client",
    "Timeout": "._runtime",
    "TokenSource": "._runtime",
    "UNSET": "._runtime",
    "UnprocessableEntityError": "._runtime",
    "Unset": "._runtime",
}


def __getattr__(name: str) -> Any:
    return load(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted(__all__)
