"""The policy of a call as a generator without I/O: what to send, how long to wait, when to stop.

It yields requests and pauses and is sent replies and failures; `drive` has the two loops that do the I/O. They make the
first attempt and come here with its answer, unless that is a success.
"""

import logging
from collections.abc import Generator
from typing import Any, Final, TypeGuard
from urllib.parse import quote, unquote_plus, urljoin, urlsplit

import msgspec
from msgspec import Struct

from .base_url import read_base_url
from .errors import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    ClientClosedError,
    DecodingError,
    PaginationError,
    RedirectError,
    ResponseTooLargeError,
)
from .mismatch import Mismatch
from .network import Limit
from .pacing import LONGEST_RETRY_AFTER, Clock, RetryBudget, backoff, reset_after, retry_after
from .parameters import encoded
from .request import Outgoing
from .response import Failure, Fault, Reply
from .secret import Secret
from .terms import Rules

MAX_REDIRECTS: Final = 5
RETRIED_STATUSES: Final = frozenset({408, 429, 500, 502, 503, 504})
# RFC 9110 §9.2.2, and QUERY, which is as safe as GET.
SAFE_TO_REPEAT: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"})
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_FOLLOWED: Final = frozenset({"GET", "HEAD"})
# Nothing of the request can have reached the service.
_NOT_SENT: Final = frozenset({Fault.NOT_CONNECTED, Fault.CONNECT_TIMEOUT})
_PERHAPS_SENT: Final = frozenset({Fault.TIMEOUT, Fault.BROKEN})


class Call(Struct, frozen=True):
    """A request and the rules under which it is made."""

    request: Outgoing
    rules: Rules
    repeatable: bool
    """Whether doing it twice is the same as doing it once."""
    replayable: bool = True
    """Whether its body is there a second time."""
    unread: bool = False
    """Whether the answer is to be read piece by piece."""
    middleware: tuple[Any, ...] = ()
    """What stands around each sending of it, the outermost first."""
    log: logging.Logger | None = None
    """Where it is told that it is tried again."""


class Attempt(Struct, frozen=True):
    """Asks the driver to send a request once, until `deadline` on the monotonic clock at the latest."""

    request: Outgoing
    limits: dict[str, float | None]
    deadline: float | None
    max_response_bytes: int
    unread: bool = False
    """Whether the body of a success is left to be read by the caller."""
    retries: int = 0
    resends: int = 0
    """How many requests of the call went before: repetitions and redirects."""


class Pause(Struct, frozen=True):
    """Asks the driver to wait before a repetition."""

    seconds: float
    reason: str = ""


class Outcome(Struct, frozen=True):
    """The last reply of a call, and what it took."""

    reply: Reply
    request: Outgoing
    retries_taken: int
    deadline: float | None = None
    """When the call has to be over, on the monotonic clock: what is yet to be read as well."""


Flow = Generator[Attempt | Pause, Reply | Failure | None, Outcome]


def begun(call: Call, clock: Clock) -> Attempt:
    """The first attempt of a call. Raises `APITimeoutError` where there is no time for it."""
    total = call.rules.timeout.total
    deadline = None if total is None else clock.monotonic() + total
    return _attempt(call, call.request, deadline, (0, 0), clock)


def is_success(answer: Reply | Failure) -> TypeGuard[Reply]:
    """Whether a call is over with this answer, whatever was decided before. Most are over with the first."""
    return isinstance(answer, Reply) and 200 <= answer.status < 300


def concluded(
    reply: Reply,
    request: Outgoing,
    retries: int,
    budget: RetryBudget,
    deadline: float | None = None,
) -> Outcome:
    """The end of a call whose last reply is to be kept."""
    if reply.status < 400:
        budget.earn()
    return Outcome(reply, request, retries, deadline)


def exchange(
    call: Call, first: Attempt, answer: Reply | Failure, clock: Clock, budget: RetryBudget
) -> Flow:
    """Sends until there is a reply to keep, after a first attempt that was answered by `answer`.

    Raises the error of the last attempt where there is no reply.
    """
    request, deadline, retries, hops = first.request, first.deadline, 0, 0
    while not is_success(answer):
        if (
            isinstance(answer, Reply)
            and answer.status in _REDIRECTS
            and "location" in answer.headers
        ):
            request, hops = redirected(request, answer, hops, retries), hops + 1
        else:
            pause = _pause(call, answer, retries, clock)
            if (
                pause is None
                or (deadline is not None and clock.monotonic() + pause >= deadline)
                or not budget.spend()
            ):
                break
            yield Pause(pause, _reason(answer))
            retries += 1
        reply = yield _attempt(call, request, deadline, (retries, hops), clock)
        assert reply is not None
        answer = reply
    if isinstance(answer, Failure):
        raise failed(answer, request, retries)
    return concluded(answer, request, retries, budget, deadline)


