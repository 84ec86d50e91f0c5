# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Bank."""

from __future__ import annotations

from decimal import Decimal

from ._runtime import Model


class PaidPayload(Model):
    """`PaidPayload` of the API."""

    amount: Decimal | None = None
