# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from ._runtime import Model


class AsyncShop(Model):
    """`AsyncShop` of the API."""

    id: str | None = None
    """Undocumented."""


class RefundsWithResponse(Model):
    """`RefundsWithResponse` of the API."""

    id: str | None = None
    """Undocumented."""


class LIST(Model):
    """`LIST` of the API."""

    id: str | None = None
    """Undocumented."""


class UnsetRequest(Model):
    """`UnsetRequest` of the API."""

    a: str | None = None
    """Undocumented."""
