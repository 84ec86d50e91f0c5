"""Validity of the payloads that a document prints: each is held against its schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from difflib import get_close_matches
from typing import TypeAlias, assert_never

from msgspec import Struct

from ...ir.model import Alias, Definition, Enum, Object, Role
from ...ir.types import Anything, Array, Literal, Map, Nullable, Ref, Scalar, ScalarKind, Type
from ...ir.types import Union as Choice
from ...text.diagnostic import Severity
from ...text.node import Plain, child_pointer
from ...text.printable import clipped
from ..registry import Finding, Group
from ..subject import Planned
from .family import lint_rules

_DEEPEST = 100
_SHOWN = 5
_WORDS = {
    ScalarKind.INTEGER: "a whole number",
    ScalarKind.NUMBER: "a number",
    ScalarKind.BOOLEAN: "true or false",
    ScalarKind.NULL: "null",
}


@lint_rules.api("oas3-valid-media-example", Group.VALIDITY, Severity.ERROR)
def oas3_valid_media_example(planned: Planned) -> Iterator[Finding]:
    """An example of a request or response does not fit its schema.

    Readers copy it, fakes answer with it, and `sdkwright verify` sends it. A property that is declared nowhere counts: as a
    rule it is a slip of the pen, here or in the schema.

    ```yaml
    schema: {type: object, properties: {amount: {type: number}}}
    example: {amount: 12.5}
    ```
    """
    yield from _findings(planned, (Role.REQUEST, Role.RESPONSE))


@lint_rules.api("oas3-valid-schema-example", Group.VALIDITY, Severity.ERROR)
def oas3_valid_schema_example(planned: Planned) -> Iterator[Finding]:
    """An example of a schema does not fit it.

    Readers copy it, and fakes answer with it.

    ```yaml
    Refund:
      type: object
      properties: {amount: {type: number}}
      example: {amount: 12.5}
    ```
    """
    yield from _findings(planned, (Role.SCHEMA,))


def _findings(planned: Planned, roles: tuple[Role, ...]) -> Iterator[Finding]:
    for example in planned.api.examples:
        if example.role not in roles or (example.media and "json" not in example.media.lower()):
            continue
        judge = _Judge(planned.api.definitions, {})
        faults = list(_faults(judge, example.type, example.value, "", 0))
        for pointer, fault, hint in faults[:_SHOWN]:
            where = f" at `{clipped(pointer)}`" if pointer else ""
            message = (
                f"the example `{clipped(example.name)}` does not fit its schema{where}: {fault}"
            )
            yield Finding(example.origin.span, message, hint)


_HINT = "correct the example, or the schema if the service sends it so"

Fault: TypeAlias = tuple[str, str, str]


class _Judge(Struct, frozen=True):
    """Holds one example against `definitions`. What was `found` of a definition at a place is found once: members of unions
    that lead to the same ones would ask for it again and again, at each level more often.
    """

    definitions: Mapping[str, Definition]
    found: dict[tuple[str, str], tuple[Fault, ...]]


def _faults(judge: _Judge, type_: Type, value: Plain, at: str, depth: int) -> Iterator[Fault]:
    """What does not fit: where (a JSON pointer), what, and what to do."""
    if depth > _DEEPEST:
        return
    match type_:
        case Anything():
            return
        case Nullable(inner):
            if value is not None:
                yield from _faults(judge, inner, value, at, depth + 1)
        case Ref(id_):
            yield from _referred(judge, id_, value, at, depth + 1)
        case Array() | Map():
            yield from _of_container(judge, type_, value, at, depth + 1)
        case Literal(values, _, is_open):
            if value not in values and not is_open:
                yield at, f"{_shown(value)} is none of {', '.join(map(_shown, values))}", _HINT
        case Scalar(kind):
            if not _is_of(kind, value):
                yield _mistyped(at, _WORDS.get(kind, "text"), value)
        case Choice():
            yield from _chosen(judge, type_, value, at, depth + 1)
        case _:
            assert_never(type_)


def _of_container(
    judge: _Judge, type_: Array | Map, value: Plain, at: str, depth: int
) -> Iterator[Fault]:
    match type_, value:
        case Array(item), list():
            for number, element in enumerate(value):
                yield from _faults(judge, item, element, child_pointer(at, number), depth)
        case Map(inner), dict():
            for key, member in value.items():
                yield from _faults(judge, inner, member, child_pointer(at, key), depth)
        case _:
            yield _mistyped(at, "a list" if isinstance(type_, Array) else "an object", value)


def _chosen(judge: _Judge, choice: Choice, value: Plain, at: str, depth: int) -> Iterator[Fault]:
    """The faults of the member that fits best; none where one fits."""
    members = choice.members
    if choice.tag is not None and isinstance(value, dict):
        named = choice.tag.member(value.get(choice.tag.wire))
        members = (Ref(named),) if named is not None else members
    tried = [list(_faults(judge, member, value, at, depth)) for member in members]
    yield from min(tried, key=len) if tried else ()


def _referred(judge: _Judge, id_: str, value: Plain, at: str, depth: int) -> tuple[Fault, ...]:
    if (id_, at) not in judge.found:
        judge.found[id_, at] = tuple(_of_definition(judge, id_, value, at, depth))
    return judge.found[id_, at]


def _of_definition(judge: _Judge, id_: str, value: Plain, at: str, depth: int) -> Iterator[Fault]:
    definition = judge.definitions.get(id_)
    match definition:
        case None:
            return
        case Alias():
            yield from _faults(judge, definition.type, value, at, depth)
        case Enum():
            known = [member.value for member in definition.members]
            if not _is_of(definition.base, value):
                yield _mistyped(at, _WORDS.get(definition.base, "text"), value)
            elif value not in known:
                yield at, f"{_shown(value)} is none of {', '.join(map(_shown, known))}", _HINT
        case Object():
            yield from _of_object(judge, definition, value, at, depth)
        case _:
            assert_never(definition)


def _of_object(judge: _Judge, one: Object, value: Plain, at: str, depth: int) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield _mistyped(at, "an object", value)
        return
    fields = {field.wire: field for field in one.fields}
    for name, field in fields.items():
        if field.required and name not in value:
            yield at, f"`{clipped(name)}` is missing", _HINT
    for name, member in value.items():
        where = child_pointer(at, name)
        if name in fields:
            yield from _faults(judge, fields[name].type, member, where, depth)
        elif one.extra is not None:
            yield from _faults(judge, one.extra, member, where, depth)
        else:
            close = get_close_matches(name, fields.keys() - value.keys(), 1)
            hint = (
                f"did you mean `{clipped(close[0])}`?" if close else "declare it, or take it away"
            )
            yield where, f"`{clipped(name)}` is declared nowhere", hint


def _is_of(kind: ScalarKind, value: Plain) -> bool:
    match kind:
        case ScalarKind.NULL:
            return value is None
        case ScalarKind.BOOLEAN:
            return isinstance(value, bool)
        case ScalarKind.INTEGER:
            whole = isinstance(value, Decimal) and value == value.to_integral_value()
            return not isinstance(value, bool) and (isinstance(value, int) or whole)
        case ScalarKind.NUMBER:
            return not isinstance(value, bool) and isinstance(value, int | Decimal)
        case _:
            return isinstance(value, str)


def _mistyped(at: str, wanted: str, value: Plain) -> Fault:
    return at, f"{_shown(value)} is not {wanted}", _HINT


def _shown(value: object) -> str:
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "an object"
    if isinstance(value, str):
        return f'`"{clipped(value)}"`'
    return (
        f"`{'null' if value is None else str(value).lower() if isinstance(value, bool) else value}`"
    )
