"""What the blocking and the awaiting client have in common: the choices of the caller, and all of a call but its I/O."""

import logging
import time
from collections.abc import Mapping
from typing import Any, Final, TypeVar

from .auth import presented
from .base_url import BaseURL, read_base_url
from .errors import ClientClosedError, RequestValidationError
from .flow import SAFE_TO_REPEAT, Call, Flow, Outcome, exchange
from .mismatch import Mismatch, OnMismatch
from .operation import Api, Operation
from .pacing import Clock, RetryBudget
from .request import Arguments, outgoing
from .response import Response
from .secret import Secret
from .settings import DEFAULT_TIMEOUT, Options, Timeout
from .settle import settled
from .unset import Unset

T = TypeVar("T")

# The package that this runtime was copied into, so that two copies log apart.
_PACKAGE: Final = __name__.rpartition("._runtime")[0] or __name__.partition(".")[0]


class BaseClient:
    """What the blocking and the awaiting client have in common: everything but the I/O."""

    def __init__(
        self,
        api: Api,
        *,
        credentials: Mapping[str, str | int | None],
        environment: str | None = None,
        base_url: str | None = None,
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        retries: int = 2,
        strict: bool = False,
        on_mismatch: OnMismatch | None = None,
        allow_insecure_http: bool = False,
    ) -> None:
        # Nothing here raises: a traceback would show the credentials among the arguments.
        self._api = api
        self._credentials = {
            k: Secret(str(v)) for k, v in credentials.items() if v is not None and v != ""
        }
        self._presented = presented(api.schemes, self._credentials)
        self._base = _base(api, environment, base_url)
        self._timeout = Timeout.of(timeout)
        self._retries = retries
        self._strict = strict
        self._on_mismatch = on_mismatch
        self._allow_insecure_http = allow_insecure_http
        self._clock = Clock()
        self._budget = RetryBudget()
        self._closed = False
        self._log = logging.getLogger(f"{_PACKAGE}.{api.name}")

    def __repr__(self) -> str:
        # A client that was never constructed is shown as well: a traceback may ask for it.
        base = getattr(self, "_base", None)
        where = base if isinstance(base, BaseURL) else "invalid"
        return f"{type(self).__name__}(base_url='{where}')"

    def _call_of(self, operation: Operation[Any], arguments: Arguments, options: Options) -> Call:
        if self._closed:
            raise ClientClosedError(f"this {type(self).__name__} is closed")
        base = (
            self._base if isinstance(options.base_url, Unset) else read_base_url(options.base_url)
        )
        if isinstance(base, Mismatch):
            raise RequestValidationError(base)
        insecure = _chosen(options.allow_insecure_http, self._allow_insecure_http)
        # Wrapped before anything can fail: what fails further down shows its locals.
        headers = {name: Secret(text) for name, text in options.headers.items()}
        request = outgoing(
            self._api,
            operation,
            arguments,
            base,
            self._credentials,
            self._presented,
            headers,
            insecure,
        )
        key = operation.idempotency_header
        return Call(
            request=request,
            timeout=(
                self._timeout if isinstance(options.timeout, Unset) else Timeout.of(options.timeout)
            ),
            retries=_chosen(options.retries, self._retries),
            repeatable=operation.method in SAFE_TO_REPEAT
            or (key is not None and key.lower().encode() in request.fields),
            max_response_bytes=options.max_response_bytes,
        )

    def _flow(self, call: Call) -> Flow:
        return exchange(call, self._clock, self._budget)

    def _finished(
        self, operation: Operation[T], outcome: Outcome, options: Options, started: float
    ) -> Response[T]:
        request = outcome.request
        if self._log.isEnabledFor(logging.DEBUG):
            elapsed = (time.perf_counter() - started) * 1000
            template = "%s %s -> %s in %.0f ms, %d retries"
            taken = outcome.retries_taken
            self._log.debug(
                template, request.method, request.path, outcome.reply.status, elapsed, taken
            )
        response = settled(operation, outcome, _chosen(options.strict, self._strict))
        if response.mismatches:
            first, count = response.mismatches[0], len(response.mismatches)
            self._log.warning(
                "%s: %d values not as described; %.200s", operation, count, str(first)
            )
            if self._on_mismatch is not None:
                self._on_mismatch(response.mismatches, operation)
        return response


def _base(api: Api, environment: str | None, base_url: str | None) -> BaseURL | Mismatch:
    if base_url is not None:
        return read_base_url(base_url)
    name = next(iter(api.servers), "") if environment is None else environment
    if name not in api.servers:
        known = ", ".join(repr(server) for server in api.servers)
        return Mismatch(
            "environment",
            f"one of {known}" if known else "a `base_url` in its place",
            "another name",
        )
    return read_base_url(api.servers[name])


V = TypeVar("V")


def _chosen(option: V | Unset, default: V) -> V:
    return default if isinstance(option, Unset) else option
