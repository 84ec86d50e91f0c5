# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal, TypeAlias

from ._runtime import Model


class Narrow(Model):
    """`Narrow` of the API."""

    id: str
    """`id`; the document does not explain it."""

    never: Any | None = None
    """`never`; the document does not explain it."""

    anything: Any | None = None
    """`anything`; the document does not explain it."""


class Open(Model):
    """`Open` of the API."""

    id: str | None = None
    """`id`; the document does not explain it."""

    never: Any | None = None
    """`never`; the document does not explain it."""

    anything: Any | None = None
    """`anything`; the document does not explain it."""


Value: TypeAlias = str | int | None
"""`Value` of the API."""

Pair: TypeAlias = list[str | Decimal]
"""`Pair` of the API."""

Mixed: TypeAlias = Literal[1] | int | Literal["a"] | str | None
"""`Mixed` of the API."""

Not: TypeAlias = Any
"""`Not` of the API."""
