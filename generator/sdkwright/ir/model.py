"""The parts of an API: definitions, operations, security, examples."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from ..text.node import Plain
from .contents import Content
from .origin import Origin
from .paging import Paging
from .types import Constant, ScalarKind, Type
from .waiting import Start, Wait
from .writing import BodyKind, Part, Writing

if TYPE_CHECKING:
    from .hooks import Hook, Signature
    from .links import Link


class Doc(Struct, frozen=True):
    """What people read about a part: Markdown texts, unit, limits in the words of JSON Schema, deprecation.

    `notes` are English sentences on what the types can't carry: conditions, patterns of names, alternatives.
    """

    summary: str | None = None
    description: str | None = None
    unit: str | None = None
    limits: tuple[tuple[str, Constant], ...] = ()
    default: tuple[Constant, ...] = ()
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    secret: bool = False
    notes: tuple[str, ...] = ()


class Place(Struct, frozen=True):
    """What a definition can be named after: its key under `components`, or the owner and the way down from it.

    `given` is the component's key. Otherwise `owner` is the id of the definition or operation around it, and `steps`
    the roles on the way: property names, `[]` for an array's items, `{}` for a map's values, `request`, `200`, ….
    `pinned` is the name in code that the document insists on (`x-sdk: {name: …}`).
    """

    given: str | None = None
    owner: str | None = None
    steps: tuple[str, ...] = ()
    pinned: str | None = None


class Field(Struct, frozen=True):
    """A property of an object. Required and nullable (`type`) are separate facts; `pinned` as in `Place`.

    `also` are other wire names that it is read under; it is written under its own.
    """

    wire: str
    type: Type
    required: bool
    doc: Doc
    origin: Origin
    pinned: str | None = None
    also: tuple[str, ...] = ()


class Object(Struct, frozen=True):
    """An object with declared properties; unknown ones are kept, with values of type `extra` where that is said."""

    id: str
    place: Place
    fields: tuple[Field, ...]
    extra: Type | None
    doc: Doc
    origin: Origin


class Member(Struct, frozen=True):
    """A value of an enumeration, with the name and words that the document gives it."""

    value: Constant
    name: str | None = None
    description: str | None = None


class Enum(Struct, frozen=True):
    """A set of known values; unless it is closed others pass through."""

    id: str
    place: Place
    base: ScalarKind
    members: tuple[Member, ...]
    open: bool
    doc: Doc
    origin: Origin


class Alias(Struct, frozen=True):
    """A named type that is no object: an array, a map, a scalar."""

    id: str
    place: Place
    type: Type
    doc: Doc
    origin: Origin


Definition: TypeAlias = Object | Enum | Alias


class CallPart(StrEnum):
    """What of a call a definition describes that has its name from an operation."""

    PARAMETER = "parameter"
    BODY = "body"
    ANSWER = "answer"
    HEADERS = "headers"


def part_of_call(definition: Definition) -> CallPart:
    """Of a definition whose place is an operation: a parameter may be called like any other part, so its id decides."""
    step = definition.place.steps[0]
    if "/parameters/" in definition.id:
        return CallPart.PARAMETER
    if step in ("headers", "error headers"):
        return CallPart.HEADERS
    if step == "request":
        return CallPart.BODY
    return CallPart.ANSWER if step == "default" or step[:1].isdigit() else CallPart.PARAMETER


class Location(StrEnum):
    """Where a parameter or credential travels."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"


class Parameter(Struct, frozen=True):
    """An argument of an operation outside its body; `pinned` as in `Place`, `shown` are the values that the document prints."""

    wire: str
    location: Location
    type: Type
    required: bool
    writing: Writing
    doc: Doc
    origin: Origin
    pinned: str | None = None
    shown: tuple[Plain, ...] = ()


class Body(Struct, frozen=True):
    """What a request carries. `also` are further media types that take the same value; `ranged` says that the document
    names a range (`image/*`), of which the caller chooses.
    """

    media: str
    type: Type
    required: bool
    doc: Doc
    origin: Origin
    kind: BodyKind = BodyKind.JSON
    also: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    ranged: bool = False


class Response(Struct, frozen=True):
    """What may come back: `status` is `200`, `4XX` or `default`; no `contents` means that the body is not described.

    `authentication` marks a status that this API uses for failed authentication. `shared` is its id as a component.
    """

    status: str
    contents: tuple[Content, ...]
    authentication: bool
    doc: Doc
    origin: Origin
    headers: tuple[Parameter, ...] = ()
    shared: str | None = None

    @property
    def media(self) -> str | None:
        """The first media type, which is what a method asks for."""
        return self.contents[0].media if self.contents else None

    @property
    def type(self) -> Type | None:
        """What the body is decoded as; None where it is not described, or comes item by item."""
        first = self.contents[0] if self.contents else None
        return None if first is None or first.is_stream else first.type


