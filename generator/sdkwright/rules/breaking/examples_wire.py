"""An example of each rule of the wire that is about no schema alone: a part of a document before and after.

A part is what stands in an operation, or, where `_DOCUMENT` says so, in the document. A test holds that each is told as it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_PAIRS: Mapping[str, tuple[str, str, str, str]] = {
    # What is told, what of the opposite way (or nothing), before, after.
    "tag": ("api-tag-removed", "api-tag-added", "tags: [orders]", ""),
    "id": ("api-operation-id-removed", "api-operation-id-added", "operationId: makeOrder", ""),
    "reactivated": ("endpoint-reactivated", "endpoint-deprecated", "deprecated: true", ""),
    "deprecated-with-sunset": (
        *("endpoint-deprecated-with-sunset", ""),
        *("", "{deprecated: true, x-sunset: 2999-01-01}"),
    ),
    "sunset-deleted": (
        *("sunset-deleted", ""),
        *("{deprecated: true, x-sunset: 2999-01-01}", "deprecated: true"),
    ),
    "sunset-parse": (
        *("api-deprecated-sunset-parse", "", "", "{deprecated: true, x-sunset: some day}"),
    ),
    "stability": (
        *("api-stability-decreased", "api-stability-increased"),
        *("x-stability-level: stable", "x-stability-level: beta"),
    ),
    "stability-invalid": ("api-invalid-stability-level", "", "", "x-stability-level: fine"),
    "parameter": (
        *("new-optional-request-parameter", "request-parameter-removed", ""),
        "parameters: [{name: page, in: query, schema: {type: integer}}]",
    ),
    "parameter-required": (
        *("new-required-request-parameter", "", ""),
        "parameters: [{name: page, in: query, required: true, schema: {type: integer}}]",
    ),
    "parameter-moved": (
        "request-parameter-moved",
        "",
        "parameters: [{name: page, in: query, schema: {type: integer}}]",
        "parameters: [{name: page, in: header, schema: {type: integer}}]",
    ),
    "parameter-removed-with-deprecation": (
        "request-parameter-removed-with-deprecation",
        "",
        "parameters: [{name: page, in: query, deprecated: true, schema: {type: integer}}]",
        "",
    ),
    "parameter-serialization": (
        *("request-parameter-serialization-changed", ""),
        "parameters: [{name: ids, in: query, explode: true, schema: {type: array, items: {type: string}}}]",
        "parameters: [{name: ids, in: query, explode: false, schema: {type: array, items: {type: string}}}]",
    ),
    "body-required": (
        *("request-body-added-required", "request-body-removed", ""),
        "requestBody: {required: true, content: {application/json: {schema: {type: string}}}}",
    ),
    "body-optional": (
        *("request-body-added-optional", "", ""),
        "requestBody: {content: {application/json: {schema: {type: string}}}}",
    ),
    "body-media": (
        *("request-body-media-type-added", "request-body-media-type-removed"),
        "requestBody: {content: {application/json: {}}}",
        "requestBody: {content: {application/json: {}, text/csv: {}}}",
    ),
    "body-schema": (
        *("request-body-media-type-schema-added", "request-body-media-type-schema-removed"),
        "requestBody: {content: {application/json: {}}}",
        "requestBody: {content: {application/json: {schema: {type: string}}}}",
    ),
    "response": (
        *("response-non-success-status-added", "response-non-success-status-removed"),
        "responses: {200: {description: Done.}}",
        "responses: {200: {description: Done.}, 404: {description: None.}}",
    ),
    "response-success": (
        *("response-success-status-added", "response-success-status-removed"),
        "responses: {200: {description: Done.}}",
        "responses: {200: {description: Done.}, 202: {description: Soon.}}",
    ),
    "response-media": (
        *("response-media-type-added", "response-media-type-removed"),
        "responses: {200: {description: x, content: {application/json: {}}}}",
        "responses: {200: {description: x, content: {application/json: {}, text/csv: {}}}}",
    ),
    "response-media-general": (
        *("response-media-type-name-generalized", "response-media-type-name-specialized"),
        "responses: {400: {description: x, content: {application/problem+json: {}}}}",
        "responses: {400: {description: x, content: {application/json: {}}}}",
    ),
    "response-media-name": (
        *("response-media-type-name-changed", ""),
        "responses: {200: {description: x, content: {application/json; v=1: {}}}}",
        "responses: {200: {description: x, content: {application/json; v=2: {}}}}",
    ),
    "response-schema": (
        *("response-body-media-type-schema-added", "response-body-media-type-schema-removed"),
        "responses: {200: {description: x, content: {application/json: {}}}}",
        "responses: {200: {description: x, content: {application/json: {schema: {type: string}}}}}",
    ),
    "header": (
        *("response-header-added", "required-response-header-removed"),
        "responses: {200: {description: x}}",
        "responses: {200: {description: x, headers: {X-Id: {required: true, schema: {type: string}}}}}",
    ),
    "header-optional": (
        *("response-header-added", "optional-response-header-removed"),
        "responses: {200: {description: x}}",
        "responses: {200: {description: x, headers: {X-Id: {schema: {type: string}}}}}",
    ),
    "security": (
        *("api-security-became-required", ""),
        *("security: []", "security: [{key: []}]"),
    ),
    "alternative": (
        *("api-security-added", "api-security-removed"),
        *("security: [{key: []}]", "security: [{key: []}, {token: []}]"),
    ),
    "scope": (
        *("api-security-scope-added", "api-security-scope-removed"),
        *("security: [{login: [read]}]", "security: [{login: [read, write]}]"),
    ),
    "callback": (
        *("callback-added", "callback-removed", ""),
        'callbacks: {paid: {"{$request.body#/url}": {post: {responses: {200: {description: x}}}}}}',
    ),
    "refused": (
        *("api-credentials-refused", "", "security: [{key: []}]", "security: [{token: []}]"),
    ),
}


def _login(flows: str) -> str:
    return f"components: {{securitySchemes: {{login: {{type: oauth2, flows: {flows}}}}}}}"


_DOCUMENT: Mapping[str, tuple[str, str, str, str]] = {
    "endpoint": (
        *("endpoint-added", "api-path-removed-without-deprecation", ""),
        "paths: {/refunds: {get: {responses: {200: {description: x}}}}}",
    ),
    "endpoint-method": (
        *("endpoint-added", "api-removed-without-deprecation"),
        "paths: {/refunds: {get: {responses: {200: {description: x}}}}}",
        "paths: {/refunds: {get: {responses: {200: {description: x}}}, put: {responses: {200: {description: x}}}}}",
    ),
    "endpoint-deprecated": (
        *("api-path-removed-with-deprecation", ""),
        "paths: {/refunds: {get: {deprecated: true, responses: {200: {description: x}}}}}",
        "",
    ),
    "endpoint-moved": (
        *("endpoint-moved", ""),
        "paths: {/refunds: {get: {operationId: a, responses: {200: {description: x}}}}}",
        "paths: {/returns: {get: {operationId: a, responses: {200: {description: x}}}}}",
    ),
    "schema": (*("api-schema-removed", "", "components: {schemas: {Refund: {type: object}}}", ""),),
    "webhook": (
        *("webhook-added", "webhook-removed", ""),
        "webhooks: {paid: {post: {responses: {200: {description: x}}}}}",
    ),
    "server": (
        *("server-added", "server-removed"),
        "servers: [{url: https://a.example.com}]",
        "servers: [{url: https://a.example.com}, {url: https://b.example.com}]",
    ),
    "server-changed": (
        *("server-changed", ""),
        "servers: [{url: https://a.example.com}]",
        "servers: [{url: https://b.example.com}]",
    ),
    "server-variable": (
        *("server-variable-value-added", "server-variable-value-removed"),
        'servers: [{url: "https://{r}.example.com", variables: {r: {default: eu, enum: [eu]}}}]',
        'servers: [{url: "https://{r}.example.com", variables: {r: {default: eu, enum: [eu, us]}}}]',
    ),
    "scheme": (
        *("api-security-component-added", "api-security-component-removed"),
        "components: {securitySchemes: {}}",
        "components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}",
    ),
    "flow": (
        *("api-security-component-oauth-flow-added", "api-security-component-oauth-flow-removed"),
        *(
            _login("{}"),
            _login("{clientCredentials: {tokenUrl: https://a.example.com, scopes: {}}}"),
        ),
    ),
    "token-url": (
        *("api-security-component-oauth-token-url-changed", ""),
        _login("{clientCredentials: {tokenUrl: https://a.example.com, scopes: {}}}"),
        _login("{clientCredentials: {tokenUrl: https://b.example.com, scopes: {}}}"),
    ),
    "oauth-scope": (
        *("api-security-component-oauth-scope-added", "api-security-component-oauth-scope-removed"),
        _login("{clientCredentials: {tokenUrl: https://a.example.com, scopes: {}}}"),
        _login("{clientCredentials: {tokenUrl: https://a.example.com, scopes: {read: Read.}}}"),
    ),
    "global": (
        *("api-global-security-added", "api-global-security-removed"),
        *("security: [{key: []}]", "security: [{key: []}, {token: []}]"),
    ),
    "global-scope": (
        *("api-global-security-scope-added", "api-global-security-scope-removed"),
        *("security: [{login: [read]}]", "security: [{login: [read, write]}]"),
    ),
    "scheme-type": (
        *("api-security-component-type-changed", ""),
        "components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}",
        "components: {securitySchemes: {key: {type: http, scheme: bearer}}}",
    ),
}


_REQUEST = "requestBody: {{content: {{application/json: {{schema: {{type: object, {}}}}}}}}}"
_RESPONSE = "responses: {{200: {{description: x, content: {{application/json: {{schema: {{type: object, {}}}}}}}}}}}"
_NONE, _SOME = "properties: {}", "properties: {note: {type: string}}"
_ALL = "required: [note], properties: {note: {type: string}}"
_DEFAULT = "required: [note], properties: {note: {type: string, default: a}}"
_SECRET = "properties: {note: {type: string, writeOnly: true}}"

_PROPERTIES: Mapping[str, tuple[str, str, str, str, str]] = {
    "optional": (
        _REQUEST,
        "new-optional-request-property",
        "request-property-removed",
        _NONE,
        _SOME,
    ),
    "required": (_REQUEST, "new-required-request-property", "", _NONE, _ALL),
    "default": (_REQUEST, "new-required-request-property-with-default", "", _NONE, _DEFAULT),
    "need": (
        *(_REQUEST, "request-property-became-required-with-default", ""),
        *(_DEFAULT.replace("required: [note], ", ""), _DEFAULT),
    ),
    **{
        f"response-{need}{kind}": (
            _RESPONSE,
            f"response-{need}-{kind}property-added",
            f"response-{need}-{kind}property-removed",
            _NONE,
            there if need == "optional" else f"required: [note], {there}",
        )
        for need in ("optional", "required")
        for kind, there in (("", _SOME), ("write-only-", _SECRET))
    },
    "secret-need": (
        *(_RESPONSE, "response-write-only-property-became-required"),
        *("response-write-only-property-became-optional", _SECRET, f"required: [note], {_SECRET}"),
    ),
    **{
        f"{side}-{need}-{kind}": (
            _REQUEST if side == "request" else _RESPONSE,
            f"{side}-{need}-property-became-{kind}-only",
            f"{side}-{need}-property-became-not-{kind}-only",
            _SOME if need == "optional" else _ALL,
            (_SOME if need == "optional" else _ALL).replace("string", f"string, {kind}Only: true"),
        )
        for side in ("request", "response")
        for need in ("optional", "required")
        for kind in ("read", "write")
    },
}
"""What happens to a property: what it stands in, and then as above."""


def examples() -> Iterator[tuple[str, str, str, bool]]:
    """Rules with what stands before and after, and whether in the document as a whole and not in an operation."""
    properties = (
        (there, back, whole.format(before), whole.format(after))
        for whole, there, back, before, after in _PROPERTIES.values()
    )
    told: set[str] = set()
    for is_document, pairs in (
        (False, (*_PAIRS.values(), *properties)),
        (True, _DOCUMENT.values()),
    ):
        for there, back, before, after in pairs:
            for rule, one, other in ((there, before, after), (back, after, before)):
                if rule and rule not in told:
                    told.add(rule)
                    yield rule, one, other, is_document
