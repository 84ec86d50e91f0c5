"""The keywords of JSON Schema by what they do: compose schemas, shape values, or only limit and describe them."""

from __future__ import annotations

from ..text.node import Node

# Texts and the like: they say nothing about which values fit.
ANNOTATIONS = frozenset(
    {
        *("$comment", "$schema", "$id", "$anchor", "$dynamicAnchor", "$defs", "definitions"),
        *("title", "summary", "description", "deprecated", "readOnly", "writeOnly", "default"),
        *("example", "examples", "externalDocs", "xml", "discriminator"),
    }
)

# What narrows the values of a type without changing the type.
LIMITS = frozenset(
    {
        *("minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum"),
        *("exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties"),
        *("maxProperties", "contains", "minContains", "maxContains", "propertyNames"),
        *("dependentRequired", "not", "contentMediaType", "contentSchema"),
    }
)

# Extensions that name or describe listed values.
VALUE_NAMES = ("x-enum-varnames", "x-enumNames", "x-enum-names")
VALUE_WORDS = ("x-enum-descriptions", "x-enumDescriptions", "x-enum-description")
VALUE_TEXTS = (*VALUE_NAMES, *VALUE_WORDS, "x-ms-enum")

# What brings other schemas in.
COMPOSING = frozenset(
    {"$ref", "allOf", "oneOf", "anyOf", "if", "then", "else", "dependentSchemas", "dependencies"}
)

# What says which type of values fits, or brings it in. A keyword that nobody knows is an annotation (JSON Schema, 4.3.1).
_SHAPING = COMPOSING | {
    *("type", "format", "enum", "const", "contentEncoding", "contentSchema"),
    *("items", "prefixItems", "required"),
    *("properties", "patternProperties", "additionalProperties"),
    *("unevaluatedItems", "unevaluatedProperties"),
}

# What members of a choice may consist of when the choice is about values of a shape that is described elsewhere.
CONDITIONS = ANNOTATIONS | LIMITS | {"required", "format"}


def is_thin(node: Node) -> bool:
    """Whether a schema only describes and limits: whatever type it is combined with stays as it is."""
    if isinstance(node.value, bool):
        return node.value
    return all(is_quiet(key) for key, _ in node.items())


def is_quiet(key: str) -> bool:
    """Whether a keyword leaves the type of values as it is: it only describes or limits them."""
    return key not in _SHAPING


def is_reference(node: Node) -> bool:
    """Whether a schema stands for the one that it refers to, with at most texts and limits of its own."""
    said = node.value
    # Asked of every schema several times, and hardly any has one.
    if not isinstance(said, dict) or "$ref" not in said:
        return False
    return all(key == "$ref" or key not in _SHAPING for key in said)


def is_condition(node: Node) -> bool:
    """Whether a member of a choice brings no shape of its own, such as `{required: [a]}`."""
    return isinstance(node.value, dict) and all(
        key in CONDITIONS or key.startswith("x-") for key, _ in node.items()
    )
