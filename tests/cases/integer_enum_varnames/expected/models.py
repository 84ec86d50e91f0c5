# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from ._runtime import Model

Status: TypeAlias = Literal[3, 2, 10] | int
"""State of a refund.

* `3`: It waits.
* `2`: It was refused.
* `10`: Somebody looks at it.
"""


class Refund(Model):
    """`Refund` of the API."""

    status: Status | None = None


class Statuses:
    """Named values of `Status`."""

    PENDING: Final = 3
    """It waits."""

    DECLINED: Final = 2
    """It was refused."""

    IN_REVIEW: Final = 10
    """Somebody looks at it."""
