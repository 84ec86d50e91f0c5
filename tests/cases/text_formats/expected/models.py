# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from ._runtime import CamelModel


class Event(CamelModel):
    """`Event` of the API."""

    date_: date | None = None
    datetime_: datetime | None = None
    uuid: UUID | None = None
    at: datetime | None = None
    on: date | None = None
    id: UUID | None = None

    mail: str | None = None
    """Format: email."""

    lasts: str | None = None
    """Format: duration."""

    price: str | None = None
    """Format: decimal."""

    host: str | None = None
    """Format: ipv4."""

    page: str | None = None
    """Format: uri."""

    open: bool | None = None
