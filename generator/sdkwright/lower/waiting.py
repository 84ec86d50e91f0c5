"""`x-sdk: {wait: …}`: when that is done which an operation reads or begins, checked against its description."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from ..ir.answers import successes, whole_answer
from ..ir.links import Link
from ..ir.model import Operation
from ..ir.paging import Pointer
from ..ir.waiting import Start, State, Wait
from ..text.node import Node
from .extensions import sections
from .pointing import led_to
from .sections import Kind, Section, read_pointer, read_section, require
from .states import kept, shown, states_of
from .work import Work

STATUS: Final = "$statusCode"
"""The state where the status of the answer is what tells (a runtime expression of OpenAPI)."""

SECONDS_BETWEEN: Final = Decimal(2)
SECONDS_IN_ALL: Final = Decimal(600)

_KINDS: Mapping[str, Kind] = {
    "state": Kind.TEXT,
    "done": Kind.VALUES,
    "failed": Kind.VALUES,
    "pending": Kind.VALUES,
    "error": Kind.POINTER,
    "interval": Kind.SECONDS,
    "timeout": Kind.SECONDS,
    "link": Kind.TEXT,
    "method": Kind.TEXT,
    "until": Kind.TEXT,
}
_READING = frozenset({"GET", "HEAD", "QUERY", "POST"})


def waits_of(work: Work, node: Node, operation: Operation) -> tuple[Wait, ...]:
    """When that is done which an operation reads, where its `x-sdk` says so; types are checked once all are known."""
    written = _said(work, node)
    found: list[Wait] = []
    for said in written:
        if said.node.get("link") is None:
            wait = _wait_of(work, said, operation)
        elif len(written) > 1:
            wait = None
            what, hint = "stands in a list", "an operation begins one thing: write no list"
            work.fault("sdk-setting-malformed", said.at("link"), what, hint)
        else:
            return ()
        if wait is not None and _is_named(work, said, wait, found, len(written)):
            found.append(wait)
    return tuple(found)


def _is_named(work: Work, said: Section, wait: Wait, others: list[Wait], count: int) -> bool:
    """Whether a wait has a method of its own, where there are several."""
    if count == 1:
        return True
    if any(other.method == wait.method for other in others if wait.method):
        what, hint = "stands there twice", "call each of the methods differently"
        work.fault("sdk-setting-malformed", said.at("method"), what, hint)
        return False
    return require(work, said, "method", why="by which several waits are told apart")


def _wait_of(work: Work, said: Section, operation: Operation) -> Wait | None:
    state, why = said.text("state"), "by which it is known that the waiting is over"
    if not require(work, said, "state", "done", why=why) or state is None:
        return None
    if not _fits(work, said, state) or not _is_suitable(work, said, state, operation):
        return None
    wait = Wait(
        state=None if state == STATUS else read_pointer(state),
        done=said.listed("done"),
        failed=said.listed("failed"),
        pending=tuple(one for one in said.listed("pending") if isinstance(one, int)),
        error=said.pointer("error"),
        interval=said.seconds("interval") or SECONDS_BETWEEN,
        timeout=said.seconds("timeout") or SECONDS_IN_ALL,
        method=said.text("method"),
    )
    if wait.state is None:
        return wait if _are_statuses(work, said, operation) else None
    work.later.append(_Check(work, said, operation, wait.state))
    return wait


def start_of(work: Work, node: Node, operation: Operation) -> Start | None:
    """That an operation begins something to wait for, where its `x-sdk` names the link that leads there."""
    written = _said(work, node)
    if len(written) != 1 or written[0].node.get("link") is None:
        return None
    said = written[0]
    strange = [key for key in said.values if key not in ("link", "method", "until")]
    for key in strange:
        what = "means nothing beside `link`"
        hint = "write it at the operation that the link leads to"
        work.fault("sdk-setting-unknown", said.at(key), what, hint, said.node.at_key(key))
    link = said.text("link")
    if link is None or strange:
        return None
    work.starts[operation.id] = said.at("link")
    return Start(link, said.text("method"), said.text("until"))


def sound_starts(work: Work, operations: tuple[Operation, ...]) -> tuple[Operation, ...]:
    """The operations without starts by links that are not there, or lead to what nobody can wait for: they are reported."""
    known = {operation.id: operation for operation in operations}
    return tuple(
        operation if _starts_soundly(work, operation, known) else replace(operation, start=None)
        for operation in operations
    )


def _starts_soundly(work: Work, operation: Operation, known: Mapping[str, Operation]) -> bool:
    if operation.start is None:
        return True
    node = work.starts[operation.id]
    link = next((one for one in operation.links if one.name == operation.start.link), None)
    if link is None:
        listed = ", ".join(f"`{one.name}`" for one in operation.links) or "none"
        what = f"names `{operation.start.link}`, which is no link of its responses"
        work.fault("wait-link-unknown", node, what, f"there are: {listed}")
        return False
    target = known[link.target]
    fault = _fault_of(operation, link, target)
    if fault is not None:
        what, hint = fault
        what = f"leads to {target.method} {target.path}, {what}"
        work.fault("wait-unsuitable", node, what, hint)
    return fault is None


def _fault_of(operation: Operation, link: Link, target: Operation) -> tuple[str, str] | None:
    """Why a call can't begin what its link leads to, and what to do."""
    if not target.waits:
        hint = "write `x-sdk: {wait: {state: …, done: […]}}` there"
        return "which does not say when it is done", hint
    until, methods = operation.start and operation.start.until, [w.method for w in target.waits]
    if until not in methods and (until or len(methods) > 1):
        listed = ", ".join(f"`{one}`" for one in methods if one) or "none that is named"
        return "where it is not said for what to wait", f"write `until`, which is one of: {listed}"
    if operation.paging is not None:
        return "behind a list in pages", "leave it to the caller which page to go on from"
    given = {key for key, _ in link.arguments}
    needed = [p for p in target.parameters if p.required]
    lacking = [p.wire for p in needed if f"{p.location}/{p.wire}" not in given]
    if target.body is not None and target.body.required and not link.body:
        lacking.append("the body")
    if lacking:
        listed = ", ".join(f"`{name}`" for name in lacking)
        return f"without all that it needs: {listed}", "give it in the `parameters` of the link"
    return None


