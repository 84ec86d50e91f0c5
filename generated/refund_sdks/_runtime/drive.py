"""The two loops that give a flow its I/O: one blocks, one awaits."""

from .flow import Attempt, Call, Outcome, begun, concluded, exchange, is_success
from .http_client import AsyncHttpClient, HttpClient
from .pacing import Clock, RetryBudget
from .response import Failure, Reply
from .transport import atransmit, transmit


def drive(call: Call, client: HttpClient, clock: Clock, budget: RetryBudget) -> Outcome:
    """Makes a call, blocking. Raises the error of the last attempt where there is no reply."""
    first = begun(call, clock)
    answer = transmit(client, first, clock)
    if is_success(answer):
        return concluded(answer, call.request, 0, budget)
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
            sent = transmit(client, step, clock)
        else:
            clock.sleep(step.seconds)


async def adrive(call: Call, client: AsyncHttpClient, clock: Clock, budget: RetryBudget) -> Outcome:
    """As `drive`, awaiting."""
    first = begun(call, clock)
    answer = await atransmit(client, first, clock)
    if is_success(answer):
        return concluded(answer, call.request, 0, budget)
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
            sent = await atransmit(client, step, clock)
        else:
            await clock.asleep(step.seconds)
