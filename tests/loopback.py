"""A real HTTP/1.1 server on 127.0.0.1 that does what a script says, and records the exact bytes it was sent.

A reply is a sequence of steps; each request takes the next reply of the script, the last one is repeated:

    def test_cut_off(loopback):
        loopback.script(full(200, b"{}"), (Send(head(200, 100) + b"half"), Reset()))
        ... call loopback.url ...
        assert loopback.requests[0].target == "/orders/1"

Import the fixture by name (`from loopback import loopback`), or use `serving()` as a context manager.
"""

import contextlib
import gzip
import re
import socket
import struct
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Send:
    """Sends bytes as they are."""

    data: bytes


@dataclass(frozen=True)
class Drip:
    """Sends bytes one at a time, with a pause after each."""

    data: bytes
    pause: float


@dataclass(frozen=True)
class Stall:
    """Sends nothing until the caller goes away, the server stops, or the time is over."""

    seconds: float = 30.0


@dataclass(frozen=True)
class Reset:
    """Ends the connection with RST: the caller's next read fails."""


@dataclass(frozen=True)
class Close:
    """Ends the connection in order."""


Step = Send | Drip | Stall | Reset | Close
Steps = Sequence[Step]


@dataclass(frozen=True)
class Recorded:
    """One request as it came."""

    raw: bytes
    connection: int
    """The number of the connection that it came over, from 0."""

    @property
    def head(self) -> list[bytes]:
        """The request line and the header lines."""
        return self.raw.partition(b"\r\n\r\n")[0].split(b"\r\n")

    @property
    def method(self) -> str:
        """The method."""
        return self.head[0].split(b" ")[0].decode("ascii")

    @property
    def target(self) -> str:
        """The request target, as it stands in the request line."""
        return self.head[0].split(b" ")[1].decode("ascii")

    @property
    def headers(self) -> dict[str, str]:
        """The header fields, names in lower case."""
        lines = (line.decode("latin-1").partition(":") for line in self.head[1:])
        return {name.lower(): value.strip() for name, _, value in lines}

    @property
    def body(self) -> bytes:
        """The body."""
        return self.raw.partition(b"\r\n\r\n")[2]


def head(status: int, length: int | None, *headers: tuple[str, str]) -> bytes:
    """The head of a reply that announces a body of some length, or none."""
    lines = [f"HTTP/1.1 {status} Scripted", *(f"{name}: {value}" for name, value in headers)]
    if length is not None:
        lines.append(f"Content-Length: {length}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def full(status: int, body: bytes = b"", *headers: tuple[str, str]) -> Steps:
    """A whole reply; the connection stays open."""
    return (Send(head(status, len(body), *headers) + body),)


def cut(status: int, body: bytes, at: int, last: Step, *headers: tuple[str, str]) -> Steps:
    """A reply that breaks off after `at` bytes, head included: with `Reset()`, `Close()` or `Stall()`."""
    return (Send((head(status, len(body), *headers) + body)[:at]), last)


def half_gzip(body: bytes) -> Steps:
    """A complete reply whose gzip stream is not."""
    packed = gzip.compress(body)
    return full(200, packed[: len(packed) // 2], ("Content-Encoding", "gzip"))


def redirect(status: int, location: str) -> Steps:
    """A redirect."""
    return full(status, b"", ("Location", location))


class Loopback:
    """The server. `script` says what it does; `requests` is what came."""

    def __init__(self) -> None:
        self.requests: list[Recorded] = []
        self._replies: list[Steps] = [full(200, b"{}")]
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._connections: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def script(self, *replies: Steps) -> None:
        """What the coming requests get, in order; the last for all that follow."""
        self._replies = list(replies)

    def stop(self) -> None:
        """Ends everything."""
        self._stopped.set()
        # Closed under a thread that is about to wait at it, its number might be that of the next listener by then.
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._accepting.join(1.0)
        self._listener.close()
        for connection in self._connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()

    def _accept(self) -> None:
        while not self._stopped.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            number = len(self._connections)
            self._connections.append(connection)
            threading.Thread(target=self._serve, args=(connection, number), daemon=True).start()

    def _serve(self, connection: socket.socket, number: int) -> None:
        with contextlib.suppress(OSError):
            while raw := _read_request(connection):
                with self._lock:
                    self.requests.append(Recorded(raw, number))
                    steps = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
                if not all(self._perform(connection, step) for step in steps):
                    return

    def _perform(self, connection: socket.socket, step: Step) -> bool:
        """Does one step; whether the connection is still there."""
        match step:
            case Send(data):
                connection.sendall(data)
            case Drip(data, pause):
                for byte in data:
                    connection.sendall(bytes([byte]))
                    if self._stopped.wait(pause):
                        return False
            case Stall(seconds):
                connection.settimeout(seconds)
                with contextlib.suppress(OSError):
                    connection.recv(1)  # the caller never sends more: this returns when he is gone
                connection.close()
                return False
            case Reset():
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                connection.close()
                return False
            case Close():
                connection.shutdown(socket.SHUT_RDWR)
                connection.close()
                return False
        return True


def _read_request(connection: socket.socket) -> bytes:
    """One request, body and all; empty at the end of the connection."""
    data = b""
    while b"\r\n\r\n" not in data:
        chunk = connection.recv(65536)
        if not chunk:
            return b""
        data += chunk
    top, _, body = data.partition(b"\r\n\r\n")
    lengths = [
        int(line.partition(b":")[2])
        for line in top.split(b"\r\n")
        if line.lower().startswith(b"content-length:")
    ]
    missing = sum(lengths) - len(body)
    while missing > 0:
        chunk = connection.recv(65536)
        if not chunk:
            return b""
        data += chunk
        missing -= len(chunk)
    if re.search(rb"(?mi)^transfer-encoding: *chunked", top):
        return top + b"\r\n\r\n" + _unchunked(connection, body)
    return data


def _unchunked(connection: socket.socket, data: bytes) -> bytes:
    """The content of a body that comes in chunks (RFC 9112 §7.1), the first bytes of which are at hand."""
    content = b""
    while True:
        while b"\r\n" not in data:
            data += connection.recv(65536)
        size, _, data = data.partition(b"\r\n")
        length = int(size, 16)
        while len(data) < length + 2:
            data += connection.recv(65536)
        content, data = content + data[:length], data[length + 2 :]
        if length == 0:
            return content


@contextlib.contextmanager
def serving() -> Iterator[Loopback]:
    """A server for the time of a `with` statement."""
    server = Loopback()
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    """A server for the time of a test."""
    with serving() as server:
        yield server


def closed_port() -> int:
    """A port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
