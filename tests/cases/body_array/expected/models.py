# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from ._runtime import Model


class CreateRefundRequest(Model):
    """Part of `POST /refunds`."""

    sku: str | None = None


class CreateRefundResponse(Model):
    """What `POST /refunds` answers (201)."""

    id: str | None = None
