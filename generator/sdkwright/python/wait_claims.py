"""What methods that wait are called, and their arguments that say how often and how long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..ir.links import Link
from ..ir.model import Api, Operation
from ..ir.waiting import Wait
from .settle import PINNED, Claim
from .words import constant

INTERVAL, TIMEOUT = "wait/interval", "wait/timeout"
"""The ids of these arguments among those of an operation."""


def waits_of(api: Api) -> Mapping[str, Operation]:
    """The operations that can be waited for, by id; of one with several bodies the first."""
    return {operation.id: operation for operation in api.operations if is_waited_for(operation)}


def is_waited_for(operation: Operation) -> bool:
    """Whether there is a method that waits for what an operation reads."""
    return bool(operation.waits) and operation.form is None


def is_starting(operation: Operation) -> bool:
    """Whether there is a method that begins something and waits for it."""
    return operation.start is not None and operation.form is None


def link_of_start(api: Api, operation: Operation) -> tuple[Link, Operation, Wait]:
    """The link by which an operation leads to what is waited for, the operation behind it, and for what to wait there."""
    start, known = operation.start, waits_of(api)
    for link in operation.links:
        if start is not None and link.name == start.link and link.target in known:
            target = known[link.target]
            meant = (wait for wait in target.waits if start.until in (None, wait.method))
            return link, target, next(meant)
    raise ValueError(f"nothing is begun: {operation.id}")


def wait_id(operation: Operation, wait: Wait | None = None) -> str:
    """The id of a method that waits, among the methods of a resource; without a `wait` that of the first, or of what the
    operation begins.
    """
    return f"wait {operation.id}{_which(operation, wait)}"


def wait_of_link(link: Link, target: Operation, wait: Wait) -> str:
    """The id of a method that waits, among those for the links of an operation."""
    return f"wait {link.origin.id}{_which(target, wait)}"


def _which(operation: Operation, wait: Wait | None) -> str:
    return "" if wait is None or wait == operation.waits[0] else f" {wait.method}"


def wait_claim(operation: Operation, method: str) -> Iterator[Claim]:
    """What wants to be a method that waits; `method` is what the operation itself wants to be called."""
    if operation.form is not None:
        return
    for wait in operation.waits:
        usual = ("wait_until_done", f"{method}_until_done")
        yield _claim(wait_id(operation, wait), wait.method, usual)
    if operation.start is not None:
        yield _claim(wait_id(operation), operation.start.method, (f"{method}_and_wait",))


def _claim(id_: str, said: str | None, usual: tuple[str, ...]) -> Claim:
    return Claim(id_, PINNED if said else 3, (said,) if said else usual)


def declared_claim(operation: Operation, name: str) -> Iterator[Claim]:
    """What wants to be a further constant beside that which declares an operation: for what it answers with in the end,
    and for each wait but the first.
    """
    for at, wait in enumerate(operation.waits):
        id_, word = wait_id(operation, wait), constant(wait.method or "done")
        if at:
            yield Claim(id_, 2, (word, f"{name}_{word}"))
        elif wait.state is None:
            yield Claim(id_, 2, (f"{name}_DONE", f"{name}_ONCE_DONE"))


def pace_claims(operation: Operation) -> Iterator[Claim]:
    """What wants to be an argument that says how often or how long; those of the operation itself go before."""
    if operation.waits or operation.start is not None:
        yield Claim(INTERVAL, 17, ("interval", "wait_interval"))
        yield Claim(TIMEOUT, 17, ("timeout", "wait_timeout"))


def follow_up_waits(operation: Operation, waits: Mapping[str, Operation]) -> Iterator[Claim]:
    """What wants to be a method for a link that leads to what can be waited for."""
    for link in operation.links:
        target = waits.get(link.target)
        if target is None:
            continue
        for wait in target.waits:
            base = wait.method or "wait_until_done"
            yield Claim(wait_of_link(link, target, wait), 2, (base, f"{base}_by_link"))
