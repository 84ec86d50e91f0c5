"""A span for each request, by the HTTP semantic conventions of OpenTelemetry, which is imported by whoever has a tracer.

client = Orders(..., middleware=[tracing(trace.get_tracer("shop"))])
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .middleware import HttpRequest, HttpResponse

if TYPE_CHECKING:
    from .middleware import AsyncMiddleware, AsyncSend, Middleware, Send


def tracing(tracer: Any) -> "Middleware":
    """A middleware for blocking clients that makes a client span for each request and sends its context along.

    `tracer` is an `opentelemetry.trace.Tracer`. Each repetition has a span of its own. The span of an answer that is
    read piece by piece ends with its header. Neither bodies nor header fields are in it, and no secret of a query.
    """

    def layer(request: HttpRequest, call_next: "Send") -> HttpResponse:
        with _span(tracer, request) as span:
            try:
                response = call_next(request.changed(headers=_context()))
            except Exception as error:
                _failed(span, type(error).__qualname__)
                raise
            return _ended(span, response)

    return layer


def async_tracing(tracer: Any) -> "AsyncMiddleware":
    """As `tracing`, for awaiting clients."""

    async def layer(request: HttpRequest, call_next: "AsyncSend") -> HttpResponse:
        with _span(tracer, request) as span:
            try:
                response = await call_next(request.changed(headers=_context()))
            except Exception as error:
                _failed(span, type(error).__qualname__)
                raise
            return _ended(span, response)

    return layer


def _span(tracer: Any, request: HttpRequest) -> AbstractContextManager[Any]:
    trace = import_module("opentelemetry.trace")  # by name: type checkers need not have it either
    made: AbstractContextManager[Any] = tracer.start_as_current_span(
        f"{request.method} {request.template}".rstrip(),
        kind=trace.SpanKind.CLIENT,
        attributes=_attributes(request),
        set_status_on_exception=False,
    )
    return made


def _attributes(request: HttpRequest) -> Mapping[str, str | int]:
    """What is known before the request is sent (OpenTelemetry, HTTP semantic conventions, "HTTP client span")."""
    from urllib.parse import urlsplit

    parts = urlsplit(request.url)
    found: dict[str, str | int] = {
        "http.request.method": request.method,
        "server.address": parts.hostname or "",
        "server.port": parts.port or (443 if parts.scheme == "https" else 80),
        "url.full": request.outgoing.address + request.outgoing.shown_query("REDACTED"),
        "url.scheme": parts.scheme,
    }
    if request.template:
        found["url.template"] = request.template
    if request.resends:
        found["http.request.resend_count"] = request.resends
    return found


def _context() -> dict[str, str]:
    """The header fields that tell the service which span it belongs to, as the program has chosen."""
    carrier: dict[str, str] = {}
    import_module("opentelemetry.propagate").inject(carrier)
    return carrier


def _ended(span: Any, response: HttpResponse) -> HttpResponse:
    span.set_attribute("http.response.status_code", response.status)
    if response.status >= 400:
        _failed(span, str(response.status))
    return response


def _failed(span: Any, kind: str) -> None:
    span.set_attribute("error.type", kind)
    span.set_status(import_module("opentelemetry.trace").StatusCode.ERROR)
