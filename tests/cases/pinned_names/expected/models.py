# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._runtime import Model


class RefundList(Model):
    """`refund_list_v2` of the API."""

    refunds: Annotated[list[str] | None, Field(alias="rfnds")] = None
