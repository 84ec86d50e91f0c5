# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ._runtime import Model

Reason: TypeAlias = Literal["damaged", "late"]
"""`Reason` of the API."""


class Return(Model):
    """`Return` of the API."""

    reason: Reason | None = None
