"""The usual answer of an operation that is waited for: it is done, so that the waiting ends."""

from typing import Any

from .fake_pages import GONE, changed, value_in
from .operation import Operation


def done(operation: Operation[Any], raw: object) -> object:
    """An answer with the state that is waited for."""
    waits = operation.waits
    if waits is None or waits.state is None:
        return raw
    if value_in(raw, waits.state) not in waits.done:
        raw = changed(raw, waits.state, waits.done[0])
    if waits.error is not None and value_in(raw, waits.error) is not GONE:
        raw = changed(raw, waits.error, GONE)
    return raw
