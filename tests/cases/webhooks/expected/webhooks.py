# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""What Shop sends of its own accord: its webhooks."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from ._runtime import (
    ByMedia,
    Expected,
    InHeader,
    InQuery,
    InvalidSignatureError,
    ReceivedHeaders,
    ReceivedRequest,
    ReceivedRequestError,
    UnknownRequest,
    Verify,
    first_match,
)
from .models import OrderExportedPayload, OrderRefunded, OrderRefundedParameters

__all__ = [
    "AnyWebhook",
    "ExportCheck",
    "InvalidSignatureError",
    "OrderExportedWebhook",
    "OrderRefundedWebhook",
    "ReceivedRequestError",
    "UnknownRequest",
    "parse_webhook",
]


class OrderRefundedWebhook(ReceivedRequest[OrderRefunded], frozen=True):
    """An order was refunded.

    It is answered with:

    * 200: It was taken.
    * 410: Nobody wants to hear of it any more.
    """

    parameters: OrderRefundedParameters
    """What comes beside the payload."""

    expected: ClassVar[Expected] = Expected(
        "order.refunded",
        payload=OrderRefunded,
        media=("application/json", "application/x-www-form-urlencoded"),
        parameters=OrderRefundedParameters,
        query={"attempt": InQuery("attempt")},
        headers={"x_event_id": InHeader("X-Event-Id"), "header_attempt": InHeader("attempt")},
        required=("x_event_id",),
    )


class OrderExportedWebhook(ReceivedRequest[OrderExportedPayload | str | None], frozen=True):
    """The webhook `order.exported`.

    It is answered with:

    * default: Whatever.
    """

    expected: ClassVar[Expected] = Expected(
        "order.exported",
        method="PUT",
        payload=ByMedia({"application/json": OrderExportedPayload, "text/csv": str}),
        media=("application/json", "text/csv"),
    )


class ExportCheck(ReceivedRequest[None], frozen=True):
    """The webhook `order.exported`.

    It is answered with:

    * 204: Still there.
    """

    expected: ClassVar[Expected] = Expected(
        "order.exported",
        method="GET",
    )


AnyWebhook: TypeAlias = OrderRefundedWebhook | OrderExportedWebhook | ExportCheck | UnknownRequest
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
        (OrderRefundedWebhook, OrderExportedWebhook, ExportCheck),
        headers,
        content,
        query=query,
        method=method,
        name=name,
        verify=verify,
        strict=strict,
    )
