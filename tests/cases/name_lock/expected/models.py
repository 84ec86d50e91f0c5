# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._runtime import Model


class ANewcomerFirst(Model):
    """`A-newcomer-first` of the API."""

    a: str | None = None


class LineItemModel(Model):
    """`Line_Item` of the API."""

    rival: str | None = None


class LineItem(Model):
    """`LineItem` of the API."""

    refund_id_2: Annotated[str | None, Field(alias="refund_id")] = None
    refund_id: Annotated[str | None, Field(alias="refundID")] = None
