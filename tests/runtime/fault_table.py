"""What can go wrong between a client and a service, and what then must happen: one row a fault.

Each row is a reply of a real server on this machine, given to every request. `error` is what the call raises, None for
none. `get` and `post` are how many requests the service sees of a call with two repetitions: a GET is repeated where that may
help, a POST never, since it could be done twice.
"""

from __future__ import annotations

import gzip
import json
import zlib
from dataclasses import dataclass

from loopback import Close, Reset, Send, Stall, Steps, cut, full, half_gzip, head, redirect
from runtime import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    DecodingError,
    RateLimitError,
    RedirectError,
    ResponseTooLargeError,
    ServerError,
)

BODY = b'{"number":"1","refunds":[]}'
JSON = ("Content-Type", "application/json")
WHOLE = full(200, BODY, JSON)
CHUNKED = ("Transfer-Encoding", "chunked")
LIMIT = 50_000
"""The most bytes of a response that a call of the table takes."""


@dataclass(frozen=True)
class Fault:
    """A row."""

    name: str
    reply: Steps
    error: type[APIError] | None
    get: int = 1
    post: int = 1
    patience: float = 20.0
    """Seconds to wait for the next bytes."""


def _raw(data: bytes) -> Steps:
    return (Send(data), Close())


def _json(body: bytes) -> Steps:
    return full(200, body, JSON)


def _lost(name: str, reply: Steps) -> Fault:
    """The answer is lost: worth another try where that is harmless."""
    return Fault(name, reply, APIConnectionError, get=3)


def _late(name: str, reply: Steps) -> Fault:
    return Fault(name, reply, APITimeoutError, get=3, patience=0.2)


def _unread(name: str, body: bytes, *headers: tuple[str, str]) -> Fault:
    """An answer that came and can't be read: the next would be the same."""
    return Fault(name, full(200, body, *headers), DecodingError)