def _attempt(
    call: Call, request: Outgoing, deadline: float | None, before: tuple[int, int], clock: Clock
) -> Attempt:
    retries, hops = before
    left = None if deadline is None else deadline - clock.monotonic()
    if left is not None and left <= 0:
        raise failed(Failure(Fault.TIMEOUT), request, retries)
    rules = call.rules
    limits: dict[str, float | None] = rules.timeout.within(left)
    if deadline is not None:
        limits = {
            step: None if seconds is None else Limit(seconds, deadline, clock.monotonic)
            for step, seconds in limits.items()
        }
    return Attempt(
        request, limits, deadline, rules.max_response_bytes, call.unread, retries, retries + hops
    )


def _reason(answer: Reply | Failure) -> str:
    return answer.fault.value if isinstance(answer, Failure) else str(answer.status)


def _pause(call: Call, answer: Reply | Failure, retries: int, clock: Clock) -> float | None:
    """How long to wait before sending again; None for not sending again."""
    if retries >= call.rules.retries or not call.replayable:
        return None
    if isinstance(answer, Failure):
        again = answer.fault in _NOT_SENT or (answer.fault in _PERHAPS_SENT and call.repeatable)
        return backoff(retries, clock) if again else None
    if answer.status not in RETRIED_STATUSES or not call.repeatable:
        return None
    asked = retry_after(answer.headers, clock)
    if asked is None:
        return reset_after(answer, clock) or backoff(retries, clock)
    return asked if asked <= LONGEST_RETRY_AFTER else None


def redirected(request: Outgoing, reply: Reply, hops: int, retries: int) -> Outgoing:
    """The request that a redirect asks for. Raises `RedirectError` for one that is not followed.

    Only a GET or HEAD is, and only within the origin: what is sent, credentials above all, is meant for that origin.
    """
    refusal = _redirect_refusal(request, hops)
    target = None if refusal else _target(request, reply.headers["location"])
    if target is None:
        reason = refusal or "it leaves the origin of the request"
        message = f"{request.title}: redirect ({reply.status}) not followed: {reason}"
        raise RedirectError(
            message,
            method=request.method,
            path=request.path,
            retries_taken=retries,
            status=reply.status,
            headers=reply.headers,
            raw=reply.content,
        )
    path, query = target
    return msgspec.structs.replace(request, path=path, query=query)


def _redirect_refusal(request: Outgoing, hops: int) -> str | None:
    if request.method not in _FOLLOWED:
        return f"a {request.method} is not sent elsewhere"
    return f"more than {MAX_REDIRECTS} in a row" if hops >= MAX_REDIRECTS else None


def linked(request: Outgoing, link: Secret) -> Outgoing:
    """The request to an address that an answer gave. Raises `PaginationError` for one of another origin.

    Credentials that belong into the query are put there again: links seldom have them.
    """
    target = _target(request, link.reveal())
    if target is None:
        message = f"{request.title}: the next page is not on {request.base.origin}, where the credentials go"
        raise PaginationError(message, method=request.method, path=request.path, retries_taken=0)
    path, query = target
    keys = {c.name: c.text for c in request.credentials if c.location == "query"}
    pairs = [] if query is None else query.reveal().split("&")
    kept = [pair for pair in pairs if pair and unquote_plus(pair.partition("=")[0]) not in keys]
    own = [f"{quote(name, safe='')}={quote(text.reveal(), safe='')}" for name, text in keys.items()]
    text = "&".join(kept + own)
    return msgspec.structs.replace(request, path=path, query=Secret(text) if text else None)


def _target(request: Outgoing, location: str) -> tuple[str, Secret | None] | None:
    """Path and query of a location within the origin of the request; None for any other."""
    if not location.isascii() or not location.isprintable() or "\\" in location:
        return None
    try:
        parts = urlsplit(urljoin(request.address, location))
    except ValueError:
        return None
    there = read_base_url(f"{parts.scheme}://{parts.netloc}")
    if isinstance(there, Mismatch) or there.origin != request.base.origin:
        return None
    return encoded(parts.path) or "/", Secret(encoded(parts.query)) if parts.query else None


def failed(failure: Failure, request: Outgoing, retries: int) -> APIError:
    """The error for an attempt that brought no complete reply."""
    message = f"{request.title}: {failure.fault.value}"
    message += f" ({failure.detail})" if failure.detail else ""
    method, path = request.method, request.path
    match failure.fault:
        case Fault.CLOSED:
            return ClientClosedError("the HTTP client is closed")
        case Fault.TIMEOUT | Fault.CONNECT_TIMEOUT:
            return APITimeoutError(message, method=method, path=path, retries_taken=retries)
        case Fault.TOO_LARGE | Fault.UNREADABLE:
            kind = ResponseTooLargeError if failure.fault is Fault.TOO_LARGE else DecodingError
            return kind(
                message,
                method=method,
                path=path,
                retries_taken=retries,
                status=failure.status,
                headers=failure.headers,
                raw=b"",
            )
        case _:
            return APIConnectionError(message, method=method, path=path, retries_taken=retries)
