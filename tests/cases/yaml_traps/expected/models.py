# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ._runtime import Model

OrderOn: TypeAlias = Literal["on", "off", "yes", "NO"] | str
"""`on` of the API."""

OrderTime: TypeAlias = Literal["12:30", "1:2:3"] | str
"""`time` of the API."""

OrderDay: TypeAlias = Literal["2020-01-01"] | str
"""`day` of the API."""

OrderCode: TypeAlias = Literal["0777", "08", "1e3x"] | str
"""`code` of the API."""


class OrderMerged(Model):
    """`merged` of the API."""

    a: int | None = None
    """`a`; the document does not explain it.

    The server takes `16` where this is not given.
    """


class Order(Model):
    """`Order` of the API."""

    y: bool | None = None
    """`y`; the document does not explain it."""

    n: bool | None = None
    """`n`; the document does not explain it."""

    on: OrderOn | None = None
    """`on`; the document does not explain it."""

    off: str | None = None
    """`off`; the document does not explain it."""

    time: OrderTime | None = None
    """`time`; the document does not explain it."""

    day: OrderDay | None = None
    """`day`; the document does not explain it."""

    code: OrderCode | None = None
    """`code`; the document does not explain it."""

    version: str | None = None
    """1_000 is text."""

    merged: OrderMerged | None = None
    """`merged`; the document does not explain it."""

    again: OrderMerged | None = None
    """`again`; the document does not explain it."""
