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
        OrderExportedPayloadJson as OrderExportedPayloadJson,
        OrderRefunded as OrderRefunded,
        OrderRefundedParameters as OrderRefundedParameters,
    )
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
    "AsyncShop",
    "AuthenticationError",
    "AuthorizationCodeGrant",
    "BadRequestError",
    "ClientCertificate",
    "ClientCredentialsGrant",
    "ConflictError",
    "DecodingError",
    "ExportCheck",
    "HmacSignature",
    "InvalidSignatureError",
    "Mismatch",
    "MissingCredentialsError",
    "NotFoundError",
    "Options",
    "OrderExportedPayloadJson",
    "OrderExportedWebhook",
    "OrderRefunded",
    "OrderRefundedParameters",
    "OrderRefundedWebhook",
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
    "Shop",
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
    "AsyncShop": ".client",
    "AuthenticationError": "._runtime",
    "AuthorizationCodeGrant": "._runtime",
    "BadRequestError": "._runtime",
    "ClientCertificate": "._runtime",
    "ClientCredentialsGrant": "._runtime",
    "ConflictError": "._runtime",
    "DecodingError": "._runtime",
    "ExportCheck": ".webhooks",
    "HmacSignature": "._runtime",
    "InvalidSignatureError": "._runtime",
    "Mismatch": "._runtime",
    "MissingCredentialsError": "._runtime",
    "NotFoundError": "._runtime",
    "Options": "._runtime",
    "OrderExportedPayloadJson": ".models",
    "OrderExportedWebhook": ".webhooks",
    "OrderRefunded": ".models",
    "OrderRefundedParameters": ".models",
    "OrderRefundedWebhook": ".webhooks",
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
    "Shop": ".client",
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
