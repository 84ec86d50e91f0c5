# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ._runtime import Model

OrderOn: TypeAlias = Literal["on", "off", "yes", "NO"] | str
"""`on` of `Order`."""

OrderTime: TypeAlias = Literal["12:30", "1:2:3"] | str
"""`time` of `Order`."""

OrderCode: TypeAlias = Literal["0777", "08", "1e3x"] | str
"""`code` of `Order`."""


class OrderMerged(Model):
    """`merged` of `Order`."""

    a: int | None = None
    """The server takes `16` where this is not given."""


class Order(Model):
    """`Order` of the API."""

    y: bool | None = None
    """Undocumented."""

    n: bool | None = None
    """Undocumented."""

    on: OrderOn | None = None
    """Undocumented."""

    off: str | None = None
    """Undocumented."""

    time: OrderTime | None = None
    """Undocumented."""

    day: Literal["2020-01-01"] | str | None = None
    """Undocumented."""

    code: OrderCode | None = None
    """Undocumented."""

    version: str | None = None
    """1_000 is text."""

    merged: OrderMerged | None = None
    """Undocumented."""

    again: OrderMerged | None = None
    """Undocumented."""
