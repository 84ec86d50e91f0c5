# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from ._runtime import Model


class AsyncShop(Model):
    """`AsyncShop` of the API."""

    id: str | None = None


class RefundsWithResponse(Model):
    """`RefundsWithResponse` of the API."""

    id: str | None = None


class LIST(Model):
    """`LIST` of the API."""

    id: str | None = None


class UnsetRequest(Model):
    """The body of `PUT /refunds`."""

    a: str | None = None
