"""The two loops that give a flow its I/O: one blocks, one awaits."""

from collections.abc import Awaitable, Callable
from functools import partial

from .flow import Attempt, Call, Outcome, Pause, begun, concluded, exchange, is_success
from .http_client import AsyncHttpClient, HttpClient
from .pacing import Clock, RetryBudget
from .response import Failure, Reply
from .transport import atransmit, transmit


def drive(call: Call, client: HttpClient, clock: Clock, budget: RetryBudget) -> Outcome:
    """Makes a call, blocking. Raises the error of the last attempt where there is no reply."""
    first = begun(call, clock)
    send = _way(call) if call.middleware else transmit
    answer = send(client, first, clock)
    if is_success(answer):
        return concluded(answer, call.request, 0, budget, first.deadline)
    flow = exchange(call, first, answer, clock, budget)
    sent: Reply | Failure | None = None
    while True:
        try:
            step = flow.send(sent)
        except StopIteration as end:
            outcome: Outcome = end.value
            return outcome
        sent = None
        if isinstance(step, Attempt):
            sent = send(client, step, clock)
        else:
            _tell(call, step)
            clock.sleep(step.seconds)


async def adrive(call: Call, client: AsyncHttpClient, clock: Clock, budget: RetryBudget) -> Outcome:
    """As `drive`, awaiting."""
    first = begun(call, clock)
    send = _away(call) if call.middleware else atransmit
    answer = await send(client, first, clock)
    if is_success(answer):
        return concluded(answer, call.request, 0, budget, first.deadline)
    flow = exchange(call, first, answer, clock, budget)
    sent: Reply | Failure | None = None
    while True:
        try:
            step = flow.send(sent)
        except StopIteration as end:
            outcome: Outcome = end.value
            return outcome
        sent = None
        if isinstance(step, Attempt):
            sent = await send(client, step, clock)
        else:
            _tell(call, step)
            await clock.asleep(step.seconds)


def _way(call: Call) -> Callable[[HttpClient, Attempt, Clock], Reply | Failure]:
    from .middleware import through  # here, since most clients have none

    return partial(through, call.middleware)


def _away(call: Call) -> Callable[[AsyncHttpClient, Attempt, Clock], Awaitable[Reply | Failure]]:
    from .middleware import athrough

    return partial(athrough, call.middleware)


def _tell(call: Call, pause: Pause) -> None:
    if call.log is not None:
        call.log.debug(
            "%s: again in %.2f s, after %s", call.request.title, pause.seconds, pause.reason
        )
