# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from typing_extensions import TypeAliasType

from ._runtime import CamelModel


class Holder(CamelModel):
    """`Holder` of the API."""

    tree: Tree | None = None
    json_: Json | None = None


if TYPE_CHECKING:
    Tree: TypeAlias = "list[Tree]"
else:
    Tree = TypeAliasType("Tree", "list[Tree]")
"""`Tree` of the API."""

if TYPE_CHECKING:
    Json: TypeAlias = "str | Decimal | list[Json] | dict[str, Json]"
else:
    Json = TypeAliasType("Json", "str | Decimal | list[Json] | dict[str, Json]")
"""`Json` of the API."""
