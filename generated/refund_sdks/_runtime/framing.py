"""The bytes of a body that comes piece by piece to its items: chunks, JSON lines, JSON sequences, server-sent events."""

import codecs
from collections.abc import Iterator
from typing import Final, Protocol

from msgspec import Struct

from .intake import BodyFault
from .response import Fault


class ServerSentEvent(Struct, frozen=True):
    """An event as the WHATWG HTML standard, §9.2.6, reads it from a stream. `id` is the last one that was set."""

    data: str
    event: str = "message"
    id: str = ""
    retry: int | None = None
    """Milliseconds after which to come back, where the stream has said so."""


class Frames(Protocol):
    """Bytes in, items out. Both raise `BodyFault` for an item beyond the limit."""

    def feed(self, chunk: bytes) -> Iterator[bytes | ServerSentEvent]: ...
    def finish(self) -> Iterator[bytes | ServerSentEvent]: ...


class Chunks:
    """Whatever comes, as it comes."""

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The bytes themselves."""
        if chunk:
            yield chunk

    def finish(self) -> Iterator[bytes]:
        """Nothing more."""
        yield from ()


class Separated:
    """Texts that a byte separates: JSON lines, and the sequences of RFC 7464. What is blank is no item."""

    def __init__(self, separator: bytes, limit: int) -> None:
        self._separator, self._limit = separator, limit
        self._parts: list[bytes] = []
        self._size = 0

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The items that end in this chunk."""
        first, *rest = chunk.split(self._separator)
        self._keep(first)
        for part in rest:
            yield from self.finish()
            self._keep(part)

    def finish(self) -> Iterator[bytes]:
        """The item that nothing follows."""
        item, self._parts, self._size = b"".join(self._parts), [], 0
        if item.strip():
            yield item

    def _keep(self, part: bytes) -> None:
        self._size += len(part)
        if self._size > self._limit:
            raise BodyFault(Fault.TOO_LARGE)
        self._parts.append(part)


class Events:
    """Server-sent events. An event that no blank line ends is none, and its id does not count.

    `last_id` is the id that the events before a stream broke off came to.
    """

    def __init__(self, limit: int, last_id: str = "") -> None:
        self._limit = limit
        self._decode = codecs.getincrementaldecoder("utf-8-sig")("replace").decode
        self._rest: list[str] = []
        self._after_cr = False
        self._data: list[str] = []
        self._size = 0
        self._event = ""
        self.id = self.last_id = last_id
        self.retry: int | None = None

    def feed(self, chunk: bytes) -> Iterator[ServerSentEvent]:
        """The events that end in this chunk."""
        text = self._decode(chunk)
        if self._after_cr and text:
            # A line feed behind a carriage return belongs to it, even where they come apart.
            text = text.removeprefix("\n")
            self._after_cr = False
        self._after_cr = self._after_cr or text.endswith("\r")
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for line in lines[:-1]:
            self._rest.append(line)
            whole, self._rest = "".join(self._rest), []
            yield from self._line(whole)
        if lines[-1]:
            self._rest.append(lines[-1])
            self._grow(len(lines[-1]))

    def finish(self) -> Iterator[ServerSentEvent]:
        """Nothing more."""
        yield from ()

    def _line(self, line: str) -> Iterator[ServerSentEvent]:
        if not line:
            self.last_id = self.id
            if self._data:
                data = "\n".join(self._data)
                yield ServerSentEvent(data, self._event or "message", self.id, self.retry)
            self._data, self._event, self._size = [], "", 0
            return
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        match name:
            case "data":
                self._data.append(value)
                self._grow(len(value))
            case "event":
                self._event = value
            case "id" if "\0" not in value:
                self.id = value
            case "retry" if value.isascii() and value.isdecimal() and len(value) < _DIGITS:
                self.retry = int(value)
            case _:
                pass

    def _grow(self, size: int) -> None:
        self._size += size
        if self._size > self._limit:
            raise BodyFault(Fault.TOO_LARGE)


_DIGITS: Final = 10


def frames(kind: str, limit: int) -> Frames:
    """The reader for a kind of stream: `octets`, `lines`, `sequence` or `events`."""
    if kind == "events":
        return Events(limit)
    if kind == "octets":
        return Chunks()
    return Separated(b"\n" if kind == "lines" else b"\x1e", limit)