_CONNECTION = [
    _lost("reset at once", (Reset(),)),
    _lost("closed at once", (Close(),)),
    _lost("reset in the status line", (Send(b"HTTP/1.1 2"), Reset())),
    _lost("reset in the header", (Send(b"HTTP/1.1 200 OK\r\nConte"), Reset())),
    _lost("closed in the header", _raw(b"HTTP/1.1 200 OK\r\nContent-Type: app")),
    _lost("closed before the end of the header", _raw(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n")),
    _lost("reset before the body", cut(200, BODY, len(head(200, len(BODY))), Reset())),
    _lost("reset in the body", cut(200, BODY, 60, Reset())),
    _lost("closed in the body", cut(200, BODY, 60, Close())),
    _lost("closed in a chunk", _raw(head(200, None, CHUNKED) + b"5\r\n{}")),
    _lost("closed between chunks", _raw(head(200, None, CHUNKED) + b"2\r\n{}\r\n")),
    _lost("half a gzip stream", half_gzip(b'"' + b"x" * 5000 + b'"')),
    _late("silence", (Stall(),)),
    _late("silence in the header", (Send(b"HTTP/1.1 200 OK\r\nX: "), Stall())),
    _late("silence in the body", cut(200, BODY, 60, Stall())),
    _late("silence between chunks", (Send(head(200, None, CHUNKED) + b"1\r\n{\r\n"), Stall())),
    _late("silence after an interim answer", (Send(b"HTTP/1.1 102 Processing\r\n\r\n"), Stall())),
]

_PROTOCOL = [
    _lost("no HTTP", _raw(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")),
    _lost("HTTP/0.9", _raw(BODY + b"\r\n\r\n")),
    _lost("a TLS alert in the clear", _raw(b"\x15\x03\x01\x00\x02\x02\x28" * 3 + b"\r\n\r\n")),
    _lost("a status of two digits", _raw(b"HTTP/1.1 20 OK\r\n\r\n")),
    _lost("a chunk whose size is no number", _raw(head(200, None, CHUNKED) + b"zz\r\n{}\r\n")),
    _lost("a chunk of 2**80 bytes", _raw(head(200, None, CHUNKED) + b"f" * 21 + b"\r\n{}\r\n")),
    _lost("a length below zero", _raw(head(200, None, ("Content-Length", "-1")) + b"{}")),
    _lost("a length that is no number", _raw(head(200, None, ("Content-Length", "many")) + b"{}")),
    _lost("two lengths", _raw(head(200, 3, ("Content-Length", "2")) + b"{} ")),
    _lost(
        "an unknown transfer coding", _raw(head(200, None, ("Transfer-Encoding", "gzip")) + b"{}")
    ),
    _lost("a header field without a colon", _raw(b"HTTP/1.1 200 OK\r\nnonsense\r\n\r\n{}")),
    _lost("a NUL in the header", _raw(b"HTTP/1.1 200 OK\r\nX: a\x00b\r\n\r\n{}")),
    _lost("a field of 300 kB", _raw(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000 + b"\r\n\r\n{}")),
    _lost("fields without end", _raw(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50_000 + b"\r\n{}")),
    _lost("an upgrade nobody asked for", _raw(b"HTTP/1.1 101 X\r\nUpgrade: h2c\r\n\r\n")),
    Fault("interim answers", (Send(b"HTTP/1.1 100 Continue\r\n\r\n" * 3), *WHOLE), None),
    Fault("early hints", (Send(b"HTTP/1.1 103 Hints\r\nLink: </a>\r\n\r\n"), *WHOLE), None),
    Fault("a field over two lines", full(200, BODY, ("X-Old", "a\r\n b")), None),
    Fault("octets in a field", full(200, BODY, ("X-Name", "caf\xe9")), None),
    Fault("no length, then closed", _raw(b"HTTP/1.0 200 OK\r\n\r\n" + BODY), None),
    Fault("no content type", full(200, BODY), None),
]

_BODIES = [
    _unread("an empty body", b"", JSON),
    _unread("blank space", b" \n ", JSON),
    _unread("a page in place of JSON", b"<html>It works!</html>", ("Content-Type", "text/html")),
    _unread("half of the JSON", BODY[:-3], JSON),
    _unread("something behind the JSON", BODY + b"<!-- 3 ms -->", JSON),
    _unread("a key twice", b'{"number":"1","number":"2"}', JSON),
    _unread("NaN", b'{"number":"1","amount":NaN}', JSON),
    _unread("Infinity", b'{"number":"1","amount":-Infinity}', JSON),
    _unread("an octet that is not UTF-8", b'{"number":"caf\xe9"}', JSON),
    _unread("another charset", json.dumps({"number": "1"}).encode("utf-16"), JSON),
    _unread("half of a surrogate pair", b'{"number":"\\ud800"}', JSON),
    _unread("20,000 levels", b"[" * 20_000 + b"]" * 20_000, JSON),
    _unread("an unknown content coding", b"\x1b\x07\x00", ("Content-Encoding", "br")),
    _unread("no gzip", BODY, ("Content-Encoding", "gzip")),
    _unread(
        "gzip within gzip", gzip.compress(gzip.compress(BODY)), ("Content-Encoding", "gzip, gzip")
    ),
    Fault("204 for a value", full(204), None),
    Fault("deflate", full(200, zlib.compress(BODY), ("Content-Encoding", "deflate")), None),
    Fault("a byte order mark", _json(b"\xef\xbb\xbf" + BODY), None),
    Fault("a field nobody described", _json(BODY[:-1] + b',"model_dump":1,"__class__":2}'), None),
    Fault("a number of 400 digits", _json(BODY[:-1] + b',"x":' + b"9" * 400 + b".5}"), None),
    Fault("bytes beyond the limit", _json(b'"' + b"x" * LIMIT + b'"'), ResponseTooLargeError),
    Fault(
        "a bomb: 60 MB in 60 kB",
        full(200, gzip.compress(b" " * 60_000_000), ("Content-Encoding", "gzip")),
        ResponseTooLargeError,
    ),
    Fault(
        "chunks without end",
        (Send(head(200, None, CHUNKED) + b"400\r\n" + b"x" * 1024 + b"\r\n"),)
        + (Send(b"400\r\n" + b"x" * 1024 + b"\r\n"),) * 100,
        ResponseTooLargeError,
    ),
]

_STATUSES = [
    Fault(
        "a page with 502",
        full(502, b"<html>\x1b[31mBad", ("Content-Type", "text/html")),
        ServerError,
        3,
    ),
    Fault("500 with half of a JSON", full(500, b'{"message":', JSON), ServerError, 3),
    Fault(
        "503 in the past",
        full(503, b"", ("Retry-After", "Thu, 01 Jan 1970 00:00:07 GMT")),
        ServerError,
        3,
    ),
    Fault(
        "503 that says nonsense", full(503, b"", ("Retry-After", "soon, I hope")), ServerError, 3
    ),
    Fault("429 for a century", full(429, b"", ("Retry-After", "3155760000")), RateLimitError),
    Fault("429 for 10**99 s", full(429, b"", ("Retry-After", "1" + "0" * 99)), RateLimitError),
    Fault("429 for no time", full(429, b"", ("Retry-After", "0")), RateLimitError, 3),
    Fault("501", full(501), ServerError),
    Fault("a status nobody knows", full(799, b"?"), APIStatusError),
    Fault("304 out of the blue", (Send(head(304, None)),), APIStatusError),
]

_REDIRECTS = [
    Fault("a redirect to another host", redirect(302, "http://127.0.0.2:9/x"), RedirectError),
    Fault("a redirect to another port", redirect(301, "http://127.0.0.1:9/x"), RedirectError),
    Fault("a redirect to a file", redirect(302, "file:///etc/passwd"), RedirectError),
    Fault("a redirect to a script", redirect(302, "javascript:alert(1)"), RedirectError),
    Fault("a redirect to nothing that is one", redirect(302, "http://[::1"), RedirectError),
    Fault("a redirect with a user", redirect(302, "http://me:pw@127.0.0.1/"), RedirectError),
    Fault("a redirect to the same place", redirect(307, "?again"), RedirectError, get=6),
    Fault("a redirect without a place", full(302), APIStatusError),
    Fault("300 with a choice", full(300, b"[]", ("Location", "/a")), APIStatusError),
]

FAULTS = [*_CONNECTION, *_PROTOCOL, *_BODIES, *_STATUSES, *_REDIRECTS]
