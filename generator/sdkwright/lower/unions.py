"""Schemas of which one holds: the alternatives as schemas of their own, and what each would be called after."""

from __future__ import annotations

from collections import Counter
from itertools import product
from math import prod

from msgspec.structs import replace

from ..ir.model import Member
from ..ir.types import ScalarKind
from ..text.node import Node, child_pointer
from .enums import has_texts
from .flat import Choice, Flat, Form
from .flatten import adds_nothing, flatten
from .forms import end_form, form_of, is_shaping
from .keywords import is_reference
from .merge import CONTRADICTION, MOST, combined
from .notes import alternatives_note
from .parts import properties_below, target_of
from .values import json_type, key_of, meant, types_of
from .work import Work, text, texts

# More combinations of several choices than this become one object with all properties.
_MANY = 24


def alternatives(work: Work, node: Node, form: Form) -> tuple[Node, ...]:
    """The schemas of which one holds, each saying also what is said beside the choice."""
    base = _beside(work, form)
    groups = [_distinct(work, choice) for choice in form.choices]
    too_many = prod(map(len, groups)) > _MANY and len(groups) > 1
    if too_many or (base is not None and len(work.made) > MOST // 2):
        return (_with_all_properties(work, node, form),)
    found: list[Node] = []
    left_alone = False
    for combination in product(*groups):
        steps = [
            (choice.key, at) for choice, (at, _) in zip(form.choices, combination, strict=True)
        ]
        parts = [member for _, member in combination]
        one = _one(work, node, base, parts, steps)
        left_alone = left_alone or (one is parts[0] and _is_scalar(work, one))
        found.append(one)
    if base is not None and left_alone and all(_is_scalar(work, one) for one in found):
        found.append(_by_itself(work, base, form))
        if types_of(base):
            what = "describes no value at all: it is of a type that no member of its choice has"
            work.doubt("schema-contradictory", node, what, "make that type a member of the choice")
    possible = [one for one in found if not (id(one) in work.made and _is_void(work, one))]
    if len(groups) == 1 and len(possible) < len(found):
        _tell_impossible(work, [member for _, member in groups[0]], found, possible)
    return tuple(dict.fromkeys(possible or found))


def _tell_impossible(
    work: Work, members: list[Node], found: list[Node], possible: list[Node]
) -> None:
    """Members that what stands beside the choice leaves no room for, where there are others."""
    kept = set(map(id, possible or found))
    for member, one in zip(members, found, strict=False):
        if id(one) not in kept and CONTRADICTION in flatten(work, one).notes:
            what = "is left out: what stands beside the choice contradicts it"
            hint = "say of each member what holds for it alone"
            work.doubt("schema-contradictory", member, what, hint)


def _distinct(work: Work, choice: Choice) -> tuple[tuple[int, Node], ...]:
    """The members with their places, references to the same schema once."""
    members = [*enumerate(choice.members)]
    others: list[tuple[int, Node]] = []
    for at, member in members:
        ends = _ends(work, member, choice.owner)
        first = len(members) + len(others)
        others += [(at, member)] if ends is None else enumerate(ends, first)
    found: dict[object, tuple[int, Node]] = {}
    for at, member in others or members:
        target = target_of(work, member) if is_reference(member) else None
        found.setdefault(id(member) if target is None else target.id, (at, member))
    return tuple(found.values())


def _ends(work: Work, member: Node, owner: Node) -> list[Node] | None:
    """What a member of a choice adds that leads back to the schema of that choice through other choices; else None."""
    if not end_form(work, member).choices:
        return None
    ends: list[Node] = []
    waiting, seen = [member], set[int]()
    leads_back = False
    while waiting:
        one = waiting.pop(0)
        form = end_form(work, one)
        if any(choice.owner is owner for choice in form.choices):
            leads_back = True
        elif len(form.choices) != 1 or form.nullable or is_shaping(form.node):
            ends.append(one)
        elif id(form.choices[0].owner) not in seen:
            seen.add(id(form.choices[0].owner))
            waiting += form.choices[0].members
    return ends if leads_back else None


def _is_void(work: Work, node: Node) -> bool:
    """Whether a member can't be once what stands beside the choice is said of it."""
    flat = flatten(work, node)
    const, enum = flat.node.get("const"), flat.node.get("enum")
    if const is not None and enum is not None:
        return all(key_of(one.plain()) != key_of(const.plain()) for one in enum.elements())
    return CONTRADICTION in flat.notes


def hints(work: Work, members: tuple[Node, ...]) -> tuple[str, ...]:
    """What each member is named after inside its union: its title, the constant that marks it, or what only it has."""
    flats = [None if is_reference(member) else flatten(work, member) for member in members]
    wires = [_wires(flat) for flat in flats]
    having = Counter(wire for some in wires for wire in dict.fromkeys(some))
    found: dict[str, None] = {}
    for at, flat in enumerate(flats):
        said = "" if flat is None else _hint(flat, [w for w in wires[at] if having[w] == 1])
        hint = said or f"variant {at + 1}"
        found[hint if hint not in found else f"{hint} {at + 1}"] = None
    return tuple(found)


def as_enum(work: Work, members: tuple[Node, ...]) -> tuple[ScalarKind, tuple[Member, ...]] | None:
    """The values of a choice among constants, each with the title and description of its schema; None for other choices."""
    if len(members) < 2 or any(_constant(member) is None for member in members):
        return None
    found: list[Member] = []
    kinds: set[str] = set()
    for member in members:
        values = _constant(member)
        for value in values or ():
            kinds.add(json_type(value))
            name = text(member, "title") if values is not None and len(values) == 1 else None
            found.append(Member(value, name, text(member, "description")))
    kind = {"string": ScalarKind.STRING, "integer": ScalarKind.INTEGER}.get(kinds.pop())
    if kind is None or kinds:
        return None
    return kind, tuple({one.value: one for one in reversed(found)}.values())[::-1]


def is_plain_text(work: Work, node: Node) -> bool:
    """Whether a schema allows any text at all."""
    form = form_of(work, node)
    plain = form.type == "string" and not form.named and not form.choices and not form.refers
    return plain and all(form.node.get(key) is None for key in ("enum", "const", "format"))


def known_texts(work: Work, node: Node) -> bool:
    """Whether a schema, or the one that it refers to, lists texts."""
    form = form_of(work, node)
    if form.refers:
        target = target_of(work, form.node)
        return (
            target is not None
            and form_of(work, target.node).named
            and known_texts(work, target.node)
        )
    return form.named and form.type == "string"


def is_definition(work: Work, node: Node) -> bool:
    """Whether a member of a choice is, or will be, a definition."""
    form = form_of(work, node)
    if form.named and form.node.get("enum") is not None:
        return has_texts(form.node)
    return form.named or form.refers or bool(form.choices)


def _beside(work: Work, form: Form) -> Node | None:
    """What is said beside the choices and has to be said of each member; None where nothing is."""
    if not is_shaping(form.node):
        return None
    fields = {key: child for key, child in form.node.items() if not _describes(key)}
    if form.choices and form.choices[0].key == "type":
        return None
    known = work.besides.get(id(form.node))
    if known is None:
        known = Node(fields, form.node.span, form.node.pointer, form.node.key_spans)
        work.besides[id(form.node)] = known
        work.flats[id(known)] = Flat(known, homes=form.homes)
        work.kept.extend((known, form.node))
    return known


def _describes(key: str) -> bool:
    return key in ("title", "description", "default", "example", "examples", "discriminator") or (
        key.startswith("x-")
    )


def _one(
    work: Work, node: Node, base: Node | None, parts: list[Node], steps: list[tuple[str, int]]
) -> Node:
    parts = list(dict.fromkeys(parts))
    if base is not None and not _covered(work, base, parts):
        parts.insert(0, base)
    if len(parts) == 1:
        return parts[0]
    pointer = node.pointer
    for key, at in steps:
        pointer = child_pointer(child_pointer(pointer, key), at)
    one = combined(work, parts, pointer)
    if is_reference(parts[-1]):
        target = target_of(work, parts[-1])
        if target is not None:
            work.stands_for[work.id(one)] = target.id
    return one


def _by_itself(work: Work, base: Node, form: Form) -> Node:
    """What stands beside a choice as a member of it: a schema of its own, which needs a place that nothing else has."""
    one = replace(base, pointer=child_pointer(base.pointer, "anyOf"))
    work.flats[id(one)] = Flat(one, homes=form.homes)
    work.kept.append(one)
    return one


def _covered(work: Work, base: Node, parts: list[Node]) -> bool:
    """Whether what stands beside the choice is said by a member already, or can't be said of it."""
    if len(parts) > 1:
        return False
    member = parts[0]
    if _is_scalar(work, member):
        return base.get("enum") is None and base.get("const") is None
    target = target_of(work, member) if is_reference(member) else None
    flat = flatten(work, member if target is None else target.node)
    fields = {key: child for key, child in base.items() if key != "properties"}
    rest = Node(fields, base.span, base.pointer)
    mine, theirs = base.get("properties"), flat.node.get("properties")
    known = {} if theirs is None else dict(theirs.items())
    declared = () if mine is None else tuple(wire for wire, _ in mine.items())
    return all(wire in known for wire in declared) and adds_nothing(work, rest, flat)


def _is_scalar(work: Work, node: Node) -> bool:
    return end_form(work, node).type in ("string", "integer", "number", "boolean", "null", "array")


def _with_all_properties(work: Work, node: Node, form: Form) -> Node:
    """One object that has the properties of every member, none required that only some have."""
    by_name: dict[str, Node] = {}
    for source in (form.node, *(member for choice in form.choices for member in choice.members)):
        for wire, schema in properties_below(work, source).items():
            by_name.setdefault(wire, schema)
    pointer = child_pointer(node.pointer, "properties")
    fields = {key: child for key, child in form.node.items() if key != "properties"}
    fields["properties"] = Node(by_name, node.span, pointer)
    one = Node(fields, node.span, child_pointer(node.pointer, "anyOf"), node.key_spans)
    notes = tuple(alternatives_note(choice) for choice in form.choices)
    work.flats[id(one)] = Flat(one, notes=notes, homes=form.homes)
    work.kept.append(one)
    return one


def _wires(flat: Flat | None) -> list[str]:
    properties = None if flat is None else flat.node.get("properties")
    return [] if properties is None else [wire for wire, _ in properties.items()]


def _hint(flat: Flat, own: list[str]) -> str:
    nodes = (*flat.outer, flat.node)
    title = next((said for one in nodes if (said := text(one, "title"))), None)
    if title is not None:
        return title
    properties = flat.node.get("properties")
    for _, schema in () if properties is None else sorted(properties.items(), key=_wire_first):
        values = None if is_reference(schema) else _constant(schema)
        if values is not None and len(values) == 1 and isinstance(values[0], str) and values[0]:
            return values[0]
    if own:
        return min(own, key=lambda wire: (wire not in _required(flat.node), wire))
    types = types_of(flat.node)
    return types[0] if len(types) == 1 else "object" if properties is not None else ""


def _wire_first(entry: tuple[str, Node]) -> str:
    return entry[0]


def _required(node: Node) -> tuple[str, ...]:
    return texts(node.get("required"))


def _constant(node: Node) -> tuple[str | int, ...] | None:
    """The texts or whole numbers that a plain schema is limited to."""
    const, enum = node.get("const"), node.get("enum")
    if any(node.get(key) is not None for key in ("allOf", "oneOf", "anyOf", "$ref")):
        return None
    types = types_of(node)
    listed = (const,) if const is not None else () if enum is None else enum.elements()
    values = [meant(one, types) for one in listed]
    texts = [one for one in values if isinstance(one, str | int) and not isinstance(one, bool)]
    return tuple(texts) if texts and len(texts) == len(values) else None
