# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ._runtime import Model


class Order(Model):
    """`Order` of the API."""

    id: int | None = None
    made: datetime | None = None
    proof: str | None = None
    anything: Any | None = None
    whatever: Any | None = None
    counts: dict[str, int] | None = None
