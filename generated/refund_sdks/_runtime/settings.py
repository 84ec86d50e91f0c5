"""What a caller may choose: for a client, and for one call."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from .unset import UNSET, Unset


class Timeout(Struct, frozen=True):
    """Limits in seconds; None for no limit.

    `connect`, `read`, `write` and `pool` bound one step each: opening a connection, waiting for bytes, sending bytes,
    waiting for a free connection. `total` bounds the whole call, with its retries, the pauses between them, and the reading
    of an answer that comes piece by piece.
    """

    connect: float | None = 5.0
    read: float | None = 60.0
    write: float | None = 60.0
    pool: float | None = 10.0
    total: float | None = None

    @classmethod
    def of(cls, value: "Timeout | float | None") -> "Timeout":
        """A number bounds the whole call; None lifts every limit."""
        if isinstance(value, Timeout):
            return value
        if value is None:
            return _UNLIMITED
        return cls(total=value)

    def within(self, left: float | None) -> dict[str, float | None]:
        """The limits of the four steps when `left` seconds remain of the whole."""
        steps = {"connect": self.connect, "read": self.read, "write": self.write, "pool": self.pool}
        if left is None:
            return steps
        return {step: left if limit is None else min(limit, left) for step, limit in steps.items()}


DEFAULT_TIMEOUT: Final = Timeout()
_UNLIMITED: Final = Timeout(None, None, None, None, None)

MAX_RESPONSE_BYTES: Final = 100_000_000


class Options(Struct, frozen=True):
    """What one call does otherwise than its client. What is left `UNSET` is as the client has it.

    `headers` are sent in place of those of the same name. `allow_insecure_http` permits credentials over plain http
    to a host that is not this machine. `max_response_bytes` counts after decompression.
    """

    timeout: Timeout | float | Unset | None = UNSET
    retries: int | Unset = UNSET
    headers: Mapping[str, str] = {}
    base_url: str | Unset = UNSET
    strict: bool | Unset = UNSET
    allow_insecure_http: bool | Unset = UNSET
    max_response_bytes: int = MAX_RESPONSE_BYTES

    def __repr__(self) -> str:
        # Header values may be credentials, a base URL may contain some.
        chosen = ", ".join(
            f"{name}={value!r}"
            for name, value in (
                ("timeout", self.timeout),
                ("retries", self.retries),
                ("strict", self.strict),
                ("headers", list(self.headers)),
            )
            if value is not UNSET and value != []
        )
        return f"Options({chosen})"


DEFAULT_OPTIONS: Final = Options()
