"""What a schema is at first sight: its type, whether null is allowed, and whether it deserves a name."""

from __future__ import annotations

from msgspec.structs import replace

from ..text.node import Node
from .flat import Choice, Flat, Form
from .flatten import flatten
from .keywords import COMPOSING, VALUE_TEXTS, is_reference
from .notes import NOTED
from .parts import target_of
from .values import json_type, meant, types_of
from .work import Work, texts

# What has to be said of every member of a choice that stands beside it.
_SHAPING = frozenset(
    {
        *("properties", "patternProperties", "additionalProperties", "items", "prefixItems"),
        *("enum", "const", "required", "unevaluatedProperties"),
    }
)

# What makes more of a schema than its type says.
_MAKING = COMPOSING | _SHAPING | NOTED


def form_of(work: Work, node: Node) -> Form:
    """The form of a schema; reports `alias-cycle` for one that is a choice of nothing but itself."""
    known = work.forms.get(id(node))
    if known is not None:
        return known
    if id(node) in work.forming:
        what = "leads back to itself and describes nothing"
        hint = "describe the values in one of the schemas on the way"
        work.fault("alias-cycle", node, what, hint)
        return Form(node, None, nullable=False, named=False)
    work.forming.add(id(node))
    work.kept.append(node)
    work.forms[id(node)] = _form(work, node)
    work.forming.discard(id(node))
    return work.forms[id(node)]


def is_null(work: Work, node: Node) -> bool:
    """Whether a schema is satisfied by null only."""
    if is_reference(node):
        target = target_of(work, node)
        return target is not None and is_null(work, target.node)
    const, enum = node.get("const"), node.get("enum")
    listed = () if enum is None else enum.elements()
    return (
        types_of(node) == ("null",)
        or (const is not None and const.value is None)
        or (bool(listed) and all(one.value is None for one in listed))
    )


def end_form(work: Work, node: Node) -> Form:
    """The form of a schema, or of what it refers to in the end."""
    form = form_of(work, node)
    target = target_of(work, form.node) if form.refers else None
    return form if target is None else form_of(work, target.node)


def _form(work: Work, node: Node) -> Form:
    said = node.value
    if isinstance(said, dict) and _MAKING.isdisjoint(said) and id(node) not in work.flats:
        # Most schemas are a type with texts and limits.
        type_ = said.get("type")
        if type_ is not None and isinstance(type_.value, str):
            return Form(node, type_.value, False, False)
    flat = flatten(work, node)
    inner = flat.node
    if is_reference(inner):
        return Form(inner, None, False, False, flat.outer, (), flat.notes)
    types = types_of(inner)
    nullable = "null" in types and len(types) > 1
    choices = tuple(_without_null(work, choice) for choice in flat.choices)
    if choices:
        nullable = nullable or all(
            len(few.members) < len(many.members)
            for few, many in zip(choices, flat.choices, strict=True)
        )
        choices = tuple(choice for choice in choices if choice.members)
    if not choices and flat.choices:
        return Form(inner, "null", True, False, flat.outer, (), flat.notes)
    if len(choices) == 1 and len(choices[0].members) == 1 and not is_shaping(inner):
        return _inside(work, flat, choices[0].members[0], nullable)
    if choices:
        return Form(inner, None, nullable, False, flat.outer, choices, flat.notes, flat.homes)
    return _plain(flat, tuple(one for one in types if one != "null" or len(types) == 1), nullable)


def _inside(work: Work, flat: Flat, member: Node, nullable: bool) -> Form:
    """The form of a schema that is another one, or null."""
    form = form_of(work, member)
    return replace(
        form,
        nullable=nullable or form.nullable,
        outer=(*flat.outer, flat.node, *form.outer),
        notes=tuple(dict.fromkeys((*flat.notes, *form.notes))),
    )


def _plain(flat: Flat, said: tuple[str, ...], nullable: bool) -> Form:
    node = flat.node
    values = _listed(node)
    nullable = nullable or None in values
    if set(said) == {"integer", "number"}:
        said = ("number",)
    type_ = said[0] if len(said) == 1 else None if said else _evident(node)
    several = len(said) > 1 and not values and node.get("const") is None
    if several:
        choice = Choice("type", tuple(_of_type(node, one) for one in said), node)
        return Form(node, None, nullable, False, flat.outer, (choice,), flat.notes, flat.homes)
    is_enum = _is_enum(node, [value for value in values if value is not None])
    named = is_enum or (type_ == "object" and not values and _has_fields(node))
    return Form(node, type_, nullable, named, flat.outer, (), flat.notes, flat.homes)


def _is_enum(node: Node, values: list[object]) -> bool:
    """Whether listed values deserve a name: scalars of one type, and several unless they are named or described."""
    if (
        not values
        or node.get("const") is not None
        or any(isinstance(value, list | dict) for value in values)
    ):
        return False
    worth = len(values) > 1 or any(node.get(key) is not None for key in VALUE_TEXTS)
    return worth and len({_scalar_type(value) for value in values}) == 1


def is_shaping(node: Node) -> bool:
    """Whether a schema says something that has to be said of each member of a choice beside it."""
    return any(key in _SHAPING for key, _ in node.items())


def _without_null(work: Work, choice: Choice) -> Choice:
    others = tuple(member for member in choice.members if not is_null(work, member))
    return choice if len(others) == len(choice.members) else replace(choice, members=others)


_KEYS_OF = {
    "object": ("properties", "patternProperties", "additionalProperties", "required"),
    "array": ("items", "prefixItems", "contains", "unevaluatedItems"),
    "string": ("format", "contentEncoding", "contentMediaType"),
    "integer": ("format",),
    "number": ("format",),
}


def _of_type(node: Node, type_: str) -> Node:
    """A schema that allows several JSON types, as far as it is about one of them."""
    said = Node(type_, node.at_key("type"), f"{node.pointer}/type")
    fields = {"type": said}
    for key in _KEYS_OF.get(type_, ()):
        child = node.get(key)
        if child is not None:
            fields[key] = child
    pointer = node.pointer if type_ == "object" else f"{node.pointer}/type/{type_}"
    return Node(fields, node.span, pointer, node.key_spans)


def _evident(node: Node) -> str | None:
    """The type of a schema that names none, where other keywords leave no doubt about what is meant."""
    properties = node.get("properties")
    if properties is not None and not properties.value:
        properties = None  # `properties: {}` says nothing
    maps = (properties, node.get("additionalProperties"), node.get("patternProperties"))
    if any(one is not None for one in maps):
        return "object"
    if any(node.get(k) is not None for k in ("items", "prefixItems")):
        return "array"
    const = node.get("const")
    kinds = {json_type(value) for value in ([const.value] if const is not None else _listed(node))}
    kinds.discard("null")
    if kinds == {"integer", "number"}:
        return "number"
    return kinds.pop() if len(kinds) == 1 else None


def _scalar_type(value: object) -> str:
    type_ = json_type(value)
    return "number" if type_ == "integer" else type_


def _listed(node: Node) -> list[object]:
    enum = node.get("enum")
    if enum is None:
        return []
    types = types_of(node)
    return [meant(element, types) for element in enum.elements()]


def _has_fields(node: Node) -> bool:
    properties, extra = node.get("properties"), node.get("additionalProperties")
    if (
        properties is not None
        and not properties.value
        and extra is not None
        and extra.value is not False
    ):
        properties = None  # a map, as tools write it that always write `properties`
    return properties is not None or bool(texts(node.get("required")))
