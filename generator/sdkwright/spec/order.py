"""The order in which `sdkwright format` puts the fields of each OpenAPI object: what it is first, then what it holds.

Maps by name (paths, schemas, properties, responses) and methods keep the order of their author. A field that is not listed
stays behind the one that it was written behind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_SCHEMA = (
    "$schema $id $anchor $dynamicAnchor $ref $dynamicRef title allOf oneOf anyOf not type nullable format x-unit "
    "contentEncoding contentMediaType multipleOf minimum exclusiveMinimum maximum exclusiveMaximum minLength maxLength "
    "pattern minItems maxItems uniqueItems minProperties maxProperties description deprecated readOnly writeOnly enum "
    "const default x-sdk x-enum-varnames x-enum-descriptions x-source required additionalProperties properties patternProperties "
    "unevaluatedProperties propertyNames prefixItems items discriminator xml externalDocs example "
    "examples $defs"
)
_ORDER = {
    "openapi": "openapi $self info jsonSchemaDialect externalDocs servers security tags paths webhooks components",
    "info": "title version summary description x-source x-sdk termsOfService contact license",
    "contact": "name url email",
    "license": "name identifier url",
    "server": "url name description x-sdk x-source variables",
    "server variable": "default enum description",
    "tag": "name summary description x-source parent kind externalDocs",
    "external documentation": "description url",
    "path item": "$ref summary description x-source servers parameters",
    "operation": (
        "operationId x-sdk tags summary description externalDocs deprecated x-source security servers parameters "
        "requestBody responses callbacks"
    ),
    "parameter": (
        "$ref name in x-sdk required deprecated description x-source style explode allowReserved allowEmptyValue "
        "schema content example examples"
    ),
    "header": "$ref required deprecated description x-source style explode schema content example examples",
    "request body": "$ref required description x-source content",
    "media type": "schema itemSchema encoding example examples",
    "response": "$ref summary description x-sdk x-source headers content links",
    "example": "$ref summary description x-source value externalValue dataValue serializedValue",
    "components": (
        "securitySchemes pathItems parameters requestBodies headers responses links callbacks examples schemas"
    ),
    "security scheme": (
        "$ref type in name scheme bearerFormat openIdConnectUrl flows description x-sdk x-source"
    ),
    "discriminator": "propertyName mapping defaultMapping",
    "schema": _SCHEMA,
}
ORDER: Mapping[str, Mapping[str, int]] = {
    kind: {key: at for at, key in enumerate(keys.split())} for kind, keys in _ORDER.items()
}


def in_order(keys: Sequence[str], kind: str) -> list[str]:
    """The keys of an object of this kind as they should stand."""
    known = ORDER.get(kind)
    if known is None:
        return list(keys)
    ranks: dict[str, int] = {}
    rank = -1
    for key in keys:
        rank = known.get(key, rank)
        ranks[key] = rank
    return sorted(keys, key=lambda key: ranks[key])
