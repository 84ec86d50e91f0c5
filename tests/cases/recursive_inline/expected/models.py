# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from typing_extensions import TypeAliasType

from ._runtime import Model


class Holder(Model):
    """`Holder` of the API."""

    tree: Tree
    filter: Filter
    labels: Labels | None = None

    annotated: AnnotatedModel | None = None
    """A keyword that nobody knows says nothing about values."""


if TYPE_CHECKING:
    TreeItem: TypeAlias = "list[TreeItem]"
else:
    TreeItem = TypeAliasType("TreeItem", "list[TreeItem]")
"""Part of `Tree`.

Format: nested.
"""

Tree: TypeAlias = list[list[TreeItem]]
"""`Tree` of the API."""

if TYPE_CHECKING:
    FilterArray: TypeAlias = "list[FilterArrayItem]"
else:
    FilterArray = TypeAliasType("FilterArray", "list[FilterArrayItem]")
"""Part of `Filter`."""

if TYPE_CHECKING:
    FilterArrayItem: TypeAlias = "str | FilterArray"
else:
    FilterArrayItem = TypeAliasType("FilterArrayItem", "str | FilterArray")
"""Part of `FilterArray`.

Format: nested.
"""

Filter: TypeAlias = str | list[str | FilterArray]
"""`Filter` of the API."""

if TYPE_CHECKING:
    LabelsItem: TypeAlias = "dict[str, LabelsItem]"
else:
    LabelsItem = TypeAliasType("LabelsItem", "dict[str, LabelsItem]")
"""Part of `Labels`.

Format: nested.
"""

Labels: TypeAlias = dict[str, dict[str, LabelsItem]]
"""`Labels` of the API."""

if TYPE_CHECKING:
    AnnotatedModel: TypeAlias = "list[AnnotatedModel]"
else:
    AnnotatedModel = TypeAliasType("AnnotatedModel", "list[AnnotatedModel]")
"""A keyword that nobody knows says nothing about values."""
