"""When a stream of server-sent events that broke off is asked for again, and from where (WHATWG HTML, §9.2.3).

It is asked for again where the service gives its events ids, which is how it says that it can go on behind one: the last id
goes into `Last-Event-ID`. Without ids nobody could tell which events are missing, so that the error stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .errors import APIConnectionError
from .framing import Events
from .headers import is_field_value
from .pacing import LONGEST_RETRY_AFTER, Clock, backoff

if TYPE_CHECKING:
    from .flow import Call
    from .operation import Operation

HEADER: Final = "Last-Event-ID"


class Resumption:
    """How often one stream may be asked for again: as often as a call is repeated, counted anew with every event."""

    def __init__(self, operation: Operation[Any], call: Call, clock: Clock) -> None:
        wanted = operation.method == "GET" if operation.resumes is None else operation.resumes
        self._most = call.rules.retries if wanted and call.replayable else 0
        self._clock = clock
        self._taken = 0

    def note(self) -> None:
        """Notes that an event has come."""
        self._taken = 0

    def pause(self, error: Exception, frames: object, deadline: float | None) -> float | None:
        """How long to wait before the stream is asked for again; None where it is not."""
        if not isinstance(error, APIConnectionError) or not isinstance(frames, Events):
            return None
        if self._taken >= self._most or not frames.last_id or field_of(frames.last_id) is None:
            return None
        asked = None if frames.retry is None else frames.retry / 1000
        pause = backoff(self._taken, self._clock) if asked is None else asked
        self._taken += 1
        ends = None if deadline is None else deadline - self._clock.monotonic()
        too_late = ends is not None and pause >= ends
        return None if too_late or pause > LONGEST_RETRY_AFTER else pause


def field_of(last_id: str) -> str | None:
    """An id as the value of a header field, which carries it as UTF-8; None for one that no field can carry."""
    text = last_id.encode("utf-8", "replace").decode("latin-1")
    return text if is_field_value(text) else None
