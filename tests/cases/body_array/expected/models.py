# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from ._runtime import Model


class CreateRefundRequest(Model):
    """`CreateRefundRequest` of the API."""

    sku: str | None = None


class CreateRefundResponse(Model):
    """`CreateRefundResponse` of the API."""

    id: str | None = None
