"""An operation with its arguments to the request that is sent, checked before anything is sent."""

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final
from urllib.parse import quote

from msgspec import Struct

from . import codec
from .auth import Credential, credentials_for
from .base_url import BaseURL
from .errors import RequestValidationError
from .headers import RESERVED, is_field_name, is_field_value
from .mismatch import Mismatch
from .operation import Api, Operation
from .parameters import fill, header_fields, query_string
from .secret import Secret
from .unset import UNSET

LONGEST_TARGET: Final = 60_000
LONGEST_SHOWN: Final = 120

Field = tuple[bytes, bytes | Secret]
"""A header field: ours as bytes, a caller's as a secret."""


class Arguments(Struct, frozen=True):
    """What a caller gave to a method, by where it goes."""

    path: Sequence[object] = ()
    query: Mapping[str, object] = {}
    headers: Mapping[str, object] = {}
    body: object = UNSET

    def __repr__(self) -> str:
        return "Arguments(...)"


class Outgoing(Struct, frozen=True):
    """One request. It shows method and address; never the query, the header values or the body."""

    method: str
    base: BaseURL
    path: str
    query: Secret | None
    fields: Mapping[bytes, Field]
    body: bytes | None

    @property
    def address(self) -> str:
        """Where it goes, without its query."""
        return self.base.origin + self.path

    @property
    def title(self) -> str:
        """The request in a message: method and path, cut where it is long."""
        path = self.path
        return f"{self.method} {path if len(path) <= LONGEST_SHOWN else path[:LONGEST_SHOWN] + '…'}"

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """What must not be shown in an error, should the service repeat it."""
        return tuple(value for _, value in self.fields.values() if isinstance(value, Secret))

    def __repr__(self) -> str:
        return f"<Outgoing {self.title}>"


def outgoing(
    api: Api,
    operation: Operation[Any],
    arguments: Arguments,
    base: BaseURL,
    given: Mapping[str, Secret],
    presented: Mapping[str, Credential],
    extra_headers: Mapping[str, Secret],
    allow_insecure_http: bool,
) -> Outgoing:
    """The request of a call. Raises `RequestValidationError` or `MissingCredentialsError`."""
    path = base.prefix + fill(operation.path, arguments.path)
    body = None
    if operation.body is not None:
        body = codec.encode_body(operation.body, arguments.body, operation.body_required)
    credentials = credentials_for(operation.security, api.schemes, given, presented)
    if credentials and not (base.is_private or allow_insecure_http):
        raise _refused(
            "base_url", "https, since credentials are sent (or `allow_insecure_http`)", "http"
        )
    fields = dict(_own_fields(api.name, api.version, body is not None))
    _put_all(fields, header_fields(operation.headers, arguments.headers))
    _put_credentials(fields, credentials)
    if extra_headers:
        _put_all(fields, extra_headers.items())
    query = _query(query_string(operation.query, arguments.query), credentials)
    if len(path) + (len(query.reveal()) if query else 0) > LONGEST_TARGET:
        raise _refused("path", f"at most {LONGEST_TARGET} characters, with the query", "more")
    return Outgoing(operation.method, base, path or "/", query, fields, body)


@lru_cache(maxsize=128)
def _own_fields(name: str, version: str, has_body: bool) -> Mapping[bytes, Field]:
    product = "/".join(
        re.sub(r"[^!#$%&'*+\-.^_`|~0-9A-Za-z]+", "-", part) or "-" for part in (name, version)
    )
    python = f"python/{sys.version_info.major}.{sys.version_info.minor}"
    fields: dict[bytes, Field] = {
        b"accept": (b"Accept", b"application/json"),
        # Only what we unpack ourselves, so that the size limit and a cut-off body are noticed.
        b"accept-encoding": (b"Accept-Encoding", b"gzip, deflate"),
        b"user-agent": (b"User-Agent", f"{product} {python}".encode("ascii")),
    }
    if has_body:
        fields[b"content-type"] = (b"Content-Type", b"application/json")
    return fields


def _put_all(fields: dict[bytes, Field], pairs: Iterable[tuple[str, Secret]]) -> None:
    for name, text in pairs:
        if name.lower() in RESERVED:
            raise _refused(name, "a header that does not steer the connection", "header")
        _put(fields, name, text)


def _put_credentials(fields: dict[bytes, Field], credentials: Iterable[Credential]) -> None:
    cookies: list[str] = []
    for credential in credentials:
        if credential.location == "header":
            _put(fields, credential.name, credential.text)
        elif credential.location == "cookie":
            if not _COOKIE.fullmatch(credential.text.reveal()):
                raise _refused(credential.name, "a cookie value (RFC 6265)", "another text")
            cookies.append(f"{credential.name}={credential.text.reveal()}")
    if cookies:
        fields[b"cookie"] = (b"Cookie", Secret("; ".join(cookies)))


_COOKIE: Final = re.compile(r"[!#-+\--:<-\[\]-~]+")


def _put(fields: dict[bytes, Field], name: str, text: Secret) -> None:
    wire_name, key = _names(name)
    if not key:
        raise _refused(name, "a header name (RFC 9110)", "another text")
    if not is_field_value(text.reveal()):
        expected = "a header value: Latin-1, without line breaks or surrounding space"
        raise _refused(name, expected, "another text")
    fields[key] = (wire_name, text)


@lru_cache(maxsize=256)
def _names(name: str) -> tuple[bytes, bytes]:
    """A header name as it is sent and in lower case; nothing for what is no header name."""
    wire_name = name.encode("ascii") if is_field_name(name) else b""
    return wire_name, wire_name.lower()


def _query(text: str, credentials: Iterable[Credential]) -> Secret | None:
    keys = [
        f"{quote(credential.name, safe='')}={quote(credential.text.reveal(), safe='')}"
        for credential in credentials
        if credential.location == "query"
    ]
    whole = "&".join([text, *keys] if text else keys)
    return Secret(whole) if whole else None


def _refused(name: str, expected: str, got: str) -> RequestValidationError:
    return RequestValidationError(Mismatch(name, expected, got))
