"""Operations that take their time: what says whether one is done, and which call leads to one that is to be waited for."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from msgspec import Struct

from .paging import Pointer

State: TypeAlias = str | int | bool
"""A value that says how far something is."""


class Wait(Struct, frozen=True):
    """When that is done which an operation reads.

    `state` leads to the value that says so; None: the status of the answer does. `done` and `failed` are its values in the
    end; `pending` are statuses of failure at which to go on. `error` leads to what tells why it failed. `interval` (between
    two calls) and `timeout` are seconds. `method` is what the method is called, where the document says so; it does where
    an operation has several.
    """

    state: Pointer | None
    done: tuple[State, ...]
    failed: tuple[State, ...]
    pending: tuple[int, ...]
    error: Pointer | None
    interval: Decimal
    timeout: Decimal
    method: str | None


class Start(Struct, frozen=True):
    """That an operation begins what the operation behind its link `link` is asked about until it is done.

    `until` is the method that waits there, where there are several.
    """

    link: str
    method: str | None = None
    until: str | None = None
