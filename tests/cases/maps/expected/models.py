# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

# pyright: reportIncompatibleVariableOverride=false

from decimal import Decimal
from typing import Any, TypeAlias

from pydantic import Field

from ._runtime import Model


class EntriesItem(Model):
    """Part of `Entries`."""

    amount: Decimal | None = None


class Extra(Model):
    """`Extra` of the API."""

    __pydantic_extra__: dict[str, Decimal] = Field(init=False)

    id: str | None = None


class Shut(Model):
    """`Shut` of the API."""

    id: str | None = None


Plain: TypeAlias = dict[str, Any]
"""`Plain` of the API."""

Texts: TypeAlias = dict[str, str]
"""`Texts` of the API."""

Amounts: TypeAlias = dict[str, Decimal]
"""`Amounts` of the API."""

Nested: TypeAlias = dict[str, dict[str, int]]
"""`Nested` of the API."""

Entries: TypeAlias = dict[str, EntriesItem]
"""`Entries` of the API."""
