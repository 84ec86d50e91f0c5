"""What is waited for: when an operation has read that it is done, and how a wait can end otherwise.

WaitError                   (an APIError) what is waited for does not come
├── WaitFailedError         ... since it failed
└── WaitTimeoutError        ... within the time given
"""

from msgspec import Struct

from .errors import APIError


class WaitFor(Struct, frozen=True):
    """When that is done which an operation reads.

    `state` is a JSON pointer to what says so in the answer; None: its status does. `done` and `failed` are the values in
    the end, all others mean that it goes on. `pending` are statuses of failure at which it goes on as well. `error` leads
    to what tells why it failed.
    """

    state: str | None
    done: tuple[str | int | bool, ...]
    failed: tuple[str | int | bool, ...] = ()
    pending: tuple[int, ...] = ()
    error: str | None = None


class WaitError(APIError):
    """What is waited for does not come.

    `last` is what was read last, of the type that the method gives; None where nothing was. `state` is the value in it
    that says how far it is.
    """

    def __init__(self, message: str, *, last: object, state: object) -> None:
        super().__init__(message)
        self.last = last
        self.state = state


class WaitFailedError(WaitError):
    """It failed. `reason` is what the answer has about it, where the document says where that stands."""

    reason: object = None


class WaitTimeoutError(WaitError):
    """It takes longer than `timeout`. It may be done yet: the same wait can be begun again."""
