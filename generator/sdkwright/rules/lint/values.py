"""Validity of schemas: keywords that contradict each other, or mean nothing where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.diagnostic import Severity
from ...text.node import Node
from ..registry import Finding, Group
from ..subject import Written
from .family import lint_rules
from .fixes import with_null, without_element


def json_types(schema: Node) -> tuple[str, ...]:
    """What `type` of a schema names."""
    type_ = schema.get("type")
    if type_ is None:
        return ()
    named = type_.elements() or (type_,)
    return tuple(str(one.value) for one in named)


@lint_rules.document("array-items", Group.VALIDITY)
def array_items(doc: Written) -> Iterator[Finding]:
    """An array does not say what its elements are.

    OpenAPI 3.0 requires `items`. In Python the array is `list[Any]`.

    ```yaml
    type: array
    items: {type: string}
    ```
    """
    for schema, type_ in doc.having("schema", "type"):
        if "array" not in json_types(schema) or (
            isinstance(schema.value, dict)
            and any(
                key in schema.value for key in ("items", "prefixItems", "allOf", "$ref", "contains")
            )
        ):
            continue
        message = f"`{doc.id(schema)}` does not say what its elements are: `list[Any]`"
        yield Finding(type_.span, message, "add `items`")


@lint_rules.document("nullable-type-sibling", Group.VALIDITY)
def nullable_type_sibling(doc: Written) -> Iterator[Finding]:
    """`nullable` of OpenAPI 3.0 stands without a `type`.

    By 3.0.3 it has no effect there: null stays forbidden, and tools disagree.

    ```yaml
    type: string
    nullable: true
    ```
    """
    for schema, flag in doc.having("schema", "nullable"):
        if doc.is_3_0 and flag.value is True and schema.get("type") is None:
            message = "`nullable` has no effect without a `type` beside it"
            yield Finding(schema.at_key("nullable"), message, "add the `type`")


@lint_rules.document("nullable-enum-contains-null", Group.VALIDITY)
def nullable_enum_contains_null(doc: Written) -> Iterator[Finding]:
    """A nullable schema lists its values, and null is none of them.

    The list wins: a payload with null is refused, whatever `nullable` or `type` promise.

    ```yaml
    type: [string, "null"]
    enum: [open, closed, null]
    ```
    """
    for schema, enum in doc.having("schema", "enum"):
        flag = schema.get("nullable")
        nullable = "null" in json_types(schema) or (doc.is_3_0 and flag and flag.value is True)
        values = enum.elements()
        if nullable and values and all(one.value is not None for one in values):
            message = f"`{doc.id(schema)}` may be null, but its `enum` does not list null"
            yield Finding(schema.at_key("enum"), message, "add `null` to it", fix=with_null(enum))


_NUMBERS = ("integer", "number")
_FORMATS = {
    "int32": _NUMBERS,
    "int64": _NUMBERS,
    "float": ("number", "integer"),
    "double": ("number", "integer"),
    "date": ("string",),
    "date-time": ("string",),
    "time": ("string",),
    "duration": ("string",),
    "uuid": ("string",),
    "email": ("string",),
    "uri": ("string",),
    "hostname": ("string",),
    "ipv4": ("string",),
    "ipv6": ("string",),
    "byte": ("string",),
    "binary": ("string",),
    "password": ("string",),
}


@lint_rules.document("type-format-mismatch", Group.VALIDITY)
def type_format_mismatch(doc: Written) -> Iterator[Finding]:
    """A format belongs to another type.

    It then says nothing: the type alone decides what the value is in Python.

    ```yaml
    type: integer
    format: int64
    ```
    """
    for schema, format_ in doc.having("schema", "format"):
        types = [one for one in json_types(schema) if one != "null"]
        wanted = _FORMATS.get(str(format_.value))
        if types and wanted and not any(one in wanted for one in types):
            message = (
                f"the format `{format_.value}` says nothing about the type {' or '.join(types)}"
            )
            yield Finding(format_.span, message, f"it belongs to `type: {wanted[0]}`")


# Not `properties` and `items`: what describes the parts of a value is told by `keyword-without-effect`, always.
_KEYWORDS = {
    "object": ("required", "additionalProperties", "minProperties", "maxProperties"),
    "array": ("minItems", "maxItems", "uniqueItems", "prefixItems"),
    "string": ("minLength", "maxLength", "pattern"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
}


@lint_rules.document("no-schema-type-mismatch", Group.VALIDITY)
def no_schema_type_mismatch(doc: Written) -> Iterator[Finding]:
    """A schema has keywords of a type that it is not.

    They have no effect. Usually the `type` is wrong.

    ```yaml
    type: array
    items: {type: string}
    minItems: 1
    ```
    """
    for home, keywords in _KEYWORDS.items():
        for keyword in keywords:
            for schema, _ in doc.having("schema", keyword):
                types = json_types(schema)
                if types and home not in types and not (home == "number" and "integer" in types):
                    message = f"`{keyword}` has no effect on the type {' or '.join(types)}"
                    hint = f"correct the `type`, or remove `{keyword}`"
                    yield Finding(schema.at_key(keyword), message, hint)


@lint_rules.document("no-mixed-number-range-constraints", Group.VALIDITY)
def no_mixed_number_range_constraints(doc: Written) -> Iterator[Finding]:
    """A number has both an inclusive and an exclusive limit on the same side.

    One of them is idle; a reader can't tell which one was meant.

    ```yaml
    type: number
    exclusiveMinimum: 0
    ```
    """
    for limit in ("Minimum", "Maximum"):
        for schema, exclusive in doc.having("schema", f"exclusive{limit}"):
            plain = limit.lower()
            if schema.get(plain) is not None and not isinstance(exclusive.value, bool):
                message = f"`{plain}` and `exclusive{limit}` limit the same side"
                yield Finding(schema.at_key(f"exclusive{limit}"), message, "keep one of them")


@lint_rules.document("read-only-and-write-only", Group.VALIDITY, Severity.ERROR)
def read_only_and_write_only(doc: Written) -> Iterator[Finding]:
    """A property is both `readOnly` and `writeOnly`.

    It could neither be sent nor come back, and OpenAPI forbids it.

    ```yaml
    secret: {type: string, writeOnly: true}
    ```
    """
    for schema, flag in doc.having("schema", "readOnly"):
        other = schema.get("writeOnly")
        if flag.value is True and other is not None and other.value is True:
            message = f"`{doc.id(schema)}` is both `readOnly` and `writeOnly`"
            yield Finding(schema.at_key("writeOnly"), message, "keep one of them")


@lint_rules.document("required-with-default", Group.VALIDITY)
def required_with_default(doc: Written) -> Iterator[Finding]:
    """A required property has a default.

    A default says what is meant when the property is missing, and a required one never is.

    ```yaml
    properties:
      currency: {type: string, default: EUR}
    ```
    """
    for schema, required in doc.having("schema", "required"):
        properties = schema.get("properties")
        for name in required.elements() if properties is not None else ():
            property_ = properties.get(str(name.value)) if properties else None
            if property_ is not None and property_.get("default") is not None:
                message = f"`{name.value}` is required, so its default never counts"
                related = ((property_.at_key("default"), "the default"),)
                hint = "take it from `required`, or remove the default"
                yield Finding(name.span, message, hint, related)


@lint_rules.document("required-duplicate", Group.VALIDITY)
def required_duplicate(doc: Written) -> Iterator[Finding]:
    """`required` names a property twice.

    JSON Schema wants the names to differ, and a validator may refuse the document.

    ```yaml
    required: [id, amount]
    ```
    """
    for _, required in doc.having("schema", "required"):
        seen: set[str] = set()
        for at, name in enumerate(required.elements()):
            if not isinstance(name.value, str):
                continue  # the check of shapes tells
            if name.value in seen:
                message = f"`required` names `{name.value}` twice"
                yield Finding(name.span, message, "remove one", fix=without_element(required, at))
            seen.add(name.value)


@lint_rules.document("discriminator-required", Group.VALIDITY)
def discriminator_required(doc: Written) -> Iterator[Finding]:
    """The property that tells the members of a union apart need not be there.

    A payload without it is decoded by trying the members one after the other.

    ```yaml
    Card:
      required: [kind]
      properties:
        kind: {const: card}
    ```
    """
    for schema, discriminator in doc.having("schema", "discriminator"):
        wire = discriminator.get("propertyName")
        if wire is None or not isinstance(wire.value, str):
            continue
        for key in ("oneOf", "anyOf"):
            for member in (schema.get(key) or wire).elements():
                found = doc.behind(member, "schema")
                if found is not None and _lacks(doc, found, wire.value):
                    message = (
                        f"`{doc.id(found)}` does not require `{wire.value}`, which tells it apart"
                    )
                    related = ((wire.span, "the discriminator"),)
                    yield Finding(member.span, message, f"add `required: [{wire.value}]`", related)


def _lacks(doc: Written, schema: Node, wire: str, depth: int = 0) -> bool:
    required = schema.get("required")
    if required is not None and any(one.value == wire for one in required.elements()):
        return False
    parts = schema.get("allOf")
    inside = (doc.behind(part, "schema") for part in (parts.elements() if parts else ()))
    return depth > 8 or all(one is None or _lacks(doc, one, wire, depth + 1) for one in inside)


@lint_rules.document("oas-missing-type", Group.VALIDITY)
def oas_missing_type(doc: Written) -> Iterator[Finding]:
    """A schema describes its values in words but gives them no type.

    In Python it is `Any`, which switches the type checker off. Where any value is meant, write `true`.

    ```yaml
    amount:
      type: number
      description: The refunded amount.
    ```
    """
    for schema, _ in doc.having("schema", "description"):
        if isinstance(schema.value, dict) and schema.value.keys() <= _WORDS:
            message = f"`{doc.id(schema)}` says nothing about its values: in Python it is `Any`"
            yield Finding(schema.span, message, "add its `type`")


_WORDS = frozenset(
    [
        "description",
        "title",
        "deprecated",
        "readOnly",
        "writeOnly",
        "example",
        "examples",
        "nullable",
        "x-source",
        "x-unit",
        "x-sdk",
        "externalDocs",
        "$comment",
    ]
)
"""What may stand in a schema that says nothing about its values."""
