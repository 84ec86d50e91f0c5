"""How a wait goes on: when to look again, and what to make of what is seen; without any I/O, and in the two loops.

A look is a call like any other, with retries of its own; what it raises ends the wait.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias, cast
from urllib.parse import urlsplit

from msgspec.structs import replace

from .errors import APIError, APIStatusError, APITimeoutError
from .flow import Pause
from .operation import Operation
from .pacing import LONGEST_RETRY_AFTER, Clock, retry_after
from .paging import kept, value_at
from .response import Response, Whole
from .settings import DEFAULT_OPTIONS, Options, Timeout
from .unset import UNSET, Unset
from .waiting import WaitFailedError, WaitFor, WaitTimeoutError

if TYPE_CHECKING:
    from .client import AsyncClient, Client
    from .headers import Headers
    from .request import Arguments

Step: TypeAlias = Pause | Options | Response[Any] | None
"""What comes next: a pause, a look with these options (or none), or the end with this response."""

Flow: TypeAlias = Generator[Step, Response[Any] | None, None]


class Wait:
    """A wait that goes on: what is waited for, until when, and what was seen last."""

    def __init__(
        self,
        operation: Operation[Any],
        interval: float,
        timeout: float | None,
        clock: Clock,
    ) -> None:
        self.operation, self.clock = operation, clock
        self.waits = cast("WaitFor", operation.waits)
        self.interval, self.timeout = max(float(interval), 0.0), timeout
        self.deadline = None if timeout is None else clock.monotonic() + timeout
        self.last: Any = None
        self.state: object = None

    def left(self) -> float | None:
        """The seconds that are left; None where they are not counted."""
        return None if self.deadline is None else self.deadline - self.clock.monotonic()

    def pause(self, headers: Headers) -> Pause:
        """How long to wait before the next look. Raises `WaitTimeoutError` where there is none any more."""
        asked = retry_after(headers, self.clock)
        pause = self.interval if asked is None else min(asked, LONGEST_RETRY_AFTER)
        left = self.left()
        if left is not None and pause >= left:
            self.give_up()
        return Pause(pause)

    def options(self, options: Options | None, usual: Timeout) -> Options | None:
        """The options of a look, which is over when the wait is."""
        left = self.left()
        if left is None:
            return options
        options = options or DEFAULT_OPTIONS
        given = options.timeout
        limits = usual if isinstance(given, Unset) else Timeout.of(given)
        total = left if limits.total is None else min(left, limits.total)
        return replace(options, timeout=replace(limits, total=total))

    def is_over(self, response: Response[Any]) -> bool:
        """Whether it is done. Raises `WaitFailedError` where it failed."""
        waits = self.waits
        self.last = response.value
        if waits.state is None:
            self.state = response.status
            return _is_among(self.state, waits.done)
        self.state = _seen(response.value, waits.state)
        is_done = _is_among(self.state, waits.done)
        reason = None if waits.error is None else _seen(response.value, waits.error)
        # Some services say that it is done, and why it failed beside that.
        if _is_among(self.state, waits.failed) or (is_done and reason and not waits.failed):
            path = urlsplit(response.url).path
            message = f"{response.method} {path}: failed: `{waits.state}` is {self.state!r:.100}"
            error = WaitFailedError(message, last=self.last, state=self.state)
            error.reason = reason
            raise error
        return is_done

    def is_expected(self, error: APIStatusError) -> bool:
        """Whether a status of failure is one that is waited for, or at which to go on."""
        if self.waits.state is not None:
            return False
        self.state = error.status
        return error.status in self.waits.done or error.status in self.waits.pending

    def give_up(self, cause: APIError | None = None) -> NoReturn:
        """Raises `WaitTimeoutError`."""
        message = f"{self.operation}: not done within {self.timeout:g} s"
        if self.state is not None:
            what = "the status" if self.waits.state is None else f"`{self.waits.state}`"
            message += f": {what} is {self.state!r:.100}"
        raise WaitTimeoutError(message, last=self.last, state=self.state) from cause


def _seen(answer: object, pointer: str) -> object:
    value = value_at(answer, pointer)
    return None if value is UNSET else value


def _is_among(state: object, wanted: tuple[str | int | bool, ...]) -> bool:
    # For Python, true is 1.
    return any(isinstance(state, bool) is isinstance(one, bool) and state == one for one in wanted)


def _flow(
    wait: Wait, options: Options | None, usual: Timeout, kind: Whole, before: Headers | None
) -> Flow:
    """Looks and pauses until it is done: the response of the last look.

    `before` are the header fields of the answer that led here: it may ask for a pause before the first look.
    """
    if before is not None and retry_after(before, wait.clock) is not None:
        yield wait.pause(before)
    while True:
        try:
            response = yield wait.options(options, usual)
            assert response is not None
            if wait.is_over(response):
                yield response
            headers = response.headers
        except APITimeoutError as error:
            left = wait.left()
            if left is not None and left <= 0:
                wait.give_up(error)
            raise
        except APIStatusError as error:
            if not wait.is_expected(error):
                raise
            if error.status in wait.waits.done:
                yield _gone(error, kind)
            headers = error.headers
        yield wait.pause(headers)


def _gone(error: APIStatusError, kind: Whole) -> Response[Any]:
    """The response of a failure that was waited for. It has no value."""
    return kind(
        value=None,
        status=error.status,
        headers=error.headers,
        mismatches=error.mismatches,
        content=error.raw,
        retries_taken=error.retries_taken,
        method=error.method,
        url=error.path,
    )


def waited(
    client: Client,
    operation: Operation[Any],
    arguments: Arguments,
    options: Options | None,
    interval: float,
    timeout: float | None,
    kind: Whole,
    before: Headers | None,
) -> Response[Any]:
    """Calls an operation until it is done: the last response. Raises a `WaitError`, and what calls raise."""
    clock, arguments = _clock(client), kept(arguments)
    wait = Wait(operation, interval, timeout, clock)
    flow = _flow(wait, options, _usual(client), kind, before)
    step = next(flow)
    while not isinstance(step, Response):
        if isinstance(step, Pause):
            clock.sleep(step.seconds)
            step = next(flow)
            continue
        try:
            seen = client.respond(operation, arguments, step, kind)
        except APIError as error:
            step = flow.throw(error)
        else:
            step = flow.send(seen)
    return step


async def awaited(
    client: AsyncClient,
    operation: Operation[Any],
    arguments: Arguments,
    options: Options | None,
    interval: float,
    timeout: float | None,
    kind: Whole,
    before: Headers | None,
) -> Response[Any]:
    """As `waited`, awaiting."""
    clock, arguments = _clock(client), kept(arguments)
    wait = Wait(operation, interval, timeout, clock)
    flow = _flow(wait, options, _usual(client), kind, before)
    step = next(flow)
    while not isinstance(step, Response):
        if isinstance(step, Pause):
            await clock.asleep(step.seconds)
            step = next(flow)
            continue
        try:
            seen = await client.respond(operation, arguments, step, kind)
        except APIError as error:
            step = flow.throw(error)
        else:
            step = flow.send(seen)
    return step


def _clock(client: Client | AsyncClient) -> Clock:
    return client._clock  # pyright: ignore[reportPrivateUsage]


def _usual(client: Client | AsyncClient) -> Timeout:
    return client._terms.rules.timeout  # pyright: ignore[reportPrivateUsage]
