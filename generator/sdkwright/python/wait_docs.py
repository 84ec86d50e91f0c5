"""What methods that wait are documented with."""

from __future__ import annotations

from ..ir.waiting import State, Wait
from .code import Code


def told_wait(wait: Wait, method: str, begin: str = "Wait") -> str:
    """What the waiting is for, as a sentence; `method` is the one that is called."""
    ends = _listed(wait.done)
    if wait.state is None:
        return f"{begin} until `{method}` is answered with the status {ends}."
    return f"{begin} until {_named(wait)} is {ends}: `{method}` is called until then."


def ends_of(wait: Wait, timeout: Code) -> list[tuple[str, str]]:
    """What waiting raises."""
    failed: list[str] = []
    if wait.failed:
        failed.append(f"{_named(wait)} is {_listed(wait.failed)}.")
    elif wait.error is not None:
        failed.append(f"there is an `{'/'.join(wait.error)}`.")
    known = [("WaitFailedError", text) for text in failed]
    return [*known, ("WaitTimeoutError", f"it takes longer than `{timeout}`.")]


def _named(wait: Wait) -> str:
    return f"`{'/'.join(wait.state or ())}`"


def _listed(values: tuple[State, ...]) -> str:
    *most, last = (f"`{str(v).lower() if isinstance(v, bool) else v}`" for v in values)
    return f"{', '.join(most)} or {last}" if most else last
