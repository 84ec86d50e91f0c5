"""The usual answer of an operation that is waited for: it is done, so that the waiting ends."""

from .fake_pages import GONE, changed, value_in
from .waiting import WaitFor


def done(waits: WaitFor, raw: object) -> object:
    """An answer with the state that is waited for."""
    if waits.state is None:
        return raw
    if value_in(raw, waits.state) not in waits.done:
        raw = changed(raw, waits.state, waits.done[0])
    if waits.error is not None and value_in(raw, waits.error) is not GONE:
        raw = changed(raw, waits.error, GONE)
    return raw
