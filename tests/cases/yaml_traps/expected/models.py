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
    """Default: `16`."""


class Order(Model):
    """`Order` of the API."""

    y: bool | None = None
    n: bool | None = None
    on: OrderOn | None = None
    off: str | None = None
    time: OrderTime | None = None
    day: Literal["2020-01-01"] | str | None = None
    code: OrderCode | None = None

    version: str | None = None
    """1_000 is text."""

    merged: OrderMerged | None = None
    again: OrderMerged | None = None
