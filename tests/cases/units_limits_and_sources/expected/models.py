# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from ._runtime import Model


class Refund(Model):
    """`Refund` of the API.

    Source: page-1, lines 3-9.
    """

    amount: Decimal | None = None
    """In minor units of the currency (1250 is 12.50 where the unit has cents). At least 0. At most
    1000.
    """

    rate: Decimal | None = None
    """A percentage: 25 means 25 %.

    Inferred from page-1, line 4. From the example.
    """

    code: str | None = None
    """At least 2 characters. At most 8 characters. Matches `^[A-Z]+$`. Deprecated."""

    old: str | None = None
    """Deprecated, use `code`."""

    made: datetime | None = None
    """Only the server sets this."""

    secret: str | None = None
    """Only sent, never returned.

    From outside the document (https://example.com/doc). Seen there.
    """

    tags: list[str] | None = None
    """At most 3 items. No item occurs twice."""
