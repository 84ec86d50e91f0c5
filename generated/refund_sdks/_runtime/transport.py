"""One attempt to a reply or a failure, over the HTTP client of the caller or one of our own."""

import os
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from functools import lru_cache
from typing import Any, Final, Protocol, cast

import httpx2

from .auth import ClientCertificate
from .discreet import discreet
from .flow import Attempt
from .headers import Headers
from .http_client import AsyncHttpClient, HttpClient
from .intake import BodyFault, Intake
from .network import guard, is_answer
from .pacing import Clock
from .request import Outgoing
from .response import Failure, Fault, Reply
from .upload import Upload


class _Raw(Protocol):
    """The part of an httpx response that is read here."""

    status_code: int
    is_stream_consumed: bool

    @property
    def headers(self) -> Any: ...
    @property
    def content(self) -> bytes: ...
    def iter_raw(self) -> Iterator[bytes]: ...
    def aiter_raw(self) -> AsyncIterator[bytes]: ...
    def close(self) -> None: ...
    async def aclose(self) -> None: ...


def own_client(certificate: ClientCertificate | None = None) -> HttpClient:
    """The client we make where the caller gives none: no cookies, no redirects, proxies from the environment."""
    client = httpx2.Client(follow_redirects=False, verify=_trust(certificate))
    guard(client)
    return client


def own_async_client(certificate: ClientCertificate | None = None) -> AsyncHttpClient:
    """As `own_client`, awaiting."""
    client = httpx2.AsyncClient(follow_redirects=False, verify=_trust(certificate))
    guard(client)
    return client


def _trust(certificate: ClientCertificate | None) -> Any:
    """Whom connections trust, and the certificate that they show. Raises OSError for one that can't be read."""
    if certificate is None:
        return _trusting(*(os.environ.get(name) for name in ("SSL_CERT_FILE", "SSL_CERT_DIR")))
    context = httpx2.create_ssl_context()
    context.load_cert_chain(certificate.file, certificate.key, certificate.password)
    return context


@lru_cache(maxsize=4)
def _trusting(*named: str | None) -> Any:
    """What all clients share that show no certificate: reading those of the system takes longer than many calls.

    `named` are the files that the environment names, which httpx2 reads in their place.
    """
    return httpx2.create_ssl_context()


def transmit(client: HttpClient, attempt: Attempt, clock: Clock) -> Reply | Failure:
    """Sends a request once and reads the whole reply."""
    response: _Raw | None = None
    if attempt.deadline is not None:
        guard(client)
    try:
        request = _request(client, attempt)
        response = cast("_Raw", client.send(request, **_sending(client, request)))
        if not is_answer(response):
            raise BodyFault(Fault.BROKEN)
        if response.is_stream_consumed:  # by a hook of the caller, or a transport for tests
            return _reply(response, _within(response.content, attempt))
        if attempt.unread and 200 <= response.status_code < 300:
            left, response = response, None  # whoever reads it closes it
            return _reply(left, b"", left)
        intake = Intake(_coding(response.headers.raw), attempt.max_response_bytes)
        for chunk in response.iter_raw():
            intake.feed(chunk)
            _check(attempt, clock)
        return _reply(response, intake.finish())
    except Exception as error:
        failure = _failure(error, response)
        if failure is None or error is getattr(attempt.request.body, "error", None):
            raise
        return failure
    finally:
        if response is not None:
            response.close()


async def atransmit(client: AsyncHttpClient, attempt: Attempt, clock: Clock) -> Reply | Failure:
    """As `transmit`, awaiting. The deadline holds even between two chunks."""
    response: _Raw | None = None
    try:
        async with _UNLIMITED if attempt.deadline is None else _until(attempt.deadline, clock):
            request = _request(client, attempt, is_awaiting=True)
            response = cast("_Raw", await client.send(request, **_sending(client, request)))
            if not is_answer(response):
                raise BodyFault(Fault.BROKEN)
            if response.is_stream_consumed:
                return _reply(response, _within(response.content, attempt))
            if attempt.unread and 200 <= response.status_code < 300:
                left, response = response, None
                return _reply(left, b"", left)
            intake = Intake(_coding(response.headers.raw), attempt.max_response_bytes)
            async for chunk in response.aiter_raw():
                intake.feed(chunk)
            return _reply(response, intake.finish())
    except Exception as error:
        failure = _failure(error, response)
        if failure is None or error is getattr(attempt.request.body, "error", None):
            raise
        return failure
    finally:
        if response is not None:
            await response.aclose()


