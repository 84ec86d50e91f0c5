# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from ._runtime import CamelModel


class Event(CamelModel):
    """`Event` of the API."""

    date_: date | None = None
    """Undocumented."""

    datetime_: datetime | None = None
    """Undocumented."""

    uuid: UUID | None = None
    """Undocumented."""

    at: datetime | None = None
    """Undocumented."""

    on: date | None = None
    """Undocumented."""

    id: UUID | None = None
    """Undocumented."""

    mail: str | None = None
    """Format: email."""
