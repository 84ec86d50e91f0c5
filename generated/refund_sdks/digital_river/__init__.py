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
    "AsyncDigitalRiver",
    "AsyncResponseStream",
    "AuthenticationError",
    "AuthorizationCodeGrant",
    "BadRequestError",
    "ClientCertificate",
    "ClientCredentialsGrant",
    "ConflictError",
    "DecodingError",
    "DigitalRiver",
    "ErrorDetail",
    "ErrorList",
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
    "RefreshTokenGrant",
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
    "ResponseStream",
    "ServerError",
    "ServerSentEvent",
    "Timeout",
    "TokenSource",
    "UNSET",
    "UnprocessableEntityError",
    "Unset",
]

_HOMES = {
    "APIConnectionError": ".._runtime",
    "APIError": ".._runtime",
    "APIStatusError": ".._runtime",
    "APITimeoutError": ".._runtime",
    "AsyncDigitalRiver": ".client",
    "AsyncResponseStream": ".._runtime",
    "AuthenticationError": ".._runtime",
    "AuthorizationCodeGrant": ".._runtime",
    "BadRequestError": ".._runtime",
    "ClientCertificate": ".._runtime",
    "ClientCredentialsGrant": ".._runtime",
    "ConflictError": ".._runtime",
    "DecodingError": ".._runtime",
    "DigitalRiver": ".client",
    "ErrorDetail": ".models",
    "ErrorList": ".models",
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
    "RefreshTokenGrant": ".._runtime",
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
    "ResponseStream": ".._runtime",
    "ServerError": ".._runtime",
    "ServerSentEvent": ".._runtime",
    "Timeout": ".._runtime",
    "TokenSource": ".._runtime",
    "UNSET": ".._runtime",
    "UnprocessableEntityError": ".._runtime",
    "Unset": ".._runtime",
}


def __getattr__(name: str) -> Any:
    return load(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted(__all__)
