"""The keywords of two schemas that hold no schema of their own: types, limits, values, patterns, defaults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from msgspec import Struct

from ...text.node import Node, Plain
from .laws import BOUNDS, DEMANDS, KEYED_DEMANDS
from .shown import replaced
from .sides import Schema, spelled_value

_ANY_TEXT = frozenset({".*", "^.*$", ".*$", "^.*"})
_COUNTED_FROM_ZERO = frozenset({"minLength"})
_INTEGER, _NUMBER = frozenset({"integer"}), frozenset({"number"})
_WIDER_FORMATS = frozenset({("int32", "int64"), ("float", "double")})


class Difference(Struct, frozen=True):
    """A difference of two schemas, as `laws.STEMS` knows it, its words, and its places where they are known."""

    stem: str
    action: str
    message: str
    old: Node | None = None
    new: Node | None = None


def compare_keywords(a: Schema, b: Schema, loose: bool) -> Iterator[Difference]:
    """What the keywords differ in. `loose` says that values travel as text whatever their type (XML, forms)."""
    yield from _types(a, b, loose)
    if a.nullable is not b.nullable and (a.types or b.types or not loose):
        turn = "nullable" if b.nullable else "not-nullable"
        yield Difference("became", turn, f"became {turn.replace('-', ' ')}")
    yield from _bounds(a, b)
    yield from _values(a, b)
    yield from _pattern(a, b)
    yield from _default(a, b)
    yield from _content(a, b)
    yield from _demands(a, b)
    yield from _additional(a, b)
    yield from _flags(a, b)


TYPE_STEMS = frozenset({"type", "list-of-types", "became"})
"""Differences of the kind of values, of which null is one."""


def is_of_another_kind(a: Schema, b: Schema) -> bool:
    """Whether no value fits both: an object became a list."""
    one, other = (_widened(s.types) if "integer" in s.types else s.types for s in (a, b))
    return bool(one and other) and not one & other


def _types(a: Schema, b: Schema, loose: bool) -> Iterator[Difference]:
    before, after = a.types or _implied(a, b.types), b.types or _implied(b, a.types)
    old, new = a.get("type"), b.get("type")
    if before == after:
        yield from _formats(a, b)
        return
    words = f"`{_listed(before)}` became `{_listed(after)}`"
    if loose and before and after:
        yield Difference("type", "compatible", words, old, new)
    elif not after or _widened(before) == after or (before == _INTEGER and after == _NUMBER):
        yield Difference("type", "generalized", words, old, new)
    elif not before or (before == _NUMBER and after == _INTEGER):
        yield Difference("type", "specialized", words, old, new)
    elif before < after:
        yield Difference("list-of-types", "widened", words, old, new)
    elif after < before:
        yield Difference("list-of-types", "narrowed", words, old, new)
    else:
        yield Difference("type", "changed", words, old, new)


_KINDS = {
    bool: {"boolean"},
    int: {"integer", "number"},
    Decimal: {"number"},
    str: {"string"},
    list: {"array"},
    dict: {"object"},
}


def _implied(schema: Schema, types: frozenset[str]) -> frozenset[str]:
    """The types of the other side where all listed values are of them, so that a list needs no type to say the same."""
    kinds = [_KINDS[type(one.value)] for one in schema.listed() if one.value is not None]
    return types if kinds and all(kind & types for kind in kinds) else frozenset()


def _widened(types: frozenset[str]) -> frozenset[str]:
    return types - {"integer"} | {"number"} if "integer" in types else frozenset({""})


def _listed(types: frozenset[str]) -> str:
    return " | ".join(sorted(types)) or "any"


def _formats(a: Schema, b: Schema) -> Iterator[Difference]:
    before, after = _format(a), _format(b)
    if before == after:
        return
    words = replaced("the format", before, after)
    action = "changed"
    if after is None or (before, after) in _WIDER_FORMATS:
        action = "generalized"
    elif before is None or (after, before) in _WIDER_FORMATS:
        action = "specialized"
    yield Difference("type", action, words, a.get("format"), b.get("format"))


def _format(schema: Schema) -> str | None:
    """The format; None where it repeats the type (`format: string`), which says nothing."""
    found = schema.text("format")
    return None if found in schema.types else found


def _bounds(a: Schema, b: Schema) -> Iterator[Difference]:
    exchanged: set[str] = set()
    for pair in _EXCLUSIVE:
        for was, now in (pair, pair[::-1]):
            if _limits(a, pair) == [was] and _limits(b, pair) == [now]:
                exchanged |= set(pair)
                yield from _exchanged(a, b, was, now)
    for keyword, (stem, _) in BOUNDS.items():
        if keyword in exchanged:
            continue
        old, new = a.get(keyword), b.get(keyword)
        before, after = _number(old), _number(new)
        if keyword in _COUNTED_FROM_ZERO:
            before, after = before or Decimal(0), after or Decimal(0)
        if before == after:
            continue
        if before is None:
            yield Difference(stem, "set", f"`{keyword}` is {after} now", old, new)
        elif after is None:
            yield Difference(stem, "unset", f"`{keyword}`, {before}, is gone", old, new)
        else:
            action = "increased" if after > before else "decreased"
            words = f"`{keyword}` is {after}, which was {before}"
            yield Difference(stem, action, words, old, new)
    before, after = _number(a.get("multipleOf")), _number(b.get("multipleOf"))
    if before != after:
        action = "set" if before is None else "unset" if after is None else "changed"
        words = replaced("`multipleOf`", before, after)
        yield Difference("multiple-of", action, words, a.get("multipleOf"), b.get("multipleOf"))


_EXCLUSIVE = (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum"))


def _limits(schema: Schema, pair: tuple[str, ...]) -> list[str]:
    return [keyword for keyword in pair if _number(schema.get(keyword)) is not None]


def _exchanged(a: Schema, b: Schema, was: str, now: str) -> Iterator[Difference]:
    """A limit that takes the place of its inclusive or exclusive sibling: the values allowed are compared."""
    old, new = a.get(was), b.get(now)
    before, after = _first(a, was), _first(b, now)
    if before is None or after is None or before == after:
        return
    words = f"`{now}` is {_number(new)}, which was `{was}` {_number(old)}"
    yield Difference(
        BOUNDS[now][0], "increased" if after > before else "decreased", words, old, new
    )


def _first(schema: Schema, keyword: str) -> tuple[Decimal, int] | None:
    """The value next to a limit that is allowed: in order with others; whole numbers are counted."""
    limit = _number(schema.get(keyword))
    if limit is None:
        return None
    beyond = 1 if keyword == "exclusiveMinimum" else -1 if keyword == "exclusiveMaximum" else 0
    if schema.types == frozenset({"integer"}):
        upper = keyword.lower().endswith("maximum")
        whole = limit.to_integral_value(ROUND_FLOOR if upper else ROUND_CEILING)
        return whole + (beyond if whole == limit else 0), 0
    return limit, beyond


def _number(node: Node | None) -> Decimal | None:
    value = None if node is None else node.value
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return Decimal(value)


def _values(a: Schema, b: Schema) -> Iterator[Difference]:
    yield from _enum(a, b)
    for word in ("x-extensible-enum",):
        before, after = _listing(a.get(word)), _listing(b.get(word))
        for value, node in before.items() if after else ():
            if value not in after:
                yield Difference("x-extensible-enum-value", "removed", f"{value} is gone", node)
    old, new = _const(a, b), _const(b, a)
    if old is None and new is None:
        return
    if old is None or new is None:
        action = "added" if old is None else "removed"
        yield Difference("const", action, f"`const` is {action}", old, new)
    elif spelled_value(old.plain()) != spelled_value(new.plain()):
        words = f"`const` is {spelled_value(new.plain())}, which was {spelled_value(old.plain())}"
        yield Difference("const", "changed", words, old, new)


def _const(one: Schema, other: Schema) -> Node | None:
    """The one value allowed; None where the other side lists its values, with which it is compared as a list of one."""
    return None if other.get("enum") is not None and one.get("enum") is None else one.get("const")


def _enum(a: Schema, b: Schema) -> Iterator[Difference]:
    old, new = a.get("enum"), b.get("enum")
    before, after = _listing(old), _listing(new)
    if old is None and after and (old := a.get("const")) is not None:
        before = {spelled_value(old.plain()): old}
    if new is None and before and (new := b.get("const")) is not None:
        after = {spelled_value(new.plain()): new}
    if not before and not after:
        return
    if not before:
        listed = ", ".join(after)
        yield Difference("became", "enum", f"only {listed} are allowed now", old, new)
    elif not after:
        yield Difference("became", "not-enum", "any value is allowed now", old, new)
    else:
        for value, node in before.items():
            if value not in after:
                yield Difference("enum-value", "removed", f"the value {value} is gone", node, new)
        for value, node in after.items():
            if value not in before:
                yield Difference("enum-value", "added", f"the value {value} is new", old, node)


def _listing(node: Node | None) -> Mapping[str, Node]:
    """The values of an enumeration as text; null among them is told as nullable."""
    elements = node.elements() if node is not None else ()
    return {spelled_value(one.plain()): one for one in elements if one.value is not None}


def _pattern(a: Schema, b: Schema) -> Iterator[Difference]:
    before, after = a.text("pattern"), b.text("pattern")
    if before == after:
        return
    old, new = a.get("pattern"), b.get("pattern")
    if before is None:
        yield Difference("pattern", "added", f"`{after}` must match now", old, new)
    elif after is None:
        yield Difference("pattern", "removed", f"`{before}` need not match any more", old, new)
    else:
        action = "generalized" if after in _ANY_TEXT else "changed"
        yield Difference("pattern", action, f"`{after}` must match, not `{before}`", old, new)


def _default(a: Schema, b: Schema) -> Iterator[Difference]:
    old, new = a.get("default"), b.get("default")
    if old is None and new is None:
        return
    if old is None or new is None:
        action = "added" if old is None else "removed"
        yield Difference("default-value", action, f"the default is {action}", old, new)
    elif spelled_value(old.plain()) != spelled_value(new.plain()):
        words = (
            f"the default is {spelled_value(new.plain())}, which was {spelled_value(old.plain())}"
        )
        yield Difference("default-value", "changed", words, old, new)


def _content(a: Schema, b: Schema) -> Iterator[Difference]:
    for keyword, stem in (
        ("contentMediaType", "content-media-type"),
        ("contentEncoding", "content-encoding"),
    ):
        before, after = a.text(keyword), b.text(keyword)
        if before != after:
            words = replaced(f"`{keyword}`", before, after)
            yield Difference(stem, "changed", words, a.get(keyword), b.get(keyword))


def _demands(a: Schema, b: Schema) -> Iterator[Difference]:
    for keyword, stem in DEMANDS.items():
        old, new = a.get(keyword), b.get(keyword)
        if (old is None) is not (new is None):
            action = "added" if old is None else "removed"
            yield Difference(stem, action, f"`{keyword}` is {action}", old, new)
    for keyword, stem in KEYED_DEMANDS.items():
        before, after = dict(_items(a.get(keyword))), dict(_items(b.get(keyword)))
        for key in [*before, *(key for key in after if key not in before)]:
            old, new = before.get(key), after.get(key)
            if old is None or new is None:
                action = "added" if old is None else "removed"
                yield Difference(stem, action, f"`{keyword}` of `{key}` is {action}", old, new)
            elif stem == "dependent-required" and _names(old) != _names(new):
                yield Difference(stem, "changed", f"what `{key}` needs is other", old, new)
    old, new = a.get("prefixItems"), b.get("prefixItems")
    before_, after_ = _length(old), _length(new)
    if before_ != after_:
        action = "added" if after_ > before_ else "removed"
        words = f"{after_} items are described one by one, which were {before_}"
        yield Difference("prefix-items", action, words, old, new)


def _items(node: Node | None) -> Iterator[tuple[str, Node]]:
    return node.items() if node is not None else iter(())


def _names(node: Node) -> frozenset[object]:
    return frozenset(str(one.value) for one in node.elements())


def _length(node: Node | None) -> int:
    return len(node.elements()) if node is not None else 0


def _additional(a: Schema, b: Schema) -> Iterator[Difference]:
    old, new = a.get("additionalProperties"), b.get("additionalProperties")
    before, after = a.plain("additionalProperties"), b.plain("additionalProperties")
    if (before is False) is not (after is False):
        action = "forbidden" if after is False else "allowed"
        words = f"properties that are not declared are {action} now"
        yield Difference("additional-properties", action, words, old, new)
    elif _is_schema(before) is not _is_schema(after):
        typed = _is_schema(after)
        words = f"properties that are not declared are {'of one type' if typed else 'anything'} now"
        yield Difference("additional-properties", "typed" if typed else "untyped", words, old, new)


def _is_schema(value: Plain) -> bool:
    """Whether `additionalProperties` says anything of the values; `true` and `{}` do not."""
    return isinstance(value, dict) and bool(value)


def _flags(a: Schema, b: Schema) -> Iterator[Difference]:
    if a.flag("uniqueItems") is not b.flag("uniqueItems"):
        action = "set" if b.flag("uniqueItems") else "unset"
        words = f"items {'must' if action == 'set' else 'need not'} differ from each other"
        yield Difference("unique-items", action, words, a.get("uniqueItems"), b.get("uniqueItems"))
