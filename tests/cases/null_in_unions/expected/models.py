# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, TypeAlias

from ._runtime import Model, Unknown, Variants

State: TypeAlias = Literal["open", "done"] | str
"""`State` of the API."""

RefundG: TypeAlias = Literal["open", "done"] | str
"""`g` of `Refund`."""

RefundH: TypeAlias = Literal["open", "done"] | str
"""`h` of `Refund`."""


class Card(Model):
    """`Card` of the API."""

    card: str


class Bank(Model):
    """`Bank` of the API."""

    iban: str


class RefundR(Model):
    """`r` of `Refund`."""

    x: str | None = None


class Refund(Model):
    """`Refund` of the API."""

    a: str | None
    b: str | int | None
    c: str | None
    d: date | None
    e: Card | None
    f: State | None
    g: RefundG | None
    h: RefundH | None
    i: None
    j: CardOrNull
    k: CardOrNull
    l: PayeeOrNull
    m: RefundM
    n: int | None
    o: list[int | None] | None
    p: list[Card] | None
    q: str | int | None
    r: RefundR | None
    s: Card | None
    t: None = None
    u: list[None] | None = None


Nothing: TypeAlias = None
"""`Nothing` of the API."""

NothingElse: TypeAlias = None
"""`NothingElse` of the API."""

CardOrNull: TypeAlias = Card | None
"""`CardOrNull` of the API."""

PayeeOrNull: TypeAlias = Annotated[Card | Bank | None | Unknown, Variants()]
"""`PayeeOrNull` of the API."""

RefundM: TypeAlias = Annotated[Card | Bank | int | None | Unknown, Variants()]
"""`m` of `Refund`."""
