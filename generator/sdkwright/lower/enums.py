"""Listed values: enums with the names and words of their members, and constants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from ..ir.model import Member
from ..ir.types import Anything, Array, Constant, Literal, Map, Scalar, ScalarKind, Type
from ..text.node import Node, Plain
from .extensions import closed
from .flat import Form
from .formats import scalar_kind
from .keywords import VALUE_NAMES, VALUE_TEXTS, VALUE_WORDS
from .unite import union_of
from .values import json_type, key_of, meant, types_of
from .work import Work, text


def members_of(work: Work, form: Form) -> tuple[ScalarKind, tuple[Member, ...]]:
    """What a schema lists besides null, and of what kind the values are."""
    node = form.node
    values = tuple((at, value) for at, value in _values(work, node) if value is not None)
    kinds = {json_type(value) for _, value in values}
    kind = scalar_kind("number" if len(kinds) > 1 else kinds.pop(), None) or ScalarKind.STRING
    names, words = _texts(work, node, VALUE_NAMES), _texts(work, node, VALUE_WORDS)
    given = _by_value(node)
    return kind, tuple(
        Member(
            _scalar(value),
            names.get(at) or given.get(str(value), (None, None))[0],
            words.get(at) or given.get(str(value), (None, None))[1],
        )
        for at, value in values
    )


def has_texts(node: Node) -> bool:
    """Whether a schema names or describes its values."""
    return any(node.get(key) is not None for key in VALUE_TEXTS)


def listed_type(work: Work, form: Form) -> Type:
    """The type of listed values of several JSON types, or of a few that need no name."""
    node = form.node
    by_type: dict[str, list[Plain]] = {}
    for _, value in _values(work, node):
        type_ = json_type(value)
        by_type.setdefault(
            "number" if type_ == "integer" and "number" in by_type else type_, []
        ).append(value)
    if "integer" in by_type and "number" in by_type:
        by_type["number"] = [*by_type.pop("integer"), *by_type["number"]]
    is_open = not closed(work, node)
    return union_of([_literal(type_, values, is_open) for type_, values in by_type.items()])


def const_of(work: Work, form: Form) -> Type:
    """The type of a schema with `const`."""
    const = form.node.get("const")
    assert const is not None
    types = types_of(form.node)
    value = meant(const, types)
    if value is None:
        return Scalar(ScalarKind.NULL)
    _check_type(work, const, value, types, "const-mistyped")
    listed = form.node.get("enum")
    if listed is not None and all(
        key_of(meant(one, types)) != key_of(value) for one in listed.elements()
    ):
        hint = "remove `enum`: the constant is the only value"
        work.doubt("const-not-in-enum", const, "is not among the values of `enum`", hint)
    return _literal(json_type(value), [value], False)


def _literal(type_: str, values: list[Plain], is_open: bool) -> Type:
    match type_:
        case "object":
            return Map(Anything())
        case "array":
            return Array(Anything())
        case "null":
            return Scalar(ScalarKind.NULL)
        case _:
            kind = scalar_kind(type_, None) or ScalarKind.STRING
            return Literal(tuple(map(_scalar, values)), kind, is_open)


def _scalar(value: Plain) -> Constant:
    if isinstance(value, list | dict):
        return None
    is_whole = isinstance(value, Decimal) and value == value.to_integral_value()
    return int(value) if is_whole and isinstance(value, Decimal) and abs(value) < 10**40 else value


def _values(work: Work, node: Node) -> Iterator[tuple[int, Plain]]:
    """The values, each once, with their place in the list."""
    listed, types = node.get("enum"), types_of(node)
    seen: set[object] = set()
    for at, element in enumerate(() if listed is None else listed.elements()):
        value = meant(element, types)
        key = key_of(value)
        if key in seen:
            what = f"lists {_shown(value)} again"
            work.doubt("enum-duplicate", element, what, "remove one of the two")
            continue
        seen.add(key)
        _check_type(work, element, value, types, "enum-value-mistyped")
        yield at, value


def _check_type(work: Work, node: Node, value: Plain, types: tuple[str, ...], code: str) -> None:
    """Say where a value has none of the types that its schema names; it is listed, so it counts."""
    found = json_type(node.value)
    if not types or found in types or (found == "integer" and "number" in types):
        return
    wanted = " or ".join(types)
    what = f"is of type {found}, but the schema says {wanted}"
    if key_of(value) != key_of(node.plain()):
        what += f"; it is read as {_shown(value)}"
    quote = "quote it, if it is meant as text"
    hint = quote if types == ("string",) else "correct the value or the type"
    work.doubt(code, node, what, hint)


def _texts(work: Work, node: Node, keys: tuple[str, ...]) -> dict[int, str]:
    """The texts of an extension that runs alongside `enum`, or that is keyed by its values, by position."""
    listed = node.get("enum")
    extension = next((found for key in keys if (found := node.get(key)) is not None), None)
    if extension is None or listed is None:
        return {}
    if isinstance(extension.value, dict):
        keyed: Mapping[str, str] = {
            k: v.value for k, v in extension.items() if isinstance(v.value, str)
        }
        spoken = ((at, keyed.get(str(one.value))) for at, one in enumerate(listed.elements()))
        return {at: said for at, said in spoken if said is not None}
    elements, count = extension.elements(), len(listed.elements())
    if len(elements) != count or not all(isinstance(one.value, str) for one in elements):
        hint = f"list {count} texts, one a value and in the same order"
        what = "does not go with the values of `enum`, and is left aside"
        work.doubt("enum-texts-mismatched", extension, what, hint)
        return {}
    return {at: one.value for at, one in enumerate(elements) if isinstance(one.value, str)}


def _by_value(node: Node) -> dict[str, tuple[str | None, str | None]]:
    """Names and descriptions as `x-ms-enum` gives them."""
    extension = node.get("x-ms-enum")
    listed = None if extension is None else extension.get("values")
    found: dict[str, tuple[str | None, str | None]] = {}
    for one in () if listed is None else listed.elements():
        value = one.get("value")
        if value is not None and not isinstance(value.value, list | dict):
            found[str(value.value)] = (text(one, "name"), text(one, "description"))
    return found


def _shown(value: Plain) -> str:
    return "null" if value is None else f"`{value}`"
