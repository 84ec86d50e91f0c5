# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from ._runtime import Model, Unknown, Variants


class Card(Model):
    """`Card` of the API."""

    kind: Literal["card"]
    last4: str


class Bank(Model):
    """`Bank` of the API."""

    kind: Literal["bank"]
    iban: str


class Refund(Model):
    """`Refund` of the API."""

    method: Method | None = None
    reference: str | int | None = None


Method: TypeAlias = Annotated[Card | Bank | Unknown, Variants("kind", {"card": Card, "bank": Bank})]
"""`Method` of the API."""
