"""The links of responses: operations that callers may go on with, each with what it is given from the call before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from ..ir.links import Link
from ..ir.model import Location, Operation
from ..spec.document import follow, resolve
from ..text.diagnostic import Report
from ..text.node import Node, Plain
from .docs import doc_of
from .work import Work, Written, fields, text

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_SOURCE = rf"(?:header\.{_TOKEN}|(?:query|path)\.[^{{}}]+|body(?:#(?:/[^{{}}]*)?)?)"
_EXPRESSION = re.compile(rf"\$(?:url|method|statusCode|(?:request|response)\.{_SOURCE})")
"""The runtime expressions of OpenAPI 3.1 ("Runtime Expressions")."""
_EMBEDDED = re.compile(r"\{(\$[^{}]*)\}")


def note_links(work: Work, response: Node, operation: str, status: str) -> None:
    """Keep the links of a response until every operation is known; references among them are followed."""
    for name, written in fields(response.get("links")):
        target = resolve(work.document, written, work.report)
        if target is not None:
            work.links.setdefault(operation, []).append(Written(status, name, target.node))


def link(work: Work, operations: tuple[Operation, ...]) -> tuple[Operation, ...]:
    """The operations with the links of their responses, now that every operation is known."""
    known = {operation.id: operation for operation in operations}
    known |= {operation.origin.id: operation for operation in operations}
    by_name = {operation.given_id: operation for operation in operations}
    return tuple(
        replace(operation, links=tuple(_links(work, operation, known, by_name)))
        for operation in operations
    )


def _links(
    work: Work,
    operation: Operation,
    known: Mapping[str, Operation],
    by_name: Mapping[str | None, Operation],
) -> Iterator[Link]:
    seen: set[tuple[object, ...]] = set()
    succeeds = any(one.status[:1] == "2" for one in work.links.get(operation.id, ()))
    for one in work.links.get(operation.id, ()):
        if one.status[:1] != "2" and (succeeds or one.status != "default"):
            what = f"is a link from a failure ({one.status}), which is raised and offers none"
            work.doubt("link-of-failure", one.node, what, "describe it on a success")
            continue
        target = _target(work, one.node, known, by_name)
        if target is None:
            continue
        made = _link(work, one, target)
        said = (made.name, made.target, repr(made.arguments), repr(made.body))
        if said not in seen:
            seen.add(said)
            yield made


def _target(
    work: Work,
    node: Node,
    known: Mapping[str, Operation],
    by_name: Mapping[str | None, Operation],
) -> Operation | None:
    """The operation that a link leads to; what leads nowhere is told and left out."""
    named, ref = text(node, "operationId"), node.get("operationRef")
    found = by_name.get(named)
    if found is None and ref is not None:
        # What is wrong with the reference is told in our words: a link is a hint, and nothing else hangs on it.
        reached = follow(work.document, ref, Report())
        found = None if reached is None else known.get(reached.id)
    if found is None:
        place = node.get("operationId") or ref or node
        what = "leads to no operation of this document, and is left out"
        work.doubt("link-unresolved", place, what, "name an operation by its `operationId`")
    return found


def _link(work: Work, written: Written, target: Operation) -> Link:
    node = written.node
    arguments: dict[str, Plain] = {}
    parameters = node.get("parameters")
    for name, given in () if parameters is None else parameters.items():
        key = _parameter(target, name)
        if key is None:
            what = f"gives `{name}` to an operation that has no such parameter"
            place = None if parameters is None else parameters.at_key(name)
            work.doubt("link-parameter-unknown", given, what, "correct the name", place)
        elif _is_sound(work, given):
            arguments[key] = given.plain()
    body = node.get("requestBody")
    is_given = body is not None and target.body is not None and _is_sound(work, body)
    return Link(
        written.name,
        target.id,
        tuple(arguments.items()),
        (body.plain(),) if body is not None and is_given else (),
        doc_of(node),
        work.origin(node),
    )


def _parameter(target: Operation, name: str) -> str | None:
    """The parameter that a link means: by its name, or by its location and name (`path.id`)."""
    keys = {f"{p.location}/{p.wire}" for p in target.parameters}
    bare = [f"{location}/{name}" for location in Location]
    where, _, rest = name.partition(".")
    return next((key for key in (*bare, f"{where}/{rest}") if key in keys), None)


def _is_sound(work: Work, given: Node) -> bool:
    """Whether every runtime expression in a value is one; a value with another is the caller's to give."""
    for node in _texts(given):
        value = str(node.value)
        expressions = [value] if value.startswith("$") else _EMBEDDED.findall(value)
        if not all(map(_EXPRESSION.fullmatch, expressions)):
            what = f"is no runtime expression: `{value}`"
            hint = "write one such as `$response.body#/id`"
            work.doubt("link-expression-malformed", node, what, hint)
            return False
    return True


def _texts(node: Node) -> Iterator[Node]:
    if isinstance(node.value, str):
        yield node
    for _, child in node.items():
        yield from _texts(child)
    for child in node.elements():
        yield from _texts(child)
