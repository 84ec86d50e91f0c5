# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from ._runtime import Model


class CreateRefundRequest(Model):
    """`[]` of the API."""

    sku: str | None = None
    """`sku`; the document does not explain it."""


class CreateRefundResponse(Model):
    """`201` of the API."""

    id: str | None = None
    """`id`; the document does not explain it."""
