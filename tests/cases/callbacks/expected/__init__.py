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
        AuthenticationError as AuthenticationError,
        BadRequestError as BadRequestError,
        ConflictError as ConflictError,
        DecodingError as DecodingError,
        HmacSignature as HmacSignature,
        HttpRequest as HttpRequest,
        HttpResponse as HttpResponse,
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
        RequestValidationError as RequestValidationError,
        Response as Response,
        ResponseTooLargeError as ResponseTooLargeError,
        ServerError as ServerError,
        Timeout as Timeout,
        UNSET as UNSET,
        UnknownRequest as UnknownRequest,
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
    "AsyncStreamsClient",
    "AuthenticationError",
    "BadRequestError",
    "ChangeStreamOnDataCallback",
    "ConflictError",
    "CreateStreamOnDataCallback",
    "DecodingError",
    "Ended",
    "HmacSignature",
    "HttpRequest",
    "HttpResponse",
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
    "RequestValidationError",
    "Response",
    "ResponseTooLargeError",
    "ServerError",
    "StreamsClient",
    "Timeout",
    "UNSET",
    "UnknownRequest",
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
    "AsyncStreamsClient": ".client",
    "AuthenticationError": "._runtime",
    "BadRequestError": "._runtime",
    "ChangeStreamOnDataCallback": ".callbacks",
    "ConflictError": "._runtime",
    "CreateStreamOnDataCallback": ".callbacks",
    "DecodingError": "._runtime",
    "Ended": ".models",
    "HmacSignature": "._runtime",
    "HttpRequest": "._runtime",
    "HttpResponse": "._runtime",
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
    "RequestValidationError": "._runtime",
    "Response": "._runtime",
    "ResponseTooLargeError": "._runtime",
    "ServerError": "._runtime",
    "StreamsClient": ".client",
    "Timeout": "._runtime",
    "UNSET": "._runtime",
    "UnknownRequest": "._runtime",
    "UnprocessableEntityError": "._runtime",
    "Unset": "._runtime",
    "async_tracing": "._runtime",
    "tracing": "._runtime",
}


def __getattr__(name: str) -> Any:
    return load(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted(__all__)
