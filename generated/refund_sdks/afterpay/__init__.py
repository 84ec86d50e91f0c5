# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""AfterPay eCommerce API, order refunds, version v3: `AfterPay` and `AsyncAfterPay`.

Reads the refunds of an AfterPay order. Amounts are decimals in the major unit of the currency,
and refunded amounts are negative.

Source: 000_a8aa892c3e618245, lines 1-5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._runtime.lazy import load

if TYPE_CHECKING:
    from .models import (
        ActionCode as ActionCode,
        Currency as Currency,
        GetAllRefundsResponse as GetAllRefundsResponse,
        ItemType as ItemType,
        Refund as Refund,
        RefundItem as RefundItem,
        ResponseMessage as ResponseMessage,
        ResponseMessageType as ResponseMessageType,
        VatCategory as VatCategory,
    )
    from .client import AfterPay as AfterPay, AsyncAfterPay as AsyncAfterPay
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
    "ActionCode",
    "AfterPay",
    "AsyncAfterPay",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "Currency",
    "DecodingError",
    "GetAllRefundsResponse",
    "HttpRequest",
    "HttpResponse",
    "ItemType",
    "Mismatch",
    "MissingCredentialsError",
    "NotFoundError",
    "Options",
    "PermissionDeniedError",
    "RateLimitError",
    "RedirectError",
    "Refund",
    "RefundItem",
    "RequestValidationError",
    "Response",
    "ResponseMessage",
    "ResponseMessageType",
    "ResponseTooLargeError",
    "ServerError",
    "Timeout",
    "UNSET",
    "UnprocessableEntityError",
    "Unset",
    "VatCategory",
    "async_tracing",
    "tracing",
]

_HOMES = {
    "APIConnectionError": ".._runtime",
    "APIError": ".._runtime",
    "APIStatusError": ".._runtime",
    "APITimeoutError": ".._runtime",
    "ActionCode": ".models",
    "AfterPay": ".client",
    "AsyncAfterPay": ".client",
    "AuthenticationError": ".._runtime",
    "BadRequestError": ".._runtime",
    "ConflictError": ".._runtime",
    "Currency": ".models",
    "DecodingError": ".._runtime",
    "GetAllRefundsResponse": ".models",
    "HttpRequest": ".._runtime",
    "HttpResponse": ".._runtime",
    "ItemType": ".models",
    "Mismatch": ".._runtime",
    "MissingCredentialsError": ".._runtime",
    "NotFoundError": ".._runtime",
    "Options": ".._runtime",
    "PermissionDeniedError": ".._runtime",
    "RateLimitError": ".._runtime",
    "RedirectError": ".._runtime",
    "Refund": ".models",
    "RefundItem": ".models",
    "RequestValidationError": ".._runtime",
    "Response": ".._runtime",
    "ResponseMessage": ".models",
    "ResponseMessageType": ".models",
    "ResponseTooLargeError": ".._runtime",
    "ServerError": ".._runtime",
    "Timeout": ".._runtime",
    "UNSET": ".._runtime",
    "UnprocessableEntityError": ".._runtime",
    "Unset": ".._runtime",
    "VatCategory": ".models",
    "async_tracing": ".._runtime",
    "tracing": ".._runtime",
}


def __getattr__(name: str) -> Any:
    return load(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted(__all__)
