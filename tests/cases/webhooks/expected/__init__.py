# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""Shop, version 1: `Shop` and `AsyncShop`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._runtime.lazy import load

if TYPE_CHECKING:
    from .webhooks import (
        ExportCheck as ExportCheck,
        OrderExportedWebhook as OrderExportedWebhook,
        OrderRefundedWebhook as OrderRefundedWebhook,
    )
    from .models import (
        OrderExportedPayload as OrderExportedPayload,
        OrderRefunded as OrderRefunded,
        OrderRefundedParameters as OrderRefundedParameters,
    )
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
    "AsyncShop",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "DecodingError",
    "ExportCheck",
    "HmacSignature",
    "HttpRequest",
    "HttpResponse",
    "InvalidSignatureError",
    "Mismatch",
    "MissingCredentialsError",
    "NotFoundError",
    "Options",
    "OrderExportedPayload",
    "OrderExportedWebhook",
    "OrderRefunded",
    "OrderRefundedParameters",
    "OrderRefundedWebhook",
    "PermissionDeniedError",
    "RateLimitError",
    "ReceivedRequest",
    "ReceivedRequestError",
    "RedirectError",
    "RequestValidationError",
    "Response",
    "ResponseTooLargeError",
    "ServerError",
    "Shop",
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
    "AsyncShop": ".client",
    "AuthenticationError": "._runtime",
    "BadRequestError": "._runtime",
    "ConflictError": "._runtime",
    "DecodingError": "._runtime",
    "ExportCheck": ".webhooks",
    "HmacSignature": "._runtime",
    "HttpRequest": "._runtime",
    "HttpResponse": "._runtime",
    "InvalidSignatureError": "._runtime",
    "Mismatch": "._runtime",
    "MissingCredentialsError": "._runtime",
    "NotFoundError": "._runtime",
    "Options": "._runtime",
    "OrderExportedPayload": ".models",
    "OrderExportedWebhook": ".webhooks",
    "OrderRefunded": ".models",
    "OrderRefundedParameters": ".models",
    "OrderRefundedWebhook": ".webhooks",
    "PermissionDeniedError": "._runtime",
    "RateLimitError": "._runtime",
    "ReceivedRequest": "._runtime",
    "ReceivedRequestError": "._runtime",
    "RedirectError": "._runtime",
    "RequestValidationError": "._runtime",
    "Response": "._runtime",
    "ResponseTooLargeError": "._runtime",
    "ServerError": "._runtime",
    "Shop": ".client",
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
