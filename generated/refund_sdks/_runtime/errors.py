"""What can go wrong with a call.

APIError
├── RequestValidationError      (also ValueError) an argument does not fit; nothing was sent
├── ReceivedRequestError        (also ValueError) a webhook or callback can't be read
│   └── InvalidSignatureError   ... or is not signed by who it seems to come from
├── UnresolvedLinkError         (also LookupError) a link asks for what is not there; nothing was sent
├── MissingCredentialsError     nothing to authenticate with; nothing was sent
├── ClientClosedError           (also RuntimeError) the client was closed before; nothing was sent
├── APIConnectionError          no complete response
│   └── APITimeoutError         ... within the time given
├── DecodingError               a response that can't be read, or with `strict` does not fit
│   └── ResponseTooLargeError   a response beyond the limit
├── RedirectError               a redirect that is not followed
├── PaginationError             a list that can't go on: a page repeats, or the next one is elsewhere
├── WaitError                   what is waited for does not come (in `waiting.py`)
│   ├── WaitFailedError             ... since it failed; see `.last`
│   └── WaitTimeoutError            ... within the time given
└── APIStatusError              a status that means failure; see `.status` and `.body`
    ├── BadRequestError             400
    ├── AuthenticationError         401, and what the API uses in its place
    ├── PermissionDeniedError       403
    ├── NotFoundError               404
    ├── ConflictError               409
    ├── UnprocessableEntityError    422
    ├── RateLimitError              429
    └── ServerError                 5xx

Messages, attributes and tracebacks of these hold no credentials. All can be pickled.
"""

from collections.abc import Callable, Mapping
from typing import Final

from .headers import Headers
from .mismatch import Mismatch


def _restored(
    kind: type["APIError"], args: tuple[object, ...], state: dict[str, object]
) -> "APIError":
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(state)
    return error


class APIError(Exception):
    """The base of all errors of this package."""

    def __reduce__(self) -> tuple[Callable[..., "APIError"], tuple[object, ...]]:
        # Constructors take more than `args`, by keyword; the ordinary way could not call them.
        return _restored, (type(self), self.args, self.__dict__)


class RequestValidationError(APIError, ValueError):
    """An argument does not fit. Nothing was sent.

    `mismatches` has each place, as a JSON pointer into the body or the name of a parameter, and what was expected.
    """

    def __init__(self, *mismatches: Mismatch) -> None:
        super().__init__("; ".join(map(str, mismatches)))
        self.mismatches = mismatches

    @property
    def pointer(self) -> str:
        """Where the first fault is."""
        return self.mismatches[0].pointer

    @property
    def expected(self) -> str:
        """What should stand there."""
        return self.mismatches[0].expected


class ReceivedRequestError(APIError, ValueError):
    """A webhook or callback can't be read, or, under `strict`, differs from the document (`mismatches`)."""

    def __init__(self, message: str, *mismatches: Mismatch) -> None:
        super().__init__(message)
        self.mismatches = mismatches


class InvalidSignatureError(ReceivedRequestError):
    """The request was not signed by who it seems to come from, or too long ago. Nothing of it was read."""


class UnresolvedLinkError(APIError, LookupError):
    """A link can't be followed: the call or its answer lacks what `expression` asks for. Nothing was sent."""

    def __init__(self, message: str, expression: str) -> None:
        super().__init__(message)
        self.expression = expression


class MissingCredentialsError(APIError):
    """None of the ways to authenticate has its credentials. The message names arguments and variables."""


class ClientClosedError(APIError, RuntimeError):
    """The client was used after it was closed."""


class _CallError(APIError):
    """An error that belongs to a request that was made."""

    def __init__(self, message: str, *, method: str, path: str, retries_taken: int) -> None:
        super().__init__(message)
        self.method = method
        self.path = path
        self.retries_taken = retries_taken


class APIConnectionError(_CallError):
    """The service was not reached, or the response broke off."""


class APITimeoutError(APIConnectionError):
    """A time limit passed before the response was complete."""


class _ReplyError(_CallError):
    """An error about a response that came."""

    def __init__(
        self,
        message: str,
        *,
        method: str,
        path: str,
        retries_taken: int,
        status: int,
        headers: Headers,
        raw: bytes,
    ) -> None:
        super().__init__(message, method=method, path=path, retries_taken=retries_taken)
        self.status = status
        self.headers = headers
        self.raw = raw


class DecodingError(_ReplyError):
    """The response is not what was described: no JSON, or, under `strict`, with `mismatches`."""

    mismatches: tuple[Mismatch, ...] = ()


class ResponseTooLargeError(DecodingError):
    """The response, decompressed, is larger than `Options.max_response_bytes`. Reading stopped there."""


class RedirectError(_ReplyError):
    """The service redirects to where the request must not follow: another origin, too often, or with a body."""


class PaginationError(_CallError):
    """A list can't go on: a page repeats, leads to another origin, or does not say where the next one is."""


class APIStatusError(_ReplyError):
    """The service answered with a status that means failure.

    `body` is of the type described for the status, as far as it fits (`mismatches` says where not); else the JSON
    as it came; else text; None where there is none. `raw` has the bytes. `typed_headers` are those that are described
    for failures, where any are.
    """

    body: object = None
    typed_headers: object = None
    mismatches: tuple[Mismatch, ...] = ()


class BadRequestError(APIStatusError):
    """400."""


class AuthenticationError(APIStatusError):
    """401, or the status that the API uses in its place: the credentials are not accepted."""


class PermissionDeniedError(APIStatusError):
    """403."""


class NotFoundError(APIStatusError):
    """404."""


class ConflictError(APIStatusError):
    """409."""


class UnprocessableEntityError(APIStatusError):
    """422."""


class RateLimitError(APIStatusError):
    """429."""


class ServerError(APIStatusError):
    """500 to 599."""


_BY_STATUS: Final[Mapping[int, type[APIStatusError]]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def status_error(status: int) -> type[APIStatusError]:
    """The class of errors for a status."""
    return _BY_STATUS.get(status) or (ServerError if 500 <= status < 600 else APIStatusError)
