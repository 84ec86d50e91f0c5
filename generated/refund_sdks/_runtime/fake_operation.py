"""One operation of a fake: what a test tells it to answer, and the calls that came."""

from collections.abc import Callable, Mapping
from typing import Any, Final, Generic, ParamSpec, Protocol, Self, TypeVar, cast

from msgspec.structs import replace

from . import codec
from .fake_answers import (
    FAULTS,
    FaultKind,
    Told,
    after,
    failing,
    going_wrong,
    has_room,
    item_of_stream,
    success,
    told,
    usual,
)
from .fake_calls import RecordedCall, sameness
from .fake_script import Make, Record
from .operation import Operation
from .unset import UNSET

P = ParamSpec("P")
T = TypeVar("T")

_NOTHING: Final[Mapping[str, str]] = {}


class Prober(Protocol):
    """What knows the request that a call would make."""

    def probed(self, operation: Operation[Any], call: Callable[[], object]) -> RecordedCall: ...


def _always(answer: Told) -> Make:
    return lambda _: answer


class _FakeAnswers(Generic[P, T]):
    """What is told to an operation, and what was asked of it.

    Whatever is told with `times` comes first, in the order in which it was told, then what was told last without; then
    the document's example, else a made-up value. Methods that tell give the operation back, so that they can be chained:
    `fake.refunds.get.fails_with(429, times=2).answers(refund)`.
    """

    def __init__(self, fake: Prober, method: Callable[P, object], record: Record) -> None:
        self._fake, self._method, self._record = fake, method, record

    @property
    def calls(self) -> list[RecordedCall]:
        """The calls that came, in order; the repetitions of one belong to it."""
        return list(self._record.calls)

    def fails_with(
        self,
        status: int,
        body: object = UNSET,
        *,
        headers: Mapping[str, str] = _NOTHING,
        times: int | None = None,
    ) -> Self:
        """Requests fail with this status. Without a `body` the document's example for it is sent."""
        if 200 <= status < 300:
            raise ValueError(f"{status} is a success: use `answers`")
        answer = failing(self._record.answering, status, body, headers)
        return self._add(_always(answer), f"fails_with({status})", times)

    def breaks(self, fault: FaultKind, *, times: int | None = None) -> Self:
        """Something goes wrong; see `FaultKind`.

        Raises:
            ValueError: the answer has no room for the fault, such as for an unknown value where it has no enumeration.
        """
        answer = going_wrong(self._record.answering, fault)
        return self._add(_always(answer), f"breaks({fault!r})", times)

    @property
    def faults(self) -> tuple[FaultKind, ...]:
        """The faults that its answer has room for, to try one after the other."""
        return tuple(fault for fault in FAULTS if has_room(self._record.answering, fault))

    def replies(
        self,
        content: bytes | str = b"",
        *,
        status: int = 200,
        media: str = "application/json",
        headers: Mapping[str, str] = _NOTHING,
        times: int | None = None,
    ) -> Self:
        """Requests are answered by just this, whatever the document says."""
        octets = content.encode() if isinstance(content, str) else content
        answer = told(status, media, octets, headers)
        return self._add(_always(answer), f"replies(status={status})", times)

    def when(self, *args: P.args, **kwargs: P.kwargs) -> Self:
        """The operation for calls with just these arguments: what is told to it goes before all else."""
        narrowed = self._record.narrowed(self._request_of(*args, **kwargs))
        return type(self)(self._fake, self._method, narrowed)

    def assert_called_with(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """A call came that these arguments make: the same path, query, declared headers and body.

        Raises:
            AssertionError: none did; the message shows those that came.
        """
        wanted = self._request_of(*args, **kwargs)
        if any(sameness(self._record.operation, call) == wanted for call in self._record.calls):
            return
        shown = self._fake.probed(self._record.operation, lambda: self._method(*args, **kwargs))
        came = "".join(f"\n  {call!r}" for call in self._record.calls) or " none"
        raise AssertionError(f"no call was\n  {shown!r}\nthose that came:{came}")

    def assert_called_once_with(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """As `assert_called_with`, and it was the only call. Raises AssertionError."""
        if len(self._record.calls) != 1:
            raise AssertionError(
                f"{self._record.operation} was called {len(self._record.calls)} times"
            )
        self.assert_called_with(*args, **kwargs)

    def assert_not_called(self) -> None:
        """No call came. Raises AssertionError."""
        if self._record.calls:
            came = "".join(f"\n  {call!r}" for call in self._record.calls)
            raise AssertionError(f"{self._record.operation} was called:{came}")

    def _add(self, make: Make, title: str, times: int | None) -> Self:
        self._record.script.add(make, title, times)
        return self

    def _request_of(self, *args: P.args, **kwargs: P.kwargs) -> tuple[object, ...]:
        call = self._fake.probed(self._record.operation, lambda: self._method(*args, **kwargs))
        return sameness(self._record.operation, call)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._record.operation}>"


class FakeOperation(_FakeAnswers[P, T]):
    """An operation that is called with P and answers with a T."""

    def answers(
        self,
        *values: T,
        status: int | None = None,
        headers: Mapping[str, str] = _NOTHING,
        times: int | None = None,
    ) -> Self:
        """Requests are answered by this value, from now on or `times` times. Of several values each answers one
        request, in order.

        Raises:
            TypeError: a value is none that the operation answers with.
        """
        each = times if len(values) < 2 else times or 1
        for value in values:
            answer = success(self._record.answering, value, status, headers)
            self._add(_always(answer), f"answers({value!r:.60})", each)
        return self

    def answers_by(self, make: Callable[[RecordedCall], T], *, times: int | None = None) -> Self:
        """Requests are answered by what a function makes of them; what it raises comes out of the call."""

        def answer(call: RecordedCall) -> Told:
            return success(self._record.answering, make(call), None, _NOTHING)

        return self._add(answer, "answers_by(…)", times)

    @property
    def example(self) -> T:
        """What is answered where nothing else was told, as a new value: to be changed and handed to `answers`."""
        shape, content = self._record.answering.shapes[0], usual(self._record.answering).content
        if shape.annotation is None or shape.annotation is bytes:
            return cast("T", content if shape.annotation else None)
        if shape.annotation is str and "json" not in shape.media:
            return cast("T", content.decode())
        return cast("T", codec.decode(shape.annotation, content)[0])


class FakeStream(_FakeAnswers[P, T]):
    """An operation whose answer comes piece by piece, each a T."""

    def streams(
        self,
        *items: T,
        then: FaultKind | None = None,
        headers: Mapping[str, str] = _NOTHING,
        times: int | None = None,
    ) -> Self:
        """Requests are answered by these items. `then` the connection is `reset` or `cut_off`, or nothing more comes
        (`timeout`); without it the answer ends.
        """
        chunks = tuple(item_of_stream(self._record.operation, item) for item in items)
        first = self._record.answering.shapes[0]
        begun = told(first.status, first.media, b" ", headers)
        answer = replace(begun, chunks=chunks, then=after(then))
        return self._add(_always(answer), f"streams({len(items)} items)", times)
