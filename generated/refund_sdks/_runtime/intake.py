"""The chunks of a response body to its content, unpacked, and never more of it than the limit."""

import zlib
from collections.abc import Mapping
from typing import Final, Protocol

from .response import Fault


class BodyFault(Exception):
    """The body is not to be had. Internal: drivers turn it into a `Failure`."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class _Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unconsumed_tail(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = 0, /) -> bytes: ...


# window bits: 31 reads gzip, 15 zlib, which is what HTTP calls deflate (RFC 9110 §8.4.1).
_WINDOWS: Final[Mapping[str, int]] = {"gzip": 31, "x-gzip": 31, "deflate": 15}
_STEP: Final = 1 << 18


class Intake:
    """Collects a body. `feed` and `finish` raise `BodyFault`."""

    def __init__(self, encoding: str, limit: int | None) -> None:
        self._limit = limit
        self._parts: list[bytes] = []
        self._size = 0
        self._started = False
        self._unpacker: _Unpacker | None = None
        coding = encoding.strip().lower()
        if coding not in ("", "identity"):
            # Several codings in a row are refused: they are asked for by nobody, and multiply.
            if coding not in _WINDOWS:
                raise BodyFault(Fault.UNREADABLE)
            self._unpacker = zlib.decompressobj(_WINDOWS[coding])

    def feed(self, chunk: bytes) -> None:
        """Takes the next bytes from the wire."""
        if self._unpacker is None:
            self._keep(chunk)
            return
        self._started = self._started or bool(chunk)
        try:
            while chunk and not self._unpacker.eof:
                self._keep(self._unpacker.decompress(chunk, _STEP))
                chunk = self._unpacker.unconsumed_tail
        except zlib.error:
            raise BodyFault(Fault.UNREADABLE) from None

    def taken(self) -> bytes:
        """What has come since the last time, for those who need not have it all at once."""
        parts, self._parts = self._parts, []
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def finish(self) -> bytes:
        """The whole content. A packed body that stops before its end is not taken for a complete one."""
        if self._unpacker is not None and self._started and not self._unpacker.eof:
            raise BodyFault(Fault.BROKEN)
        return self._parts[0] if len(self._parts) == 1 else b"".join(self._parts)

    def _keep(self, part: bytes) -> None:
        self._size += len(part)
        if self._limit is not None and self._size > self._limit:
            self._parts.clear()
            raise BodyFault(Fault.TOO_LARGE)
        self._parts.append(part)