class Described(Struct, frozen=True):
    """The headers that come with answers, and the definition of the object that they read as."""

    id: str
    headers: tuple[Parameter, ...]


class ServerVariable(Struct, frozen=True):
    """A part of an address that callers choose; `values` are the only ones, where any are listed."""

    name: str
    default: str | None
    values: tuple[str, ...]
    doc: Doc


class Server(Struct, frozen=True):
    """An address, with `{name}` for each variable; `name` is what the environment is called, where the document says so."""

    url: str
    name: str | None
    doc: Doc
    origin: Origin
    variables: tuple[ServerVariable, ...] = ()


class Pin(Struct, frozen=True):
    """What a document says an operation is called in code (`x-sdk`)."""

    resource: str | None = None
    method: str | None = None


class Operation(Struct, frozen=True):
    """A method on a path. `path` keeps the template as written; `security` is a choice (or) of sets (and) of schemes.

    `query` is what is always sent there, in percent-encoding: documents write `/orders?expand=all` to tell operations on
    one path apart.

    `other_bodies` are what it can carry in place of `body`. `form` is the media type where this stands for an operation
    with one of those (`ir/body_forms.py`). `servers` are its own, in place of those of the API. `paging` says that its answer
    is one page of a list. `idempotency_header` is the field that makes a repetition harmless. `resumes` says whether its
    events are asked for again where a connection breaks (None: as is usual for the method). `headers` come with its
    successes, `error_headers` with its failures; `links` are what can be called next. `waits` say when that is done which it
    reads, `start` that it begins something to wait for.
    """

    id: str
    method: str
    path: str
    given_id: str | None
    pin: Pin
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    body: Body | None
    responses: tuple[Response, ...]
    security: tuple[tuple[str, ...], ...]
    doc: Doc
    origin: Origin
    query: str = ""
    other_bodies: tuple[Body, ...] = ()
    form: str | None = None
    servers: tuple[Server, ...] = ()
    paging: Paging | None = None
    idempotency_header: str | None = None
    resumes: bool | None = None
    headers: Described | None = None
    error_headers: Described | None = None
    links: tuple[Link, ...] = ()
    waits: tuple[Wait, ...] = ()
    start: Start | None = None

    @property
    def target(self) -> str:
        """The path with that query."""
        return f"{self.path}?{self.query}" if self.query else self.path


class SchemeKind(StrEnum):
    """How a credential is presented. `HTTP` is any scheme of HTTP authentication but basic and bearer."""

    API_KEY = "apiKey"
    BASIC = "basic"
    BEARER = "bearer"
    HTTP = "http"
    OAUTH2 = "oauth2"
    OPEN_ID = "openIdConnect"
    MUTUAL_TLS = "mutualTLS"


class Flow(Struct, frozen=True):
    """A way to get an OAuth2 token: its name in the document, the addresses, and the scopes with what they permit."""

    name: str
    authorization_url: str | None
    token_url: str | None
    refresh_url: str | None
    scopes: tuple[tuple[str, str], ...]


class Scheme(Struct, frozen=True):
    """A security scheme; `location` and `wire` say where an API key travels and under which name.

    `wire` is also the name of an HTTP scheme, and the address of a discovery document. `numeric` says that the key is
    a whole number.
    """

    name: str
    kind: SchemeKind
    location: Location | None
    wire: str | None
    doc: Doc
    origin: Origin
    numeric: bool = False
    flows: tuple[Flow, ...] = ()


class Tag(Struct, frozen=True):
    """A group of operations with its description."""

    name: str
    doc: Doc
    origin: Origin


class Role(StrEnum):
    """What an example shows."""

    REQUEST = "request"
    RESPONSE = "response"
    SCHEMA = "schema"


class Example(Struct, frozen=True):
    """A payload that the document prints: of a request or response of `operation`, or of the definition `owner`.

    `value` keeps numbers to the digit. `schema` is the id of the schema that it must be valid under.
    """

    name: str
    role: Role
    operation: str | None
    status: str | None
    media: str | None
    type: Type
    schema: str
    value: Plain
    origin: Origin


class Api(Struct, frozen=True):
    """A whole API. `name` is the short name (the spec file's stem or the configured one), `client` a pinned class name."""

    name: str
    title: str
    version: str
    client: str | None
    doc: Doc
    servers: tuple[Server, ...]
    tags: tuple[Tag, ...]
    operations: tuple[Operation, ...]
    definitions: Mapping[str, Definition]
    schemes: Mapping[str, Scheme]
    examples: tuple[Example, ...]
    origin: Origin
    hooks: tuple[Hook, ...] = ()
    signature: Signature | None = None
