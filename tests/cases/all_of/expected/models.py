# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from ._runtime import Model


class Base(Model):
    """`Base` of the API."""

    id: str
    """`id`; the document does not explain it."""

    note: str | None = None
    """`note`; the document does not explain it."""


class Refund(Model):
    """`Refund` of the API."""

    id: str
    """`id`; the document does not explain it."""

    note: str
    """`note`; the document does not explain it."""

    amount: Decimal | None = None
    """`amount`; the document does not explain it."""


Wrapped: TypeAlias = Base
"""Only words are added."""
