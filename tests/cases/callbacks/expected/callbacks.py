# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""What Streams sends of its own accord: its callbacks."""

from __future__ import annotations

from typing import ClassVar

from ._runtime import Expected, InvalidSignatureError, ReceivedRequest, ReceivedRequestError
from .models import Ended, OnDataPayload

__all__ = [
    "ChangeStreamOnDataCallback",
    "CreateStreamOnDataCallback",
    "InvalidSignatureError",
    "OnEndCallback",
    "ReceivedRequestError",
]


class CreateStreamOnDataCallback(ReceivedRequest[OnDataPayload], frozen=True):
    """Something has come.

    The callback `onData` of `client.streams.create_stream`.

    It is answered with:

    * 202: It was taken.
    * 204: Nobody wants more.
    """

    expected: ClassVar[Expected] = Expected(
        "onData",
        payload=OnDataPayload,
    )


class OnEndCallback(ReceivedRequest[Ended], frozen=True):
    """The callback `onEnd` of `client.streams.create_stream`, `client.streams.change_stream`.

    It is answered with:

    * 204: Taken.
    """

    expected: ClassVar[Expected] = Expected(
        "onEnd",
        payload=Ended,
    )


class ChangeStreamOnDataCallback(ReceivedRequest[bytes], frozen=True):
    """The callback `onData` of `client.streams.change_stream`.

    It is answered with:

    * 204: Taken.
    """

    expected: ClassVar[Expected] = Expected(
        "onData",
        payload=bytes,
        media=("application/octet-stream",),
    )
