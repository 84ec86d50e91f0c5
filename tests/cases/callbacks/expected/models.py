# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Streams."""

from __future__ import annotations

from datetime import datetime

from ._runtime import CamelModel


class Ended(CamelModel):
    """`Ended` of the API."""

    reason: str | None = None


class OnDataPayload(CamelModel):
    """`OnDataPayload` of the API."""

    timestamp: datetime | None = None
    user_data: str | None = None
