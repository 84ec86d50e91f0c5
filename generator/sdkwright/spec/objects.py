"""The object types of OpenAPI 3.1 as a table: which field holds what kind of value, and which must be there.

A kind is written as text: `text`, `flag`, `number`, `count` (a whole number from 0), `any` (opaque: never looked into),
the name of an object type below, `[kind]` for a list, `{kind}` for a map by name, `a|b` for either.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

SCALARS = frozenset({"text", "flag", "number", "positive", "count", "any", "scalar", "pattern"})


class ObjectType(Struct, frozen=True):
    """One object type: its fields, those it must have, and what stands under names that are the author's."""

    title: str
    fields: Mapping[str, str]
    required: tuple[str, ...] = ()
    rest: str | None = None
    referable: bool = False
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])


_DESCRIBED = {"summary": "text", "description": "text"}
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_CARRIED = {
    "description": "text",
    "required": "flag",
    "deprecated": "flag",
    "allowEmptyValue": "flag",
    "style": "text",
    "explode": "flag",
    "allowReserved": "flag",
    "schema": "schema",
    "example": "any",
    "examples": "{example}",
    "content": "{media type}",
}

_SCHEMA = {
    "$id": "text",
    "$schema": "text",
    "$anchor": "text",
    "$dynamicAnchor": "text",
    "$dynamicRef": "text",
    "$comment": "text",
    "$vocabulary": "{flag}",
    "$defs": "{schema}",
    "definitions": "{schema}",
    "title": "text",
    "description": "text",
    "default": "any",
    "example": "any",
    "examples": "[any]",
    "deprecated": "flag",
    "readOnly": "flag",
    "writeOnly": "flag",
    "type": "text|[text]",
    "format": "text",
    "enum": "[any]",
    "const": "any",
    "allOf": "[schema]",
    "anyOf": "[schema]",
    "oneOf": "[schema]",
    "not": "schema",
    "if": "schema",
    "then": "schema",
    "else": "schema",
    "properties": "{schema}",
    "patternProperties": "{schema}",
    "additionalProperties": "schema",
    "unevaluatedProperties": "schema",
    "propertyNames": "schema",
    "dependentSchemas": "{schema}",
    "dependentRequired": "{[text]}",
    "required": "[text]",
    "minProperties": "count",
    "maxProperties": "count",
    "items": "schema|[schema]",  # a list in older dialects, which `dialects.py` rewrites
    "prefixItems": "[schema]",
    "unevaluatedItems": "schema",
    "contains": "schema",
    "minContains": "count",
    "maxContains": "count",
    "minItems": "count",
    "maxItems": "count",
    "uniqueItems": "flag",
    "minLength": "count",
    "maxLength": "count",
    "pattern": "pattern",
    "minimum": "number",
    "maximum": "number",
    "exclusiveMinimum": "number",
    "exclusiveMaximum": "number",
    "multipleOf": "positive",
    "contentEncoding": "text",
    "contentMediaType": "text",
    "contentSchema": "schema",
    "discriminator": "discriminator",
    "xml": "xml",
    "externalDocs": "external documentation",
}

