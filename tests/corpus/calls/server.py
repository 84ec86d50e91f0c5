"""A server on 127.0.0.1 that keeps what it was sent and answers what it is told to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True, slots=True)
class Sent:
    """One request as it came; names of header fields in lower case."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes back."""

    status: int = 204
    media: str = ""
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Service:
    """The address of the server, what it answers next, and what it was sent."""

    url: str = ""
    answer: Answer = field(default_factory=Answer)
    sent: list[Sent] = field(default_factory=list[Sent])


FRAMING = {
    "content-length": "0",
    "content-encoding": "identity",
    "transfer-encoding": "chunked",
    "connection": "keep-alive",
}
"""Header fields that say how an answer is framed, with what they can have; its length is what it is."""


def _chunked(body: bytes) -> bytes:
    chunk = b"%x\r\n%s\r\n" % (len(body), body) if body else b""
    return chunk + b"0\r\n\r\n"


@contextmanager
def serving() -> Iterator[Service]:
    """A service that runs until the block is left."""
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        """Any method there may be."""

        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = -1  # header and body go together: two packets would wait for each other

        def handle_one_request(self) -> None:
            self.raw_requestline = self.rfile.readline(1 << 20)
            if not self.raw_requestline or not self.parse_request():
                self.close_connection = True
                return
            headers = {name.lower(): value for name, value in self.headers.items()}
            service.sent.append(Sent(self.command, self.path, headers, self._body()))
            answer = service.answer
            self.send_response_only(answer.status)  # what stands in its header is told
            if answer.media:
                self.send_header("Content-Type", answer.media)
            told = {name.lower() for name, _ in answer.headers}
            is_chunked = "transfer-encoding" in told
            for name, value in answer.headers:
                if name.lower() != "content-length":
                    self.send_header(name, value)
            if answer.status not in (204, 304) and not is_chunked:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(_chunked(answer.body) if is_chunked else answer.body)
            self.wfile.flush()

        def _body(self) -> bytes:
            if "chunked" in self.headers.get("Transfer-Encoding", ""):
                content = b""
                while size := int(self.rfile.readline(), 16):
                    content += self.rfile.read(size)
                    self.rfile.readline()
                self.rfile.readline()
                return content
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    service.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
