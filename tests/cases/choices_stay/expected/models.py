# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from ._runtime import Model, Unknown, Variants


class PaymentWallet(Model):
    """`wallet` of `Payment`."""

    wallet: str | None = None


class PaymentCardCard(Model):
    """`card` of `PaymentCard`."""

    number: str | None = None


class PaymentCard(Model):
    """`card` of `Payment`."""

    card: PaymentCardCard | None = None


class PaymentBic(Model):
    """`iban` of `Payment`."""

    iban: str | None = None
    bic: str | None = None


class PaymentAccount(Model):
    """`account` of `Payment`."""

    bic: str | None = None
    account: str | None = None


Payment: TypeAlias = Annotated[
    PaymentWallet | PaymentCard | PaymentBic | PaymentAccount | Unknown, Variants()
]
"""`Payment` of the API."""
