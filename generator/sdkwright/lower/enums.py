"""Listed values: enums with the names and words of their members, and constants."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..ir.model import Member
from ..ir.types import Anything, Constant, Literal, Scalar, ScalarKind, Type
from ..text.node import Node
from .formats import scalar_kind
from .forms import Form, json_type, types_of
from .work import Work


def members_of(work: Work, form: Form) -> tuple[ScalarKind, tuple[Member, ...]]:
    """What a schema lists besides null, and of what kind the values are."""
    node = form.node
    listed = node.get("enum")
    assert listed is not None
    base = _base(work, form, listed)
    names, words = _texts(work, node, "x-enum-varnames"), _texts(work, node, "x-enum-descriptions")
    values = _values(work, listed, base, types_of(node))
    return base, tuple(Member(value, names.get(at), words.get(at)) for at, value in values)


def const_of(work: Work, form: Form) -> Type:
    """The type of a schema with `const`."""
    const = form.node.get("const")
    assert const is not None
    value = const.value
    if isinstance(value, (list, dict)):
        work.fault("unsupported-keyword", const, "is no scalar", "describe the shape with `type`")
        return Anything()
    if value is None:
        return Scalar(ScalarKind.NULL)
    _check_type(work, const, types_of(form.node), "const-mistyped")
    listed = form.node.get("enum")
    if listed is not None and not any(_key(one.value) == _key(value) for one in listed.elements()):
        hint = "remove `enum`: the constant is the only value"
        work.fault("const-not-in-enum", const, "is not among the values of `enum`", hint)
    kind = scalar_kind(form.type or json_type(value), None)
    return Literal((value,), kind or ScalarKind.STRING, False)


def _base(work: Work, form: Form, listed: Node) -> ScalarKind:
    """The kind of the values, by the schema's type or else by the values themselves."""
    kind = scalar_kind(form.type or "", None)
    if kind is not None:
        return kind
    if form.type is None:
        hint = "list values of one JSON type"
        work.fault("unsupported-enum-values", listed, "mixes values of several types", hint)
    else:
        hint = "list text, numbers or booleans"
        work.fault("unsupported-enum-values", listed, "lists values that are no scalars", hint)
    return ScalarKind.STRING


def _values(
    work: Work, listed: Node, base: ScalarKind, types: tuple[str, ...]
) -> Iterator[tuple[int, Constant]]:
    """The sound values besides null, each once, with their place in the list."""
    seen: set[tuple[str, Constant]] = set()
    for at, element in enumerate(listed.elements()):
        value = element.value
        if isinstance(value, (list, dict)):
            continue
        if _key(value) in seen:
            work.fault(
                "enum-duplicate", element, f"lists {_shown(value)} again", "remove one of the two"
            )
            continue
        seen.add(_key(value))
        if _check_type(work, element, types, "enum-value-mistyped") and value is not None:
            yield at, (
                int(value) if base is ScalarKind.INTEGER and isinstance(value, Decimal) else value
            )


def _check_type(work: Work, node: Node, types: tuple[str, ...], code: str) -> bool:
    """Whether a value has one of the types that its schema names."""
    found = json_type(node.value)
    if not types or found in types or (found == "integer" and "number" in types):
        return True
    wanted = " or ".join(types)
    hint = (
        "quote it, if it is meant as text"
        if types == ("string",)
        else "correct the value or the type"
    )
    work.fault(code, node, f"is of type {found}, but the schema says {wanted}", hint)
    return False


def _texts(work: Work, node: Node, key: str) -> dict[int, str]:
    """The texts of an extension that runs alongside `enum`, by position."""
    extension, listed = node.get(key), node.get("enum")
    if extension is None or listed is None:
        return {}
    elements, count = extension.elements(), len(listed.elements())
    if len(elements) != count or not all(isinstance(one.value, str) for one in elements):
        hint = f"list {count} texts, one a value and in the same order"
        work.fault(
            "enum-texts-mismatched", extension, "does not go with the values of `enum`", hint
        )
        return {}
    return {at: one.value for at, one in enumerate(elements) if isinstance(one.value, str)}


def _key(value: object) -> tuple[str, Constant]:
    """What makes two JSON values equal: 1 and 1.0 are, 1 and true and "1" are not."""
    scalar = value if isinstance(value, (bool, int, Decimal, str)) else None
    return json_type(value), scalar


def _shown(value: Constant) -> str:
    return "null" if value is None else f"`{value}`"
