"""Generation hazards of types: schemas whose Python says less than the author knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...ir.model import Alias, Enum, Object
from ...ir.types import Anything, Array, Map, Nullable, Scalar, ScalarKind, Type
from ...ir.walk import reachable, received
from ...text.diagnostic import Severity
from ...text.node import Plain
from ..registry import Finding, Group
from ..subject import Planned
from .family import lint_rules


@lint_rules.api("oas3-unused-component", Group.GENERATION)
def oas3_unused_component(api: Planned) -> Iterator[Finding]:
    """Nothing refers to a part of `components`.

    A schema becomes a class that no method takes or returns; another part becomes nothing.

    ```yaml
    components:
      schemas:
        Leftover: {type: object}
    ```
    """
    used = api.written.referenced
    for components in api.written.of("components"):
        for section, named in components.items():
            if section.startswith("x-") or section == "securitySchemes":
                continue
            for name, part in named.items():
                id_ = api.written.id(part)
                if id_ in used or not isinstance(part.value, dict):
                    continue
                shown = api.names.types.get(id_) if section == "schemas" else None
                message = f"no method takes or returns `{shown}` (`{id_}`)"
                if shown is None:
                    message = f"nothing refers to `{id_}`"
                yield Finding(named.at_key(name), message, "refer to it, or remove it")


@lint_rules.api("gen-any-field", Group.GENERATION)
def gen_any_field(api: Planned) -> Iterator[Finding]:
    """A property that is described holds a map of anything.

    In Python it is `dict[str, Any]`, in which nothing is checked.

    ```yaml
    metadata:
      type: object
      additionalProperties: {type: string}
    ```
    """
    for owner in api.objects():
        for field in owner.fields:
            inner = field.type.type if isinstance(field.type, Nullable) else field.type
            if isinstance(inner, Map) and inner.value == Anything():
                shown = api.declared(owner, field.wire)
                message = f"`{api.class_name(owner.id)}` has `{shown}`"
                hint = "say what the values are under `additionalProperties`, or list `properties`"
                yield Finding(field.origin.span, message, hint)


@lint_rules.api("gen-closed-response-enum", Group.GENERATION)
def gen_closed_response_enum(api: Planned) -> Iterator[Finding]:
    """An enumeration that comes back from the server is said to be closed.

    The day the server sends a new value, decoding reports a mismatch, and `strict=True` raises.

    ```yaml
    enum: [EUR, NOK]      # open: unknown values pass
    ```
    """
    got = reachable(api.api, received(api.api))
    for id_, definition in api.api.definitions.items():
        if isinstance(definition, Enum) and not definition.open and id_ in got:
            values = ", ".join(repr(member.value) for member in definition.members[:3])
            more = ", …" if len(definition.members) > 3 else ""
            message = f"`{api.class_name(id_)} = Literal[{values}{more}]` takes no new value"
            hint = "leave `closed` out, unless the list can never grow"
            yield Finding(definition.origin.span, message, hint)


@lint_rules.api("gen-recursive-required", Group.GENERATION, Severity.ERROR)
def gen_recursive_required(api: Planned) -> Iterator[Finding]:
    """An object requires, directly or through others, an object of its own kind.

    Nobody can make a first one: the constructor wants an instance of itself.

    ```yaml
    Node:
      properties:
        parent: {anyOf: [{$ref: "#/components/schemas/Node"}, {type: "null"}]}
    ```
    """
    needs = {owner.id: tuple(_needed(api, owner)) for owner in api.objects()}
    told: set[str] = set()
    for start in needs:
        way = _way_back(start, needs)
        if way and not told & set(way):
            told |= set(way)
            owner = api.api.definitions[start]
            chain = " → ".join(f"{api.class_name(id_)}" for id_ in (*way, start))
            message = f"`{api.class_name(start)}(…)` can't be made: {chain}"
            yield Finding(owner.origin.span, message, "take one property from `required`")


def _needed(api: Planned, owner: Object) -> Iterator[str]:
    for field in owner.fields:
        target = api.definition(field.type) if not isinstance(field.type, Nullable) else None
        if field.required and isinstance(target, Object):
            yield target.id


def _way_back(start: str, needs: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The ids from `start` on whose last needs `start` again; empty where there is no such way."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        way = ways.pop()
        for id_ in needs.get(way[-1], ()):
            if id_ == start:
                return way
            if id_ not in seen:
                seen.add(id_)
                ways.append((*way, id_))
    return ()


_KNOWN = frozenset(
    [
        "int32",
        "int64",
        "float",
        "double",
        "date",
        "date-time",
        "time",
        "duration",
        "uuid",
        "email",
        "idn-email",
        "uri",
        "uri-reference",
        "uri-template",
        "iri",
        "iri-reference",
        "hostname",
        "idn-hostname",
        "ipv4",
        "ipv6",
        "byte",
        "binary",
        "password",
        "decimal",
        "regex",
        "json-pointer",
        "relative-json-pointer",
        "int8",
        "int16",
        "uint8",
        "uint16",
        "uint32",
        "uint64",
        "char",
        "base64url",
        "html",
        "commonmark",
        "media-range",
        "http-date",
        "sf-boolean",
        "sf-string",
        "sf-integer",
        "sf-decimal",
        "sf-token",
        "sf-binary",
        "unixtime",
        "decimal128",
        "double-int",
        "single",
    ]
)
"""The format registry of the OpenAPI initiative, and those of JSON Schema."""


@lint_rules.api("gen-format-unknown", Group.GENERATION)
def gen_format_unknown(api: Planned) -> Iterator[Finding]:
    """A format is in no registry, so it changes nothing.

    It may be a misspelling of one that would give a better type.

    ```yaml
    format: date-time
    ```
    """
    for schema, format_ in api.written.having("schema", "format"):
        text = str(format_.value)
        if text in _KNOWN:
            continue
        types = schema.get("type")
        kinds = [one.value for one in (types.elements() or (types,))] if types else []
        known = {"string": "str", "integer": "int", "number": "Decimal"}
        shown = next((known[str(kind)] for kind in kinds if kind in known), "Any")
        close = {one.replace("-", ""): one for one in _KNOWN}
        better = close.get(re.sub(r"[-_ ]", "", text.lower()))
        hint = (
            f"did you mean `{better}`?"
            if better
            else "use a format of the registry, or leave it out"
        )
        message = f"the format `{text}` is not known: the value is `{shown}`"
        yield Finding(format_.span, message, hint)


MONEY = re.compile(r"(?:^|_)(?:amount|price|total|subtotal|cost|fee|balance|vat|tax|discount)s?$")
"""What the names of amounts of money end in."""


@lint_rules.api("gen-unit-missing", Group.GENERATION)
def gen_unit_missing(api: Planned) -> Iterator[Finding]:
    """An amount of money does not say its unit, though others of the document do.

    100 may be a hundred euros or one: the docstring doesn't tell.

    ```yaml
    amount: {type: integer, x-unit: minor}
    ```
    """
    owners = tuple(api.objects())
    if not any(field.doc.unit for owner in owners for field in owner.fields):
        return
    for owner in owners:
        for field in owner.fields:
            type_ = field.type.type if isinstance(field.type, Nullable) else field.type
            numeric = isinstance(type_, Scalar) and type_.kind in ("number", "integer")
            if numeric and field.doc.unit is None and MONEY.search(spaced(field.wire)):
                message = f"`{api.class_name(owner.id)}` has `{api.declared(owner, field.wire)}`"
                hint = "say `x-unit: major` or `minor` (`percent`, `fraction`, `count`)"
                yield Finding(field.origin.span, f"{message} without a unit", hint)


def spaced(wire: str) -> str:
    """A wire name in lower case with `_` between its words."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[-.\s]+", "_", wire).lower()


