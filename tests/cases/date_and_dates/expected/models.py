# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

import datetime as dt

from ._runtime import Model


class Day(Model):
    """`Day` of the API."""

    date: str | None = None
    open: bool | None = None
    since: dt.date | None = None
