"""What a schema demands beyond the types that code can hold, as English sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..text.node import Node
from .flat import Choice
from .values import as_json, types_of
from .work import text, texts

_DEPTH = 4
_LONG = 300
_TYPES: Mapping[str, str] = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
}
NOTED = frozenset(
    {
        *("not", "if", "dependentRequired", "dependencies", "dependentSchemas"),
        *("patternProperties", "propertyNames", "prefixItems", "contains", "const", "enum"),
        "contentSchema",
    }
)
_LIMITS: Mapping[str, str] = {
    "format": "in the format {}",
    "pattern": "matching `{}`",
    "minLength": "of at least {} characters",
    "maxLength": "of at most {} characters",
    "minimum": "at least {}",
    "maximum": "at most {}",
    "exclusiveMinimum": "more than {}",
    "exclusiveMaximum": "less than {}",
    "multipleOf": "a multiple of {}",
    "minItems": "with at least {} items",
    "maxItems": "with at most {} items",
    "minProperties": "with at least {} entries",
    "maxProperties": "with at most {} entries",
}


def notes_of(node: Node) -> tuple[str, ...]:
    """The sentences for all keywords of one schema that its type does not carry."""
    if node.value is False:
        return ("No value is valid here.",)
    if not isinstance(node.value, dict) or NOTED.isdisjoint(node.value):
        return ()
    return tuple(dict.fromkeys(_notes(node)))


def alternatives_note(choice: Choice) -> str:
    """A choice whose members only demand more of the same values."""
    said = [words(member) for member in choice.members]
    lead = "Exactly one of these holds" if choice.key == "oneOf" else "At least one of these holds"
    return f"{lead}: {'; '.join(said)}."


def _notes(node: Node) -> Iterator[str]:
    if (denied := node.get("not")) is not None:
        yield f"Not valid: {words(denied)}."
    yield from _conditional(node)
    yield from _dependent(node)
    yield from _entries(node)
    if (const := node.get("const")) is not None and isinstance(const.value, list | dict):
        yield f"Always {_value(const)}."
    enum = node.get("enum")
    if enum is not None and any(isinstance(one.value, list | dict) for one in enum.elements()):
        yield f"One of {_values(enum.elements())}."
    if (content := node.get("contentSchema")) is not None:
        yield f"The text holds {words(content)}."


def _conditional(node: Node) -> Iterator[str]:
    tested, then, otherwise = node.get("if"), node.get("then"), node.get("else")
    if tested is None:
        return
    if then is not None:
        yield f"If {words(tested)}: {words(then)}."
    if otherwise is not None:
        yield f"Unless {words(tested)}: {words(otherwise)}."


def _dependent(node: Node) -> Iterator[str]:
    for key in ("dependentRequired", "dependencies", "dependentSchemas"):
        for name, wanted in _items(node, key):
            if isinstance(wanted.value, list):
                yield f"With `{name}`, {_names(texts(wanted))} must be given too."
            else:
                yield f"With `{name}`: {words(wanted)}."


def _entries(node: Node) -> Iterator[str]:
    for pattern, schema in _items(node, "patternProperties"):
        yield f"Each entry whose name matches `{pattern}` is {words(schema)}."
    names, prefix, contains = (node.get(k) for k in ("propertyNames", "prefixItems", "contains"))
    if names is not None:
        yield f"The name of each entry is {words(names)}."
    if prefix is not None and prefix.elements():
        yield f"The items are, in this order: {'; '.join(map(words, prefix.elements()))}."
    if contains is not None:
        yield f"{_count(node)} is {words(contains)}."


def _count(node: Node) -> str:
    least, most = (node.get(key) for key in ("minContains", "maxContains"))
    low = "At least one item" if least is None else f"At least {least.value} of the items"
    return low if most is None else f"{low}, and at most {most.value},"


def words(node: Node, depth: int = 0) -> str:
    """A schema in a few words; what lies too deep is left out."""
    if isinstance(node.value, bool):
        return "anything" if node.value else "nothing"
    if depth > _DEPTH:
        return "…"
    parts = [part for part in _phrases(node, depth) if part]
    said = " and ".join(parts) if parts else text(node, "description") or "anything"
    return said if len(said) <= _LONG else f"{said[:_LONG].rstrip()}…"


def _phrases(node: Node, depth: int) -> Iterator[str]:
    ref = text(node, "$ref")
    if ref is not None:
        yield f"`{ref.rpartition('/')[2] or ref}`"
    const, enum = node.get("const"), node.get("enum")
    if const is not None:
        yield _value(const)
    elif enum is not None:
        yield f"one of {_values(enum.elements())}"
    elif types_of(node) and node.get("properties") is None:
        yield " or ".join(_TYPES.get(type_, type_) for type_ in types_of(node))
    for key, pattern in _LIMITS.items():
        limit = node.get(key)
        if limit is not None and not isinstance(limit.value, list | dict):
            yield pattern.format(limit.value)
    if (items := node.get("items")) is not None and isinstance(items.value, dict):
        yield f"each item is {words(items, depth + 1)}"
    required = texts(node.get("required"))
    properties = dict(_items(node, "properties"))
    for name, schema in properties.items():
        given = "" if name in required else " (where given)"
        said = words(schema, depth + 1)
        yield (
            f"`{name}` is given"
            if said == "anything" and not given
            else f"`{name}`{given} is {said}"
        )
    missing = [name for name in required if name not in properties]
    if missing:
        yield f"{_names(missing)} {'is' if len(missing) == 1 else 'are'} given"
    for key, joint in (("allOf", " and "), ("anyOf", " or "), ("oneOf", " or ")):
        group = node.get(key)
        if group is not None and group.elements():
            yield joint.join(words(one, depth + 1) for one in group.elements())
    if (denied := node.get("not")) is not None:
        yield f"not ({words(denied, depth + 1)})"


def _items(node: Node, key: str) -> tuple[tuple[str, Node], ...]:
    child = node.get(key)
    return () if child is None else tuple(child.items())


def _names(names: Iterable[str]) -> str:
    quoted = [f"`{name}`" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def _value(node: Node) -> str:
    said = as_json(node.plain())
    return f"`{said}`" if len(said) <= _LONG else f"`{said[:_LONG]}`…"


def _values(nodes: Iterable[Node]) -> str:
    said = ", ".join(map(_value, nodes))
    return said if len(said) <= _LONG else f"{said[:_LONG]}…"
