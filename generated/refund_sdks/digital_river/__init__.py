# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""Digital River Commerce API, order refunds, version unversioned: `DigitalRiver` and
`AsyncDigitalRiver`.

Shows what can be refunded on a Digital River order, lists its refunds and creates new ones.
Amounts are decimals in the major unit of the currency.

Source: 004_47573fd378d26f45, lines 1-407.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._runtime.lazy import load

if TYPE_CHECKING:
    from .models import (
        ErrorDetail as ErrorDetail,
        ErrorList as ErrorList,
        LineItemFee as LineItemFee,
        Money as Money,
        Product as Product,
        Refund as Refund,
        RefundCategory as RefundCategory,
        RefundLineItem as RefundLineItem,
        RefundList as RefundList,
        RefundReason as RefundReason,
        RefundRequest as RefundRequest,
        RefundRequestLineItem as RefundRequestLineItem,
        RefundableAmount as RefundableAmount,
        RefundableLineItem as RefundableLineItem,
        RefundablePrice as RefundablePrice,
        RefundsAvailable as RefundsAvailable,
        RequestMoney as RequestMoney,
    )
    from .client import AsyncDigitalRiver as AsyncDigitalRiver, DigitalRiver as DigitalRiver
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
    "AsyncDigitalRiver",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "DecodingError",
    "DigitalRiver",
    "ErrorDetail",
    "ErrorList",
    "HttpRequest",
    "HttpResponse",
    "LineItemFee",
    "Mismatch",
    "MissingCredentialsError",
    "Money",
    "NotFoundError",
    "Options",
    "PermissionDeniedError",
    "Product",
    "RateLimitError",
    "RedirectError",
    "Refund",
    "RefundCategory",
    "RefundLineItem",
    "RefundList",
    "RefundReason",
    "RefundRequest",
    "RefundRequestLineItem",
    "RefundableAmount",
    "RefundableLineItem",
    "RefundablePrice",
    "RefundsAvailable",
    "RequestMoney",
    "RequestValidationError",
    "Response",
    "ResponseTooLargeError",
    "ServerError",
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
    "AsyncDigitalRiver": ".client",
    "AuthenticationError": ".._runtime",
    "BadRequestError": ".._runtime",
    "ConflictError": ".._runtime",
    "DecodingError": ".._runtime",
    "DigitalRiver": ".client",
    "ErrorDetail": ".models",
    "ErrorList": ".models",
    "HttpRequest": ".._runtime",
    "HttpResponse": ".._runtime",
    "LineItemFee": ".models",
    "Mismatch": ".._runtime",
    "MissingCredentialsError": ".._runtime",
    "Money": ".models",
    "NotFoundError": ".._runtime",
    "Options": ".._runtime",
    "PermissionDeniedError": ".._runtime",
    "Product": ".models",
    "RateLimitError": ".._runtime",
    "RedirectError": ".._runtime",
    "Refund": ".models",
    "RefundCategory": ".models",
    "RefundLineItem": ".models",
    "RefundList": ".models",
    "RefundReason": ".models",
    "RefundRequest": ".models",
    "RefundRequestLineItem": ".models",
    "RefundableAmount": ".models",
    "RefundableLineItem": ".models",
    "RefundablePrice": ".models",
    "RefundsAvailable": ".models",
    "RequestMoney": ".models",
    "RequestValidationError": ".._runtime",
    "Response": ".._runtime",
    "ResponseTooLargeError": ".._runtime",
    "ServerError": ".._runtime",
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
