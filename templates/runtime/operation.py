"""What generated code declares: an API, and each of its operations."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeVar

from msgspec import Struct, structs

from .auth import Scheme, Security

if TYPE_CHECKING:
    from pydantic import BaseModel

    from .paging import PagedBy
    from .waiting import WaitFor

T = TypeVar("T")

Style = Literal[
    "simple",
    "label",
    "matrix",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
    "cookie",
    "json",
]
"""How a value is written: the styles of OpenAPI, or JSON text."""


class Api(Struct, frozen=True):
    """One API: where it is and how callers show who they are. The first of `servers` is the default.

    `variables` has what stands for `{name}` in an address, by address, unless the caller says otherwise.
    """

    name: str
    title: str
    version: str
    servers: Mapping[str, str]
    schemes: Mapping[str, Scheme] = {}
    variables: Mapping[str, Mapping[str, str]] = {}


class InQuery(Struct, frozen=True):
    """A query parameter: its wire name and how lists and objects are written (OpenAPI 3.1, "Style Values").

    With `reserved`, characters that have a meaning in other addresses go as they are. `type` is the annotation of a
    value that is more than text. Without a name it is all of the query. What is `secret` is in no log.
    """

    name: str
    style: Style = "form"
    explode: bool = True
    reserved: bool = False
    type: object = None
    secret: bool = False


class InPath(Struct, frozen=True):
    """A path parameter that is not written like plain text. `name` is the one in the template.

    With `spanning` a text may be several segments: its slashes stay.
    """

    name: str
    style: Style = "simple"
    explode: bool = False
    reserved: bool = False
    spanning: bool = False
    type: object = None


class InHeader(Struct, frozen=True):
    """A header parameter."""

    name: str
    style: Style = "simple"
    explode: bool = False
    type: object = None


class InCookie(Struct, frozen=True):
    """A cookie parameter."""

    name: str
    style: Style = "form"
    explode: bool = True
    type: object = None


class TypedHeaders(Struct, frozen=True):
    """What the headers of an answer read as: a model, each of whose fields is called after a header.

    By their wire names: those that must be there, those whose objects are written `a=1,b=2`, those that hold JSON.
    """

    model: "type[BaseModel]"
    required: tuple[str, ...] = ()
    exploded: tuple[str, ...] = ()
    json: tuple[str, ...] = ()


class FormPart(Struct, frozen=True):
    """How a property of a form is written: in a style, or as one of these media types. A `file` goes as it is; None
    says that it may be one, if that is what is given.

    Parts without names are called by their number, from 0; `*` are all that nothing else is said of.
    """

    style: Style | None = None
    explode: bool = True
    reserved: bool = False
    media: tuple[str, ...] = ()
    file: bool | None = False
    type: object = None


class Operation(Struct, Generic[T], frozen=True, eq=False):
    """One operation, answering with a T.

    `path` has `{name}` for each path argument, in the order in which they are given; `segments` tells of those that are
    not plain text. `query`, `headers` and `cookies` are keyed by Python name; `fixed_query` is sent with every call.
    `returns` and `body` are annotations, None for no body. `answers` has what `returns` is not enough for: annotations by
    status or range, each alone or `ByMedia`. `accept` is the header field. `errors` has the annotation of an error body
    by status, by range (`"4XX"`), or as `"default"`, in the same way. `authentication` are the statuses, beside 401, which
    mean that the credentials are not accepted. `idempotency_header` names the field that makes a repetition harmless: a key is made for each call without one.
    `streams` says how the items of an answer follow each other that is read piece by piece; `returns` is one of them.
    `events` has the annotations of what events of certain names hold.
    `servers` are addresses of its own by environment, unless the caller gives a `base_url`. `paging` says how the list goes
    on of which an answer is a page, `waits` when that is done which an answer is about. `resumes` says whether a stream of events that broke off may be asked for again: that of
    a GET may, unless told. `typed_headers` and `error_headers` say what the headers of a success and of a failure read as.
    """

    method: str
    path: str
    returns: object = None
    body: object = None
    body_required: bool = True
    media: tuple[str, ...] = ("application/json",)
    parts: Mapping[str, FormPart] = {}
    query: Mapping[str, InQuery] = {}
    headers: Mapping[str, InHeader] = {}
    cookies: Mapping[str, InCookie] = {}
    segments: tuple[InPath, ...] = ()
    fixed_query: str = ""
    answers: Mapping[int | str, object] = {}
    accept: str = "application/json"
    streams: Literal["octets", "lines", "sequence", "events"] | None = None
    events: Mapping[str, object] = {}
    errors: Mapping[int | str, object] = {}
    authentication: tuple[int, ...] = ()
    security: Security = ()
    idempotency_header: str | None = None
    servers: Mapping[str, str] = {}
    paging: "PagedBy | None" = None
    waits: "WaitFor | None" = None
    resumes: bool | None = None
    typed_headers: TypedHeaders | None = None
    error_headers: TypedHeaders | None = None

    def streamed(
        self,
        returns: object,
        accept: str,
        streams: Literal["octets", "lines", "sequence", "events"],
        events: Mapping[str, object] = {},  # nobody changes it
    ) -> "Operation[Any]":
        """The same operation, read piece by piece."""
        return structs.replace(
            self, returns=returns, accept=accept, streams=streams, events=events, answers={}
        )

    def waited_for(self, waits: "WaitFor | None" = None) -> "Operation[Any]":
        """The same operation for a checker that is to know what it answers with in the end, or done by other `waits`."""
        return self if waits is None else structs.replace(self, waits=waits)

    def __str__(self) -> str:
        path = f"{self.path}?{self.fixed_query}" if self.fixed_query else self.path
        return f"{self.method} {path}"

    def answer_type(self, status: int, media: str) -> object:
        """The annotation of the body of a success with this status and media type."""
        keys = (status, f"{status // 100}XX", "default")
        key = next((key for key in keys if key in self.answers), None)
        return by_media(self.returns if key is None else self.answers[key], media)

    def error_type(self, status: int, media: str) -> object:
        """The annotation of the body that the description has for a failing status."""
        for key in (status, f"{status // 100}XX", "default"):
            if key in self.errors:
                return by_media(self.errors[key], media)
        return None


_JSON: Final = frozenset({"application/json", "application/x-json", "text/json", "text/x-json"})


def is_json(essence: str) -> bool:
    """Whether a media type without parameters, in lower case, is JSON (RFC 8259, RFC 6839 §3.1, or older names)."""
    return essence in _JSON or essence.endswith("+json")


_LINES: Final = frozenset(
    {
        *(
            f"application/{x}{kind}"
            for x in ("", "x-")
            for kind in ("ndjson", "jsonl", "jsonlines")
        ),
        *("application/json-lines", "application/stream+json", "application/x-json-stream"),
    }
)


def is_lines(essence: str) -> bool:
    """Whether a media type is a JSON text a line, by any of the names that this has: none is registered."""
    return essence in _LINES or essence.endswith("+jsonl")


def is_sequence(essence: str) -> bool:
    """Whether a media type is JSON texts with a mark before each (RFC 7464)."""
    return essence == "application/json-seq" or essence.endswith("+json-seq")


class ByMedia(Struct, frozen=True, dict=True):
    """Bodies that differ from media type to media type: the annotation of each."""

    annotations: Mapping[str, object]

    @cached_property
    def known(self) -> Mapping[str, object]:
        """The annotations by media type, each with its parameters and without."""
        known: dict[str, object] = {}
        for key, annotation in self.annotations.items():
            known.setdefault(_essence(key), annotation)
            known[_compact(key)] = annotation
        return known


def by_media(described: object, media: str) -> object:
    """The annotation for a media type, where a description has several; the first for one that it does not have.

    A type goes before the ranges that have it, and the narrower range before the wider (OpenAPI 3.1, "Response Object").
    """
    if not isinstance(described, ByMedia):
        return described
    known, essence = described.known, _essence(media)
    for key in (_compact(media), essence, f"{essence.partition('/')[0]}/*", "*/*"):
        if key in known:
            return known[key]
    return next(iter(known.values()))


def _essence(media: str) -> str:
    """A media type without its parameters (RFC 9110 §8.3.1), in lower case."""
    return media.partition(";")[0].strip().lower()


def _compact(media: str) -> str:
    """A media type with its parameters, which may tell versions apart, in lower case and without blanks."""
    return "".join(media.lower().split())
