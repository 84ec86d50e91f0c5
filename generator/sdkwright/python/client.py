"""The views of `client.py`: what the API is, and the two classes that call it."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir.model import Api, Flow, Scheme, SchemeKind
from .code import Code, code, compose, docstring, identifier, join, literal, tuple_of
from .docs import described, paragraphs, section, source
from .imports import Import, import_block
from .names import Names, ResourceName
from .parameters import keyword
from .resources import about
from .servers import declared_servers, given_variables, variable_arguments, variable_texts
from .views import ClientModuleView, ClientView, ResourceLinkView
from .words import constant

_SCHEMES = {
    SchemeKind.API_KEY: "ApiKey",
    SchemeKind.BASIC: "Basic",
    SchemeKind.BEARER: "Bearer",
    SchemeKind.HTTP: "HttpAuthentication",
    SchemeKind.OAUTH2: "OAuth2",
    SchemeKind.OPEN_ID: "OpenIdConnect",
    SchemeKind.MUTUAL_TLS: "MutualTLS",
}

TOKENS = (SchemeKind.BEARER, SchemeKind.OAUTH2, SchemeKind.OPEN_ID)

_COMMON = (
    "Api",
    "Client",
    "AsyncClient",
    "HttpClient",
    "AsyncHttpClient",
    "Middleware",
    "AsyncMiddleware",
    "OnMismatch",
    "Timeout",
    "DEFAULT_TIMEOUT",
)
"""What every client module imports from the runtime."""

_SETTINGS = (
    ("base_url", "Another address than the documented ones, such as a proxy or a test server."),
    ("timeout", "Seconds for each phase of a call, or a `Timeout`."),
    ("retries", "How often a call that is safe to repeat is tried again."),
    (
        "strict",
        "Raise `DecodingError` where an answer disagrees with the document, instead of keeping what came.",
    ),
    ("http_client", "Your own HTTP client; it is used as it is and never closed."),
    ("on_mismatch", "Called with the places where an answer disagrees with the document."),
    ("middleware", "Callables around each sending of a request; the first is the outermost."),
    (
        "allow_insecure_http",
        "Send credentials over plain http too, and not only to this machine.",
    ),
)


def client_view(api: Api, names: Names, runtime: str) -> ClientModuleView:
    """Everything that `client.py` shows. `runtime` is the module path of the runtime as seen from there."""
    needs: set[Import] = set()
    if names.resources:
        needs |= {Import("functools", "cached_property"), Import("typing", "TYPE_CHECKING")}
    needs |= {Import(runtime, name) for name in _COMMON}
    needs.add(Import("collections.abc", "Sequence"))
    needs |= {Import(runtime, _SCHEMES[scheme.kind]) for scheme in api.schemes.values()}
    if any(scheme.kind is SchemeKind.MUTUAL_TLS for scheme in api.schemes.values()):
        needs.add(Import(runtime, "ClientCertificate"))
    if any(scheme.kind in TOKENS for scheme in api.schemes.values()):
        needs.add(Import(runtime, "TokenSource"))
    if any(scheme.flows for scheme in api.schemes.values()):
        needs.add(Import(runtime, "OAuthFlow"))
    if _has_choice(api) or any("Literal[" in a for a in variable_arguments(api, names)):
        needs.add(Import("typing", "Literal"))
    return ClientModuleView(
        docstring(f"The clients of {api.title}.", 0),
        import_block(needs),
        tuple(
            compose(
                "from .resources.{} import {}, {}",
                identifier(r.module),
                identifier(r.async_),
                identifier(r.sync),
            )
            for r in sorted(names.resources, key=lambda r: r.module)
        ),
        _api(api, names),
        (_client(api, names, asynchronous=False), _client(api, names, asynchronous=True)),
    )


def _api(api: Api, names: Names) -> tuple[Code, ...]:
    schemes = [
        compose("{}: {}", literal(s.name), _scheme(s, api, names)) for s in api.schemes.values()
    ]
    return (
        compose("name={}", literal(api.name)),
        compose("title={}", literal(api.title)),
        compose("version={}", literal(api.version)),
        *declared_servers(api, names),
        compose("schemes={{{}}}", join(", ", schemes)),
    )


def _scheme(scheme: Scheme, api: Api, names: Names) -> Code:
    arguments = names.credentials[scheme.name]
    told = [*_facts(scheme)]
    if arguments:
        variables = (literal(variable(api, argument)) for argument in arguments)
        told.append(keyword("arguments", tuple_of(map(literal, arguments))))
        if scheme.kind is not SchemeKind.MUTUAL_TLS:
            told.append(keyword("environment", tuple_of(variables)))
    return compose("{}({})", identifier(_SCHEMES[scheme.kind]), join(", ", told))


def _facts(scheme: Scheme) -> Iterator[Code]:
    match scheme.kind:
        case SchemeKind.API_KEY:
            yield literal(scheme.wire or scheme.name)
            yield keyword(
                "location", literal(str(scheme.location) if scheme.location else "header")
            )
        case SchemeKind.HTTP | SchemeKind.OPEN_ID:
            yield literal(scheme.wire or "")
        case SchemeKind.OAUTH2:
            if scheme.flows:
                flows = [compose("{}: {}", literal(f.name), _flow(f)) for f in scheme.flows]
                yield compose("{{{}}}", join(", ", flows))
            if scheme.wire:
                yield keyword("metadata_url", literal(scheme.wire))
        case _:
            pass


def _flow(flow: Flow) -> Code:
    said = {
        "token_url": flow.token_url,
        "refresh_url": flow.refresh_url,
        "authorization_url": flow.authorization_url,
    }
    given = [keyword(name, literal(url)) for name, url in said.items() if url]
    return compose("OAuthFlow({})", join(", ", given))


def variable(api: Api, argument: str) -> str:
    """The environment variable that a credential is read from where the argument is not given."""
    return f"{constant(api.name)}_{constant(argument)}"


def _client(api: Api, names: Names, *, asynchronous: bool) -> ClientView:
    credentials = [
        (argument, _credential_type(scheme))
        for scheme in api.schemes.values()
        for argument in names.credentials[scheme.name]
    ]
    return ClientView(
        identifier(names.async_client if asynchronous else names.client),
        code("AsyncClient") if asynchronous else code("Client"),
        code("AsyncHttpClient") if asynchronous else code("HttpClient"),
        code("AsyncMiddleware") if asynchronous else code("Middleware"),
        docstring(_text(api, names, asynchronous=asynchronous), 4),
        (
            *(
                compose("{}: {} | None = None", identifier(name), type_)
                for name, type_ in credentials
            ),
            *variable_arguments(api, names),
        ),
        compose(
            "{{{}}}",
            join(", ", [compose("{}: {}", literal(c), identifier(c)) for c, _ in credentials]),
        ),
        _environment(api, names),
        given_variables(api, names),
        _base_url(api),
        tuple(_link(api, resource, asynchronous=asynchronous) for resource in names.resources),
    )


def _credential_type(scheme: Scheme) -> Code:
    if scheme.kind is SchemeKind.MUTUAL_TLS:
        return code("ClientCertificate")
    if scheme.kind in TOKENS:
        return code("str | TokenSource")
    return code("int | str") if scheme.numeric else code("str")


def _has_choice(api: Api) -> bool:
    """Whether callers choose a server: of a single one only where the document has named it."""
    return len(api.servers) > 1 or any(server.name for server in api.servers)


def _environment(api: Api, names: Names) -> Code | None:
    if not _has_choice(api):
        return None
    choices = join(", ", map(literal, names.environments))
    return compose("environment: Literal[{}] = {}", choices, literal(names.environments[0]))


def _base_url(api: Api) -> Code:
    """The argument for an address; it must be given where the document knows none."""
    is_known = api.servers or (
        api.operations and all(operation.servers for operation in api.operations)
    )
    return code("base_url: str | None = None") if is_known else code("base_url: str")


def _link(api: Api, resource: ResourceName, *, asynchronous: bool) -> ResourceLinkView:
    return ResourceLinkView(
        identifier(resource.module),
        identifier(resource.async_ if asynchronous else resource.sync),
        identifier(resource.module),
        docstring(about(api, resource), 8),
    )


def _text(api: Api, names: Names, *, asynchronous: bool) -> str:
    entries: list[tuple[str, str]] = []
    for scheme in api.schemes.values():
        for argument in names.credentials[scheme.name]:
            told = described(scheme.doc, _credential(scheme, argument))
            if scheme.kind is not SchemeKind.MUTUAL_TLS:
                told += f" Read from `{variable(api, argument)}` where it is not given."
            told += " Deprecated." if scheme.doc.deprecated else ""
            entries.append((argument, told))
    entries += variable_texts(api, names)
    if _has_choice(api):
        places = ", ".join(
            f"`{n}` is {s.url}" for n, s in zip(names.environments, api.servers, strict=True)
        )
        entries.append(("environment", f"Which server to talk to: {places}."))
    title = f"{api.title}, version {api.version}{', for use with asyncio' if asynchronous else ''}."
    return paragraphs(
        title,
        described(api.doc, ""),
        section("Args", [*entries, *_SETTINGS], 4),
        source(api.origin.source),
    )


def _credential(scheme: Scheme, argument: str) -> str:
    part = argument.rpartition("_")[2]
    return {
        SchemeKind.API_KEY: f"Sent as `{scheme.wire}`.",
        SchemeKind.BASIC: f"The {part} of HTTP basic authentication.",
        SchemeKind.BEARER: "Sent as a bearer token; or a callable that gives the token of the moment.",
        SchemeKind.HTTP: f"Sent as `Authorization: {scheme.wire} …`.",
        SchemeKind.OAUTH2: "An access token, a callable that gives one, or a grant of OAuth2.",
        SchemeKind.OPEN_ID: "An access token, a callable that gives one, or a grant of OpenID Connect.",
        SchemeKind.MUTUAL_TLS: "The certificate of the client, unless `http_client` has one.",
    }[scheme.kind]
