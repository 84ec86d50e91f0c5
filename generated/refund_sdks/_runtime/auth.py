"""Security schemes and credentials to what is added to a request."""

import base64
import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias, assert_never

from msgspec import Struct

from .errors import MissingCredentialsError
from .secret import Secret

if TYPE_CHECKING:
    from .grants import TokenSource

Location = Literal["header", "query", "cookie", "connection"]
"""Where a credential travels; `connection` for a certificate, which no request shows."""


class ApiKey(Struct, frozen=True):
    """A key in a header, the query or a cookie.

    `arguments` are the constructor's, `environment` the variables that stand in for them, one each.
    """

    name: str
    location: Location = "header"
    arguments: tuple[str, ...] = ()
    environment: tuple[str, ...] = ()


class Basic(Struct, frozen=True):
    """A user name and a password (RFC 7617)."""

    arguments: tuple[str, ...] = ("username", "password")
    environment: tuple[str, ...] = ()


class Bearer(Struct, frozen=True):
    """A token (RFC 6750)."""

    arguments: tuple[str, ...] = ("token",)
    environment: tuple[str, ...] = ()


class HttpAuthentication(Struct, frozen=True):
    """Any other scheme of HTTP authentication (RFC 9110 §11): what is given stands behind its name, as it is."""

    scheme: str
    arguments: tuple[str, ...] = ()
    environment: tuple[str, ...] = ()


class OAuthFlow(Struct, frozen=True):
    """Where a flow of OAuth2 gets its tokens (RFC 6749 §3)."""

    token_url: str | None = None
    refresh_url: str | None = None
    authorization_url: str | None = None


class OAuth2(Struct, frozen=True):
    """An access token of OAuth2, sent as RFC 6750 says. `flows` are the ways to get one, by name; what they leave open the
    server describes at `metadata_url` (RFC 8414).
    """

    flows: Mapping[str, OAuthFlow] = {}
    arguments: tuple[str, ...] = ("token",)
    environment: tuple[str, ...] = ()
    metadata_url: str | None = None


class OpenIdConnect(Struct, frozen=True):
    """An access token whose issuer is described at `url` (OpenID Connect Discovery 1.0)."""

    url: str
    arguments: tuple[str, ...] = ("token",)
    environment: tuple[str, ...] = ()


class MutualTLS(Struct, frozen=True):
    """A certificate that connections are made with: a `ClientCertificate`, else that of the caller's HTTP client."""

    arguments: tuple[str, ...] = ("client_certificate",)
    environment: tuple[str, ...] = ()


class ClientCertificate(Struct, frozen=True):
    """A certificate in a PEM file, with its key there or in a file of its own, which `password` opens."""

    file: str
    key: str | None = None
    password: str | None = None

    def __repr__(self) -> str:
        return f"ClientCertificate({self.file!r})"


Scheme = ApiKey | Basic | Bearer | HttpAuthentication | OAuth2 | OpenIdConnect | MutualTLS
Security = tuple[tuple[str, ...], ...]
"""Alternatives, each the names of the schemes that are needed together."""


Given: TypeAlias = "str | int | ClientCertificate | TokenSource | None"
"""What a caller gives for an argument of a scheme."""


class Credential(Struct, frozen=True):
    """One text to add to a request."""

    location: Location
    name: str
    text: Secret


def credentials_for(
    security: Security,
    schemes: Mapping[str, Scheme],
    given: Mapping[str, Secret],
    presented: Mapping[str, Credential],
) -> tuple[Credential, ...]:
    """What the first alternative adds whose credentials are all there; nothing where none is needed.

    What the caller gave goes before environment variables, which are read at this moment. `presented` has what `given`
    alone is enough for. Raises `MissingCredentialsError`.
    """
    if not security:
        return ()
    for alternative in by_choice(security, presented):
        found = [presented.get(name) or credential(schemes[name], given) for name in alternative]
        if found and all(found):
            return tuple(made for made in found if made)
    if () in security:
        return ()
    ways = [" and ".join(_wanted(schemes[name]) for name in way) for way in security]
    raise MissingCredentialsError("missing credentials: give " + "; or ".join(ways))


def by_choice(security: Security, presented: Mapping[str, Credential]) -> Security:
    """The alternatives in the order in which they are tried: those of which the caller gave something go first."""
    if len(security) == 1:
        return security
    return tuple(sorted(security, key=lambda way: presented.keys().isdisjoint(way)))


def presented(
    schemes: Mapping[str, Scheme], given: Mapping[str, Secret]
) -> Mapping[str, Credential]:
    """The credential of each scheme whose arguments are all given."""
    complete = {k: s for k, s in schemes.items() if all(a in given for a in s.arguments)}
    found = {name: credential(scheme, given) for name, scheme in complete.items()}
    return {name: made for name, made in found.items() if made is not None}


def credential(scheme: Scheme, given: Mapping[str, Secret]) -> Credential | None:
    """What a scheme adds to a request, if its credentials are there."""
    if isinstance(scheme, MutualTLS):
        return Credential(
            "connection", "", Secret("")
        )  # whoever has none learns it from the service
    variables: Sequence[str | None] = scheme.environment or (None,) * len(scheme.arguments)
    pairs = zip(scheme.arguments, variables, strict=True)
    texts = [given.get(argument) or _from_environment(variable) for argument, variable in pairs]
    parts = [text for text in texts if text is not None]
    if len(parts) != len(texts):
        return None
    match scheme:
        case ApiKey(name, location):
            return Credential(location, name, parts[0])
        case Basic():
            return Credential("header", "Authorization", _basic(*parts))
        case Bearer() | OAuth2() | OpenIdConnect():
            return Credential("header", "Authorization", _behind("Bearer", parts[0]))
        case HttpAuthentication(name):
            return Credential("header", "Authorization", _behind(name, parts[0]))
        case _:
            assert_never(scheme)


def _from_environment(variable: str | None) -> Secret | None:
    text = os.environ.get(variable) if variable else None
    return Secret(text) if text else None


def _behind(scheme: str, text: Secret) -> Secret:
    return Secret(f"{scheme} {text.reveal()}")


def _basic(user: Secret, password: Secret) -> Secret:
    pair = f"{user.reveal()}:{password.reveal()}".encode()
    return Secret("Basic " + base64.b64encode(pair).decode("ascii"))


def _wanted(scheme: Scheme) -> str:
    variables = scheme.environment or ("",) * len(scheme.arguments)
    wanted = [
        f"`{a}` (or {v})" if v else f"`{a}`"
        for a, v in zip(scheme.arguments, variables, strict=True)
    ]
    return " and ".join(wanted)