def _until(deadline: float, clock: Clock) -> AbstractAsyncContextManager[Any]:
    import asyncio  # here, since a blocking program need not pay for it

    return asyncio.timeout(deadline - clock.monotonic())


_UNLIMITED: Final = nullcontext()


def _request(
    client: HttpClient | AsyncHttpClient, attempt: Attempt, is_awaiting: bool = False
) -> Any:
    """The request in the terms of the client: what the caller's client adds by default stands below ours."""
    request = attempt.request
    # By the second, which means nothing to HTTP libraries, a transport for tests knows the repetitions of a call.
    extensions = {"timeout": attempt.limits, "outgoing": request}
    if not isinstance(client, _OURS):
        url, own, body = _text(request), request.fields.encoded(), _content(request, is_awaiting)
        if isinstance(request.body, Upload) and request.body.length is not None:
            own.append((b"Content-Length", str(request.body.length).encode()))
        theirs = client.build_request(
            request.method, url, headers=own, content=body, extensions=extensions
        )
        if request.hidden and hasattr(theirs, "url"):
            theirs.url = discreet(theirs.url, request.hidden)
        return theirs
    # What follows is `build_request` without its merging of cookies, parameters and paths: half of its time.
    body = request.body or b""
    made = httpx2.Request(
        request.method,
        _url(request),
        headers=_merged(client.headers.raw, request),
        stream=body if isinstance(body, Upload) else httpx2.ByteStream(body) if body else _EMPTY,
        extensions=extensions,
    )
    if request.hidden:
        made.url = discreet(made.url, request.hidden)
    length = body.length if isinstance(body, Upload) else len(body)
    if length is None:
        made.headers["Transfer-Encoding"] = "chunked"
    elif body or request.method in _WITH_LENGTH:
        made.headers["Content-Length"] = str(length)
    return made


def _sending(client: HttpClient | AsyncHttpClient, request: Any) -> Mapping[str, Any]:
    """How a request is sent. Without a name in its address, httpx2 is spared to take that apart for one."""
    is_plain = isinstance(client, _OURS) and client.auth is None and not request.url.userinfo
    return _PLAINLY if is_plain else _USUALLY


_USUALLY: Final[Mapping[str, Any]] = {"stream": True, "follow_redirects": False}
_PLAINLY: Final[Mapping[str, Any]] = {**_USUALLY, "auth": httpx2.Auth()}


def _content(request: Outgoing, is_awaiting: bool) -> Any:
    """The body as a client takes it that is not ours."""
    body = request.body
    if isinstance(body, Upload):
        return body.ablocks() if is_awaiting else body.blocks()
    return body


def _merged(theirs: list[tuple[bytes, bytes]], request: Outgoing) -> httpx2.Headers:
    """The fields of the client and ours, which go first. A request makes its own copy of them."""
    fields, host = request.fields, request.base.netloc
    known: tuple[list[tuple[bytes, bytes]], bytes, httpx2.Headers] | None = fields.merged
    if known is not None and known[0] == theirs and known[1] == host:
        return known[2]
    below = [(name, value) for name, value in theirs if name.lower() not in fields]
    headers = httpx2.Headers([(b"Host", host), *below, *fields.encoded()])
    fields.merged = (theirs, host, headers)
    return headers


