"""A schema as the comparison sees it: references followed, `allOf` spread out, nullable and types told apart."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from ...spec.document import Document, id_of, resolve
from ...text.diagnostic import Report
from ...text.node import Node, Plain
from .kinds import built_on, mapped
from .verdict import Site

_BESIDE = frozenset({"$ref", "summary", "description"})
_DEEPEST = 12


ANNOTATIONS = frozenset(
    {"title", "description", "example", "examples", "default", "externalDocs", "$comment"}
)
"""Keywords that allow no value less or more."""

_SAID_OF_PLACES = frozenset({"readOnly", "writeOnly", "deprecated"})


class Property(Struct, frozen=True):
    """A property of an object, its own or one that an `allOf` brings."""

    node: Node
    required: bool
    own: bool


class Schema(Struct, frozen=True, eq=False):
    """A schema with its references followed. `types` are without `null`, which `nullable` tells, unless it is all; empty means any.

    `branches` are the parts of `allOf`; `choices` are those of `oneOf` and `anyOf` without the one that is null.
    """

    node: Node
    types: frozenset[str]
    nullable: bool
    properties: Mapping[str, Property]
    branches: tuple[Node, ...]
    choices: Mapping[str, tuple[Node, ...]]

    def get(self, keyword: str) -> Node | None:
        """The value of a keyword."""
        return self.node.get(keyword)

    def plain(self, keyword: str) -> Plain:
        """The value of a keyword without places; None where it is not there."""
        node = self.node.get(keyword)
        return None if node is None else node.plain()

    def flag(self, keyword: str) -> bool:
        """Whether a keyword is `true`."""
        return self.plain(keyword) is True

    def text(self, keyword: str) -> str | None:
        """A keyword's text; None where it has none."""
        value = self.plain(keyword)
        return value if isinstance(value, str) else None

    def listed(self) -> tuple[Node, ...]:
        """The values that `const` or `enum` allow alone; nothing where they say nothing."""
        const, enum = self.get("const"), self.get("enum")
        return (const,) if const is not None else enum.elements() if enum is not None else ()


Key: TypeAlias = tuple[int, str]


