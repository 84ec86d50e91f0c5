# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._runtime import Model


class ANewcomerFirst(Model):
    """`A-newcomer-first` of the API."""

    a: str | None = None
    """`a`; the document does not explain it."""


class LineItemModel(Model):
    """`Line_Item` of the API."""

    rival: str | None = None
    """`rival`; the document does not explain it."""


class LineItem(Model):
    """`LineItem` of the API."""

    refund_id_2: Annotated[str | None, Field(alias="refund_id")] = None
    """`refund_id`; the document does not explain it."""

    refund_id: Annotated[str | None, Field(alias="refundID")] = None
    """`refundID`; the document does not explain it."""
