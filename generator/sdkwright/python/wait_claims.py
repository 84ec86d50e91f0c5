"""What methods that wait are called, and their arguments that say how often and how long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..ir.links import Link
from ..ir.model import Api, Operation
from .settle import PINNED, Claim

INTERVAL, TIMEOUT = "wait/interval", "wait/timeout"
"""The ids of these arguments among those of an operation."""


def waits_of(api: Api) -> Mapping[str, Operation]:
    """The operations that can be waited for, by id; of one with several bodies the first."""
    return {o.id: o for o in api.operations if o.wait is not None and o.form is None}


def is_starting(operation: Operation) -> bool:
    """Whether there is a method that begins something and waits for it."""
    return operation.start is not None and operation.form is None


def link_of_start(api: Api, operation: Operation) -> tuple[Link, Operation]:
    """The link by which an operation leads to what is waited for, and the operation behind it."""
    start, known = operation.start, waits_of(api)
    for link in operation.links:
        if start is not None and link.name == start.link and link.target in known:
            return link, known[link.target]
    raise ValueError(f"nothing is begun: {operation.id}")


def wait_id(operation: Operation) -> str:
    """The id of the method that waits, among the methods of a resource."""
    return f"wait {operation.id}"


def wait_of_link(link: Link) -> str:
    """The id of the method that waits, among those for the links of an operation."""
    return f"wait {link.origin.id}"


def wait_claim(operation: Operation, method: str) -> Iterator[Claim]:
    """What wants to be a method that waits; `method` is what the operation itself wants to be called."""
    if operation.form is not None:
        return
    for said, names in (
        (operation.wait, ("wait_until_done", f"{method}_until_done")),
        (operation.start, (f"{method}_and_wait",)),
    ):
        if said is not None:
            wanted = (said.method,) if said.method else names
            yield Claim(wait_id(operation), PINNED if said.method else 3, wanted)


def declared_claim(operation: Operation, name: str) -> Iterator[Claim]:
    """What wants to be a second constant beside that which declares an operation, for what it answers with in the end."""
    if operation.wait is not None and operation.wait.state is None:
        yield Claim(wait_id(operation), 2, (f"{name}_DONE", f"{name}_ONCE_DONE"))


def pace_claims(operation: Operation) -> Iterator[Claim]:
    """What wants to be an argument that says how often or how long; those of the operation itself go before."""
    if operation.wait is not None or operation.start is not None:
        yield Claim(INTERVAL, 6, ("interval", "wait_interval"))
        yield Claim(TIMEOUT, 6, ("timeout", "wait_timeout"))


def follow_up_waits(operation: Operation, waits: Mapping[str, Operation]) -> Iterator[Claim]:
    """What wants to be a method for a link that leads to what can be waited for."""
    for link in operation.links:
        target = waits.get(link.target)
        if target is not None and target.wait is not None:
            base = target.wait.method or "wait_until_done"
            yield Claim(wait_of_link(link), 2, (base, f"{base}_by_link"))
