"""Methods that wait: until that is done which an operation reads, or which it begins."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from ..ir.answers import successes
from ..ir.model import Operation
from ..ir.waiting import State, Wait
from ..text.node import escape
from .annotations import Annotation, Scope
from .answers import returned, told_answers
from .arguments import Arguments, arguments_of
from .code import Code, code, compose, docstring, identifier, join, literal, seconds, tuple_of
from .docs import described, facts, paragraphs, section, source
from .imports import Import
from .methods import declared_as, deprecation
from .parameters import Argument, keyword
from .views import EndingView, MethodView, StartView
from .wait_claims import INTERVAL, TIMEOUT, link_of_start, wait_id, wait_of_link
from .wait_docs import ends_of, told_wait
from .wholes import links_of, whole_of

_NOTHING: Mapping[str, Code] = {}


def declared_wait(operation: Operation, runtime: str, needs: set[Import]) -> list[Code]:
    """What the declaration of an operation says about when that is done which it reads."""
    return [keyword("waits", _said(w, runtime, needs)) for w in operation.waits[:1]]


def _said(wait: Wait, runtime: str, needs: set[Import]) -> Code:
    needs.add(Import(runtime, "WaitFor"))
    said = [literal(_pointer(wait)), keyword("done", _values(wait.done))]
    if wait.failed:
        said.append(keyword("failed", _values(wait.failed)))
    if wait.pending:
        said.append(keyword("pending", _values(wait.pending)))
    if wait.error is not None:
        said.append(keyword("error", literal("".join(f"/{escape(t)}" for t in wait.error))))
    return compose("WaitFor({})", join(", ", said))


def _pointer(wait: Wait) -> str | None:
    return None if wait.state is None else "".join(f"/{escape(token)}" for token in wait.state)


def waited_as(operation: Operation, wait: Wait, scope: Scope) -> Code:
    """The constant that declares what is waited for."""
    view = _ending_view(operation, wait, scope, "", set())
    return declared_as(operation, scope.names) if view is None else view.name


def endings_of(
    operation: Operation, scope: Scope, runtime: str, needs: set[Import]
) -> tuple[EndingView, ...]:
    """The further constants of an operation that is waited for."""
    views = (_ending_view(operation, wait, scope, runtime, needs) for wait in operation.waits)
    return tuple(view for view in views if view is not None)


def _ending_view(
    operation: Operation, wait: Wait, scope: Scope, runtime: str, needs: set[Import]
) -> EndingView | None:
    """The constant of an operation that answers with less in the end than on the way there, or is waited for otherwise."""
    name = scope.names.declarations.get(wait_id(operation, wait))
    if name is None or operation.form is not None:
        return None
    result, is_first = _result(_ending(operation, wait), wait, scope), wait == operation.waits[0]
    if is_first and result.code == returned(operation, scope).code:
        return None
    needs |= result.imports
    waits = code("") if is_first else _said(wait, runtime, needs)
    return EndingView(identifier(name), result.code, waits)


def _values(values: tuple[State, ...]) -> Code:
    return tuple_of(map(literal, values))


def waiting(
    operation: Operation,
    wait: Wait,
    scope: Scope,
    runtime: str,
    needs: set[Import],
    *,
    asynchronous: bool,
    bound: Mapping[str, Code] = _NOTHING,
) -> MethodView:
    """The method that calls an operation until that is done which it reads. What is `bound` is no argument of it."""
    given = arguments_of(operation, scope, runtime, needs, bound)
    pace = _pace(operation, wait, scope)
    ending = _ending(operation, wait)
    result = _result(ending, wait, scope)
    needs |= result.imports
    call = [waited_as(operation, wait, scope), *given.handed]
    call += [keyword(word, argument.name) for word, argument in zip(_WORDS, pace, strict=True)]
    value = compose("self._wait({})", _handed(call))
    told = [told_wait(wait, scope.names.methods[operation.id]), described(operation.doc, "")]
    return MethodView(
        identifier(scope.names.waits[wait_id(operation, wait)]),
        _signature(given, pace),
        result.code,
        docstring(_text(told, operation, ending, wait, (*given.all, *pace), scope), 8),
        compose("await {}", value) if asynchronous else value,
        deprecation(operation, needs),
        code("async def") if asynchronous else code("def"),
        whole_of(operation, scope, asynchronous=asynchronous),
        links_of(operation, scope, asynchronous=asynchronous),
    )


def starting(
    operation: Operation,
    scope: Scope,
    runtime: str,
    needs: set[Import],
    *,
    asynchronous: bool,
) -> StartView:
    """The method that begins something and waits until it is done, by the link that leads there."""
    (link, target, wait), names = link_of_start(scope.api, operation), scope.names
    given = arguments_of(operation, scope, runtime, needs)
    pace = _pace(operation, wait, scope)
    ending = _ending(target, wait)
    result = _result(ending, wait, scope)
    needs |= result.imports
    first = compose(
        "self.with_response.{}({})", identifier(names.methods[operation.id]), _same(given)
    )
    # The name must be no argument's: a checker would hold it to the type of that.
    taken = {str(argument.name) for argument in given.all}
    held = identifier(next(n for n in ("begun", "begun_", "_begun") if n not in taken))
    pairs = zip(_pace(target, wait, scope), pace, strict=True)
    waited = [keyword(theirs.name, ours.name) for theirs, ours in pairs]
    follow = identifier(names.follow_ups[operation.id][wait_of_link(link, target, wait)])
    second = compose("{}.links.{}({})", held, follow, _handed(waited))
    told = [
        described(operation.doc, f"`{operation.method} {operation.target}`."),
        told_wait(wait, names.methods[target.id], "Then wait"),
    ]
    both = _both(operation, ending)
    method = MethodView(
        identifier(names.waits[wait_id(operation)]),
        _signature(given, pace),
        result.code,
        docstring(_text(told, operation, both, wait, (*given.all, *pace), scope), 8),
        compose("await {}", second) if asynchronous else second,
        deprecation(operation, needs),
        code("async def") if asynchronous else code("def"),
    )
    return StartView(method, held, compose("await {}", first) if asynchronous else first)


def _same(given: Arguments) -> Code:
    """The arguments of a method for another that takes the same."""
    return _handed(
        [*(a.name for a in given.positional), *(keyword(a.name, a.name) for a in given.keyword)]
    )


def _handed(arguments: list[Code]) -> Code:
    return join(", ", [*arguments, code("options=options")])


_WORDS = ("interval", "timeout")


def _pace(operation: Operation, wait: Wait, scope: Scope) -> tuple[Argument, Argument]:
    """The arguments that say how often, and how long."""
    names = scope.names.arguments[operation.id]
    return (
        Argument(
            INTERVAL,
            identifier(names[INTERVAL]),
            code("float"),
            "Seconds between two calls, where an answer does not ask for others (`Retry-After`).",
            seconds(wait.interval),
        ),
        Argument(
            TIMEOUT,
            identifier(names[TIMEOUT]),
            code("float | None"),
            "Seconds until it is given up; None for never.",
            seconds(wait.timeout),
        ),
    )


def _signature(given: Arguments, pace: tuple[Argument, ...]) -> Code:
    more = [compose("{}: {} = {}", a.name, a.annotation, a.default or code("None")) for a in pace]
    parts = [code("self"), *given.signature, *more, code("options: Options | None = None")]
    return join(", ", parts)


def _text(
    told: list[str],
    operation: Operation,
    ending: Operation,
    wait: Wait,
    arguments: tuple[Argument, ...],
    scope: Scope,
) -> str:
    """The docstring of a method that waits; `ending` has what it gives, and the failures."""
    options = [("options", "Settings for each of the calls.")]
    rows = [*((a.name, a.text) for a in arguments), *options]
    timeout = arguments[-1].name
    return paragraphs(
        *told,
        facts(operation.doc),
        section("Args", rows, 8),
        *told_answers(ending, replace(scope, shadowed=frozenset()), 8, ends=ends_of(wait, timeout)),
        source(operation.origin.source),
    )


def _ending(operation: Operation, wait: Wait) -> Operation:
    """The operation with those of its answers that end the waiting, and its failures."""
    if wait.state is not None:
        return operation
    ends = {key for status in wait.done for key in (str(status), f"{int(status) // 100}XX")}
    usual = successes(operation)
    exact = {response.status for response in operation.responses}
    ignored = ends | {str(status) for status in wait.pending}
    kept = tuple(
        response
        for response in operation.responses
        if (response in usual and (response.status in ends or response.status == "default"))
        or (response not in usual and response.status not in ignored)
    )
    # A range is not meant where the status itself is described.
    named = {f"{str(status)[0]}XX" for status in wait.done if str(status) in exact}
    return replace(operation, responses=tuple(r for r in kept if r.status not in named))


def _both(operation: Operation, ending: Operation) -> Operation:
    """What a method gives that begins with one operation and ends with another: all failures, and the last successes."""
    last = successes(ending)
    failures = [r for r in operation.responses if r not in successes(operation)]
    known = {r.status for r in failures}
    failures += [r for r in ending.responses if r not in last and r.status not in known]
    return replace(ending, responses=(*last, *failures))


def _result(ending: Operation, wait: Wait, scope: Scope) -> Annotation:
    """What is given in the end. A failure that is waited for gives nothing."""
    found = returned(ending, scope)
    lost = wait.state is None and any(int(status) >= 400 for status in wait.done)
    if not lost or found.code == "None" or found.code.endswith("| None"):
        return found
    return Annotation(compose("{} | None", found.code), found.imports)
