# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

GFresh: TypeAlias = Literal["f1", "f2"] | str
"""`fresh` of `GET /a`."""

GStatus: TypeAlias = Literal["s1", "s2"] | str
"""`status` of `GET /a`."""

GKind: TypeAlias = Literal["k1", "k2"] | str
"""`kind` of `GET /a`."""


class GStatuses:
    """Named values of `GStatus`."""

    A: Final = "s1"
    """`"s1"`"""

    B: Final = "s2"
    """`"s2"`"""
