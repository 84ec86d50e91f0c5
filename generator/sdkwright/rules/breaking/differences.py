"""For each difference that the wire knows: two schemas that differ by it alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_LIST: Schema = {"type": "array", "items": _TEXT}
_OBJECT: Schema = {"type": "object", "properties": {"a": _TEXT}}
_PET: Schema = {"type": "object", "title": "Pet", "properties": {"a": _TEXT}}
_TOY: Schema = {"type": "object", "title": "Toy", "properties": {"b": _TEXT}}
_TAG: Schema = {"propertyName": "a", "mapping": {"x": "#/components/schemas/X"}}


def _bound(keyword: str, base: Schema, low: int, high: int) -> Mapping[str, tuple[Schema, Schema]]:
    smaller, larger = {**base, keyword: low}, {**base, keyword: high}
    return {
        "increased": (smaller, larger),
        "decreased": (larger, smaller),
        "set": (base, smaller),
        "unset": (smaller, base),
    }


def _there(base: Schema, keyword: str, value: Any) -> Mapping[str, tuple[Schema, Schema]]:
    there = {**base, keyword: value}
    return {"added": (base, there), "removed": (there, base)}


_NUMBER: Schema = {"type": "number"}
_ONE: Schema = {"oneOf": [_PET]}
_TWO: Schema = {"oneOf": [_PET, _TOY]}
_ANY_OF: Schema = {"anyOf": [_PET, _TOY, {"type": "string", "title": "Name"}]}
_ANY_OF_LESS: Schema = {"anyOf": [_PET, _TOY]}

DIFFERENCES: Mapping[str, Mapping[str, tuple[Schema, Schema]]] = {
    "max": _bound("maximum", _NUMBER, 1, 2),
    "exclusive-max": _bound("exclusiveMaximum", _NUMBER, 1, 2),
    "max-length": _bound("maxLength", _TEXT, 1, 2),
    "max-items": _bound("maxItems", _LIST, 1, 2),
    "max-properties": _bound("maxProperties", _OBJECT, 1, 2),
    "max-contains": _bound("maxContains", _LIST, 1, 2),
    "min": _bound("minimum", _NUMBER, 1, 2),
    "exclusive-min": _bound("exclusiveMinimum", _NUMBER, 1, 2),
    # No `minLength` is one of 0, so it only grows and shrinks.
    "min-length": {
        "increased": (_TEXT, {**_TEXT, "minLength": 1}),
        "decreased": ({**_TEXT, "minLength": 1}, _TEXT),
    },
    "min-items": _bound("minItems", _LIST, 1, 2),
    "min-properties": _bound("minProperties", _OBJECT, 1, 2),
    "min-contains": _bound("minContains", _LIST, 1, 2),
    "multiple-of": {
        "set": (_NUMBER, {**_NUMBER, "multipleOf": 2}),
        "unset": ({**_NUMBER, "multipleOf": 2}, _NUMBER),
        "changed": ({**_NUMBER, "multipleOf": 2}, {**_NUMBER, "multipleOf": 3}),
    },
    "unique-items": {
        "set": (_LIST, {**_LIST, "uniqueItems": True}),
        "unset": ({**_LIST, "uniqueItems": True}, _LIST),
    },
    "additional-properties": {
        "forbidden": (_OBJECT, {**_OBJECT, "additionalProperties": False}),
        "allowed": ({**_OBJECT, "additionalProperties": False}, _OBJECT),
        "typed": (_OBJECT, {**_OBJECT, "additionalProperties": _TEXT}),
        "untyped": ({**_OBJECT, "additionalProperties": _TEXT}, _OBJECT),
    },
    "if": _there(_OBJECT, "if", _OBJECT),
    "then": _there(_OBJECT, "then", _OBJECT),
    "else": _there(_OBJECT, "else", _OBJECT),
    "not": _there(_OBJECT, "not", _OBJECT),
    "contains": _there(_LIST, "contains", _TEXT),
    "property-names": _there(_OBJECT, "propertyNames", _TEXT),
    "unevaluated-items": _there(_LIST, "unevaluatedItems", _TEXT),
    "unevaluated-properties": _there(_OBJECT, "unevaluatedProperties", _TEXT),
    "content-schema": _there(_TEXT, "contentSchema", _OBJECT),
    "dependent-schema": _there(_OBJECT, "dependentSchemas", {"a": _OBJECT}),
    "dependent-required": {
        **_there(_OBJECT, "dependentRequired", {"a": ["b"]}),
        "changed": (
            {**_OBJECT, "dependentRequired": {"a": ["b"]}},
            {**_OBJECT, "dependentRequired": {"a": ["c"]}},
        ),
    },
    "pattern-property": _there(_OBJECT, "patternProperties", {"^x": _TEXT}),
    "prefix-items": _there(_LIST, "prefixItems", [_TEXT]),
    "pattern": {
        **_there(_TEXT, "pattern", "^a"),
        "changed": ({**_TEXT, "pattern": "^a"}, {**_TEXT, "pattern": "^b"}),
        "generalized": ({**_TEXT, "pattern": "^a"}, {**_TEXT, "pattern": ".*"}),
    },
    "const": {
        **_there(_TEXT, "const", "a"),
        "changed": ({**_TEXT, "const": "a"}, {**_TEXT, "const": "b"}),
    },
    "default-value": {
        **_there(_TEXT, "default", "a"),
        "changed": ({**_TEXT, "default": "a"}, {**_TEXT, "default": "b"}),
    },
    "enum-value": {
        "added": ({**_TEXT, "enum": ["a"]}, {**_TEXT, "enum": ["a", "b"]}),
        "removed": ({**_TEXT, "enum": ["a", "b"]}, {**_TEXT, "enum": ["a"]}),
    },
    "x-extensible-enum-value": {
        "removed": (
            {**_TEXT, "x-extensible-enum": ["a", "b"]},
            {**_TEXT, "x-extensible-enum": ["a"]},
        ),
    },
    "became": {
        "enum": (_TEXT, {**_TEXT, "enum": ["a"]}),
        "not-enum": ({**_TEXT, "enum": ["a"]}, _TEXT),
        "nullable": (_TEXT, {"type": ["string", "null"]}),
        "not-nullable": ({"type": ["string", "null"]}, _TEXT),
    },
    "type": {
        "changed": (_TEXT, {"type": "boolean"}),
        "generalized": ({"type": "integer"}, _NUMBER),
        "specialized": (_NUMBER, {"type": "integer"}),
    },
    "list-of-types": {
        "widened": (_TEXT, {"type": ["string", "boolean"]}),
        "narrowed": ({"type": ["string", "boolean"]}, _TEXT),
    },
    "content-media-type": {
        "changed": (_TEXT, {**_TEXT, "contentMediaType": "image/png"}),
    },
    "content-encoding": {"changed": (_TEXT, {**_TEXT, "contentEncoding": "base64"})},
    "all-of": {
        "added": ({"allOf": [_PET]}, {"allOf": [_PET, _TOY]}),
        "removed": ({"allOf": [_PET, _TOY]}, {"allOf": [_PET]}),
        "added-annotation-only": ({"allOf": [_PET]}, {"allOf": [_PET, {"title": "x"}]}),
        "removed-annotation-only": ({"allOf": [_PET, {"title": "x"}]}, {"allOf": [_PET]}),
    },
    "any-of": {"added": (_ANY_OF_LESS, _ANY_OF), "removed": (_ANY_OF, _ANY_OF_LESS)},
    "one-of": {
        "added": (_TWO, {"oneOf": [_PET, _TOY, _TEXT]}),
        "removed": ({"oneOf": [_PET, _TOY, _TEXT]}, _TWO),
    },
    "wrapped-in": {"one-of": (_PET, {"oneOf": [_PET, _TOY]})},
    "discriminator": {
        "added": (_TWO, {**_TWO, "discriminator": _TAG}),
        "removed": ({**_TWO, "discriminator": _TAG}, _TWO),
        "property-name-changed": (
            {**_TWO, "discriminator": _TAG},
            {**_TWO, "discriminator": {**_TAG, "propertyName": "b"}},
        ),
        "mapping-added": (
            {**_TWO, "discriminator": {"propertyName": "a"}},
            {**_TWO, "discriminator": _TAG},
        ),
        "mapping-deleted": (
            {**_TWO, "discriminator": _TAG},
            {**_TWO, "discriminator": {"propertyName": "a"}},
        ),
        "mapping-changed": (
            {**_TWO, "discriminator": _TAG},
            {**_TWO, "discriminator": {**_TAG, "mapping": {"x": "#/components/schemas/Y"}}},
        ),
    },
}
"""By stem and action as `laws.STEMS` has them: the old schema and the new one."""

ELSEWHERE = frozenset({"became-required", "became-optional", "deprecated", "reactivated"})
"""Differences that a property or parameter has and no schema: see the folders of cases."""

UNREACHED = frozenset(
    {
        # A number of 0 is what the absence of the keyword means.
        *("min-length-set", "min-length-unset"),
        # Only where values travel as text: XML and forms.
        "type-compatible",
    }
)
"""Differences of the table that these schemas can't show, each with the reason."""
