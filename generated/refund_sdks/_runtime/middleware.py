"""Callables around each request: what they are given, and the two ways through them.

    def log(request: HttpRequest, call_next: Send) -> HttpResponse:
        response = call_next(request)
        print(request.method, request.url, response.status)
        return response

    client = Orders(..., middleware=[log])

A middleware stands around each sending of a request: a call that is tried three times passes through it three times.
The first of a list is the outermost. What it raises goes to the caller as it is, and nothing is tried again.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from .headers import Headers
from .secret import Secret
from .unset import UNSET, Unset

if TYPE_CHECKING:
    from .errors import APIError
    from .flow import Attempt
    from .http_client import AsyncHttpClient, HttpClient
    from .pacing import Clock
    from .request import Outgoing
    from .response import Failure, Reply


class HttpRequest(Struct, frozen=True):
    """A request that is about to be sent. It shows its method and address; the rest only to those who ask for it."""

    outgoing: "Outgoing"
    resends: int = 0
    """How many requests of the same call went before: repetitions and redirects."""

    @property
    def method(self) -> str:
        """The method, in capitals."""
        return self.outgoing.method

    @property
    def url(self) -> str:
        """Where it goes, without its query, which may hold a credential."""
        return self.outgoing.address

    @property
    def template(self) -> str:
        """The path as the description has it: `/orders/{order_id}`."""
        return self.outgoing.template

    @property
    def query(self) -> str:
        """The query as it is sent, credentials and all; empty where there is none."""
        query = self.outgoing.query
        return "" if query is None else query.reveal()

    @property
    def shown_url(self) -> str:
        """Where it goes, with its query, in which `***` stands for what is secret."""
        return self.outgoing.shown_address

    @property
    def headers(self) -> Headers:
        """The header fields, credentials and all, but for those that follow from the connection and the body."""
        return Headers(self.outgoing.fields.encoded())

    @property
    def body(self) -> bytes | None:
        """The body; None where there is none, or where it is sent piece by piece."""
        body = self.outgoing.body
        return body if isinstance(body, bytes) else None

    def changed(
        self,
        *,
        headers: Mapping[str, str] = {},  # nobody changes it
        query: Mapping[str, str] = {},
        body: bytes | Unset = UNSET,
    ) -> "HttpRequest":
        """This request with fields in place of those of the same name, pairs added to the query, or another body.

        Raises `RequestValidationError` for what can't be sent.
        """
        from .heading import Heading

        fields, told = self.outgoing.fields, self.outgoing.query
        if headers:
            fields = Heading(fields)
            fields.put_all((name, Secret(text)) for name, text in headers.items())
        if query:
            from urllib.parse import quote, urlencode  # here, since most never change a query

            more = urlencode(query, quote_via=quote)
            told = Secret(more if told is None else f"{told.reveal()}&{more}")
        content = self.outgoing.body if isinstance(body, Unset) else body
        return replace(
            self, outgoing=replace(self.outgoing, fields=fields, query=told, body=content)
        )

    def __repr__(self) -> str:
        return f"<HttpRequest {self.outgoing.title}>"


class HttpResponse(Struct, frozen=True):
    """A response before its body is decoded. Make one to answer without asking the service.

    `content` is unpacked. It is empty where the caller reads the body piece by piece: then it has not come yet.
    """

    status: int
    headers: Mapping[str, str] = {}
    content: bytes = b""

    def __repr__(self) -> str:
        return f"<HttpResponse {self.status} ({len(self.content)} bytes)>"


class _Received(HttpResponse, frozen=True):
    """A response of the service; the reply has what is yet to be read."""

    reply: Any = None


Send = Callable[[HttpRequest], HttpResponse]
AsyncSend = Callable[[HttpRequest], Awaitable[HttpResponse]]
Middleware = Callable[[HttpRequest, Send], HttpResponse]
"""Is given a request and what sends it on; gives the response. `APIConnectionError` and its kin say that none came."""
AsyncMiddleware = Callable[[HttpRequest, AsyncSend], Awaitable[HttpResponse]]


class _Passage:
    """What one way through the middleware has met."""

    def __init__(self, attempt: "Attempt") -> None:
        self.attempt = attempt
        self.request = HttpRequest(attempt.request, attempt.resends)
        self.failures: list[tuple[APIError, Failure]] = []
        self.received: list[Reply] = []

    def sent(self, request: HttpRequest) -> "Attempt":
        return replace(self.attempt, request=request.outgoing)

    def met(self, answer: "Reply | Failure") -> HttpResponse:
        """The response to hand on. Raises the error that stands for a failure."""
        from .flow import failed
        from .response import Reply

        if isinstance(answer, Reply):
            self.received.append(answer)
            return _Received(answer.status, answer.headers, answer.content, answer)
        error = failed(answer, self.attempt.request, self.attempt.retries)
        self.failures.append((error, answer))
        raise error

    def failure(self, error: Exception) -> "Failure | None":
        """What an error stands for that came through unchanged; None for one of the middleware's own."""
        return next((failure for known, failure in self.failures if known is error), None)

    def kept(self, response: HttpResponse) -> "Reply":
        """The reply that came out in the end; the bodies of the others are not read any more."""
        from .response import Reply

        if not isinstance(response, HttpResponse):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"a middleware gave {type(response).__name__}, not an HttpResponse")
        stream = None
        if isinstance(response, _Received):
            stream = response.reply.stream
            self.received = [reply for reply in self.received if reply is not response.reply]
        headers = response.headers
        if not isinstance(headers, Headers):
            pairs = headers.items()
            headers = Headers([(k.encode("latin-1"), v.encode("latin-1")) for k, v in pairs])
        return Reply(response.status, headers, response.content, stream)


def through(
    layers: Sequence[Middleware], client: "HttpClient", attempt: "Attempt", clock: "Clock"
) -> "Reply | Failure":
    """Sends a request once through the middleware, blocking."""
    from .transport import transmit

    passage = _Passage(attempt)

    def last(request: HttpRequest) -> HttpResponse:
        return passage.met(transmit(client, passage.sent(request), clock))

    send: Send = last
    for layer in reversed(layers):
        send = _around(layer, send)
    try:
        return passage.kept(send(passage.request))
    except Exception as error:
        failure = passage.failure(error)
        if failure is None:
            raise
        return failure
    finally:
        for reply in passage.received:
            if reply.stream is not None:
                reply.stream.close()


async def athrough(
    layers: Sequence[AsyncMiddleware], client: "AsyncHttpClient", attempt: "Attempt", clock: "Clock"
) -> "Reply | Failure":
    """As `through`, awaiting."""
    from .transport import atransmit

    passage = _Passage(attempt)

    async def last(request: HttpRequest) -> HttpResponse:
        return passage.met(await atransmit(client, passage.sent(request), clock))

    send: AsyncSend = last
    for layer in reversed(layers):
        send = _aaround(layer, send)
    try:
        return passage.kept(await send(passage.request))
    except Exception as error:
        failure = passage.failure(error)
        if failure is None:
            raise
        return failure
    finally:
        for reply in passage.received:
            if reply.stream is not None:
                await reply.stream.aclose()


def _around(layer: Middleware, inner: Send) -> Send:
    return lambda request: layer(request, inner)


def _aaround(layer: AsyncMiddleware, inner: AsyncSend) -> AsyncSend:
    return lambda request: layer(request, inner)
