"""The rules of the wire that are not about one schema: operations, parameters, bodies, responses, security, life cycle."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from .laws import WireRule, schema_rules
from .verdict import Wire

_B, _W, _C = Wire.BREAKING, Wire.WARNING, Wire.COMPATIBLE

_RULES: Mapping[str, tuple[Wire, str]] = {
    # --- operations
    "endpoint-added": (_C, "An operation is new."),
    "endpoint-moved": (_B, "An operation has another path or method; its operationId stays."),
    "api-path-removed-without-deprecation": (_B, "A path is gone that was not deprecated before."),
    "api-path-removed-with-deprecation": (_C, "A path is gone whose operations were deprecated."),
    "api-path-removed-before-sunset": (_B, "A path is gone before its sunset date."),
    "api-path-sunset-parse": (_B, "The sunset date of a removed path is no date."),
    "api-removed-without-deprecation": (_B, "An operation is gone that was not deprecated."),
    "api-removed-with-deprecation": (_C, "An operation is gone that was deprecated."),
    "api-removed-before-sunset": (_B, "An operation is gone before its sunset date."),
    "api-operation-id-removed": (_C, "The operationId is gone or another."),
    "api-operation-id-added": (_C, "The operation has an operationId now."),
    "api-tag-removed": (_C, "The operation no longer carries a tag."),
    "api-tag-added": (_C, "The operation carries another tag."),
    "api-schema-removed": (_C, "A schema under `components` is gone."),
    "webhook-added": (_C, "A webhook is new."),
    "webhook-removed": (_B, "A webhook is gone."),
    "callback-added": (_C, "A callback of an operation is new."),
    "callback-removed": (_B, "A callback of an operation is gone."),
    "server-changed": (_W, "The first server, which clients use by default, has another address."),
    "server-added": (_C, "A server is new."),
    "server-removed": (_W, "A server is gone."),
    "server-variable-value-added": (_C, "A variable of a server's address has a further value."),
    "server-variable-value-removed": (
        _W,
        "A variable of a server's address may no longer have a value.",
    ),
    "api-version-not-bumped": (_C, "The API has changed and `info.version` has not."),
    "api-version-decreased": (_C, "`info.version` is less than before."),
    "api-major-version-not-bumped": (_C, "A change breaks callers within a major version."),
    # --- life cycle
    "endpoint-deprecated": (_C, "An operation is deprecated."),
    "endpoint-deprecated-with-sunset": (_C, "An operation is deprecated, with a sunset date."),
    "endpoint-reactivated": (_C, "An operation is no longer deprecated."),
    "api-deprecated-sunset-parse": (_B, "The sunset date of a deprecated operation is no date."),
    "api-deprecated-sunset-missing": (_B, "A deprecated operation has no sunset date."),
    "api-sunset-date-too-small": (_B, "The sunset date comes sooner than the policy allows."),
    "sunset-deleted": (_B, "The sunset date of a deprecated operation is gone."),
    "api-sunset-date-changed-too-small": (_B, "The sunset date was moved nearer."),
    "api-stability-decreased": (_B, "An operation is promised to be less stable."),
    "api-stability-increased": (_C, "An operation is promised to be more stable."),
    "api-invalid-stability-level": (_B, "`x-stability-level` is none of those known."),
    "request-parameter-deprecated-with-sunset": (_C, "A parameter is deprecated, with a date."),
    "request-parameter-sunset-parse": (_B, "The sunset date of a parameter is no date."),
    "request-parameter-deprecated-sunset-missing": (_B, "A deprecated parameter has no sunset."),
    "request-parameter-sunset-date-too-small": (_B, "A parameter's sunset comes too soon."),
    "request-parameter-sunset-deleted": (_B, "The sunset date of a parameter is gone."),
    "request-parameter-sunset-date-changed-too-small": (_B, "A parameter's sunset is nearer."),
    **{
        f"{side}-property-{name}": row
        for side in ("request", "response")
        for name, row in {
            "deprecated-with-sunset": (_C, "A property is deprecated, with a sunset date."),
            "deprecated-sunset-missing": (_B, "A deprecated property has no sunset date."),
            "deprecated-sunset-invalid": (_B, "The sunset date of a property is no date."),
            "sunset-date-too-small": (_B, "A property's sunset comes too soon."),
            "stability-decreased": (_B, "A property is promised to be less stable."),
            "stability-increased": (_C, "A property is promised to be more stable."),
        }.items()
    },
    # --- parameters
    "new-required-request-parameter": (_B, "A parameter is new, and every request needs it."),
    "new-optional-request-parameter": (_C, "A parameter is new, and may be left out."),
    "new-required-request-default-parameter-to-existing-path": (
        _B,
        "A parameter of all operations of a path is new, and every request needs it.",
    ),
    "new-optional-request-default-parameter-to-existing-path": (
        _C,
        "A parameter of all operations of a path is new, and may be left out.",
    ),
    "new-required-request-header-property": (_B, "A header that is an object needs a property."),
    "request-header-property-became-required": (_B, "A property of a header must be sent now."),
    "request-header-property-became-enum": (_B, "A property of a header allows few values now."),
    "new-request-path-parameter": (_B, "A path parameter is new."),
    "request-parameter-removed": (_W, "A parameter is gone that was not deprecated."),
    "request-parameter-removed-with-deprecation": (_C, "A deprecated parameter is gone."),
    "request-parameter-removed-before-sunset": (_B, "A parameter is gone before its sunset."),
    "request-parameter-moved": (_B, "A parameter travels elsewhere: query, header or cookie."),
    "request-parameter-renamed": (_C, "A path parameter is called otherwise in the template."),
    "request-parameter-serialization-changed": (_B, "A parameter is written in another way."),
    # --- bodies
    "request-body-added-required": (_B, "A request must carry a body now."),
    "request-body-added-optional": (_C, "A request may carry a body now."),
    "request-body-removed": (_B, "A request carries no body any more."),
    "request-body-encoding-changed": (_B, "A part of a body is written in another way."),
    "response-body-encoding-changed": (_B, "A part of a body is written in another way."),
    "request-body-media-type-added": (_C, "A body may be sent in another media type."),
    "request-body-media-type-removed": (_B, "A body is no longer taken in a media type."),
    "request-body-media-type-schema-added": (_B, "A body that was not described is now."),
    "request-body-media-type-schema-removed": (_C, "A body is no longer described."),
    "new-required-request-property": (_B, "A property is new, and every request needs it."),
    "new-required-request-property-with-default": (
        _B,
        "A property is new and required, though it has a default.",
    ),
    "new-optional-request-property": (_C, "A property is new, and may be left out."),
    "request-property-removed": (_W, "A property is gone from a request."),
    "request-property-became-required-with-default": (
        _B,
        "A property must be sent now, though it has a default.",
    ),
    # --- responses
    "response-success-status-removed": (_B, "A status of success is no longer promised."),
    "response-success-status-added": (_C, "A status of success is new."),
    "response-non-success-status-removed": (_C, "A status of failure is no longer promised."),
    "response-non-success-status-added": (_C, "A status of failure is new."),
    "response-media-type-added": (_C, "A response may come in another media type."),
    "response-media-type-removed": (_B, "A response no longer comes in a media type."),
    "response-media-type-name-changed": (_C, "The parameters of a media type are others."),
    "response-media-type-name-generalized": (_B, "A media type became a more general one."),
    "response-media-type-name-specialized": (_C, "A media type became a more special one."),
    "response-body-media-type-schema-added": (_C, "A body that was not described is now."),
    "response-body-media-type-schema-removed": (_W, "A body is no longer described."),
    "response-header-added": (_C, "A header is new."),
    "required-response-header-removed": (_B, "A header is gone that was always there."),
    "optional-response-header-removed": (_W, "A header is gone that was sometimes there."),
    "response-required-property-removed": (_B, "A property is gone that was always there."),
    "response-optional-property-removed": (_W, "A property is gone that was sometimes there."),
    "response-required-property-added": (_C, "A property is new and always there."),
    "response-optional-property-added": (_C, "A property is new and sometimes there."),
    "response-required-write-only-property-removed": (_C, "A property never sent is gone."),
    "response-optional-write-only-property-removed": (_C, "A property never sent is gone."),
    "response-required-write-only-property-added": (_C, "A property never sent is new."),
    "response-optional-write-only-property-added": (_C, "A property never sent is new."),
    "response-write-only-property-became-optional": (_C, "A property never sent is optional."),
    "response-write-only-property-became-required": (_C, "A property never sent is required."),
    **{
        f"{side}-{need}-property-became-{turn}{kind}-only": (
            _W if (side, need, turn, kind) == ("response", "required", "not-", "write") else _C,
            f"A property is {'no longer ' if turn else ''}{kind}-only.",
        )
        for side in ("request", "response")
        for need in ("optional", "required")
        for turn in ("", "not-")
        for kind in ("read", "write")
    },
    # --- security
    "api-security-component-added": (_C, "A security scheme is new."),
    "api-security-component-removed": (_C, "A security scheme is gone."),
    "api-security-component-type-changed": (_C, "A security scheme is of another type."),
    "api-security-component-oauth-url-changed": (_C, "The authorization URL is another."),
    "api-security-component-oauth-token-url-changed": (_C, "The token URL is another."),
    "api-security-component-oauth-flow-added": (_C, "Tokens can be had by a further OAuth flow."),
    "api-security-component-oauth-flow-removed": (_W, "Tokens can't be had by an OAuth flow now."),
    "api-security-component-oauth-scope-added": (_C, "An OAuth scope is new."),
    "api-security-component-oauth-scope-removed": (_C, "An OAuth scope is gone."),
    "api-security-component-oauth-scope-changed": (_C, "An OAuth scope is described otherwise."),
    "api-security-added": (_C, "An operation can be called with other credentials."),
    "api-security-removed": (_C, "An operation no longer takes these credentials."),
    "api-security-scope-added": (_C, "An operation asks for a further scope."),
    "api-security-scope-removed": (_C, "An operation asks for a scope less."),
    "api-security-became-required": (_B, "An operation that anybody could call asks who calls."),
    "api-credentials-refused": (_B, "Credentials that let callers in are no longer enough."),
    "api-credentials-loosened": (_C, "An operation can be called with less than before."),
    "api-global-security-added": (_C, "The API can be called with other credentials."),
    "api-global-security-removed": (_C, "The API no longer takes these credentials."),
    "api-global-security-scope-added": (_C, "The API asks for a further scope."),
    "api-global-security-scope-removed": (_C, "The API asks for a scope less."),
}

_MEANS = {
    _B: "Callers that keep to the old contract can fail: make the new package before the server changes.",
    _W: "Callers that keep to the old contract may fail; whether they do depends on how they use it.",
    _C: "Callers that keep to the old contract go on.",
}


@cache
def wire_rules() -> Mapping[str, WireRule]:
    """Every rule of the wire by id."""
    own = {
        id_: WireRule(id_, verdict, f"{summary}\n\n{_MEANS[verdict]}")
        for id_, (verdict, summary) in _RULES.items()
    }
    return {**schema_rules(), **own}
