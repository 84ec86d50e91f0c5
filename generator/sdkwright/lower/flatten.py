"""A schema with everything that it is composed of, as one schema: `allOf`, what stands beside `$ref`, conditional parts.

What is merged is data: a field of a base is a field of what builds on it, whatever the base is called.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from ..spec.document import Target
from ..text.node import Node, child_pointer
from .flat import Choice, Flat
from .keywords import COMPOSING, is_condition, is_quiet, is_reference, is_thin
from .merge import Merged, merge_into, merged_node
from .notes import alternatives_note, notes_of
from .parts import GROUPS, bases, conditionals, conjuncts, properties_below, target_of
from .values import types_of
from .work import Work, texts

_ADDING = COMPOSING - {"$ref", "allOf"}
_CHOOSING = frozenset({*GROUPS, "title", "description", "deprecated", "readOnly", "writeOnly"})


def flatten(work: Work, node: Node) -> Flat:
    """What a schema comes to. Each schema is worked out once, its bases first, however long the chain of them is."""
    known = work.flats.get(id(node))
    if known is not None:
        return known
    # Most schemas are made of themselves alone.
    for one in (node,) if _is_whole(node) else _bases_first(work, node):
        if id(one) not in work.flats:
            work.flats[id(one)] = _flatten(work, one)
            work.kept.append(one)
    return work.flats[id(node)]


def _bases_first(work: Work, node: Node) -> Iterator[Node]:
    """`node` and the schemas that it is put together from, each after its own parts; circles are reported and cut."""
    path: list[tuple[Node, Iterator[Node]]] = [(node, _parts(work, node))]
    open_, done = {id(node)}, set[int]()
    while path:
        at, parts = path[-1]
        below = next(parts, None)
        if below is None:
            path.pop()
            open_.discard(id(at))
            done.add(id(at))
            yield at
        elif id(below) in open_:
            _tell_cycle(work, [one for one, _ in path], below)
        elif id(below) not in done and id(below) not in work.flats:
            open_.add(id(below))
            path.append((below, _parts(work, below)))


def _is_whole(node: Node) -> bool:
    said = node.value
    if not isinstance(said, dict):
        return True
    return "allOf" not in said and ("$ref" not in said or is_reference(node))


def _parts(work: Work, node: Node) -> Iterator[Node]:
    if _is_whole(node):
        return
    for branch in conjuncts(work, node):
        target = target_of(work, branch) if is_reference(branch) else None
        if target is not None:
            yield target.node
        elif not is_reference(branch):
            yield branch


def _tell_cycle(work: Work, path: list[Node], to: Node) -> None:
    at = next(number for number, one in enumerate(path) if one is to)
    circle = sorted(path[at:], key=lambda one: one.span)
    work.fault(
        "ref-cycle-allof",
        circle[0],
        "is built on itself by `allOf`",
        "remove one of the references from `allOf`; a property may refer back",
        circle[0].at_key("allOf"),
    )


def _flatten(work: Work, node: Node) -> Flat:
    if not isinstance(node.value, dict) or is_reference(node):
        return Flat(node)
    if COMPOSING.isdisjoint(node.value):
        return Flat(node, notes=notes_of(node))
    if node.value.keys() <= _CHOOSING:
        # Alternatives with words beside them: nothing to merge.
        words = {key: child for key, child in node.value.items() if key not in GROUPS}
        return Flat(replace(node, value=words), choices=tuple(_choices(node)))
    branches = _distinct(work, node)
    thick = [branch for branch in branches if not is_thin(branch)]
    own = replace(node, value={k: child for k, child in node.items() if k not in COMPOSING})
    if id(node) not in work.children and not any(key in node.value for key in _ADDING):
        inner = _only_one_that_counts(work, own, thick)
        if inner is not None:
            return _around(work, node, inner, [one for one in branches if one is not inner])
    return _merge(work, node, own, branches)


def _only_one_that_counts(work: Work, own: Node, thick: list[Node]) -> Node | None:
    """The one branch to which neither the schema itself nor another branch adds anything but texts and limits."""
    for inner in [one for one in thick if is_reference(one)] or thick[:1]:
        flat = _base(work, own, inner)[0]
        others = [own, *(one for one in thick if one is not inner)]
        if flat is not None and all(adds_nothing(work, one, flat) for one in others):
            return inner
    return None


def adds_nothing(work: Work, node: Node, to: Flat) -> bool:
    """Whether every value of the flat schema `to` fits `node` as well, as far as can be seen at once."""
    if is_reference(node):
        return False
    for key, child in node.items():
        if key == "type":
            mine, theirs = types_of(node), _types_below(to)
            if not theirs or not all(
                t in mine or ((t, "number") == ("integer", "number") and "number" in mine)
                for t in theirs
            ):
                return False
        elif key == "required":
            known = texts(to.node.get("required"))
            if not all(name in known for name in texts(child)):
                return False
        elif not is_quiet(key):
            return False
    return True


def _types_below(flat: Flat) -> tuple[str, ...]:
    """The JSON types that are said, or evident, of a flat schema."""
    said = types_of(flat.node)
    if said:
        return said
    if flat.node.get("properties") is not None or flat.choices:
        return ("object",)
    return ()


def _around(work: Work, node: Node, inner: Node, thin: list[Node]) -> Flat:
    """A schema that adds nothing but texts and limits to another one."""
    flat = work.flats.get(id(inner)) or Flat(inner)
    notes = notes_of(node) + tuple(n for one in thin for n in notes_of(one))
    outer = (node, *reversed(thin), *flat.outer)
    return replace(flat, outer=outer, notes=tuple(dict.fromkeys((*notes, *flat.notes))))


def _distinct(work: Work, node: Node) -> list[Node]:
    """The branches, without references that are there twice or that another branch builds on already."""
    branches = conjuncts(work, node)
    targets = [target_of(work, one) if is_reference(one) else None for one in branches]
    ids = [None if target is None else target.id for target in targets]
    if len([id_ for id_ in ids if id_ is not None]) < 2:
        return list(branches)
    below = [frozenset[str]() if target is None else bases(work, target.node) for target in targets]
    return [
        branch
        for at, branch in enumerate(branches)
        if ids[at] is None or (ids[at] not in ids[:at] and not any(ids[at] in one for one in below))
    ]


def _merge(work: Work, node: Node, own: Node, branches: list[Node]) -> Flat:
    merged = Merged(node)
    notes = list(notes_of(node))
    for branch in branches:
        flat, home = _base(work, node, branch)
        if flat is None:
            continue
        merge_into(work, merged, flat, home, refers=is_reference(branch))
        notes += flat.notes
    merge_into(work, merged, Flat(own), None, refers=False)
    choices = [*merged.choices, *_choices(node)]
    for part in conditionals(node):
        for wire, schema in properties_below(work, part).items():
            merged.add_optional(wire, schema)
    _add_tested(node, merged)
    shaped = merged.is_shaped()
    kept: list[Choice] = []
    for choice in choices:
        if shaped and all(map(is_condition, choice.members)):
            notes.append(alternatives_note(choice))
        else:
            kept.append(choice)
    whole = merged_node(work, merged)
    notes += merged.notes
    return Flat(whole, (), tuple(kept), tuple(dict.fromkeys(notes)), merged.homes)


def _choices(node: Node) -> Iterator[Choice]:
    for key in GROUPS:
        group = node.get(key)
        if group is not None and group.elements():
            yield Choice(key, group.elements(), node)


def _base(work: Work, node: Node, branch: Node) -> tuple[Flat | None, str | None]:
    """What a branch of `node` comes to, and the id of the definition that it belongs to if that is another one."""
    if is_reference(branch):
        target = target_of(work, branch)
        if target is None or id(target.node) not in work.flats:
            return None, None
        work.wanted.setdefault(target.id, target.node)
        flat = work.flats[id(target.node)]
        return _without_own_kinds(work, target, flat), target.id
    inline = work.flats.get(id(branch))
    if inline is not None and is_reference(inline.node):
        # A wrapper around a reference, with texts of its own.
        return _base(work, node, inline.node)
    return inline, None if _is_inside(branch, node) else work.id(branch)


def _is_inside(branch: Node, node: Node) -> bool:
    same_file = branch.span.file == node.span.file
    return same_file and f"{branch.pointer}/".startswith(f"{node.pointer}/")


def _without_own_kinds(work: Work, target: Target, flat: Flat) -> Flat:
    """A base without the choice among the schemas that build on it: that choice leads back here."""
    target, flat = _end(work, target, flat)
    choices = tuple(
        choice
        for choice in flat.choices
        if not any(
            (below := target_of(work, member)) is not None
            and (below.id == target.id or target.id in bases(work, below.node))
            for member in choice.members
            if is_reference(member)
        )
    )
    return replace(flat, choices=choices)


def _end(work: Work, target: Target, flat: Flat) -> tuple[Target, Flat]:
    """What is behind schemas that add nothing but texts to a reference."""
    path: list[Node] = []
    while is_reference(flat.node):
        inner = work.ends.get(id(target.node)) or target_of(work, flat.node)
        if inner is None or inner.node in path or id(inner.node) not in work.flats:
            break
        path.append(target.node)
        target, flat = inner, work.flats[id(inner.node)]
    for one in path:
        work.ends[id(one)] = target
    return target, flat


def _add_tested(node: Node, merged: Merged) -> None:
    """The properties that only a condition names exist too; the condition does not say what they hold otherwise."""
    tested = node.get("if")
    properties = None if tested is None else tested.get("properties")
    for wire, schema in () if properties is None else properties.items():
        pointer = child_pointer(child_pointer(node.pointer, "properties"), wire)
        merged.add_optional(wire, Node({}, schema.span, pointer))
