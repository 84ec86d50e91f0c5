"""Security schemes and credentials to what is added to a request."""

import base64
import os
from collections.abc import Mapping, Sequence
from typing import Literal, assert_never

from msgspec import Struct

from .errors import MissingCredentialsError
from .secret import Secret

Location = Literal["header", "query", "cookie"]


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


Scheme = ApiKey | Basic | Bearer
Security = tuple[tuple[str, ...], ...]
"""Alternatives, each the names of the schemes that are needed together."""


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

    An argument goes before its environment variable, which is read at this moment. `presented` has what `given` alone
    is enough for. Raises `MissingCredentialsError`.
    """
    if not security:
        return ()
    for alternative in security:
        found = [presented.get(name) or credential(schemes[name], given) for name in alternative]
        if found and all(found):
            return tuple(made for made in found if made)
    if () in security:
        return ()
    ways = [" and ".join(_wanted(schemes[name]) for name in way) for way in security]
    raise MissingCredentialsError("missing credentials: give " + "; or ".join(ways))


def presented(
    schemes: Mapping[str, Scheme], given: Mapping[str, Secret]
) -> Mapping[str, Credential]:
    """The credential of each scheme whose arguments are all given."""
    complete = {k: s for k, s in schemes.items() if all(a in given for a in s.arguments)}
    found = {name: credential(scheme, given) for name, scheme in complete.items()}
    return {name: made for name, made in found.items() if made is not None}


def credential(scheme: Scheme, given: Mapping[str, Secret]) -> Credential | None:
    """What a scheme adds to a request, if its credentials are there."""
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
        case Bearer():
            return Credential("header", "Authorization", Secret(f"Bearer {parts[0].reveal()}"))
        case _:
            assert_never(scheme)


def _from_environment(variable: str | None) -> Secret | None:
    text = os.environ.get(variable) if variable else None
    return Secret(text) if text else None


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
