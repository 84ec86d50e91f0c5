"""Types of the IR spelled short, so that a test says in one line what a schema becomes."""

from __future__ import annotations

from sdkwright.ir.model import Alias, Definition, Enum, Object
from sdkwright.ir.types import (
    Anything,
    Array,
    Literal,
    Map,
    Nullable,
    Ref,
    Scalar,
    Tag,
    Type,
    Union,
)
from unit.lower.lowering import schemas

PREFIX = "#/components/schemas/"


def spelled(type_: Type) -> str:
    """`[A | string]?` for a list of A or text, or null; `'x'+` for a text of which `x` is known."""
    match type_:
        case Scalar(kind):
            return kind.value
        case Literal(values, _, is_open):
            return "/".join(map(repr, values)) + ("+" if is_open else "")
        case Array(item):
            return f"[{spelled(item)}]"
        case Map(value):
            return f"{{{spelled(value)}}}"
        case Nullable(inner):
            return f"{spelled(inner)}?"
        case Ref(id_):
            return id_.removeprefix(PREFIX)
        case Anything():
            return "any"
        case Union(members, tag):
            return " | ".join(map(spelled, members)) + _tag(tag)


def _tag(tag: Tag | None) -> str:
    if tag is None:
        return ""
    values = ", ".join(f"{text}: {id_.removeprefix(PREFIX)}" for text, id_ in tag.values)
    return f" by {'~' if tag.inferred else ''}{tag.wire}({values})"


def made(text: str) -> dict[str, str]:
    """What a few schemas become, by name; fields that may be absent have a `?` after their names."""
    found, codes = schemas(text)
    assert [code for code in codes if code != "required-undeclared"] == []
    return {name: definition_spelled(one) for name, one in found.items()}


def definition_spelled(definition: Definition) -> str:
    """A definition in one line."""
    match definition:
        case Object(fields=fields, extra=extra):
            said = [f"{f.wire}{'' if f.required else '?'}: {spelled(f.type)}" for f in fields]
            return ", ".join(said) + ("" if extra is None else f", *: {spelled(extra)}")
        case Enum(members=members):
            return " ".join(f"{m.name or ''}={m.value!r}" for m in members)
        case Alias(type=type_):
            return spelled(type_)
