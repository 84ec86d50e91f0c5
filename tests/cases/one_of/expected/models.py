# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from ._runtime import Model, Unknown, Variants

LostResult: TypeAlias = Literal["lost", "void"] | str
"""`result` of `Lost`."""


class Card(Model):
    """`Card` of the API."""

    kind: Literal["card"]
    last4: str


class Bank(Model):
    """`Bank` of the API."""

    kind: Literal["bank"]
    iban: str


class Won(Model):
    """`Won` of the API."""

    result: Literal["won"] | str | None = None
    note: str | None = None


class Lost(Model):
    """`Lost` of the API."""

    result: LostResult | None = None
    note: str | None = None


class Refund(Model):
    """`Refund` of the API."""

    method: Method | None = None
    reference: str | int | None = None


Method: TypeAlias = Annotated[Card | Bank | Unknown, Variants("kind", {"card": Card, "bank": Bank})]
"""`Method` of the API."""

Change: TypeAlias = Annotated[
    Won | Lost | Unknown,
    Variants("result", {"won": Won, "lost": Lost, "void": Lost}, optional=True),
]
"""The constants tell, where they are said at all."""
