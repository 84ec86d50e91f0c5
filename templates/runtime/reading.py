"""From the bytes of an answer that comes piece by piece to its items, without any I/O."""

from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar, cast

from . import codec, wire
from .errors import ResponseTooLargeError
from .flow import Call, Outcome, failed
from .framing import Events, ServerSentEvent, frames
from .headers import Headers
from .intake import BodyFault, Intake
from .mismatch import Mismatch
from .operation import Operation
from .pacing import Clock
from .response import Failure, Fault, Response, Whole
from .resuming import Resumption, field_of
from .settle import typed_headers, undecodable
from .terms import Terms
from .transport import failure_of

T = TypeVar("T")

END = "[DONE]"
"""What many services send as the data of a last event, which is no JSON."""


class Reading(Generic[T]):
    """What the blocking and the awaiting stream have in common: from the bytes of a reply to items."""

    def __init__(
        self,
        terms: Terms,
        operation: Operation[T],
        call: Call,
        outcome: Outcome,
        clock: Clock,
        reopen: Callable[[str], Any],
    ) -> None:
        self._terms, self._operation, self._outcome = terms, operation, outcome
        self._rules, self._clock = call.rules, clock
        self._raw: Any = outcome.reply.stream
        self._deadline = outcome.deadline
        self._intake: Intake | None = None
        self._ended = False
        limit = call.rules.max_response_bytes
        # An endless stream of events is the usual case: there the limit holds for each item.
        self._frames = frames(operation.streams or "octets", limit)
        self._frame_limit = limit
        self._limit = limit if operation.streams == "octets" else None
        self._reopen = reopen
        self._resumption = Resumption(operation, call, clock)

    @property
    def status(self) -> int:
        """The status of the answer."""
        return self._outcome.reply.status

    @property
    def headers(self) -> Headers:
        """The header fields of the answer."""
        return self._outcome.reply.headers

    def whole(self, kind: Whole) -> Response[Any]:
        """The response around this stream, whose content has not come yet."""
        reply, request = self._outcome.reply, self._outcome.request
        more: dict[str, Any] = {}
        mismatches: tuple[Mismatch, ...] = ()
        if self._operation.typed_headers is not None:
            described = self._operation.typed_headers
            headers, mismatches = typed_headers(described, self._outcome, self._rules.strict)
            more["typed_headers"] = headers
        return kind(
            value=self,
            status=reply.status,
            headers=reply.headers,
            mismatches=mismatches,
            content=b"",
            retries_taken=self._outcome.retries_taken,
            method=request.method,
            url=request.address,
            **more,
        )

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._outcome.request.title}>"

    def _unpacked(self, chunk: bytes) -> bytes:
        if self._deadline is not None and self._clock.monotonic() > self._deadline:
            raise BodyFault(Fault.TIMEOUT)
        if self._intake is None:
            self._intake = Intake(self.headers.get("content-encoding", ""), self._limit)
        self._intake.feed(chunk)
        return self._intake.taken()

    def _items(self, data: bytes) -> Iterator[T]:
        return self._told(self._frames.feed(data))

    def _rest(self) -> Iterator[T]:
        return self._told(self._last_frames())

    def _last_frames(self) -> Iterator[bytes | ServerSentEvent]:
        if self._intake is not None:
            self._intake.finish()
        yield from self._frames.finish()

    def _pause(self, error: Exception) -> float | None:
        """How long to wait before this stream is asked for again; None where it is not."""
        return self._resumption.pause(error, self._frames, self._deadline)

    @property
    def _last_event(self) -> str:
        """What the stream goes on behind, as the value of a header field."""
        return field_of(getattr(self._frames, "last_id", "")) or ""

    def _go_on(self, other: "Reading[T]") -> None:
        """Read on from another stream, which begins where this one broke off."""
        self._outcome, self._raw, self._intake = other._outcome, other._raw, None
        self._frames = Events(self._frame_limit, getattr(self._frames, "last_id", ""))

    def _told(self, items: Iterator[bytes | ServerSentEvent]) -> Iterator[T]:
        problem: Exception | None = None
        try:
            for item in items:
                self._resumption.note()
                yield from self._item(item)
        except BodyFault as error:
            problem = self._broken(error)
        if problem is not None:
            raise problem

    def _item(self, item: bytes | ServerSentEvent) -> Iterator[T]:
        annotation = cast("Any", self._operation.returns)
        if self._ended or annotation is bytes or annotation is ServerSentEvent:
            if not self._ended:
                yield cast("T", item)
            return
        text = item.data.encode() if isinstance(item, ServerSentEvent) else item
        if isinstance(item, ServerSentEvent) and item.data.strip() == END:
            self._ended = True
            return
        if isinstance(item, ServerSentEvent):
            annotation = self._operation.events.get(item.event, annotation)
            if annotation is str and item.event in self._operation.events:
                yield cast("T", item.data)
                return
        yield self._decoded(annotation, text)

    def _decoded(self, annotation: Any, text: bytes) -> T:
        mismatches: tuple[Mismatch, ...] = ()
        try:
            value, mismatches = codec.decode(annotation, text)
        except wire.NotJSON as problem:
            value, fault = None, str(problem)
        else:
            fault = "not as described" if mismatches and self._rules.strict else ""
        if fault:
            raise undecodable(self._outcome, fault, mismatches, text)
        if mismatches:
            found = f"{len(mismatches)} values not as described; {mismatches[0]!s:.200}"
            self._terms.log.warning("%s: %s", self._operation, found)
            if self._terms.on_mismatch is not None:
                self._terms.on_mismatch(mismatches, self._operation)
        return cast("T", value)

    def _broken(self, error: Exception) -> Exception:
        """The error of this package for one of the connection; any other as it is."""
        if isinstance(error, BodyFault):
            failure: Failure | None = Failure(error.fault, "", self.status, self.headers)
        else:
            failure = failure_of(error)
        if failure is None:
            return error
        told = failed(failure, self._outcome.request, self._outcome.retries_taken)
        if isinstance(told, ResponseTooLargeError):
            told.status, told.headers = self.status, self.headers
        return told
