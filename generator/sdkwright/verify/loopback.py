"""An HTTP server on this machine that gives a set answer and keeps the bytes of each request (standard library alone)."""

from __future__ import annotations

import socketserver
import threading
from types import TracebackType
from typing import Self

from msgspec import Struct, field

# RFC 9110 §15.3.5 and §15.4.5: what follows the head would be taken for the next answer.
_WITHOUT_BODY = frozenset({204, 304})


class Stage(Struct):
    """What the server answers with, and what it was asked."""

    answer: bytes = b""
    seen: list[bytes] = field(default_factory=list[bytes])


class Loopback:
    """The running server. Connections are kept open between requests, as services do."""

    def __init__(self) -> None:
        self.stage = Stage()
        self._server = _Server(self.stage)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.01,), daemon=True
        )

    @property
    def origin(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def expect(self, status: int, media: str, content: bytes) -> None:
        """Set the answer to the next request and forget the requests before it."""
        head = f"HTTP/1.1 {status} Status\r\n"
        if status in _WITHOUT_BODY:
            self.stage.answer = f"{head}\r\n".encode()
        else:
            head += f"Content-Type: {media}\r\nContent-Length: {len(content)}\r\n\r\n"
            self.stage.answer = head.encode("latin-1") + content
        self.stage.seen.clear()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, stage: Stage) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.stage = stage


class _Handler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        assert isinstance(self.server, _Server)
        stage = self.server.stage
        while request := self._request():
            stage.seen.append(request)
            self.wfile.write(stage.answer)

    def _request(self) -> bytes:
        """The bytes of one request; nothing where the client has closed."""
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            line = self.rfile.readline(65536)
            if not line:
                return b""
            head += line
        return head + self.rfile.read(_content_length(head))


def _content_length(head: bytes) -> int:
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length" and value.strip().isdigit():
            return int(value)
    return 0
