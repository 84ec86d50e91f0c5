"""Two schemas in, every difference that the wire can feel out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from ...text.node import Node
from .composition import as_choice, branches_gone, compare_choices, compare_discriminator
from .keywords import TYPE_STEMS, Difference, compare_keywords, is_of_another_kind
from .laws import STEMS, schema_id, spelled
from .lifecycle import Policy, property_lifecycle
from .sides import Property, Schema, Side
from .verdict import Site, Wire
from .wire_rules import wire_rules

_WITHIN = (
    *("items", "additionalProperties", "contains", "propertyNames", "not", "if", "then", "else"),
    *("unevaluatedItems", "unevaluatedProperties", "contentSchema"),
)


class Holder(Struct, frozen=True):
    """What holds a schema: the direction, the part (`body`, `property`, `parameter`, …) and whether it is ever sent.

    `inverted` says that it stands below a `not`, where to allow more of it is to allow less.
    """

    direction: str
    part: str
    required: bool = True
    exempt: bool = False
    loose: bool = False
    inverted: bool = False
    header: bool = False

    @property
    def name(self) -> str:
        """How ids begin."""
        return f"{self.direction}-{self.part}"

    def inside(self) -> Holder:
        """What holds the schemas within: properties, items, members."""
        part = "parameter-property" if self.part.startswith("parameter") else "property"
        if self.part == "header":
            part = "header"
        return replace(self, part=part, required=True)


_MIRROR = {"request": ("request", "response"), "response": ("response", "request")}


class Found(Struct, frozen=True):
    """A difference: its rule, verdict, words, the way to it from where the comparison began, and its two places."""

    rule: str
    verdict: Wire
    message: str
    path: str
    old: Site | None
    new: Site | None

    def below(self, step: str) -> Found:
        """The same, seen from one step further out."""
        return replace(self, path=f"{step}/{self.path}" if self.path else step)


_Key: TypeAlias = tuple[int, int, bool, bool, Holder]
"""Two schemas by identity, whether each may be null here, and what holds them."""


class Pair(Struct, frozen=True, eq=False):
    """The two documents. A pair of schemas is compared once a holder, however many operations share it."""

    old: Side
    new: Side
    policy: Policy
    _known: dict[_Key, tuple[Found, ...]] = field(default_factory=dict["_Key", "tuple[Found, ...]"])

    def compare(self, old: Node, new: Node, holder: Holder) -> tuple[Found, ...]:
        """The differences of two schemas at a holder."""
        a, b = self.old.schema(old), self.new.schema(new)
        key = (id(a.node), id(b.node), a.nullable, b.nullable, replace(holder, required=True))
        if key not in self._known:
            # A schema that contains itself meets this, and stops.
            self._known[key] = ()
            self._known[key] = tuple(self._compare(a, b, holder))
        if old is a.node and new is b.node:
            return self._known[key]
        # Whether null is allowed is said here, beside the reference, and not where it leads.
        places = self.old.site(old), self.new.site(new)
        return tuple(
            (
                replace(found, old=places[0], new=places[1])
                if found.rule.endswith("nullable") and not found.path
                else found
            )
            for found in self._known[key]
        )

    def found(
        self,
        holder: Holder,
        difference: str,
        message: str,
        old: Site | None,
        new: Site | None,
        rule: str | None = None,
    ) -> Found:
        """A difference with the verdict of its rule; harmless where the value is never sent this way."""
        id_ = rule or schema_id(holder.name, difference)
        verdict = wire_rules()[id_].verdict
        if holder.inverted and verdict is Wire.COMPATIBLE:
            mirrored = wire_rules().get(id_.replace(*_MIRROR[holder.direction], 1))
            # Which of the two it is depends on what else the negated schema says: the worse is told.
            verdict = mirrored.verdict if mirrored is not None else Wire.BREAKING
        if holder.exempt and verdict is not Wire.COMPATIBLE:
            verdict = Wire.COMPATIBLE
            never = "request-read-only" if holder.direction == "request" else "response-write-only"
            special = id_.replace(holder.direction, never, 1)
            id_ = special if special in wire_rules() else id_
        return Found(id_, verdict, message, "", old, new)

    def _compare(self, a: Schema, b: Schema, holder: Holder) -> Iterator[Found]:
        old, new = self.old.site(a.node), self.new.site(b.node)
        if any(a.choices.values()) is not any(b.choices.values()):
            a, b = self.old.as_types(a), self.new.as_types(b)
        if _wrapped(a, b):
            message = "an object became a choice of objects"
            yield self.found(holder, "wrapped-in-one-of", message, old, new)
            return
        a, b = as_choice(a, b), as_choice(b, a)
        is_another = is_of_another_kind(a, b) and not holder.loose
        for one in compare_keywords(a, b, holder.loose):
            if not is_another or one.stem in TYPE_STEMS:
                yield self._told(one, holder, a, b)
        if is_another:
            # What a value was made of is gone with it: the type says so once.
            return
        for one in compare_discriminator(a, b):
            yield self._told(one, holder, a, b)
        yield from self._choices(a, b, holder)
        gone = branches_gone(self.old, self.new, a, b)
        for one in gone.differences:
            yield self._told(one, holder, a, b)
        for before, after in gone.paired:
            # Their properties are compared below, with those of the whole.
            yield from self._inner(before, after, holder)
        yield from self._properties(a, b, holder, gone.names)
        yield from self._within(a, b, holder)
        later = self.new.kinds(b)
        for name, before in self.old.kinds(a).items():
            if name in later:
                for found in self.compare(before, later[name], holder.inside()):
                    yield found.below(f"discriminator[{name}]")

    def _told(self, one: Difference, holder: Holder, a: Schema, b: Schema) -> Found:
        stem, action = one.stem, one.action
        if stem == "type" and action == "specialized" and holder.direction == "request":
            action = action if holder.part == "parameter-property" else "changed"
        assert action in STEMS[stem], (stem, action)
        if (
            spelled(stem, action) == "became-enum"
            and holder.header
            and holder.part == "parameter-property"
        ):
            places = self.old.site(one.old or a.node), self.new.site(one.new or b.node)
            return self.found(
                holder, "", one.message, *places, "request-header-property-became-enum"
            )
        old = self.old.site(one.old or a.node) if one.old is not None or one.new is None else None
        new = self.new.site(one.new or b.node) if one.new is not None or one.old is None else None
        return self.found(
            holder,
            spelled(stem, action),
            one.message,
            old or self.old.site(a.node),
            new or self.new.site(b.node),
        )

    def _inner(self, before: Node, after: Node, holder: Holder) -> Iterator[Found]:
        a, b = self.old.schema(before), self.new.schema(after)
        if a.node.plain() == b.node.plain():
            return
        for one in compare_keywords(a, b, holder.loose):
            yield self._told(one, holder, a, b)
        yield from self._choices(a, b, holder)

    def _choices(self, a: Schema, b: Schema, holder: Holder) -> Iterator[Found]:
        for word, before_, stem in self._lists(a, b):
            compared = compare_choices(self.old, self.new, before_, b.choices[word], stem)
            for one in compared.differences:
                yield self._told(one, holder, a, b)
            for at, (before, after) in enumerate(compared.paired):
                for found in self.compare(before, after, holder.inside()):
                    yield found.below(f"{word}[{_label(before, at)}]")

    def _lists(self, a: Schema, b: Schema) -> Iterator[tuple[str, tuple[Node, ...], str]]:
        """`oneOf` and `anyOf` with the members that they had before; where one became the other, with those of the other."""
        before = {word: a.choices[word] for word in ("oneOf", "anyOf")}
        if [bool(before[word]) for word in before] != [bool(b.choices[word]) for word in before]:
            lone = [word for word in before if before[word]]
            if len(lone) == 1 and len([word for word in before if b.choices[word]]) == 1:
                before = {"oneOf": before["anyOf"], "anyOf": before["oneOf"]}
        yield "oneOf", before["oneOf"], "one-of"
        yield "anyOf", before["anyOf"], "any-of"

    def _within(self, a: Schema, b: Schema, holder: Holder) -> Iterator[Found]:
        """The schemas of items, of a map's values, and the like."""
        inside = holder.inside()
        for word in _WITHIN:
            before, after = a.get(word), b.get(word)
            if word == "items" and "array" in a.types & b.types:
                before, after = self.old.items(a), self.new.items(b)
            if before is not None and after is not None and _are_objects(before, after):
                lone = holder.part == "parameter" and word == "items"
                turned = replace(inside, inverted=not inside.inverted) if word == "not" else inside
                for found in self.compare(before, after, holder if lone else turned):
                    yield found.below(word)
        listed, listed_after = (_listed(a), _listed(b))
        for at in range(max(len(listed), len(listed_after))):
            # What is not described by its place is described with the other items, if at all.
            before = listed[at] if at < len(listed) else a.get("items")
            after = listed_after[at] if at < len(listed_after) else b.get("items")
            if before is not None and after is not None and _are_objects(before, after):
                for found in self.compare(before, after, inside):
                    yield found.below(f"prefixItems[{at}]")
        for word in ("patternProperties", "dependentSchemas"):
            before, after = a.get(word), b.get(word)
            for key, child in before.items() if before is not None else ():
                other = after.get(key) if after is not None else None
                if other is not None:
                    for found in self.compare(child, other, inside):
                        yield found.below(f"{word}[{key}]")

    def _properties(
        self, a: Schema, b: Schema, holder: Holder, told: frozenset[str]
    ) -> Iterator[Found]:
        for name, before in a.properties.items():
            after = b.properties.get(name)
            if after is None or (before.node.value and not after.node.value and after.required):
                # What is only demanded now, and no longer described, is gone for whoever reads the document.
                # That a part of `allOf` is gone tells nobody that answers lack what was promised.
                if name not in told or (holder.direction == "response" and before.required):
                    yield from self._removed(name, before, b, holder)
                continue
            yield from self._property(name, before, after, holder)
        for name, after in b.properties.items():
            if name not in a.properties and name not in told:
                yield from self._added(name, after, a, holder)

    def _property(
        self, name: str, before: Property, after: Property, holder: Holder
    ) -> Iterator[Found]:
        a, b = self.old.schema(before.node), self.new.schema(after.node)
        request = holder.direction == "request"
        inside = replace(holder.inside(), required=after.required)
        never = "readOnly" if request else "writeOnly"
        inside = replace(inside, exempt=holder.exempt or (a.flag(never) and b.flag(never)))
        old, new = self.old.site(before.node), self.new.site(after.node)
        # What only the server set has to be sent now.
        demanded = request and after.required and a.flag("readOnly") and not b.flag("readOnly")
        if before.required is not after.required or demanded:
            yield self._need(name, inside, after, b, old, new).below(name)
        for found in self._mutability(inside, before, a, b, old, new):
            yield found.below(name)
        for rule, message in property_lifecycle(holder.direction, a.node, b.node, self.policy):
            yield self.found(inside, "", message, old, new, rule).below(name)
        for found in self.compare(before.node, after.node, inside):
            yield found.below(name)

    def _need(
        self, name: str, inside: Holder, after: Property, b: Schema, old: Site, new: Site
    ) -> Found:
        turn = "required" if after.required else "optional"
        message = f"`{name}` became {turn}"
        if inside.header and inside.part == "parameter-property" and after.required:
            return self.found(
                inside, "", message, old, new, "request-header-property-became-required"
            )
        if inside.direction == "response" and b.flag("writeOnly"):
            rule = f"response-write-only-property-became-{turn}"
            return self.found(inside, "", message, old, new, rule)
        if inside.name == "request-property" and after.required and b.get("default") is not None:
            rule = "request-property-became-required-with-default"
            return self.found(inside, "", message, old, new, rule)
        return self.found(inside, f"became-{turn}", message, old, new)

    def _mutability(
        self, inside: Holder, before: Property, a: Schema, b: Schema, old: Site, new: Site
    ) -> Iterator[Found]:
        if inside.part != "property":
            return
        need = "required" if before.required else "optional"
        for word, kind in (("readOnly", "read"), ("writeOnly", "write")):
            if a.flag(word) is not b.flag(word):
                turn = f"became-{'' if b.flag(word) else 'not-'}{kind}-only"
                rule = f"{inside.direction}-{need}-property-{turn}"
                yield self.found(inside, "", turn.replace("-", " "), old, new, rule)

    def _removed(self, name: str, before: Property, b: Schema, holder: Holder) -> Iterator[Found]:
        schema = self.old.schema(before.node)
        need = "required" if before.required else "optional"
        message = f"the {need} property `{name}` is gone"
        never = "write-only-" if schema.flag("writeOnly") else ""
        rule = f"response-{need}-{never}property-removed"
        if holder.direction == "request":
            rule = "request-property-removed"
            if schema.flag("readOnly"):
                holder = replace(holder, exempt=True)
        yield self.found(
            holder, "", message, self.old.site(before.node), self.new.site(b.node), rule
        ).below(name)
        if (other := _values_of(b)) is not None:
            for found in self.compare(before.node, other, holder.inside()):
                yield found.below(name)

    def _added(self, name: str, after: Property, a: Schema, holder: Holder) -> Iterator[Found]:
        schema = self.new.schema(after.node)
        need = "required" if after.required else "optional"
        message = f"the {need} property `{name}` is new"
        if holder.direction == "request":
            default = "-with-default" if after.required and schema.get("default") else ""
            rule = f"new-{need}-request-property{default}"
            if after.required and holder.header:
                rule = "new-required-request-header-property"
            if schema.flag("readOnly"):
                rule = "new-optional-request-property"
        else:
            never = "write-only-" if schema.flag("writeOnly") else ""
            rule = f"response-{need}-{never}property-added"
        yield self.found(
            holder, "", message, self.old.site(a.node), self.new.site(after.node), rule
        ).below(name)
        if (other := _values_of(a)) is not None:
            for found in self.compare(other, after.node, holder.inside()):
                yield found.below(name)


def _wrapped(a: Schema, b: Schema) -> bool:
    """Whether an object has become a choice of objects that have what it had."""
    plain = bool(a.properties) and not a.choices["oneOf"]
    return plain and len(b.choices["oneOf"]) > 0 and not b.properties


def _are_objects(*nodes: Node) -> bool:
    return all(isinstance(node.value, dict) for node in nodes)


def _values_of(schema: Schema) -> Node | None:
    """What properties are that have no name in the schema, where that is said."""
    node = schema.get("additionalProperties")
    return node if node is not None and isinstance(node.value, dict) and node.value else None


def _listed(schema: Schema) -> tuple[Node, ...]:
    listed = schema.get("prefixItems")
    return listed.elements() if listed is not None else ()


def _label(node: Node, at: int) -> str:
    ref = node.get("$ref")
    return ref.value.rsplit("/", 1)[-1] if ref and isinstance(ref.value, str) else str(at)
