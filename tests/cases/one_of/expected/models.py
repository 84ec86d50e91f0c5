# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from ._runtime import Model, Unknown, Variants


class Card(Model):
    """`Card` of the API."""

    kind: Literal["card"]
    """`kind`; the document does not explain it."""

    last4: str
    """`last4`; the document does not explain it."""


class Bank(Model):
    """`Bank` of the API."""

    kind: Literal["bank"]
    """`kind`; the document does not explain it."""

    iban: str
    """`iban`; the document does not explain it."""


class Refund(Model):
    """`Refund` of the API."""

    method: Method | None = None
    """`method`; the document does not explain it."""

    reference: str | int | None = None
    """`reference`; the document does not explain it."""


Method: TypeAlias = Annotated[Card | Bank | Unknown, Variants("kind", {"card": Card, "bank": Bank})]
"""`Method` of the API."""
