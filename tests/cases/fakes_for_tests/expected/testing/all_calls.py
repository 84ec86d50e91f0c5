# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""What the methods of `client.all_calls` are answered in tests."""

from __future__ import annotations

# pyright: reportPrivateUsage=false

from typing import TYPE_CHECKING

from .._runtime.fake import ServiceFake, answering, streaming
from .._runtime.fake_answers import ExamplesByStatus
from ..resources.all_calls import ASK, WATCH, _ASK_STREAM

if TYPE_CHECKING:
    from ..resources.all_calls import AllCalls, AllCallsWithStreaming


class FakeAllCalls:
    """What the methods of `AllCalls` are answered."""

    def __init__(self, fake: ServiceFake, resource: AllCalls) -> None:
        self.watch = streaming(
            fake, resource.watch, WATCH, media="text/event-stream", examples=_WATCH_EXAMPLES
        )
        self.ask = answering(fake, resource.ask, ASK)
        self.with_streaming = FakeAllCallsWithStreaming(fake, resource.with_streaming)


class FakeAllCallsWithStreaming:
    """What the methods of `AllCalls` are answered that are read piece by piece."""

    def __init__(self, fake: ServiceFake, resource: AllCallsWithStreaming) -> None:
        self.ask = streaming(fake, resource.ask, _ASK_STREAM, media="application/x-ndjson")


_WATCH_EXAMPLES: ExamplesByStatus = {
    200: '{"id": "7", "total": 1.10}',
}
