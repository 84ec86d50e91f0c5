"""A call from its arguments to its result: all that both clients do, and the two ways through it."""

import logging
import time
from collections.abc import Callable, Mapping
from typing import Any, Final

from .base_url import BaseURL, read_base_url
from .drive import adrive, drive
from .errors import RequestValidationError
from .flow import SAFE_TO_REPEAT, Call, Outcome, linked
from .http_client import AsyncHttpClient, HttpClient
from .mismatch import Mismatch
from .operation import Operation
from .pacing import Clock, RetryBudget
from .redaction import shown_headers
from .request import Arguments, outgoing
from .response import Response, Whole
from .secret import Secret
from .servers import address_of
from .settings import Options
from .settle import failure, settled, typed_headers
from .terms import Rules, Terms


def respond(
    terms: Terms,
    http: Callable[[], HttpClient],
    clock: Clock,
    budget: RetryBudget,
    operation: Operation[Any],
    arguments: Arguments,
    options: Options | None,
    whole: Whole | None,
) -> Any:
    """Makes a call, blocking: the value, or the `Response` where the whole is asked for. Raises an `APIError`."""
    started = time.perf_counter()
    call = _call(terms, operation, arguments, options)
    outcome = drive(call, http(), clock, budget)
    return _finished(terms, operation, call, outcome, started, whole)


async def arespond(
    terms: Terms,
    http: Callable[[], AsyncHttpClient],
    clock: Clock,
    budget: RetryBudget,
    operation: Operation[Any],
    arguments: Arguments,
    options: Options | None,
    whole: Whole | None,
) -> Any:
    """As `respond`, awaiting."""
    started = time.perf_counter()
    call = _call(terms, operation, arguments, options)
    outcome = await adrive(call, http(), clock, budget)
    return _finished(terms, operation, call, outcome, started, whole)


def stream(
    terms: Terms,
    http: Callable[[], HttpClient],
    clock: Clock,
    budget: RetryBudget,
    operation: Operation[Any],
    arguments: Arguments,
    options: Options | None,
    reopen: Callable[[str], Any],
) -> Any:
    """Makes a call whose answer is read piece by piece, blocking: a `ResponseStream`. Raises an `APIError`."""
    from .stream import ResponseStream

    call = _call(terms, operation, arguments, options, unread=True)
    outcome = drive(call, http(), clock, budget)
    if not 200 <= outcome.reply.status < 300:
        raise failure(operation, outcome)
    return ResponseStream(terms, operation, call, outcome, clock, reopen)


async def astream(
    terms: Terms,
    http: Callable[[], AsyncHttpClient],
    clock: Clock,
    budget: RetryBudget,
    operation: Operation[Any],
    arguments: Arguments,
    options: Options | None,
    reopen: Callable[[str], Any],
) -> Any:
    """As `stream`, awaiting: an `AsyncResponseStream`."""
    from .stream import AsyncResponseStream

    call = _call(terms, operation, arguments, options, unread=True)
    outcome = await adrive(call, http(), clock, budget)
    if not 200 <= outcome.reply.status < 300:
        raise failure(operation, outcome)
    return AsyncResponseStream(terms, operation, call, outcome, clock, reopen)


def _call(
    terms: Terms,
    operation: Operation[Any],
    arguments: Arguments,
    options: Options | None,
    unread: bool = False,
) -> Call:
    rules, headers = terms.rules, _NO_HEADERS
    if options is not None:
        rules = rules.changed(options)
        # Wrapped before anything can fail: what fails further down shows its locals.
        headers = {name: Secret(text) for name, text in options.headers.items()}
    base = _base(terms, rules, operation)
    if isinstance(base, Mismatch):
        raise RequestValidationError(base)
    request = outgoing(terms, operation, arguments, base, headers, rules.allow_insecure_http)
    if arguments.link is not None:
        request = linked(request, arguments.link)
    has_key = operation.idempotency_header is not None
    repeatable = has_key or operation.method in SAFE_TO_REPEAT
    replayable: bool = getattr(request.body, "replayable", True)
    return Call(request, rules, repeatable, replayable, unread, terms.middleware, terms.log)


def _base(terms: Terms, rules: Rules, operation: Operation[Any]) -> BaseURL | Mismatch:
    # Nothing is raised in here: the address may hold a password.
    address = rules.address
    if operation.servers and not rules.is_chosen:
        environment = terms.environment if terms.environment in operation.servers else None
        address = address_of(terms.api, operation.servers, environment, terms.variables)
    return address if isinstance(address, Mismatch) else read_base_url(address)


_NO_HEADERS: Final[dict[str, Secret]] = {}


def _finished(
    terms: Terms,
    operation: Operation[Any],
    call: Call,
    outcome: Outcome,
    started: float,
    whole: Whole | None,
) -> Any:
    if terms.log.isEnabledFor(logging.DEBUG):
        _tell(terms.log, outcome, time.perf_counter() - started)
    strict = call.rules.strict
    value, mismatches = settled(operation, outcome, strict)
    more: dict[str, Any] = {}
    if operation.typed_headers is not None and whole not in (None, Response):
        # Who does not ask for the headers has no use for what is wrong with them.
        more["typed_headers"], wrong = typed_headers(operation.typed_headers, outcome, strict)
        mismatches += wrong
    if mismatches:
        first, count = mismatches[0], len(mismatches)
        terms.log.warning("%s: %d values not as described; %.200s", operation, count, str(first))
        if terms.on_mismatch is not None:
            terms.on_mismatch(mismatches, operation)
    return value if whole is None else _whole(whole, outcome, value, mismatches, more)


def _tell(log: logging.Logger, outcome: Outcome, seconds: float) -> None:
    """One line for a call, and one with its header fields. Values that may be secret are masked, bodies left out."""
    request, reply = outcome.request, outcome.reply
    where, taken = request.path + request.shown_query(), outcome.retries_taken
    template = "%s %s -> %s in %.0f ms, %d retries"
    log.debug(template, request.method, where, reply.status, seconds * 1000, taken)
    sent, came = shown_headers(request.fields.encoded()), shown_headers(reply.headers.raw)
    log.debug("%s %s: sent (%s), received (%s)", request.method, request.path, sent, came)


def _whole(
    kind: Whole,
    outcome: Outcome,
    value: Any,
    mismatches: tuple[Mismatch, ...],
    more: Mapping[str, Any],
) -> Response[Any]:
    reply, request = outcome.reply, outcome.request
    return kind(
        value=value,
        status=reply.status,
        headers=reply.headers,
        mismatches=mismatches,
        content=reply.content,
        retries_taken=outcome.retries_taken,
        method=request.method,
        url=request.address,
        **more,
    )
