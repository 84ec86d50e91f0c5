# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""Geins Management API, order refunds in memory, for tests: `FakeGeins`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..._runtime.fake import ServiceFake, UnexpectedCall
from ..._runtime.fake_answers import FAULTS, FaultKind
from ..._runtime.fake_calls import RecordedCall
from ..client import API, AsyncGeins, Geins

if TYPE_CHECKING:
    from .refunds import FakeRefunds

__all__ = [
    "FAULTS",
    "FakeGeins",
    "FaultKind",
    "RecordedCall",
    "UnexpectedCall",
]


class FakeGeins(ServiceFake):
    """Geins Management API, order refunds in memory: real clients, and answers that a test decides.

    Requests are encoded, checked, sent, repeated and decoded as always, but to no network, and
    pauses take no time. What a test has not told is answered by the document's examples, else by
    made-up values.

    Args:
        examples: Whether there are such answers. Without them a call that nothing was told about
            is an `UnexpectedCall`.
    """

    def __init__(self, *, examples: bool = True) -> None:
        super().__init__(API, __name__, {"refunds": "refunds"}, examples=examples)
        self._probe = self._probing(Geins)
        self.client = self._making(Geins)
        """Makes a `Geins` whose calls are answered here."""
        self.async_client = self._making(AsyncGeins)
        """Makes an `AsyncGeins` whose calls are answered here."""

    @cached_property
    def refunds(self) -> FakeRefunds:
        """What the methods of `client.refunds` are answered."""
        from .refunds import FakeRefunds

        return FakeRefunds(self, self._probe.refunds)
