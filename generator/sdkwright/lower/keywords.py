"""The keywords of JSON Schema that have no lowering yet, each with what to do about it."""

from __future__ import annotations

from ..text.node import Node
from .work import Work

_CONSTRAINING = {
    "patternProperties": "declare the properties, or describe all values with `additionalProperties`",
    "prefixItems": "describe the elements with one schema under `items`",
    "additionalItems": "describe the elements with one schema under `items`",
    "contains": "describe the elements under `items`, and the rest in words",
    "minContains": "describe it in words",
    "maxContains": "describe it in words",
    "propertyNames": "describe the keys in words",
    "dependentRequired": "describe the dependency in words",
    "dependentSchemas": "declare all properties, and describe the dependency in words",
    "dependencies": "declare all properties, and describe the dependency in words",
    "unevaluatedProperties": "use `additionalProperties`",
    "unevaluatedItems": "describe the elements with one schema under `items`",
    "contentSchema": "describe the content in words",
    "$dynamicRef": "use `$ref`",
    "$dynamicAnchor": "refer to the schema by its JSON pointer",
    "$recursiveRef": "use `$ref`",
    "$id": "remove it, and refer to the schema by its JSON pointer",
}
_COMPOSING = {
    "allOf": "write the properties of all parts in one schema",
    "oneOf": "write one schema that has the properties of all variants, none required that only some have",
    "anyOf": "write one schema that has the properties of all variants, none required that only some have",
    "not": "describe it in words",
    "if": "describe the condition in words",
    "then": "describe the condition in words",
    "else": "describe the condition in words",
    "discriminator": "write one schema that has the properties of all variants",
}
_BESIDE_REF = frozenset(
    {
        *(
            "$ref",
            "$comment",
            "title",
            "summary",
            "description",
            "deprecated",
            "readOnly",
            "writeOnly",
        ),
        *("default", "example", "examples", "externalDocs", "xml"),
        *("minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum"),
        *("exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties"),
        *("maxProperties", "$defs", "definitions"),
    }
)


def report_unsupported(work: Work, node: Node) -> None:
    """Report each keyword that constrains values in a way that is not carried."""
    for key, child in node.items():
        if key in _CONSTRAINING:
            what = "is a keyword that is not supported yet"
            work.fault("unsupported-keyword", child, what, _CONSTRAINING[key], node.at_key(key))


def report_composed(work: Work, node: Node) -> bool:
    """Report each keyword that composes schemas; true where there is one."""
    composed = [(key, child) for key, child in node.items() if key in _COMPOSING]
    for key, child in composed:
        what = "composes schemas, which is not supported yet beyond `… or null`"
        work.fault("unsupported-composition", child, what, _COMPOSING[key], node.at_key(key))
    return bool(composed)


def report_beside_reference(work: Work, node: Node) -> None:
    """Report what stands beside `$ref` and would change the type that it refers to."""
    for key, child in node.items():
        if key not in _BESIDE_REF and not key.startswith("x-"):
            what = "stands beside `$ref`, where only texts, limits and a default are supported"
            hint = "move it to the definition that is referred to, or write the schema out here"
            work.fault("unsupported-ref-sibling", child, what, hint, node.at_key(key))
