# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import TypeAlias

from ._runtime import CamelModel


class Node(CamelModel):
    """`Node` of the API."""

    value: int | None = None
    """`value`; the document does not explain it."""

    next: Node | None = None
    """`next`; the document does not explain it."""

    children: list[Node] | None = None
    """`children`; the document does not explain it."""

    by_name: dict[str, Branch] | None = None
    """`byName`; the document does not explain it."""


class Branch(CamelModel):
    """`Branch` of the API."""

    nodes: Nodes | None = None
    """`nodes`; the document does not explain it."""


Nodes: TypeAlias = list[Node]
"""`Nodes` of the API."""
