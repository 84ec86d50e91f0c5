# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Courier."""

from __future__ import annotations

from datetime import datetime

from ._runtime import Model


class ParcelMovedPayloadPlace(Model):
    """`place` of `ParcelMovedPayload`."""

    city: str | None = None


class ParcelMovedPayload(Model):
    """`ParcelMovedPayload` of the API."""

    parcel: str
    at: datetime
    place: ParcelMovedPayloadPlace | None = None
