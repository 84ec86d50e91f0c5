"""An operation with its arguments to the request that is sent, checked before anything is sent."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote
from uuid import uuid4

from msgspec import Struct

from .auth import Credential, by_choice, credentials_for
from .base_url import BaseURL
from .errors import RequestValidationError
from .heading import Heading, own_fields
from .mismatch import Mismatch
from .misspelling import may_be_misspelt, misspelt
from .operation import Operation
from .parameters import cookie_pairs, fill, header_fields, query_string
from .payload import Payload, payload_of
from .redaction import MASK, shown_query
from .secret import Secret
from .terms import Terms
from .unset import UNSET
from .upload import Upload

LONGEST_TARGET: Final = 60_000
LONGEST_SHOWN: Final = 120


class Arguments(Struct, frozen=True):
    """What a caller gave to a method, by where it goes."""

    path: Sequence[object] = ()
    query: Mapping[str, object] = {}
    headers: Mapping[str, object] = {}
    body: object = UNSET
    cookies: Mapping[str, object] = {}
    media: str | None = None
    link: Secret | None = None
    """An address that an answer gave, in place of the operation's own."""
    last_event: str | None = None
    """The id of the event behind which a stream goes on."""

    def __repr__(self) -> str:
        return "Arguments(...)"


class Outgoing(Struct, frozen=True):
    """One request. It shows method and address; never the query, the header values or the body."""

    method: str
    base: BaseURL
    path: str
    query: Secret | None
    fields: Heading
    body: bytes | Upload | None
    credentials: tuple[Credential, ...] = ()
    operation: Operation[Any] | None = None
    """What it is a request of."""
    hidden: frozenset[str] = frozenset()
    """The names in the query whose values are secret."""

    @property
    def template(self) -> str:
        """The path as the description has it."""
        return "" if self.operation is None else self.operation.path

    @property
    def address(self) -> str:
        """Where it goes, without its query."""
        return self.base.origin + self.path

    @property
    def shown_address(self) -> str:
        """Where it goes, with a mask for what is secret in its query."""
        return self.address + self.shown_query()

    def shown_query(self, mask: str = MASK) -> str:
        """The query behind its mark, with a mask for what is secret in it; empty where there is none."""
        return f"?{shown_query(self.query.reveal(), self.hidden, mask)}" if self.query else ""

    @property
    def title(self) -> str:
        """The request in a message: method and path, cut where it is long."""
        path = self.path
        return f"{self.method} {path if len(path) <= LONGEST_SHOWN else path[:LONGEST_SHOWN] + '…'}"

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """What must not be shown in an error, should the service repeat it."""
        told = (value for _, value in self.fields.values() if isinstance(value, Secret))
        return (*told, *(credential.text for credential in self.credentials))

    def __repr__(self) -> str:
        return f"<Outgoing {self.title}>"


class Standing(Struct, frozen=True):
    """What all requests of an operation have in common: the credentials, and the fields of the header."""

    credentials: tuple[Credential, ...]
    fields: Heading
    has_query: bool
    """Whether anything always goes there: a credential, or what the description fixes."""
    hidden: frozenset[str]
    """The names in the query whose values are secret: credentials, and what the description calls a password."""

    def __repr__(self) -> str:
        return "Standing(...)"


def outgoing(
    terms: Terms,
    operation: Operation[Any],
    arguments: Arguments,
    base: BaseURL,
    extra_headers: Mapping[str, Secret],
    allow_insecure_http: bool,
) -> Outgoing:
    """The request of a call. Raises `RequestValidationError` or `MissingCredentialsError`."""
    path = base.prefix + fill(operation.path, arguments.path, operation.segments)
    body = media = None
    if operation.body is not None:
        payload = _payload(terms, operation, arguments)
        body, media = payload or (None, None)
    is_usual = media is None or media in operation.media
    standing = _standing(terms, operation, media if is_usual else operation.media[0])
    credentials, fields = standing.credentials, standing.fields
    if credentials and not (base.is_private or allow_insecure_http):
        raise _refused(
            "base_url", "https, since credentials are sent (or `allow_insecure_http`)", "http"
        )
    once, last = operation.idempotency_header, arguments.last_event
    if extra_headers or arguments.headers or arguments.cookies or not is_usual or once or last:
        fields = own_fields(terms.api.name, terms.api.version, media)
        fields.accept(operation.accept)
        fields.put_all(header_fields(operation.headers, arguments.headers))
        fields.put_credentials(credentials, cookie_pairs(operation.cookies, arguments.cookies))
        fields.put_all(extra_headers.items())
        if last is not None:
            fields.put("Last-Event-ID", Secret(last))
        if once is not None and once.lower().encode() not in fields:
            # Made here and not where requests are repeated: all attempts of a call have the same.
            fields.put(once, Secret(str(uuid4())))
    query = None
    if arguments.query or standing.has_query:
        given = query_string(operation.query, arguments.query)
        query = _query(operation.fixed_query, given, credentials)
    if len(path) + (len(query.reveal()) if query else 0) > LONGEST_TARGET:
        raise _refused("path", f"at most {LONGEST_TARGET} characters, with the query", "more")
    made = (operation.method, base, path or "/", query, fields, body, credentials)
    return Outgoing(*made, operation, standing.hidden)


def _payload(terms: Terms, operation: Operation[Any], arguments: Arguments) -> Payload | None:
    payload = payload_of(operation, arguments.body, arguments.media)
    if may_be_misspelt(arguments.body):
        for told in misspelt(operation.body, arguments.body):
            terms.log.warning("%s: %.200s", operation, told)
    return payload


def _standing(terms: Terms, operation: Operation[Any], media: str | None) -> Standing:
    """What does not change from call to call. Raises `MissingCredentialsError` or `RequestValidationError`."""
    key = (operation, media)
    known = terms.standing.get(key)
    if known is not None:
        return known
    api, security = terms.api, operation.security
    credentials = credentials_for(security, api.schemes, terms.given, terms.presented)
    fields = own_fields(api.name, api.version, media)
    fields.accept(operation.accept)
    fields.put_credentials(credentials)
    keys = [credential.name for credential in credentials if credential.location == "query"]
    passwords = (one.name for one in operation.query.values() if one.secret)
    has_query = bool(keys) or operation.fixed_query != ""
    made = Standing(credentials, fields, has_query, frozenset([*keys, *passwords]))
    # Others may come from environment variables, which are read at each call.
    first = by_choice(security, terms.presented)[0] if security else ()
    if not security or (first and terms.presented.keys() >= {*first}):
        terms.standing[key] = made
    return made


def _query(fixed: str, given: str, credentials: Iterable[Credential]) -> Secret | None:
    keys = [
        f"{quote(credential.name, safe='')}={quote(credential.text.reveal(), safe='')}"
        for credential in credentials
        if credential.location == "query"
    ]
    text = "&".join(filter(None, [fixed, given, *keys]))
    return Secret(text) if text else None


def _refused(name: str, expected: str, got: str) -> RequestValidationError:
    return RequestValidationError(Mismatch(name, expected, got))
