"""What every generated package carries: models that are exact, calls that are careful, errors that are typed."""

from typing import TYPE_CHECKING

from .auth import ApiKey, Basic, Bearer
from .client import AsyncClient, Client
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
    MissingCredentialsError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    RedirectError,
    RequestValidationError,
    ResponseTooLargeError,
    ServerError,
    UnprocessableEntityError,
)
from .headers import Headers
from .lazy import load as _load
from .mismatch import Mismatch, OnMismatch
from .operation import Api, Operation, Query
from .resource import AsyncResource, Resource, async_responding, responding
from .response import Response
from .settings import DEFAULT_TIMEOUT, Options, Timeout
from .transport import AsyncHttpClient, HttpClient
from .unset import UNSET, Unset

# Making a model class loads half of pydantic; a client is ready without, until its first resource is asked for.
if TYPE_CHECKING:
    from .model import CamelModel, Model, PascalModel
    from .variants import Unknown, Variants
else:

    def __getattr__(name: str) -> object:
        return _load(__name__, _HOMES, name)

    _HOMES = {
        **dict.fromkeys(("CamelModel", "Model", "PascalModel"), ".model"),
        **dict.fromkeys(("Unknown", "Variants"), ".variants"),
    }


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
    "AsyncResource",
    "AuthenticationError",
    "BadRequestError",
    "Basic",
    "Bearer",
    "CamelModel",
    "Client",
    "ClientClosedError",
    "ConflictError",
    "DecodingError",
    "Headers",
    "HttpClient",
    "Mismatch",
    "MissingCredentialsError",
    "Model",
    "NotFoundError",
    "OnMismatch",
    "Operation",
    "Options",
    "PascalModel",
    "PermissionDeniedError",
    "Query",
    "RateLimitError",
    "RedirectError",
    "RequestValidationError",
    "Resource",
    "Response",
    "ResponseTooLargeError",
    "ServerError",
    "Timeout",
    "Unknown",
    "UnprocessableEntityError",
    "Unset",
    "Variants",
    "async_responding",
    "responding",
]
