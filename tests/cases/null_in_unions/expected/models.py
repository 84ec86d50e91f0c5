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
    """Undocumented."""


class Bank(Model):
    """`Bank` of the API."""

    iban: str
    """Undocumented."""


class RefundR(Model):
    """`r` of `Refund`."""

    x: str | None = None
    """Undocumented."""


class Refund(Model):
    """`Refund` of the API."""

    a: str | None
    """Undocumented."""

    b: str | int | None
    """Undocumented."""

    c: str | None
    """Undocumented."""

    d: date | None
    """Undocumented."""

    e: Card | None
    """Undocumented."""

    f: State | None
    """Undocumented."""

    g: RefundG | None
    """Undocumented."""

    h: RefundH | None
    """Undocumented."""

    i: None
    """Undocumented."""

    j: CardOrNull
    """Undocumented."""

    k: CardOrNull
    """Undocumented."""

    l: PayeeOrNull
    """Undocumented."""

    m: RefundM
    """Undocumented."""

    n: int | None
    """Undocumented."""

    o: list[int | None] | None
    """Undocumented."""

    p: list[Card] | None
    """Undocumented."""

    q: str | int | None
    """Undocumented."""

    r: RefundR | None
    """Undocumented."""

    s: Card | None
    """Undocumented."""


Nothing: TypeAlias = None
"""`Nothing` of the API."""

CardOrNull: TypeAlias = Card | None
"""`CardOrNull` of the API."""

PayeeOrNull: TypeAlias = Annotated[Card | Bank | None | Unknown, Variants()]
"""`PayeeOrNull` of the API."""

RefundM: TypeAlias = Annotated[Card | Bank | int | None | Unknown, Variants()]
"""`m` of `Refund`."""
