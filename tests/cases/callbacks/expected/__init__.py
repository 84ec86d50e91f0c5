# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""Streams, version 1: `StreamsClient` and `AsyncStreamsClient`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._runtime.lazy import load

if TYPE_CHECKING:
    from .models import Ended as Ended, OnDataPayload as OnDataPayload
    from .client import AsyncStreamsClient as AsyncStreamsClient, StreamsClient as StreamsClient
    from .callbacks import (
        ChangeStreamOnDataCallback as ChangeStreamOnDataCallback,
        CreateStreamOnDataCallback as CreateStreamOnDataCallback,
        OnEndCallback as OnEndCallback,
    )
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
        HmacSignature as HmacSignature,
        InvalidSignatureError as InvalidSignatureError,
        Mismatch as Mismatch,
        MissingCredentialsError as MissingCredentialsError,
        NotFoundError as NotFoundError,
        Options as Options,
        PermissionDeniedError as PermissionDeniedError,
        RateLimitError as RateLimitError,
        ReceivedRequest as ReceivedRequest,
        ReceivedRequestError as ReceivedRequestError,
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
        UnknownRequest as UnknownRequest,
        UnprocessableEntityError as UnprocessableEntityError,
        Unset as Unset,
    )

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncResponseStream",
    "AsyncStreamsClient",
    "AuthenticationError",
    "AuthorizationCodeGrant",
    "BadRequestError",
    "ChangeStreamOnDataCallback",
    "ClientCertificate",
    "ClientCredentialsGrant",
    "ConflictError",
    "CreateStreamOnDataCallback",
    "DecodingError",
    "Ended",
    "HmacSignature",
    "InvalidSignatureError",
    "Mismatch",
    "MissingCredentialsError",
    "NotFoundError",
    "OnDataPayload",
    "OnEndCallback",
    "Options",
    "PermissionDeniedError",
    "RateLimitError",
    "ReceivedRequest",
    "ReceivedRequestError",
    "RedirectError",
    "RefreshTokenGrant",
    "RequestValidationError",
    "Response",
    "ResponseStream",
    "ServerError",
    "ServerSentEvent",
    "StreamsClient",
    "Timeout",
    "TokenSource",
    "UNSET",
    "UnknownRequest",
    "UnprocessableEntityError",
    "Unset",
]

_HOMES = {
    "APIConnectionError": "._runtime",
    "APIError": "._runtime",
    "APIStatusError": "._runtime",
    "APITimeoutError": "._runtime",
    "AsyncResponseStream": "._runtime",
    "AsyncStreamsClient": ".client",
    "AuthenticationError": "._runtime",
    "AuthorizationCodeGrant": "._runtime",
    "BadRequestError": "._runtime",
    "ChangeStreamOnDataCallback": ".callbacks",
    "ClientCertificate": "._runtime",
    "ClientCredentialsGrant": "._runtime",
    "ConflictError": "._runtime",
    "CreateStreamOnDataCallback": ".callbacks",
    "DecodingError": "._runtime",
    "Ended": ".models",
    "HmacSignature": "._runtime",
    "InvalidSignatureError": "._runtime",
    "Mismatch": "._runtime",
    "MissingCredentialsError": "._runtime",
    "NotFoundError": "._runtime",
    "OnDataPayload": ".models",
    "OnEndCallback": ".callbacks",
    "Options": "._runtime",
    "PermissionDeniedError": "._runtime",
    "RateLimitError": "._runtime",
    "ReceivedRequest": "._runtime",
    "ReceivedRequestError": "._runtime",
    "RedirectError": "._runtime",
    "RefreshTokenGrant": "._runtime",
    "RequestValidationError": "._runtime",
    "Response": "._runtime",
    "ResponseStream": "._runtime",
    "ServerError": "._runtime",
    "ServerSentEvent": "._runtime",
    "StreamsClient": ".client",
    "Timeout": "._runtime",
    "TokenSource": "._runtime",
    "UNSET": "._runtime",
    "UnknownRequest": "._runtime",
    "UnprocessableEntityError": "._runtime",
    "Unset": "._runtime",
}


def __getattr__(name: str) -> Any:
    return load(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted(__all__)