def _url(request: Outgoing) -> httpx2.URL:
    """The URL of a request, made from that of the service, which was parsed once.

    Parsing is a fifth of the time that httpx2 needs for a call, and here every part is known and encoded. There is
    no public way around it; should the parts not be where they are today, it is parsed.
    """
    parts: Any = getattr(request.base.url, _PARTS, None)
    if getattr(parts, "_fields", None) != _FIELDS:
        return httpx2.URL(_text(request))
    url = object.__new__(httpx2.URL)
    query = request.query.reveal() if request.query else None
    setattr(url, _PARTS, type(parts)(*parts[:4], request.path, query, None))
    return url


_PARTS: Final = "_uri_reference"
_FIELDS: Final = ("scheme", "userinfo", "host", "port", "path", "query", "fragment")


def _text(request: Outgoing) -> str:
    return request.address + (f"?{request.query.reveal()}" if request.query else "")


_EMPTY: Final = httpx2.ByteStream(b"")
_OURS: Final = (httpx2.Client, httpx2.AsyncClient)
_WITH_LENGTH: Final = frozenset({"POST", "PUT", "PATCH"})


def _reply(response: _Raw, content: bytes, unread: _Raw | None = None) -> Reply:
    return Reply(response.status_code, Headers(response.headers), content, unread)


def _coding(fields: Sequence[tuple[bytes, bytes]]) -> str:
    """How a body is packed. HTTP libraries, asked for a field, look through all of them for their encoding first."""
    found = [value for name, value in fields if name.lower() == b"content-encoding"]
    return b", ".join(found).decode("latin-1") if found else ""


def failure_of(error: Exception) -> Failure | None:
    """What an exception means that is raised while a body is read; None for one that is not the HTTP client's."""
    return _failure(error, None)


def _within(content: bytes, attempt: Attempt) -> bytes:
    if len(content) > attempt.max_response_bytes:
        raise BodyFault(Fault.TOO_LARGE)
    return content


def _check(attempt: Attempt, clock: Clock) -> None:
    """A body that comes drop by drop meets every read timeout; the deadline ends it."""
    if attempt.deadline is not None and clock.monotonic() > attempt.deadline:
        raise BodyFault(Fault.TIMEOUT)


# By class name, searched along the bases: it covers httpx2 and httpx without importing the latter.
_FAULTS: Final[Mapping[str, Fault]] = {
    "ConnectTimeout": Fault.CONNECT_TIMEOUT,
    "PoolTimeout": Fault.CONNECT_TIMEOUT,
    "TimeoutException": Fault.TIMEOUT,
    "TimeoutError": Fault.TIMEOUT,
    "ConnectError": Fault.NOT_CONNECTED,
    "ProxyError": Fault.UNTRUSTED,
    "UnsupportedProtocol": Fault.UNTRUSTED,
    "LocalProtocolError": Fault.UNTRUSTED,
    "DecodingError": Fault.UNREADABLE,
    "HTTPError": Fault.BROKEN,
    "StreamError": Fault.BROKEN,
    "InvalidURL": Fault.UNTRUSTED,
    "SSLError": Fault.UNTRUSTED,
    "OSError": Fault.BROKEN,
}


def _failure(error: Exception, response: _Raw | None) -> Failure | None:
    """What an exception of the HTTP client means; None for one that is not its own, such as a hook's."""
    status, headers = (
        (0, Headers())
        if response is None
        else (response.status_code, Headers(response.headers.raw))
    )
    if isinstance(error, BodyFault):
        return Failure(error.fault, "", status, headers)
    if isinstance(error, RuntimeError) and "closed" in str(error):
        return Failure(Fault.CLOSED)
    fault = next(
        (_FAULTS[base.__name__] for base in type(error).__mro__ if base.__name__ in _FAULTS), None
    )
    if fault is None:
        return None
    if fault is Fault.NOT_CONNECTED and _is_about_tls(error):
        fault = Fault.UNTRUSTED
    # The text of the exception may quote the request; its class says enough.
    return Failure(fault, type(error).__name__, status, headers)


def _is_about_tls(error: BaseException | None) -> bool:
    while error is not None:
        if any(base.__name__ == "SSLError" for base in type(error).__mro__):
            return True
        error = error.__cause__ or error.__context__
    return False