_DATE = re.compile(r"\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])")
_DATE_TIME = re.compile(_DATE.pattern + r"T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)")
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


@lint_rules.api("gen-date-without-format", Group.GENERATION)
def gen_date_without_format(api: Planned) -> Iterator[Finding]:
    """Every example shows a date where the schema says plain text.

    In Python it is `str`; with a format it would be `date` or `datetime`.

    ```yaml
    insertedAt: {type: string, format: date-time}
    ```
    """
    yield from _formatted(api, _DATE_TIME, "date-time", "datetime")
    yield from _formatted(api, _DATE, "date", "date")


@lint_rules.api("gen-uuid-without-format", Group.GENERATION)
def gen_uuid_without_format(api: Planned) -> Iterator[Finding]:
    """Every example shows a UUID where the schema says plain text.

    In Python it is `str`; with a format it would be `UUID`.

    ```yaml
    refundId: {type: string, format: uuid}
    ```
    """
    yield from _formatted(api, _UUID, "uuid", "UUID")


def _formatted(
    api: Planned, pattern: re.Pattern[str], format_: str, becomes: str
) -> Iterator[Finding]:
    """Findings for properties of plain text of which all shown values (two or more) are of a pattern."""
    shown: dict[tuple[str, str], set[str]] = {}
    for example in api.api.examples:
        _observe(api, example.type, example.value, shown)
    for (id_, wire), values in shown.items():
        owner = api.api.definitions[id_]
        if not isinstance(owner, Object) or len(values) < 2:
            continue
        if all(map(pattern.fullmatch, values)):
            field = next(f for f in owner.fields if f.wire == wire)
            line = api.declared(owner, wire)
            message = f"each of {len(values)} examples of `{line}` shows a {format_}"
            yield Finding(field.origin.span, message, f"add `format: {format_}`: `{becomes}`")


def _observe(
    api: Planned, type_: Type, value: Plain, shown: dict[tuple[str, str], set[str]]
) -> None:
    """Note the texts that a payload has in properties of plain text."""
    inner = type_.type if isinstance(type_, Nullable) else type_
    if isinstance(value, list):
        target = api.definition(inner)
        listed = target.type if isinstance(target, Alias) else inner
        if isinstance(listed, Array):
            for one in value:
                _observe(api, listed.item, one, shown)
        return
    owner = api.definition(inner)
    if not isinstance(value, dict) or not isinstance(owner, Object):
        return
    for field in owner.fields:
        if field.wire not in value:
            continue
        one = value[field.wire]
        plain = field.type.type if isinstance(field.type, Nullable) else field.type
        if plain == Scalar(ScalarKind.STRING) and isinstance(one, str):
            shown.setdefault((owner.id, field.wire), set()).add(one)
        else:
            _observe(api, field.type, one, shown)
