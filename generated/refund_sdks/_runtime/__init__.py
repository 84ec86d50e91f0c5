"""What every generated package carries: models that are exact, calls that are careful, errors that are typed.

Each name is loaded when it is first asked for: a client is ready without pydantic and httpx2, which take much longer
than everything here.
"""

from typing import TYPE_CHECKING

from .lazy import load as _load

if TYPE_CHECKING:
    from .auth import (
        ApiKey,
        Basic,
        Bearer,
        ClientCertificate,
        HttpAuthentication,
        MutualTLS,
        OAuth2,
        OAuthFlow,
        OpenIdConnect,
    )
    from .client import AsyncClient, Client
    from .contents import BodyContent, FileContent, FilePart, FormData
    from .errors import (
        APIConnectionError,
        APIError,
        APIStatusError,
        APITimeoutError,
        AuthenticationError,
        BadRequestError,
        ClientClosedError,
        ConflictError,
        DecodingError,
        InvalidSignatureError,
        MissingCredentialsError,
        NotFoundError,
        PaginationError,
        PermissionDeniedError,
        RateLimitError,
        ReceivedRequestError,
        RedirectError,
        RequestValidationError,
        ResponseTooLargeError,
        ServerError,
        UnprocessableEntityError,
        UnresolvedLinkError,
    )
    from .framing import ServerSentEvent
    from .grants import (
        AuthorizationCodeGrant,
        ClientCredentialsGrant,
        RefreshTokenGrant,
        TokenSource,
    )
    from .headers import Headers
    from .http_client import AsyncHttpClient, HttpClient
    from .linking import AsyncLinks, Links
    from .middleware import AsyncMiddleware, AsyncSend, HttpRequest, HttpResponse, Middleware, Send
    from .mismatch import Mismatch, OnMismatch
    from .model import CamelModel, Model, PascalModel
    from .operation import (
        Api,
        ByMedia,
        FormPart,
        InCookie,
        InHeader,
        InPath,
        InQuery,
        Operation,
        TypedHeaders,
    )
    from .pages import AsyncListPage, AsyncPaged, AsyncPages, ListPage, Paged
    from .paging import PagedBy
    from .received import (
        Expected,
        ReceivedHeaders,
        ReceivedRequest,
        UnknownRequest,
        first_match,
    )
    from .resource import AsyncResource, Resource
    from .response import Response
    from .settings import DEFAULT_TIMEOUT, Options, Timeout
    from .signature import HmacSignature, Verify
    from .spans import async_tracing, tracing
    from .stream import AsyncResponseStream, ResponseStream
    from .twins import async_responding, async_streaming, responding, streaming
    from .unset import UNSET, Unset
    from .variants import Unknown, Variants
    from .waiting import WaitError, WaitFailedError, WaitFor, WaitTimeoutError

