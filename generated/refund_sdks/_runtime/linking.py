"""What can be called next: links from an answer, with what they take from the call before."""

import re
from collections.abc import Mapping
from typing import Any, Final, cast

from msgspec import Struct

from . import codec, wire
from .client import AsyncClient, Client
from .contents import BodyContent
from .errors import UnresolvedLinkError
from .headers import Headers
from .operation import Operation
from .parameters import query_string
from .request import Arguments
from .resource import AsyncResource, Resource
from .response import Response
from .texts import text_of
from .unset import UNSET

_NOTHING: Final = object()
_EMBEDDED: Final = re.compile(r"\{(\$[^{}]*)\}")
_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")
_SOURCE: Final = re.compile(
    r"\$(request|response)\.(header|query|path|body)(?:\.(.+)|#(.*))?", re.S
)
_INDEX: Final = re.compile(r"0|[1-9][0-9]*", re.ASCII)


class Exchange(Struct, frozen=True):
    """A call that was made, and its answer."""

    operation: Operation[Any]
    arguments: Arguments
    status: int
    headers: Headers
    content: bytes
    method: str
    url: str

    def __repr__(self) -> str:
        return f"<Exchange {self.operation} {self.status}>"


class Links(Resource):
    """The calls that an answer leads to."""

    def __init__(self, client: Client, exchange: Exchange) -> None:
        super().__init__(client)
        self._exchange = exchange
        self._before = exchange.headers

    def _of(self, given: object) -> Any:
        return resolved(self._exchange, given)


class AsyncLinks(AsyncResource):
    """The same of an awaiting client."""

    def __init__(self, client: AsyncClient, exchange: Exchange) -> None:
        super().__init__(client)
        self._exchange = exchange
        self._before = exchange.headers

    def _of(self, given: object) -> Any:
        return resolved(self._exchange, given)


def linked(
    kind: Any,
    links: Any,
    client: Client | AsyncClient,
    operation: Operation[Any],
    arguments: Arguments,
    **fields: Any,
) -> Response[Any]:
    """The whole response of a kind that has links; `fields` are those of every response."""
    came = {name: fields[name] for name in ("status", "headers", "content", "method", "url")}
    made: Response[Any] = kind(
        **fields, links=links(client, Exchange(operation, arguments, **came))
    )
    return made


def resolved(exchange: Exchange, given: object) -> Any:
    """The value of a runtime expression (OpenAPI 3.1, "Runtime Expressions"), of a text with some in braces, or of a
    value with such texts inside.

    Raises:
        UnresolvedLinkError: an expression gives nothing, or null.
    """
    match given:
        case str() if given.startswith("$"):
            return _value(exchange, given)
        case str():
            return _EMBEDDED.sub(lambda m: text_of(_value(exchange, m[1]), m[1]), given)
        case dict():
            members = cast("dict[str, object]", given)
            return {name: resolved(exchange, value) for name, value in members.items()}
        case list():
            return [resolved(exchange, value) for value in cast("list[object]", given)]
        case _:
            return given


def _value(exchange: Exchange, expression: str) -> object:
    value = _found(exchange, expression)
    if value is _NOTHING or value is UNSET or value is None:
        title = f"{exchange.operation} -> {exchange.status}"
        raise UnresolvedLinkError(f"{title}: `{expression}` gives nothing", expression)
    return value


def _found(exchange: Exchange, expression: str) -> object:
    match expression:
        case "$url":
            return _url(exchange)
        case "$method":
            return exchange.method
        case "$statusCode":
            return exchange.status
        case _:
            source = _SOURCE.fullmatch(expression)
    if source is None:
        return _NOTHING
    side, part, name, pointer = source.groups()
    if side == "response":
        return _of_response(exchange, part, name, pointer or "")
    return _of_request(exchange, part, name, pointer or "")


def _url(exchange: Exchange) -> str:
    """The address without what shows who calls: a key in the query is for the service alone."""
    operation = exchange.operation
    query = query_string(operation.query, exchange.arguments.query)
    whole = "&".join(filter(None, [operation.fixed_query, query]))
    return f"{exchange.url}?{whole}" if whole else exchange.url


def _of_response(exchange: Exchange, part: str, name: str | None, pointer: str) -> object:
    if part == "header":
        return exchange.headers.get(name or "", _NOTHING)
    if part != "body":
        return _NOTHING
    try:
        return _at(wire.read(exchange.content), pointer)
    except wire.NotJSON:
        return _NOTHING


def _of_request(exchange: Exchange, part: str, name: str | None, pointer: str) -> object:
    operation, arguments = exchange.operation, exchange.arguments
    match part:
        case "path":
            names = _PLACEHOLDER.findall(operation.path)
            pairs = zip(names, arguments.path, strict=False)
            return next((value for key, value in pairs if key == name), _NOTHING)
        case "query":
            return _argument(operation.query, arguments.query, name or "")
        case "header":
            return _argument(operation.headers, arguments.headers, name or "", any_case=True)
        case _:
            return _at(_body(exchange), pointer)


def _argument(
    declared: Mapping[str, Any], given: Mapping[str, object], name: str, *, any_case: bool = False
) -> object:
    """The argument for a parameter of this wire name; names of headers are in any case."""
    wanted = name.lower() if any_case else name
    for key, one in declared.items():
        if (one.name.lower() if any_case else one.name) == wanted:
            return given.get(key, _NOTHING)
    return _NOTHING


def _body(exchange: Exchange) -> object:
    annotation, given = exchange.operation.body, exchange.arguments.body
    if annotation is None or given is UNSET:
        return _NOTHING
    return given if annotation is BodyContent else codec.plain_body(annotation, given)


def _at(value: object, pointer: str) -> object:
    """What a JSON pointer (RFC 6901) leads to."""
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict):
            value = cast("dict[str, object]", value).get(name, _NOTHING)
        elif isinstance(value, list) and _INDEX.fullmatch(name):
            rows = cast("list[object]", value)
            value = rows[int(name)] if int(name) < len(rows) else _NOTHING
        else:
            return _NOTHING
    return value
