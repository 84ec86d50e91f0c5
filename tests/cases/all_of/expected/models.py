# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from ._runtime import Model


class Base(Model):
    """`Base` of the API."""

    id: str
    note: str | None = None


class Refund(Model):
    """`Refund` of the API."""

    id: str
    note: str
    amount: Decimal | None = None


Wrapped: TypeAlias = Base
"""Only words are added."""
