# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from ._runtime import CamelModel


class Event(CamelModel):
    """`Event` of the API."""

    date_: date | None = None
    """`date`; the document does not explain it."""

    datetime_: datetime | None = None
    """`datetime`; the document does not explain it."""

    uuid: UUID | None = None
    """`uuid`; the document does not explain it."""

    at: datetime | None = None
    """`at`; the document does not explain it."""

    on: date | None = None
    """`on`; the document does not explain it."""

    id: UUID | None = None
    """`id`; the document does not explain it."""

    mail: str | None = None
    """`mail`; the document does not explain it.

    Format: email.
    """
