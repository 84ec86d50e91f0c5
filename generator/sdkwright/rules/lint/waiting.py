"""Operations whose shape gives away that they read how far something is, without the specification saying so."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...ir.answers import fields_of, settled, whole_answer
from ...ir.model import Api, Enum, Operation
from ...ir.paging import Pointer
from ...ir.types import Literal, Ref, Type
from ...text.node import escape
from ..registry import Finding, Group
from ..subject import Planned
from .family import lint_rules


@lint_rules.api("gen-wait-unsaid", Group.GENERATION)
def gen_wait_unsaid(api: Planned) -> Iterator[Finding]:
    """An operation looks like it reads how far something is, but does not say when that is done.

    Callers then write the loop: ask, pause, ask again. What the rule goes by are the values of an enumeration, which has some
    for work, for success and for failure, so the line that it shows is a proposal: look whether it is right. Nothing is
    written by `--fix`, since a method is added with it.

    ```yaml
    x-sdk: {wait: {state: /status, done: [succeeded], failed: [failed, canceled]}}
    ```
    """
    for operation in api.api.operations:
        found = _found(api.api, operation)
        if found is not None:
            call = api.call(operation)
            message = f"`{call}(…)` reads the `{found.name}` of something that takes its time"
            yield Finding(
                operation.origin.span,
                message,
                f"if callers wait for it, write `x-sdk: {{wait: {{{found.line}}}}}`",
            )


_STATES = frozenset({"status", "state", "phase", "jobstatus", "jobstate", "runstatus", "stage"})
_GOING = frozenset(
    {"running", "inprogress", "processing", "queued", "pending", "executing", "started", "working"}
    | {"building", "creating", "provisioning", "importing", "exporting", "generating", "scheduled"}
    | {"notstarted", "waiting", "active", "validating", "submitted", "starting"}
)
_DONE = frozenset(
    {"succeeded", "success", "successful", "completed", "complete", "done", "finished", "ready"}
    | {"processed", "ok"}
)
_FAILED = frozenset({"failed", "failure", "error", "errored", "faulted", "fail"})
_ENDED = frozenset(
    {"canceled", "cancelled", "aborted", "timedout", "timeout", "expired", "killed", "rejected"}
    | {"terminated", "stopped", "deleted"}
)
"""Values as services use them, in lower case and without hyphens, underscores and blanks."""


class _Found(Struct, frozen=True):
    """A state: where it is, and which of its values are ends."""

    state: Pointer
    done: tuple[str, ...]
    failed: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called."""
        return self.state[-1]

    @property
    def line(self) -> str:
        """The settings."""
        pointer = "".join(f"/{escape(token)}" for token in self.state)
        return (
            f"state: {pointer}, done: [{', '.join(self.done)}], failed: [{', '.join(self.failed)}]"
        )


def _found(api: Api, operation: Operation) -> _Found | None:
    """The state that an operation on one thing reads; None where its values don't tell."""
    is_read = operation.method in ("GET", "QUERY") and "{" in operation.path
    answer = whole_answer(operation)
    said = operation.waits or operation.start or operation.paging
    if not is_read or answer is None or said is not None:
        return None
    for pointer, values in _states(api, answer):
        plain = {value: _plain(value) for value in values}
        done = tuple(value for value in values if plain[value] in _DONE)
        failed = tuple(value for value in values if plain[value] in _FAILED | _ENDED)
        is_going = any(one in _GOING for one in plain.values())
        if done and is_going and any(plain[value] in _FAILED for value in failed):
            return _Found(pointer, done, failed)
    return None


def _states(api: Api, answer: Type) -> Iterator[tuple[Pointer, tuple[str, ...]]]:
    """The enumerations of an answer that are called like states, those of objects in it behind its own."""
    inside: list[tuple[Pointer, tuple[str, ...]]] = []
    for wire, type_ in fields_of(api.definitions, answer):
        if _plain(wire) in _STATES:
            yield (wire,), _values(api, type_)
        for inner, within in fields_of(api.definitions, type_):
            if _plain(inner) in _STATES:
                inside.append(((wire, inner), _values(api, within)))
    yield from inside


def _values(api: Api, type_: Type) -> tuple[str, ...]:
    whole = settled(api.definitions, type_)
    definition = api.definitions.get(whole.id) if isinstance(whole, Ref) else None
    values: tuple[object, ...] = ()
    if isinstance(definition, Enum):
        values = tuple(member.value for member in definition.members)
    elif isinstance(whole, Literal):
        values = whole.values
    return tuple(value for value in values if isinstance(value, str))


def _plain(name: str) -> str:
    return name.lower().translate(_JOINTS)


_JOINTS = str.maketrans("", "", "-_ ")
