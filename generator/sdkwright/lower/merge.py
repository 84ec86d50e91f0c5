"""Putting the keywords of several schemas that hold at once into one schema."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct, field
from msgspec.structs import replace

from ..text.node import Node, child_pointer
from ..text.span import Span
from .flat import Choice, Flat
from .keywords import ANNOTATIONS, is_thin
from .parts import target_of
from .values import key_of, types_of
from .work import Work

_LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
_UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
_SHAPES = frozenset(
    {
        *("type", "properties", "patternProperties", "additionalProperties", "items"),
        *("prefixItems", "enum", "const", "unevaluatedProperties"),
    }
)
# A schema that is built upon says these about itself, not about what builds on it.
_OF_ITSELF = ANNOTATIONS - {"description"}
# How many schemas are put together from others before a document counts as not made to be understood.
MOST = 10_000
_LONGEST = 4_000
CONTRADICTION = "No value fits all that the document says here."


class Merged(Struct):
    """A schema in the making. `properties` keeps all that was said about each property, with the definition it is from."""

    node: Node
    fields: dict[str, Node] = field(default_factory=dict[str, Node])
    properties: dict[str, list[Node]] = field(default_factory=dict[str, list[Node]])
    spans: dict[str, Span] = field(default_factory=dict[str, Span])
    homes: dict[str, str] = field(default_factory=dict[str, str])
    choices: list[Choice] = field(default_factory=list[Choice])
    notes: list[str] = field(default_factory=list[str])
    weak: set[str] = field(default_factory=set[str])

    def is_shaped(self) -> bool:
        """Whether anything is said about which values fit, beyond limits."""
        return bool(self.properties) or any(key in self.fields for key in _SHAPES)

    def add_optional(self, wire: str, schema: Node) -> None:
        """Add a property that may occur, unless it is there."""
        self.properties.setdefault(wire, [schema])

    def note(self, sentence: str) -> None:
        """Say a sentence once."""
        if sentence not in self.notes:
            self.notes.append(sentence)


def merge_into(work: Work, merged: Merged, flat: Flat, home: str | None, *, refers: bool) -> None:
    """Let `merged` also say what `flat` says; `home` is the definition that its properties belong to."""
    if flat.node.value is False:
        merged.note("No value is valid here.")
    _add_properties(work, merged, flat, home)
    for key, child in flat.node.items():
        _add(work, merged, key, child, refers)
    for outer in () if refers else reversed(flat.outer):
        for key, child in outer.items():
            if key in ANNOTATIONS or key.startswith("x-"):
                _add(work, merged, key, child, refers)
    merged.choices += [choice for choice in flat.choices if choice not in merged.choices]


def merged_node(work: Work, merged: Merged) -> Node:
    """The schema as merged."""
    node, fields = merged.node, dict(merged.fields)
    if merged.properties and _lists_no_object(fields):
        merged.note(CONTRADICTION)
    if CONTRADICTION in merged.notes and merged.properties:
        # An object with the properties that are described is nearer to what was meant than a text among others.
        fields = {key: child for key, child in fields.items() if key not in ("enum", "const")}
    if merged.properties:
        pointer = child_pointer(node.pointer, "properties")
        by_name = {
            wire: combined(work, said, child_pointer(pointer, wire))
            for wire, said in merged.properties.items()
        }
        fields["properties"] = Node(by_name, node.span, pointer, dict(merged.spans))
    return replace(node, value=fields)


def _lists_no_object(fields: Mapping[str, Node]) -> bool:
    """Whether what shall be an object is one of a few values of which none is."""
    enum, const = fields.get("enum"), fields.get("const")
    values = [*(() if enum is None else enum.elements()), *(() if const is None else (const,))]
    none = bool(values) and not any(isinstance(value.value, dict) for value in values)
    return none and types_of(fields) == ("object",)


def combined(work: Work, parts: list[Node], pointer: str) -> Node:
    """A schema that is all of `parts` at once, the same one whenever the same parts are asked for.

    Combinations are taken apart into what the document says, so that schemas which combine one another in circles come
    to an end.
    """
    said = {_mark(work, part): part for whole in parts for part in _said(work, whole)}
    found = tuple(said.values())
    if len(found) == 1:
        return found[0]
    key = frozenset(map(id, found))
    if key in work.combined:
        return work.combined[key]
    if len(work.made) >= MOST or len(pointer) > _LONGEST:
        work.entangled.append(found[-1])
        return found[-1]
    span = found[-1].span
    work.combined[key] = Node({"allOf": Node(list(found), span, pointer)}, span, pointer)
    work.made.add(id(work.combined[key]))
    work.kept.extend(found)
    return work.combined[key]


def tell_entangled(work: Work) -> None:
    """Report the first combination that could not be followed; where a schema leads back to itself, that is why."""
    if work.entangled and all(one.code != "alias-cycle" for one in work.report.found):
        what = "combines more schemas with one another than can be followed"
        hint = "combine fewer, or write some out"
        work.fault("schema-too-entangled", work.entangled[0], what, hint)


def _said(work: Work, whole: Node) -> tuple[Node, ...]:
    """The schemas that a combination was put together from; any other schema itself."""
    all_of = whole.get("allOf") if id(whole) in work.made else None
    return (whole,) if all_of is None else all_of.elements()


def _mark(work: Work, part: Node) -> str | int:
    """What makes two parts the same: what they refer to, where they do nothing else."""
    target = target_of(work, part) if [key for key, _ in part.items()] == ["$ref"] else None
    return id(part) if target is None else target.id


def _add_properties(work: Work, merged: Merged, flat: Flat, home: str | None) -> None:
    properties = flat.node.get("properties")
    for wire, schema in () if properties is None else properties.items():
        said = merged.properties.setdefault(wire, [])
        merged.spans[wire] = properties.at_key(wire) if properties is not None else schema.span
        if any(_same(work, one, schema) for one in said):
            continue
        said.append(schema)
        owner = flat.homes.get(wire, home)
        if owner is not None and len(said) == 1:
            merged.homes[wire] = owner
        elif len(said) > 1:
            merged.homes.pop(wire, None)


def _same(work: Work, one: Node, other: Node) -> bool:
    """Whether two schemas are written alike; those put together here are compared by what they are, being many-layered."""
    if one is other or id(one) in work.made or id(other) in work.made:
        return one is other
    return one.plain() == other.plain()


def _add(work: Work, merged: Merged, key: str, child: Node, refers: bool) -> None:
    fields = merged.fields
    if key == "properties" or (refers and (key in _OF_ITSELF or key.startswith("x-s"))):
        return
    if key == "description" and refers:
        if key not in fields:
            fields[key] = child
            merged.weak.add(key)
    elif key not in fields or key in merged.weak:
        fields[key] = child
        merged.weak.discard(key)
    else:
        fields[key] = _both(work, merged, key, fields[key], child)


def _both(work: Work, merged: Merged, key: str, one: Node, other: Node) -> Node:
    """What two schemas say under the same keyword, as one value."""
    if one is other:
        return one
    match key:
        case "type":
            return _types(merged, one, other)
        case "required":
            known = [element.value for element in one.elements()]
            more = [element for element in other.elements() if element.value not in known]
            return replace(one, value=[*one.elements(), *more])
        case "enum":
            return _listed(merged, one, other)
        case "const":
            if key_of(one.plain()) != key_of(other.plain()):
                merged.note(CONTRADICTION)
            return other
        case "items" | "additionalProperties" | "unevaluatedProperties" | "contains":
            return _schemas(work, one, other, child_pointer(merged.node.pointer, key))
        case "patternProperties":
            return _by_pattern(work, one, other, child_pointer(merged.node.pointer, key))
        case "prefixItems":
            return max(one, other, key=lambda node: len(node.elements()))
        case "pattern":
            if one.value != other.value:
                merged.note(f"Also matches `{one.value}`.")
            return other
        case _:
            return _limit(key, one, other)


def _types(merged: Merged, one: Node, other: Node) -> Node:
    mine, theirs = types_of({"type": one}), types_of({"type": other})
    shared = [type_ for type_ in mine if type_ in theirs]
    crossed = [("integer", "number"), ("number", "integer")]
    if "integer" not in shared and any(a in mine and b in theirs for a, b in crossed):
        shared.append("integer")
    if not shared:
        merged.note(CONTRADICTION)
        return next((node for node in (one, other) if node.value == "object"), other)
    if len(shared) == len(theirs):
        return other
    values = [Node(type_, one.span, f"{one.pointer}/{at}") for at, type_ in enumerate(shared)]
    return values[0] if len(values) == 1 else replace(one, value=values)


def _listed(merged: Merged, one: Node, other: Node) -> Node:
    if not one.elements() or not other.elements():
        return one if one.elements() else other
    keys = {key_of(element.plain()) for element in other.elements()}
    shared = [element for element in one.elements() if key_of(element.plain()) in keys]
    if shared:
        # A list of no schema of the document: a default of one of them need not be in it.
        return replace(one, value=shared, pointer=child_pointer(one.pointer, "shared"))
    merged.note(CONTRADICTION)
    return replace(one, value=[*one.elements(), *other.elements()])


def _schemas(work: Work, one: Node, other: Node, pointer: str) -> Node:
    """Both of two schemas for the same values; `false` gives way: it was written about its own schema's properties."""
    if isinstance(one.value, bool) or isinstance(other.value, bool):
        known = [node for node in (one, other) if not isinstance(node.value, bool)]
        return known[0] if known else (one if one.value is False else other)
    if is_thin(one) and not one.value:
        return other
    return one if _same(work, one, other) else combined(work, [one, other], pointer)


def _by_pattern(work: Work, one: Node, other: Node, pointer: str) -> Node:
    known: Mapping[str, Node] = dict(one.items())
    both = {
        pattern: (
            _schemas(work, known[pattern], schema, child_pointer(pointer, pattern))
            if pattern in known
            else schema
        )
        for pattern, schema in other.items()
    }
    return replace(one, value={**known, **both})


def _limit(key: str, one: Node, other: Node) -> Node:
    mine, theirs = one.value, other.value
    if isinstance(mine, int | Decimal) and isinstance(theirs, int | Decimal):
        if key in _LOWER:
            return one if mine > theirs else other
        if key in _UPPER:
            return one if mine < theirs else other
        if key in ("readOnly", "writeOnly", "uniqueItems"):
            return one if mine else other
    return other
