# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""Bank, version 1: its webhooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._runtime.lazy import load

if TYPE_CHECKING:
    from .webhooks import PaidWebhook as PaidWebhook
    from .models import PaidPayload as PaidPayload
    from ._runtime import (
        APIError as APIError,
        HmacSignature as HmacSignature,
        InvalidSignatureError as InvalidSignatureError,
        Mismatch as Mismatch,
        ReceivedRequest as ReceivedRequest,
        ReceivedRequestError as ReceivedRequestError,
        UnknownRequest as UnknownRequest,
    )

__all__ = [
    "APIError",
    "HmacSignature",
    "InvalidSignatureError",
    "Mismatch",
    "PaidPayload",
    "PaidWebhook",
    "ReceivedRequest",
    "ReceivedRequestError",
    "UnknownRequest",
]

_HOMES = {
    "APIError": "._runtime",
    "HmacSignature": "._runtime",
    "InvalidSignatureError": "._runtime",
    "Mismatch": "._runtime",
    "PaidPayload": ".models",
    "PaidWebhook": ".webhooks",
    "ReceivedRequest": "._runtime",
    "ReceivedRequestError": "._runtime",
    "UnknownRequest": "._runtime",
}


def __getattr__(name: str) -> Any:
    return load(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted(__all__)
