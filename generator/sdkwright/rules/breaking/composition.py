"""Combinations of schemas compared: which members of `allOf`, `oneOf` and `anyOf` belong together, and which are new."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from ...text.node import Node, Plain
from .keywords import Difference
from .sides import ANNOTATIONS, Schema, Side, spelled_value

_PLAIN = ANNOTATIONS | {"type", "properties", "required"}


class Members(Struct, frozen=True):
    """Members that belong together, and differences for those that have no counterpart.

    `names` are properties whose coming or going is told by that of their member.
    """

    paired: tuple[tuple[Node, Node], ...]
    differences: tuple[Difference, ...]
    names: frozenset[str] = frozenset()


def compare_choices(
    old: Side, new: Side, before: Sequence[Node], after: Sequence[Node], stem: str
) -> Members:
    """The members of a choice, paired as `_WAYS` says, and the last two left by their place."""
    paired, gone, fresh = _pairs(old, new, before, after)
    if gone and fresh:
        # A choice within the choice is its members.
        inner = _pairs(old, new, _members(old, gone), _members(new, fresh))
        if inner[0]:
            paired, gone, fresh = paired + inner[0], inner[1], inner[2]
    # Where anything may stand, a single choice is nothing new, and none is gone.
    if anything := [one for one in gone if _is_note(old.follow(one))]:
        gone, fresh = anything, []
    elif anything := [one for one in fresh if _is_note(new.follow(one))]:
        gone, fresh = [], anything
    differences = [
        Difference(stem, "removed", f"the choice {_named(one)} is gone", old=one) for one in gone
    ]
    differences += [
        Difference(stem, "added", f"the choice {_named(one)} is new", new=one) for one in fresh
    ]
    return Members(tuple(paired), tuple(differences))


def _members(side: Side, nodes: Sequence[Node], depth: int = 4) -> tuple[Node, ...]:
    found: list[Node] = []
    for node in nodes:
        schema = side.schema(node)
        inner = [member for members in schema.choices.values() for member in members]
        spread = depth and not schema.nullable and _is_choice(schema)
        found += _members(side, inner, depth - 1) if spread else [node]
    return tuple(found)


_CHOICE = ANNOTATIONS | {"oneOf", "anyOf", "discriminator", "type", "deprecated"}


def _is_choice(schema: Schema) -> bool:
    """Whether a schema says nothing but which others its values may fit."""
    lone = [word for word, members in schema.choices.items() if members]
    return len(lone) == 1 and all(
        key in _CHOICE or key.startswith("x-") for key, _ in schema.node.items()
    )


def as_choice(one: Schema, other: Schema) -> Schema:
    """A schema as a choice of itself alone, where the other side is a choice; itself where nothing is to be spread."""
    if any(one.choices.values()) or not _is_choice(other):
        return one
    notes = {key: value for key, value in one.node.items() if key in ANNOTATIONS}
    alone = {word: (one.node,) if members else () for word, members in other.choices.items()}
    node = replace(one.node, value=notes)
    return replace(one, node=node, types=other.types, properties={}, branches=(), choices=alone)


def branches_gone(old: Side, new: Side, a: Schema, b: Schema) -> Members:
    """The parts of `allOf`. A part whose properties the whole has all the same, spread otherwise, is no difference."""
    paired, gone, fresh = _pairs(old, new, a.branches, b.branches)
    if len(a.branches) == len(b.branches) == 1:
        # A whole of one part, as people write who describe a reference, is that part.
        paired, gone, fresh = [(a.branches[0], b.branches[0])], [], []
    differences: list[Difference] = []
    names: set[str] = set()
    for side, parts, other, action in ((old, gone, b, "removed"), (new, fresh, a, "added")):
        for part in parts:
            schema = side.schema(part)
            if _is_note(schema.node):
                action_ = f"{action}-annotation-only"
            elif _is_spread(
                schema,
                other,
                {id(one) for one in (fresh if side is old else gone)},
                new if side is old else old,
            ):
                continue
            else:
                action_ = action
                names |= schema.properties.keys() - other.properties.keys()
            words = f"the part {_named(part)} of `allOf` is {'gone' if side is old else 'new'}"
            place = {"old": part} if side is old else {"new": part}
            differences.append(Difference("all-of", action_, words, **place))
    return Members(tuple(paired), tuple(differences), frozenset(names))


def _is_note(node: Node) -> bool:
    return all(key in ANNOTATIONS for key, _ in node.items())


def _is_spread(part: Schema, whole: Schema, unpaired: set[int], side: Side) -> bool:
    """Whether all that a part says is said elsewhere in the other whole: of itself, or in parts that are new there."""
    keys = {key for key, _ in part.node.items()}
    names = {name for name, one in whole.properties.items() if one.own}
    for branch in whole.branches:
        if id(branch) in unpaired:
            names |= side.schema(branch).properties.keys()
    return bool(part.properties) and keys <= _PLAIN and part.properties.keys() <= names


def compare_discriminator(a: Schema, b: Schema) -> Iterator[Difference]:
    """The discriminators of two schemas: the property and the mapping."""
    before, after = a.get("discriminator"), b.get("discriminator")
    if before is None or after is None:
        if before is not after:
            action = "added" if before is None else "removed"
            words = f"the discriminator is {'new' if before is None else 'gone'}"
            yield Difference("discriminator", action, words, before, after)
        return
    one, other = _text(before, "propertyName"), _text(after, "propertyName")
    if one != other:
        words = f"the discriminator is `{other}`, which was `{one}`"
        yield Difference("discriminator", "property-name-changed", words, before, after)
    mapping = {key: value.plain() for key, value in _items(before.get("mapping"))}
    later = {key: value.plain() for key, value in _items(after.get("mapping"))}
    for key in [*mapping, *(key for key in later if key not in mapping)]:
        if key not in later:
            yield Difference("discriminator", "mapping-deleted", f"`{key}` is gone", before, after)
        elif key not in mapping:
            yield Difference("discriminator", "mapping-added", f"`{key}` is new", before, after)
        elif mapping[key] != later[key]:
            words = f"`{key}` stands for `{later[key]}`, which was `{mapping[key]}`"
            yield Difference("discriminator", "mapping-changed", words, before, after)
    default, now = _text(before, "defaultMapping"), _text(after, "defaultMapping")
    if default != now:
        words = f"any other text stands for `{now}`, which was `{default}`"
        yield Difference("discriminator", "mapping-changed", words, before, after)


def _items(node: Node | None) -> Iterator[tuple[str, Node]]:
    return node.items() if node is not None else iter(())


def _text(node: Node, key: str) -> object:
    found = node.get(key)
    return None if found is None else found.value


def _pairs(
    old: Side, new: Side, before: Sequence[Node], after: Sequence[Node]
) -> tuple[list[tuple[Node, Node]], list[Node], list[Node]]:
    left, right = list(before), list(after)
    paired: list[tuple[Node, Node]] = []
    for way in _WAYS:
        known = _keyed(way, new, right)
        for key, node in _keyed(way, old, left).items():
            other = known.get(key)
            if other is not None:
                paired.append((node, other))
                left.remove(node)
                right.remove(other)
    inline = [node for node in (*left, *right) if node.get("$ref") is not None]
    if len(left) == len(right) == 1 and not inline:
        paired.append((left.pop(), right.pop()))
    return paired, left, right


def _keyed(way: _Way, side: Side, nodes: Sequence[Node]) -> Mapping[str, Node]:
    """Nodes by what a way calls them; what it calls several of them tells nothing."""
    found: dict[str, list[Node]] = {}
    for node in nodes:
        key = way(side, node)
        if key is not None:
            found.setdefault(key, []).append(node)
    return {key: named[0] for key, named in found.items() if len(named) == 1}


def _by_reference(_side: Side, node: Node) -> str | None:
    ref = node.get("$ref")
    return ref.value if ref is not None and isinstance(ref.value, str) else None


def _by_content(side: Side, node: Node) -> str | None:
    return spelled_value(side.follow(node).plain())


def _by_title(side: Side, node: Node) -> str | None:
    title = side.follow(node).get("title")
    return title.value if title is not None and isinstance(title.value, str) else None


def _by_tag(side: Side, node: Node) -> str | None:
    """The values of properties that tell members apart: `kind: {const: card}`."""
    tags: dict[str, Plain] = {}
    for name, one in side.schema(node).properties.items():
        values = side.schema(one.node).listed()
        if one.required and values:
            tags[name] = " ".join(sorted(spelled_value(value.plain()) for value in values))
    return spelled_value(tags) if tags else None


def _by_properties(side: Side, node: Node) -> str | None:
    names = side.schema(node).properties.keys()
    return " ".join(sorted(names)) or None


def _by_type(side: Side, node: Node) -> str | None:
    schema = side.schema(node)
    return None if schema.properties else " ".join(sorted(schema.types)) or None


_Way: TypeAlias = Callable[[Side, Node], str | None]
_WAYS: tuple[_Way, ...] = (
    _by_reference,
    _by_content,
    _by_title,
    _by_tag,
    _by_properties,
    _by_type,
)
"""What members are called by, the surest first: what was renamed or moved still says the same of what is sent."""


def _named(node: Node) -> str:
    ref = node.get("$ref")
    if ref is not None and isinstance(ref.value, str):
        return f"`{ref.value.rsplit('/', 1)[-1]}`"
    title = node.get("title")
    if title is not None and isinstance(title.value, str):
        return f"`{title.value}`"
    return f"of type `{_text(node, 'type') or 'any'}`"
