# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from ._runtime import Model


class AsyncShop(Model):
    """`AsyncShop` of the API."""

    id: str | None = None
    """`id`; the document does not explain it."""


class RefundsWithResponse(Model):
    """`RefundsWithResponse` of the API."""

    id: str | None = None
    """`id`; the document does not explain it."""


class LIST(Model):
    """`LIST` of the API."""

    id: str | None = None
    """`id`; the document does not explain it."""


class UnsetRequest(Model):
    """`request` of the API."""

    a: str | None = None
    """`a`; the document does not explain it."""
