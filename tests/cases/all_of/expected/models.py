# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from ._runtime import Model


class Base(Model):
    """`Base` of the API."""

    id: str
    """Undocumented."""

    note: str | None = None
    """Undocumented."""


class Refund(Model):
    """`Refund` of the API."""

    id: str
    """Undocumented."""

    note: str
    """Undocumented."""

    amount: Decimal | None = None
    """Undocumented."""


Wrapped: TypeAlias = Base
"""Only words are added."""
