"""What a schema consists of: the schema that a reference stands for, what holds at once, and what under a condition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..spec.document import Target, step
from ..text.node import Node
from .keywords import is_reference
from .work import Work

GROUPS = ("oneOf", "anyOf")
_CONDITIONAL = ("then", "else")
_DEPENDENT = ("dependentSchemas", "dependencies")


def target_of(work: Work, node: Node) -> Target | None:
    """The schema that a reference stands for in the end: the first on the way that says more than `$ref`."""
    if id(node) in work.targets:
        return work.targets[id(node)]
    path, at = list[Node](), node
    found: Target | None = None
    while id(at) not in work.targets:
        # A circle has been told when the document was read; it ends here.
        work.targets[id(at)] = None
        work.kept.append(at)
        path.append(at)
        found = step(work.document, at, work.report)
        if found is None or not is_reference(found.node):
            break
        at = found.node
    else:
        found = work.targets[id(at)]
    for one in path:
        work.targets[id(one)] = found
    return found


def bases(work: Work, node: Node) -> frozenset[str]:
    """The ids of all schemas that a schema builds on through `allOf` and `$ref`."""
    known = work.bases.get(id(node))
    if known is not None:
        return known
    found: set[str] = set()
    waiting, seen = [node], {id(node)}
    while waiting:
        for branch in conjuncts(work, waiting.pop()):
            target = target_of(work, branch) if is_reference(branch) else None
            below = branch if target is None else target.node
            if target is not None:
                found.add(target.id)
            if id(below) not in seen:
                seen.add(id(below))
                waiting.append(below)
    work.kept.append(node)
    work.bases[id(node)] = frozenset(found)
    return work.bases[id(node)]


def conjuncts(work: Work, node: Node) -> tuple[Node, ...]:
    """The schemas that all hold at once beside what `node` itself says."""
    listed = node.get("allOf")
    branches = () if listed is None else listed.elements()
    ref = node.get("$ref")
    if ref is None or is_reference(node):
        return branches
    alone = work.alone.get(id(ref))
    if alone is None:
        alone = Node({"$ref": ref}, ref.span, node.pointer, {"$ref": node.at_key("$ref")})
        work.alone[id(ref)] = alone
    return (alone, *branches)


def conditionals(node: Node) -> Iterator[Node]:
    """The schemas that hold under some condition."""
    for key in _CONDITIONAL:
        branch = node.get(key)
        if branch is not None:
            yield branch
    for key in _DEPENDENT:
        by_name = node.get(key)
        for _, branch in () if by_name is None else by_name.items():
            if isinstance(branch.value, dict):
                yield branch


def properties_below(work: Work, node: Node) -> Mapping[str, Node]:
    """Every property that a schema or any part of it declares, each where it is met first."""
    found: dict[str, Node] = {}
    waiting, seen = [node], set[int]()
    while waiting:
        one = waiting.pop(0)
        if is_reference(one):
            target = target_of(work, one)
            one = one if target is None else target.node
        if id(one) in seen:
            continue
        seen.add(id(one))
        properties = one.get("properties")
        for wire, schema in () if properties is None else properties.items():
            found.setdefault(wire, schema)
        waiting += conjuncts(work, one)
        for key in GROUPS:
            group = one.get(key)
            waiting += () if group is None else group.elements()
        waiting += conditionals(one)
    return found
