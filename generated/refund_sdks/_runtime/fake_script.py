"""What an operation of a fake was told to answer: in which order, how often, and whether it came to that."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from .fake_answers import Answering, Told, usual
from .fake_calls import RecordedCall, sameness
from .operation import Operation

Make = Callable[[RecordedCall], Told]


class _Step(Struct, eq=False):
    make: Make
    title: str
    times: int | None
    used: int = 0

    @property
    def is_due(self) -> bool:
        return self.times is None or self.used < self.times

    @property
    def is_unused(self) -> bool:
        return self.used == 0 or (self.times is not None and self.is_due)

    def __str__(self) -> str:
        if self.times is None or not self.used:
            return f"`{self.title}` was never used"
        return f"`{self.title}` was used {self.used} of {self.times} times"


class Script:
    """Answers that hold for some requests, in the order in which they were told, and the one that holds from then on."""

    def __init__(self) -> None:
        self._limited: list[_Step] = []
        self._standing: _Step | None = None

    def add(self, make: Make, title: str, times: int | None) -> None:
        """Tells an answer for so many requests; for all from now on where `times` is None."""
        if times is None:
            self._standing = _Step(make, title, None)
        elif times < 1:
            raise ValueError("`times` is at least 1")
        else:
            self._limited.append(_Step(make, title, times))

    def next(self) -> Make | None:
        """The answer that is due, which counts as used; None where nothing is."""
        step = next((step for step in self._limited if step.is_due), self._standing)
        if step is None:
            return None
        step.used += 1
        return step.make

    @property
    def unused(self) -> list[str]:
        """What was told and not used, or not as often."""
        steps = [*self._limited, *([self._standing] if self._standing else [])]
        return [str(step) for step in steps if step.is_unused]


class Record:
    """An operation of a fake: what is known of its answers, what it was told, and the calls that came.

    `wanted` are the arguments that it is about, as `sameness` has them; None for all.
    """

    def __init__(self, answering: Answering, wanted: tuple[object, ...] | None = None) -> None:
        self.answering, self.wanted = answering, wanted
        self.script = Script()
        self.calls: list[RecordedCall] = []
        self.narrower: list[Record] = []

    @property
    def operation(self) -> Operation[Any]:
        """The operation as the client declares it."""
        return self.answering.operation

    def narrowed(self, wanted: tuple[object, ...]) -> "Record":
        """A record of the calls with these arguments alone; what it is told goes first."""
        made = Record(self.answering, wanted)
        self.narrower.append(made)
        return made

    def answer(self, call: RecordedCall) -> Make | None:
        """The answer to a call, which counts as used; None where nothing is left of what was told."""
        asked = sameness(self.operation, call) if self.narrower else None
        # The last that was told goes before the others.
        for record in reversed(self.narrower):
            if record.wanted == asked:
                record.note(call)
                make = record.script.next()
                if make is not None:
                    return make
        return self.script.next()

    def usual(self, call: RecordedCall) -> Told:
        """The answer where nothing was told."""
        return usual(self.answering, call)

    def note(self, call: RecordedCall) -> None:
        """Adds a call to those that came, unless this is its repetition."""
        if call not in self.calls:
            self.calls.append(call)

    @property
    def unused(self) -> list[str]:
        """What was told and not used, or not as often."""
        scripts = [self.script, *(record.script for record in self.narrower)]
        return [f"{self.operation}: {line}" for script in scripts for line in script.unused]
