# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from ._runtime import Model, Unknown, Variants


class Card(Model):
    """`Card` of the API."""

    kind: Literal["card"]
    """Undocumented."""

    last4: str
    """Undocumented."""


class Bank(Model):
    """`Bank` of the API."""

    kind: Literal["bank"]
    """Undocumented."""

    iban: str
    """Undocumented."""


class Refund(Model):
    """`Refund` of the API."""

    method: Method | None = None
    """Undocumented."""

    reference: str | int | None = None
    """Undocumented."""


Method: TypeAlias = Annotated[Card | Bank | Unknown, Variants("kind", {"card": Card, "bank": Bank})]
"""`Method` of the API."""
