# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from ._runtime import Model


class Event(Model):
    """`Event` of the API."""

    date: dt.date | None = None
    datetime: dt.datetime | None = None
    uuid: UUID | None = None
    at: dt.datetime | None = None
    on: dt.date | None = None
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
