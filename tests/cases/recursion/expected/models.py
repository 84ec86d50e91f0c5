# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import TypeAlias

from ._runtime import CamelModel


class Node(CamelModel):
    """`Node` of the API."""

    value: int | None = None
    next: Node | None = None
    children: list[Node] | None = None
    by_name: dict[str, Branch] | None = None


class Branch(CamelModel):
    """`Branch` of the API."""

    nodes: Nodes | None = None


Nodes: TypeAlias = list[Node]
"""`Nodes` of the API."""
