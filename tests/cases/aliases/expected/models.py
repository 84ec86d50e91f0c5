# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Any, TypeAlias

from ._runtime import Model


class Holder(Model):
    """`Holder` of the API."""

    id: Id | None = None
    """Id of anything.

    At most 20 characters.
    """

    ids: Ids | None = None
    groups: Groups | None = None
    maybe: MaybeId | None = None

    value: AnyValue | None = None
    """Whatever it is."""

    also: Holder | None = None


Id: TypeAlias = str
"""Id of anything.

At most 20 characters.
"""

Ids: TypeAlias = list[Id]
"""`Ids` of the API."""

Groups: TypeAlias = dict[str, Ids]
"""`Groups` of the API."""

MaybeId: TypeAlias = str | None
"""`MaybeId` of the API."""

AnyValue: TypeAlias = Any
"""Whatever it is."""

Also: TypeAlias = Holder
"""`Also` of the API."""