class Side(Struct, frozen=True, eq=False):
    """One of the two documents. References that lead nowhere were told when it was read."""

    document: Document
    _merged: dict[int, Node] = field(default_factory=dict[int, Node])
    _schemas: dict[int, Schema] = field(default_factory=dict[int, Schema])
    _bare: dict[int, Node] = field(default_factory=dict[int, Node])
    _unheard: Report = field(default_factory=Report)
    _built: dict[str, Mapping[str, Node]] = field(default_factory=dict[str, "Mapping[str, Node]"])

    def follow(self, node: Node) -> Node:
        """What a node stands for: the target of its reference, with what is written beside the reference."""
        known = self._merged.get(id(node))
        if known is None:
            # A part that leads back to its whole meets this, and stops.
            self._merged[id(node)] = node
            known = self._merged[id(node)] = self._follow(node)
        return known

    def _follow(self, node: Node) -> Node:
        if node.get("$ref") is None:
            return self._of_one_part(node)
        target = resolve(self.document, node, self._unheard)
        if target is None:
            return replace(node, value=dict[str, Node]())
        beside = {key: value for key, value in node.items() if key not in _BESIDE}
        if not beside or not isinstance(target.node.value, dict):
            return target.node
        keys = {**target.node.key_spans, **node.key_spans}
        return replace(target.node, value={**target.node.value, **beside}, key_spans=keys)

    def _of_one_part(self, node: Node) -> Node:
        """`allOf` of one part, as people write who say something beside a reference, is that part."""
        listed = node.get("allOf")
        parts = listed.elements() if listed is not None else ()
        if len(parts) != 1:
            return node
        target = self.follow(parts[0])
        beside = {key: value for key, value in node.items() if key not in ("allOf", *_BESIDE)}
        said = beside.keys() - ANNOTATIONS - _SAID_OF_PLACES
        kind = target.get("type")
        repeats = said == {"type"} and kind is not None and kind.plain() == beside["type"].plain()
        if not isinstance(target.value, dict) or (said and not repeats):
            return node
        if not beside:
            return target
        keys = {**target.key_spans, **node.key_spans}
        return replace(target, value={**target.value, **beside}, key_spans=keys)

    def site(self, node: Node, key: str | None = None) -> Site:
        """The place of a node, or of one of its keys."""
        return Site(id_of(self.document, node), node.span if key is None else node.at_key(key))

    def schema(self, node: Node) -> Schema:
        """A schema with all that the comparison asks of it."""
        target = self.follow(node)
        known = self._schemas.get(id(target))
        if known is None:
            known = self._schemas[id(target)] = self._schema(target)
        return known

    def _schema(self, node: Node) -> Schema:
        types = set(_types(node))
        nullable = "null" in types
        choices: dict[str, tuple[Node, ...]] = {}
        for word in ("oneOf", "anyOf"):
            listed = node.get(word)
            given = listed.elements() if listed is not None else ()
            kept = tuple(one for one in given if _types(self.follow(one)) != ("null",))
            nullable = nullable or len(kept) < len(given)
            choices[word] = kept
        lone = [kept for kept in choices.values() if kept]
        if len(lone) == 1 and len(lone[0]) == 1 and not types - {"null"}:
            # `oneOf: [X, null]` says no more than X, or null.
            return self._nullable(lone[0][0], nullable)
        nullable = nullable and _lists_null(node)
        if types != {"null"}:
            types -= {"null"}
        listed = node.get("allOf")
        branches = listed.elements() if listed is not None else ()
        if not types:
            types = {one for branch in branches for one in _types(self.follow(branch))} - {"null"}
        properties = dict(self._properties(node, 0))
        return Schema(node, frozenset(types), nullable, properties, branches, choices)

    def kinds(self, schema: Schema) -> Mapping[str, Node]:
        """The schemas that may come where one with a `discriminator` of its own is expected, by their names."""
        discriminator = schema.get("discriminator")
        if discriminator is None or any(schema.choices.values()):
            return {}
        if not self._built:
            self._built.update({"": {}, **built_on(self.document)})
        below = self._built.get(id_of(self.document, schema.node), {})
        return {**below, **dict(mapped(self.document, discriminator))}

    def items(self, schema: Schema) -> Node:
        """What the items of a list are that are not described one by one; anything where nothing is said."""
        key = id(schema.node)
        listed = schema.get("items")
        if listed is not None and listed.value is not True:
            return listed
        if key not in self._bare:
            self._bare[key] = replace(schema.node, value=dict[str, Node]())
        return self._bare[key]

    def as_types(self, schema: Schema) -> Schema:
        """A choice among types alone as the list of types that it is: `anyOf: [{type: string}, {type: integer}]`."""
        lone = [kept for kept in schema.choices.values() if kept]
        if len(lone) != 1 or schema.types:
            return schema
        members = [self.follow(one) for one in lone[0]]
        if any({key for key, _ in one.items()} - ANNOTATIONS != {"type"} for one in members):
            return schema
        types = frozenset(one for member in members for one in _types(member)) - {"null"}
        return replace(schema, types=types, choices=dict.fromkeys(schema.choices, ()))

    def _nullable(self, node: Node, nullable: bool) -> Schema:
        inner = self.schema(node)
        return replace(inner, nullable=inner.nullable or nullable)

    def _properties(self, node: Node, depth: int) -> Iterator[tuple[str, Property]]:
        found: dict[str, Property] = {}
        listed = node.get("allOf")
        for branch in listed.elements() if listed is not None and depth < _DEEPEST else ():
            for name, one in self._properties(self.follow(branch), depth + 1):
                known = found.get(name)
                required = one.required or (known is not None and known.required)
                # What is only demanded here may be described by another part.
                node_ = known.node if known is not None and not one.node.value else one.node
                found[name] = Property(node_, required, False)
        own = node.get("properties")
        for name, child in own.items() if own is not None else ():
            found[name] = Property(child, name in found and found[name].required, depth == 0)
        needed = node.get("required")
        for element in needed.elements() if needed is not None else ():
            if isinstance(demanded := element.value, str):
                known = found.get(demanded)
                bare = replace(element, value=dict[str, Node]())
                found[demanded] = Property(known.node if known else bare, True, depth == 0)
        yield from found.items()


def _lists_null(node: Node) -> bool:
    """Whether null is among the values that are listed, or none are."""
    listed, const = node.get("enum"), node.get("const")
    if const is not None:
        return const.value is None
    return listed is None or any(one.value is None for one in listed.elements())


def _types(node: Node) -> tuple[str, ...]:
    value = node.get("type")
    if value is None:
        return ()
    if isinstance(value.value, str):
        return (value.value,)
    return tuple(one.value for one in value.elements() if isinstance(one.value, str))


def spelled_value(value: Plain) -> str:
    """A value of a document as JSON on one line; equal values are spelled alike, `1.0` like `1`."""
    return json.dumps(value, sort_keys=True, default=_number, ensure_ascii=False)


def _number(value: object) -> object:
    if isinstance(value, Decimal):
        whole = value.is_finite() and value == value.to_integral_value()
        return int(value) if whole and abs(value) < 10**18 else str(value)
    return str(value)