OBJECTS: Mapping[str, ObjectType] = {
    "openapi": ObjectType(
        "OpenAPI document",
        {
            "openapi": "text",
            "$self": "text",
            "info": "info",
            "jsonSchemaDialect": "text",
            "servers": "[server]",
            "paths": "paths",
            "webhooks": "{path item}",
            "components": "components",
            "security": "[security requirement]",
            "tags": "[tag]",
            "externalDocs": "external documentation",
        },
        required=("openapi", "info"),
    ),
    "info": ObjectType(
        "info object",
        {
            **_DESCRIBED,
            "title": "text",
            "version": "text",
            "termsOfService": "text",
            "contact": "contact",
            "license": "license",
        },
        required=("title", "version"),
    ),
    "contact": ObjectType("contact object", {"name": "text", "url": "text", "email": "text"}),
    "license": ObjectType(
        "license object", {"name": "text", "identifier": "text", "url": "text"}, required=("name",)
    ),
    "server": ObjectType(
        "server object",
        {"url": "text", "description": "text", "name": "text", "variables": "{server variable}"},
        required=("url",),
    ),
    "server variable": ObjectType(
        "server variable",
        {"enum": "[text]", "default": "text", "description": "text"},
        required=("default",),
    ),
    "components": ObjectType(
        "components object",
        {
            "schemas": "{schema}",
            "responses": "{response}",
            "parameters": "{parameter}",
            "examples": "{example}",
            "requestBodies": "{request body}",
            "headers": "{header}",
            "securitySchemes": "{security scheme}",
            "links": "{link}",
            "callbacks": "{callback}",
            "pathItems": "{path item}",
            "mediaTypes": "{media type}",
        },
    ),
    "paths": ObjectType("paths object", {}, rest="path item"),
    "path item": ObjectType(
        "path item",
        {
            **_DESCRIBED,
            **dict.fromkeys((*_METHODS, "query"), "operation"),
            "additionalOperations": "{operation}",
            "servers": "[server]",
            "parameters": "[parameter]",
        },
        referable=True,
    ),
    "operation": ObjectType(
        "operation",
        {
            **_DESCRIBED,
            "tags": "[text]",
            "externalDocs": "external documentation",
            "operationId": "text",
            "parameters": "[parameter]",
            "requestBody": "request body",
            "responses": "responses",
            "callbacks": "{callback}",
            "deprecated": "flag",
            "security": "[security requirement]",
            "servers": "[server]",
        },
    ),
    "external documentation": ObjectType(
        "external documentation", {"description": "text", "url": "text"}, required=("url",)
    ),
    "parameter": ObjectType(
        "parameter",
        {"name": "text", "in": "text", **_CARRIED},
        required=("name", "in"),
        referable=True,
        names={"in": ("query", "header", "path", "cookie", "querystring")},
    ),
    "header": ObjectType("header", _CARRIED, referable=True),
    "request body": ObjectType(
        "request body",
        {"description": "text", "content": "{media type}", "required": "flag"},
        required=("content",),
        referable=True,
    ),
    "media type": ObjectType(
        "media type",
        {
            "description": "text",
            "schema": "schema",
            "itemSchema": "schema",
            "example": "any",
            "examples": "{example}",
            "encoding": "{encoding}",
            "prefixEncoding": "[encoding]",
            "itemEncoding": "encoding",
        },
        referable=True,
    ),
    "encoding": ObjectType(
        "encoding",
        {
            "contentType": "text",
            "headers": "{header}",
            "style": "text",
            "explode": "flag",
            "allowReserved": "flag",
            "encoding": "{encoding}",
            "prefixEncoding": "[encoding]",
            "itemEncoding": "encoding",
        },
    ),
    "responses": ObjectType("responses object", {}, rest="response"),
    "response": ObjectType(
        "response",
        {
            **_DESCRIBED,
            "headers": "{header}",
            "content": "{media type}",
            "links": "{link}",
        },
        referable=True,
    ),
    "callback": ObjectType("callback", {}, rest="path item", referable=True),
    "example": ObjectType(
        "example",
        {
            **_DESCRIBED,
            "value": "any",
            "externalValue": "text",
            "dataValue": "any",
            "serializedValue": "text",
        },
        referable=True,
    ),
    "link": ObjectType(
        "link",
        {
            "operationRef": "text",
            "operationId": "text",
            "parameters": "{any}",
            "requestBody": "any",
            "description": "text",
            "server": "server",
        },
        referable=True,
    ),
    "tag": ObjectType(
        "tag",
        {
            **_DESCRIBED,
            "name": "text",
            "parent": "text",
            "kind": "text",
            "externalDocs": "external documentation",
        },
        required=("name",),
    ),
    "schema": ObjectType("schema", _SCHEMA, referable=True),
    "discriminator": ObjectType(
        "discriminator",
        {"propertyName": "text", "mapping": "{text}", "defaultMapping": "text"},
        required=("propertyName",),
    ),
    "xml": ObjectType(
        "xml object",
        {
            "name": "text",
            "namespace": "text",
            "prefix": "text",
            "nodeType": "text",
            "attribute": "flag",
            "wrapped": "flag",
        },
    ),
    "security scheme": ObjectType(
        "security scheme",
        {
            "type": "text",
            "description": "text",
            "name": "text",
            "in": "text",
            "scheme": "text",
            "bearerFormat": "text",
            "flows": "oauth flows",
            "openIdConnectUrl": "text",
            "oauth2MetadataUrl": "text",
            "deprecated": "flag",
        },
        required=("type",),
        referable=True,
        names={"type": ("apiKey", "http", "mutualTLS", "oauth2", "openIdConnect")},
    ),
    "oauth flows": ObjectType(
        "OAuth flows object",
        dict.fromkeys(
            (
                "implicit",
                "password",
                "clientCredentials",
                "authorizationCode",
                "deviceAuthorization",
            ),
            "oauth flow",
        ),
    ),
    "oauth flow": ObjectType(
        "OAuth flow",
        {
            "authorizationUrl": "text",
            "deviceAuthorizationUrl": "text",
            "tokenUrl": "text",
            "refreshUrl": "text",
            "scopes": "{text}",
        },
        required=("scopes",),
    ),
    "security requirement": ObjectType("security requirement", {}, rest="[text]"),
}

JSON_TYPES = ("object", "array", "string", "number", "integer", "boolean", "null")


def field_kind(kind: ObjectType, key: str) -> str | None:
    """What stands under `key` of an object of this type; None for an extension or an unknown field."""
    if key in kind.fields:
        return kind.fields[key]
    return None if key.startswith("x-") or key == "$ref" else kind.rest
