"""What the package of an API offers from the runtime: what every caller may need, and what its operations make use of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..ir.answers import successes
from ..ir.model import Api, Operation, SchemeKind
from ..ir.writing import BodyKind
from .classes import page_model
from .client import TOKENS
from .streams import is_streamed

_ALWAYS = (
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "DecodingError",
    "HttpRequest",
    "HttpResponse",
    "Mismatch",
    "MissingCredentialsError",
    "NotFoundError",
    "Options",
    "PermissionDeniedError",
    "RateLimitError",
    "RedirectError",
    "RequestValidationError",
    "Response",
    "ResponseTooLargeError",
    "ServerError",
    "Timeout",
    "UnprocessableEntityError",
    "UNSET",
    "Unset",
    "async_tracing",
    "tracing",
)
_OF_HOOKS = (
    "APIError",
    "HmacSignature",
    "InvalidSignatureError",
    "Mismatch",
    "ReceivedRequest",
    "ReceivedRequestError",
    "UnknownRequest",
)


def runtime_exports(api: Api) -> Iterator[str]:
    """The names that the package of an API offers from the runtime."""
    if has_client(api):
        yield from _ALWAYS
    for names, is_used in _WHERE_USED.items():
        if is_used(api):
            yield from names


def has_client(api: Api) -> bool:
    """Whether there is anything to call: an API of webhooks alone has no client."""
    return bool(api.operations or not api.hooks)


def _has_events(operation: Operation) -> bool:
    """Whether an answer is a stream of events as they come."""
    return any(c.is_stream and c.whole for r in successes(operation) for c in r.contents)


def _sends_files(operation: Operation) -> bool:
    body = operation.body
    return body is not None and body.kind is BodyKind.MULTIPART


def _any(is_so: Callable[[Operation], bool]) -> Callable[[Api], bool]:
    return lambda api: any(map(is_so, api.operations))


def _has_scheme(*kinds: SchemeKind) -> Callable[[Api], bool]:
    return lambda api: any(scheme.kind in kinds for scheme in api.schemes.values())


def _has_bare_pages(api: Api) -> bool:
    return any(o.paging is not None and page_model(api, o) is None for o in api.operations)


_WHERE_USED: Mapping[tuple[str, ...], Callable[[Api], bool]] = {
    ("AsyncPages", "PaginationError"): _any(lambda o: o.paging is not None),
    ("AsyncListPage", "ListPage"): _has_bare_pages,
    ("WaitError", "WaitFailedError", "WaitTimeoutError"): _any(lambda o: bool(o.waits)),
    ("UnresolvedLinkError",): _any(lambda o: bool(o.links)),
    ("AsyncResponseStream", "ResponseStream"): _any(is_streamed),
    ("ServerSentEvent",): _any(_has_events),
    ("FilePart",): _any(_sends_files),
    ("TokenSource",): _has_scheme(*TOKENS),
    ("AuthorizationCodeGrant", "ClientCredentialsGrant", "RefreshTokenGrant"): _has_scheme(
        SchemeKind.OAUTH2, SchemeKind.OPEN_ID
    ),
    ("ClientCertificate",): _has_scheme(SchemeKind.MUTUAL_TLS),
    _OF_HOOKS: lambda api: bool(api.hooks),
}
"""Names that are of no use but to an API of a kind."""

EVERY = frozenset(_ALWAYS).union(*_WHERE_USED)
"""All names that a package can offer from the runtime."""
