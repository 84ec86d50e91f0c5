"""Names in the braces of a path that an operation does not declare, and what says what they are all the same."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from ..ir.model import Location
from ..spec.document import Target, resolve
from ..text.diagnostic import Report
from ..text.node import Node, Plain, child_pointer
from .declared import Declared, declared_in
from .paths import Template, expressions
from .work import Work, fields


def with_undeclared(
    work: Work, template: Template, operation: Node, declared: tuple[Declared, ...]
) -> tuple[Declared, ...]:
    """`declared` with a path parameter for each name in braces, and none that is not in braces.

    A name that is not declared is what the document says of it elsewhere: under another spelling or location, or for
    another operation. Where nothing is said it is text, and an error beside names that are declared: either may be meant.
    """
    wanted = expressions(template.path)
    known = {one.wire for one in declared if one.location is Location.PATH}
    left = [one for one in declared if one.location is Location.PATH and one.wire not in wanted]
    found = [one for one in declared if one not in left]
    missing = [wire for wire in dict.fromkeys(wanted) if wire not in known]
    for wire in missing:
        meant = _meant(wire, left, found, alone=len(missing) == len(left) == 1)
        if meant is None:
            found.append(_elsewhere(work, template, operation, wire, alone=not known))
            continue
        (left if meant in left else found).remove(meant)
        said = f"; the {meant.location} parameter `{meant.wire}` is taken for it"
        tell_undeclared(work, Location.PATH, wire, template, operation, said)
        found.append(replace(meant, location=Location.PATH, wire=wire))
    for one in left:
        what = f"declares the path parameter `{one.wire}`, which does not occur in `{template.written}`"
        hint = "remove it, or correct its name"
        work.fault("path-parameter-unknown", one.node, what, hint)
    return tuple(found)


def tell_undeclared(
    work: Work, location: Location, wire: str, template: Template, operation: Node, said: str = ""
) -> None:
    """Report a name in braces without a parameter; `said` is what it is taken for, and "" that nobody can say."""
    what = f"has no {location} parameter `{wire}`, which is in `{template.written}`{said}"
    hint = (
        f"declare it: `{{in: {location}, name: {wire}, required: true, schema: {{type: string}}}}`"
    )
    tell = work.doubt if said else work.fault
    tell("path-parameter-undeclared", operation, what, hint)


def as_text(work: Work, location: Location, wire: str, operation: Node) -> Declared:
    """A parameter of which nothing is known but its name."""
    span, pointer = operation.span, child_pointer(
        child_pointer(operation.pointer, "parameters"), wire
    )
    texts = {"name": wire, "in": str(location)}
    fields_ = {key: Node(value, span, child_pointer(pointer, key)) for key, value in texts.items()}
    flag = Node(location is Location.PATH, span, child_pointer(pointer, "required"))
    node = Node({**fields_, "required": flag}, span, pointer)
    return Declared(node, Target(node, work.id(node)), location, wire)


def _meant(
    wire: str, left: list[Declared], found: list[Declared], *, alone: bool
) -> Declared | None:
    """The parameter that a name in braces stands for: one spelled alike, the only one left, one declared elsewhere."""
    spelled = [one for one in left if _bare(one.wire) == _bare(wire)]
    if len(spelled) == 1 or alone:
        return (spelled or left)[0]
    return next((one for one in found if one.wire == wire), None)


def _bare(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()


def _elsewhere(
    work: Work, template: Template, operation: Node, wire: str, *, alone: bool
) -> Declared:
    """What a name is for other operations: for those whose paths begin alike, else for all where they agree."""
    known = _in_paths(work).get(wire, [])
    start = template.path[: template.path.index(f"{{{wire}}}") + len(wire) + 2]
    near = [one for path, one in known if path.startswith(start)]
    agreed = near or [one for _, one in known]
    if near or (agreed and all(_schema(one) == _schema(agreed[0]) for one in agreed)):
        said = f"; it is taken from `{agreed[0].id}`"
        tell_undeclared(work, Location.PATH, wire, template, operation, said)
        return Declared(agreed[0].node, agreed[0], Location.PATH, wire)
    said = "; it is taken for text" if known or alone else ""
    tell_undeclared(work, Location.PATH, wire, template, operation, said)
    return as_text(work, Location.PATH, wire, operation)


def _schema(parameter: Target) -> Plain:
    schema = parameter.node.get("schema")
    return None if schema is None else schema.plain()


def _in_paths(work: Work) -> dict[str, list[tuple[str, Target]]]:
    """All path parameters of a document by name, with their paths, in an order that does not hang on the document's."""
    if work.in_paths or not work.document.root.get("paths"):
        return work.in_paths
    silent = replace(work, report=Report())
    for path, written in sorted(fields(work.document.root.get("paths"))):
        target = resolve(work.document, written, silent.report)
        for one in () if target is None else _below(silent, target.node):
            if one.location is Location.PATH and f"{{{one.wire}}}" in path:
                work.in_paths.setdefault(one.wire, []).append((path, one.target))
    return work.in_paths


def _below(work: Work, item: Node) -> Iterator[Declared]:
    yield from declared_in(work, item)
    for _, operation in sorted(item.items()):
        if operation.kind() == "object":
            yield from declared_in(work, operation)
