"""The two loops that give a flow its I/O: one blocks, one awaits."""

from .flow import Attempt, Flow, Outcome
from .pacing import Clock
from .response import Failure, Reply
from .transport import AsyncHttpClient, HttpClient, atransmit, transmit


def drive(flow: Flow, client: HttpClient, clock: Clock) -> Outcome:
    """Runs a flow to its end, blocking."""
    answer: Reply | Failure | None = None
    while True:
        try:
            step = flow.send(answer)
        except StopIteration as end:
            outcome: Outcome = end.value
            return outcome
        answer = None
        if isinstance(step, Attempt):
            answer = transmit(client, step, clock)
        else:
            clock.sleep(step.seconds)


async def adrive(flow: Flow, client: AsyncHttpClient, clock: Clock) -> Outcome:
    """Runs a flow to its end, awaiting."""
    answer: Reply | Failure | None = None
    while True:
        try:
            step = flow.send(answer)
        except StopIteration as end:
            outcome: Outcome = end.value
            return outcome
        answer = None
        if isinstance(step, Attempt):
            answer = await atransmit(client, step, clock)
        else:
            await clock.asleep(step.seconds)
