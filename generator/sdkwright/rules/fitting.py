"""What a value has that its type does not allow: kinds, limits, formats, names. Example by example, without a validator."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from difflib import get_close_matches
from typing import assert_never

from msgspec import Struct

from ..ir.model import Alias, Definition, Doc, Enum, Object
from ..ir.types import Anything, Array, Literal, Map, Nullable, Ref, Scalar, ScalarKind, Type
from ..ir.types import Union as Choice
from ..text.node import Plain, child_pointer
from ..text.printable import clipped
from .limits import outside

_DEEPEST = 100
_WORDS = {
    ScalarKind.INTEGER: "a whole number",
    ScalarKind.NUMBER: "a number",
    ScalarKind.BOOLEAN: "true or false",
    ScalarKind.NULL: "null",
}
_HINT = "correct the example, or the schema if the service sends it so"


class Fault(Struct, frozen=True):
    """What does not fit: where (a JSON pointer), what, what to do, and whether it is only that a name is declared nowhere."""

    pointer: str
    message: str
    hint: str
    undeclared: bool = False


def faults(
    definitions: Mapping[str, Definition], type_: Type, value: Plain, doc: Doc | None = None
) -> Iterator[Fault]:
    """The faults of a value that should be of a type, which may stand at a part with limits of its own (`doc`)."""
    judge = _Judge(definitions, {})
    found = (*_faults(judge, type_, value, "", 0), *_limited(doc, value, ""))
    # What a part repeats of the limits of its type is told once.
    yield from dict.fromkeys(found)


class _Judge(Struct, frozen=True):
    """Holds one example against `definitions`. What was `found` of a definition at a place is found once: members of unions
    that lead to the same ones would ask for it again and again, at each level more often.
    """

    definitions: Mapping[str, Definition]
    found: dict[tuple[str, str], tuple[Fault, ...]]


def _faults(judge: _Judge, type_: Type, value: Plain, at: str, depth: int) -> Iterator[Fault]:
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
                yield _none_of(at, value, values)
        case Scalar(kind):
            yield from _of_kind(kind, value, at)
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
            yield from _limited(definition.doc, value, at)
        case Enum():
            known = [member.value for member in definition.members]
            if not _is_of(definition.base, value):
                yield _mistyped(at, _WORDS.get(definition.base, "text"), value)
            elif value not in known:
                yield _none_of(at, value, known)
        case Object():
            yield from _of_object(judge, definition, value, at, depth)
            yield from _limited(definition.doc, value, at)
        case _:
            assert_never(definition)


def _of_object(judge: _Judge, one: Object, value: Plain, at: str, depth: int) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield _mistyped(at, "an object", value)
        return
    fields = {field.wire: field for field in one.fields}
    for name, field in fields.items():
        if field.required and name not in value:
            yield Fault(at, f"`{clipped(name)}` is missing", _HINT)
    for name, member in value.items():
        where = child_pointer(at, name)
        if name in fields:
            yield from _faults(judge, fields[name].type, member, where, depth)
            yield from _limited(fields[name].doc, member, where)
        elif one.extra is not None:
            yield from _faults(judge, one.extra, member, where, depth)
        else:
            close = get_close_matches(name, fields.keys() - value.keys(), 1)
            hint = (
                f"did you mean `{clipped(close[0])}`?" if close else "declare it, or take it away"
            )
            yield Fault(where, f"`{clipped(name)}` is declared nowhere", hint, True)


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


def _of_kind(kind: ScalarKind, value: Plain, at: str) -> Iterator[Fault]:
    if not _is_of(kind, value):
        yield _mistyped(at, _WORDS.get(kind, "text"), value)
    elif isinstance(value, str) and not is_of_format(kind.value, value):
        yield _mistyped(at, f"of the format `{kind.value}`", value)


def _mistyped(at: str, wanted: str, value: Plain) -> Fault:
    return Fault(at, f"{_shown(value)} is not {wanted}", _HINT)


def _none_of(at: str, value: Plain, known: Sequence[object]) -> Fault:
    return Fault(at, f"{_shown(value)} is none of {', '.join(map(_shown, known))}", _HINT)


def _limited(doc: Doc | None, value: Plain, at: str) -> Iterator[Fault]:
    for words in outside(doc.limits, value) if doc is not None else ():
        yield Fault(at, f"{_shown(value)} {words}", _HINT)


def _shown(value: object) -> str:
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "an object"
    if isinstance(value, str):
        return f'`"{clipped(value)}"`'
    return (
        f"`{'null' if value is None else str(value).lower() if isinstance(value, bool) else value}`"
    )


# Of our own, for libraries leave formats unchecked where an optional package is missing.
_UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DATE_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)", re.ASCII
)


def is_of_format(name: str, text: str) -> bool:
    """Whether a text is of a format; of formats that are not in `FORMATS` every text is."""
    check = FORMATS.get(name)
    try:
        return check is None or check(text)
    except ValueError:
        # What no clock or calendar shows.
        return False


def _is_date(text: str) -> bool:
    return _DATE.fullmatch(text) is not None and bool(date.fromisoformat(text))


def _is_date_time(text: str) -> bool:
    """RFC 3339 §5.6: an offset with its colon belongs to it."""
    parts = _DATE_TIME.fullmatch(text)
    if parts is None:
        return False
    date.fromisoformat(parts[1])
    time.fromisoformat(parts[2])
    return True


FORMATS: Mapping[str, Callable[[str], bool]] = {
    "uuid": lambda text: _UUID.fullmatch(text) is not None,
    "date": _is_date,
    "date-time": _is_date_time,
}
"""The formats that are checked: those that become something else than text in Python."""