_HOMES = {
    name: module
    for module, names in {
        ".auth": (
            "ApiKey",
            "Basic",
            "Bearer",
            "ClientCertificate",
            "HttpAuthentication",
            "MutualTLS",
            "OAuth2",
            "OAuthFlow",
            "OpenIdConnect",
        ),
        ".client": ("AsyncClient", "Client"),
        ".contents": ("BodyContent", "FileContent", "FilePart", "FormData"),
        ".errors": (
            "APIConnectionError",
            "APIError",
            "APIStatusError",
            "APITimeoutError",
            "AuthenticationError",
            "BadRequestError",
            "ClientClosedError",
            "ConflictError",
            "DecodingError",
            "InvalidSignatureError",
            "MissingCredentialsError",
            "NotFoundError",
            "PaginationError",
            "PermissionDeniedError",
            "RateLimitError",
            "ReceivedRequestError",
            "RedirectError",
            "RequestValidationError",
            "ResponseTooLargeError",
            "ServerError",
            "UnprocessableEntityError",
            "UnresolvedLinkError",
        ),
        ".framing": ("ServerSentEvent",),
        ".grants": (
            "AuthorizationCodeGrant",
            "ClientCredentialsGrant",
            "RefreshTokenGrant",
            "TokenSource",
        ),
        ".headers": ("Headers",),
        ".http_client": ("AsyncHttpClient", "HttpClient"),
        ".middleware": (
            "AsyncMiddleware",
            "AsyncSend",
            "HttpRequest",
            "HttpResponse",
            "Middleware",
            "Send",
        ),
        ".linking": ("AsyncLinks", "Links"),
        ".mismatch": ("Mismatch", "OnMismatch"),
        ".model": ("CamelModel", "Model", "PascalModel"),
        ".operation": (
            "Api",
            "ByMedia",
            "FormPart",
            "InCookie",
            "InHeader",
            "InPath",
            "InQuery",
            "Operation",
            "TypedHeaders",
        ),
        ".received": (
            "Expected",
            "ReceivedHeaders",
            "ReceivedRequest",
            "UnknownRequest",
            "first_match",
        ),
        ".pages": ("AsyncListPage", "AsyncPaged", "AsyncPages", "ListPage", "Paged"),
        ".paging": ("PagedBy",),
        ".resource": ("AsyncResource", "Resource"),
        ".twins": ("async_responding", "async_streaming", "responding", "streaming"),
        ".stream": ("AsyncResponseStream", "ResponseStream"),
        ".response": ("Response",),
        ".settings": ("DEFAULT_TIMEOUT", "Options", "Timeout"),
        ".signature": ("HmacSignature", "Verify"),
        ".spans": ("async_tracing", "tracing"),
        ".unset": ("UNSET", "Unset"),
        ".variants": ("Unknown", "Variants"),
        ".waiting": ("WaitError", "WaitFailedError", "WaitFor", "WaitTimeoutError"),
    }.items()
    for name in names
}


if not TYPE_CHECKING:  # a checker would take any name for one that is here

    def __getattr__(name: str) -> object:
        return _load(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


__all__ = [
    "DEFAULT_TIMEOUT",
    "UNSET",
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "Api",
    "ApiKey",
    "AsyncClient",
    "AsyncHttpClient",
    "AsyncLinks",
    "AsyncListPage",
    "AsyncMiddleware",
    "AsyncPaged",
    "AsyncPages",
    "AsyncResource",
    "AsyncResponseStream",
    "AsyncSend",
    "AuthenticationError",
    "AuthorizationCodeGrant",
    "BadRequestError",
    "Basic",
    "Bearer",
    "BodyContent",
    "ByMedia",
    "CamelModel",
    "Client",
    "ClientCertificate",
    "ClientClosedError",
    "ClientCredentialsGrant",
    "ConflictError",
    "DecodingError",
    "Expected",
    "FileContent",
    "FilePart",
    "FormData",
    "FormPart",
    "Headers",
    "HmacSignature",
    "HttpAuthentication",
    "HttpClient",
    "HttpRequest",
    "HttpResponse",
    "InCookie",
    "InHeader",
    "InPath",
    "InQuery",
    "InvalidSignatureError",
    "Links",
    "ListPage",
    "Middleware",
    "Mismatch",
    "MissingCredentialsError",
    "Model",
    "MutualTLS",
    "NotFoundError",
    "OAuth2",
    "OAuthFlow",
    "OnMismatch",
    "OpenIdConnect",
    "Operation",
    "Options",
    "Paged",
    "PagedBy",
    "PaginationError",
    "PascalModel",
    "PermissionDeniedError",
    "RateLimitError",
    "ReceivedHeaders",
    "ReceivedRequest",
    "ReceivedRequestError",
    "RedirectError",
    "RefreshTokenGrant",
    "RequestValidationError",
    "Resource",
    "Response",
    "ResponseStream",
    "ResponseTooLargeError",
    "Send",
    "ServerError",
    "ServerSentEvent",
    "Timeout",
    "TokenSource",
    "TypedHeaders",
    "Unknown",
    "UnknownRequest",
    "UnprocessableEntityError",
    "UnresolvedLinkError",
    "Unset",
    "Variants",
    "Verify",
    "WaitError",
    "WaitFailedError",
    "WaitFor",
    "WaitTimeoutError",
    "async_responding",
    "async_streaming",
    "async_tracing",
    "first_match",
    "responding",
    "streaming",
    "tracing",
]
