# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from ._runtime import Model, Unknown, Variants


class Card(Model):
    """`Card` of the API."""

    method: str
    number: str


class Cash(Model):
    """`Cash` of the API."""

    method: str
    currency: str | None = None


class OtherPayment(Model):
    """`OtherPayment` of the API."""

    method: str | None = None
    note: str | None = None


Payment: TypeAlias = Annotated[
    Card | Cash | OtherPayment | Unknown,
    Variants(
        "method", {"card": Card, "cash": Cash, "voucher": OtherPayment}, otherwise=OtherPayment
    ),
]
"""`Payment` of the API."""
