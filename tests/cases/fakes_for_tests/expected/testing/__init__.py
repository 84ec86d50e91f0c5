# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""Shop in memory, for tests: `FakeShop`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.fake import ServiceFake, UnexpectedCall
from .._runtime.fake_answers import FAULTS, FaultKind
from .._runtime.fake_calls import RecordedCall
from ..client import API, AsyncShop, Shop

if TYPE_CHECKING:
    from .all_calls import FakeAllCalls
    from .orders import FakeOrders

__all__ = [
    "FAULTS",
    "FakeShop",
    "FaultKind",
    "RecordedCall",
    "UnexpectedCall",
]


class FakeShop(ServiceFake):
    """Shop in memory: real clients, and answers that a test decides.

    Requests are encoded, checked, sent, repeated and decoded as always, but to no network, and
    pauses take no time. What a test has not told is answered by the document's examples, else by
    made-up values.

    Args:
        examples: Whether there are such answers. Without them a call that nothing was told about
            is an `UnexpectedCall`.
    """

    def __init__(self, *, examples: bool = True) -> None:
        super().__init__(
            API, __name__, {"orders": "orders", "all_calls_": "all_calls"}, examples=examples
        )
        self._probe = self._probing(Shop)
        self.client = self._making(Shop)
        """Makes a `Shop` whose calls are answered here."""
        self.async_client = self._making(AsyncShop)
        """Makes an `AsyncShop` whose calls are answered here."""

    @cached_property
    def orders(self) -> FakeOrders:
        """What the methods of `client.orders` are answered."""
        from .orders import FakeOrders

        return FakeOrders(self, self._probe.orders)

    @cached_property
    def all_calls_(self) -> FakeAllCalls:
        """What the methods of `client.all_calls` are answered."""
        from .all_calls import FakeAllCalls

        return FakeAllCalls(self, self._probe.all_calls)
