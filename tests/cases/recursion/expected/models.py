# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import TypeAlias

from ._runtime import CamelModel


class Node(CamelModel):
    """`Node` of the API."""

    value: int | None = None
    """Undocumented."""

    next: Node | None = None
    """Undocumented."""

    children: list[Node] | None = None
    """Undocumented."""

    by_name: dict[str, Branch] | None = None
    """Undocumented."""


class Branch(CamelModel):
    """`Branch` of the API."""

    nodes: Nodes | None = None
    """Undocumented."""


Nodes: TypeAlias = list[Node]
"""`Nodes` of the API."""
