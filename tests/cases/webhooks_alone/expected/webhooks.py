# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""What Courier sends of its own accord: its webhooks."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from ._runtime import (
    Expected,
    InvalidSignatureError,
    ReceivedHeaders,
    ReceivedRequest,
    ReceivedRequestError,
    UnknownRequest,
    Verify,
    first_match,
)
from .models import ParcelMovedPayload

__all__ = [
    "AnyWebhook",
    "InvalidSignatureError",
    "ParcelMovedWebhook",
    "ReceivedRequestError",
    "UnknownRequest",
    "parse_webhook",
]


class ParcelMovedWebhook(ReceivedRequest[ParcelMovedPayload], frozen=True):
    """The webhook `parcelMoved`.

    It is answered with:

    * 204: Taken.
    """

    expected: ClassVar[Expected] = Expected(
        "parcelMoved",
        payload=ParcelMovedPayload,
    )


AnyWebhook: TypeAlias = ParcelMovedWebhook | UnknownRequest
"""One of the webhooks, or a request that is none of them."""


def parse_webhook(
    headers: ReceivedHeaders,
    content: bytes | str,
    *,
    query: bytes | str = "",
    method: str = "POST",
    name: str | None = None,
    verify: Verify | None = None,
    strict: bool = False,
) -> AnyWebhook:
    """The webhook that a request is.

    Args:
        headers: The header fields that came, as a mapping or as pairs.
        content: The body, as it came.
        query: The query of the address, as it came.
        method: The method of the request.
        name: The name of the webhook, where the receiver knows it; else the one that the request
            resembles most is taken.
        verify: Called with headers and body before anything is read; False means that the sender
            is not who it seems.
        strict: Raise where the request differs from the document, instead of keeping what came.

    Raises:
        InvalidSignatureError: `verify` said no.
        ReceivedRequestError: The body can't be read, resembles several webhooks alike, or differs
            from the document under `strict`.
    """
    return first_match(
        (ParcelMovedWebhook,),
        headers,
        content,
        query=query,
        method=method,
        name=name,
        verify=verify,
        strict=strict,
    )