def _said(work: Work, node: Node) -> list[Section]:
    written = sections(work, node, "operation", "wait")
    return [read_section(work, one, _KINDS) for one in written]


def _fits(work: Work, said: Section, state: str) -> bool:
    """Whether the settings go together."""
    if state != STATUS and read_pointer(state) is None:
        wanted = "a JSON pointer, such as `/status`, or `$statusCode`"
        work.fault("sdk-setting-malformed", said.at("state"), f"is not {wanted}", f"write {wanted}")
        return False
    foreign = _BY_VALUE if state == STATUS else _BY_STATUS
    strange = [key for key in (*foreign, "until") if key in said.values]
    for key in strange:
        what = f"means nothing where `{state}` is the state"
        hint = "a status of failure is raised in any case" if state == STATUS else "leave it out"
        work.fault("sdk-setting-unknown", said.at(key), what, hint, said.node.at_key(key))
    ends: list[tuple[str, State]] = []
    twice = False
    for key in ("done", "failed", "pending"):
        for node, value in zip(said.at(key).elements(), said.listed(key), strict=False):
            if kept(value) in ends:
                twice = True
                what, hint = "stands there twice", "say one thing about each value"
                work.fault("sdk-setting-malformed", node, what, hint)
            ends.append(kept(value))
    return not strange and not twice and "done" in said.values


_BY_VALUE, _BY_STATUS = ("failed", "error"), ("pending",)
"""What only a value in the answer, and what only the status of the answer has use for."""


def _is_suitable(work: Work, said: Section, state: str, operation: Operation) -> bool:
    """Whether the operation can be asked again and again."""
    what = hint = ""
    if operation.method not in _READING:
        what = f"is about a {operation.method}, which is not there to look at something"
        hint = "write it at the operation that reads the state; `{link: …}` here leads to it"
    elif operation.paging is not None:
        what, hint = "is about a list in pages", "write it at the operation that reads one of them"
    elif state != STATUS and whole_answer(operation) is None:
        what = "is about an operation that does not always answer with JSON of one type"
        hint = "describe one JSON body for every status of success, or let `$statusCode` tell"
    elif any(
        response.contents and all(content.is_stream for content in response.contents)
        for response in successes(operation)
    ):
        what, hint = "is about a stream", "write it at an operation that answers at once"
    if what:
        work.fault("wait-unsuitable", said.node, what, hint)
    return not what


def _are_statuses(work: Work, said: Section, operation: Operation) -> bool:
    """Whether the values are statuses that the operation can answer with: any failure, and each success described."""
    described = [response.status for response in operation.responses]
    sound = True
    for key in ("done", "pending"):
        for node, value in zip(said.at(key).elements(), said.listed(key), strict=False):
            if isinstance(value, int) and _can_be(value, described):
                continue
            sound = False
            what = f"is no status that this operation answers with: `{value}`"
            listed = ", ".join(described) or "none"
            work.fault("sdk-value-unknown", node, what, f"described are: {listed}")
    return sound


def _can_be(status: int, described: list[str]) -> bool:
    keys = (str(status), f"{status // 100}XX", "default")
    return 400 <= status < 500 or (200 <= status < 300 and any(key in described for key in keys))


class _Check(Struct, frozen=True):
    """The settings against the types that they lead into, once those are known."""

    work: Work
    said: Section
    operation: Operation
    state: Pointer

    def __call__(self) -> None:
        answer = whole_answer(self.operation)
        if answer is None:
            return
        error = self.said.pointer("error")
        if error is not None:
            led_to(self.work, self.said, "error", answer, error)
        found = led_to(self.work, self.said, "state", answer, self.state)
        if found is None:
            return
        known = states_of(self.work, found)
        if known is None:
            what, hint = "does not lead to text, a number or a boolean", "lead to the value itself"
            self.work.fault("sdk-pointer-mistyped", self.said.at("state"), what, hint)
            return
        for key in ("done", "failed"):
            nodes = self.said.at(key).elements()
            for node, value in zip(nodes, self.said.listed(key), strict=False):
                if not known.has(value):
                    what = f"is no value that `{self.said.text('state')}` has: `{shown(value)}`"
                    self.work.fault("sdk-value-unknown", node, what, known.hint(value))
