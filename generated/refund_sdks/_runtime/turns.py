"""From page to page: the request behind a page, and the loops that make the next ones, blocking and awaiting."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast, get_origin

from msgspec.structs import replace
from pydantic import BaseModel

from .errors import DecodingError
from .mismatch import json_type
from .operation import Operation
from .paging import PagedBy, Walk, items_of, stuck
from .request import Arguments
from .response import Response, Whole
from .settings import Options

if TYPE_CHECKING:
    from .client import AsyncClient, Client

T = TypeVar("T")


class Turn:
    """The request that a page answers, and what came with the answer. It is neither copied nor pickled."""

    __slots__ = ("arguments", "client", "content", "operation", "options", "page", "response")

    def __init__(
        self,
        client: Client | AsyncClient,
        operation: Operation[Any],
        page: type[Any],
        arguments: Arguments,
        options: Options | None,
        response: Response[Any],
    ) -> None:
        self.client, self.operation, self.page = client, operation, page
        self.arguments, self.options = arguments, options
        self.content = hash(response.content)
        self.response: Response[Any] = replace(response, value=None, content=b"")

    @property
    def paging(self) -> PagedBy:
        """How the operation is paged."""
        return cast("PagedBy", self.operation.paging)

    def __deepcopy__(self, memo: object) -> Turn:
        return self

    def __eq__(self, other: object) -> bool:
        # Two pages are equal whose values are.
        return isinstance(other, Turn)

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Callable[[], None], tuple[()]]:
        return _lost, ()


def _lost() -> None:
    """A page that was pickled has lost its client."""


class Listed(Generic[T]):
    """A page of an operation that answers with a bare list."""

    def __init__(self, items: list[T], turn: Turn | None = None) -> None:
        self.items = items
        self.turn = turn

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.items!r})"


def paged(
    client: Client,
    operation: Operation[Any],
    page: type[Any],
    arguments: Arguments,
    options: Options | None,
    kind: Whole = Response,
) -> Response[Any]:
    """Makes a call whose answer is a page: the response with the page as its value. Raises an `APIError`."""
    response = client.respond(operation, arguments, options, whole=kind)
    return _page(Turn(client, operation, page, arguments, options, response), response)


async def apaged(
    client: AsyncClient,
    operation: Operation[Any],
    page: type[Any],
    arguments: Arguments,
    options: Options | None,
    kind: Whole = Response,
) -> Response[Any]:
    """As `paged`, awaiting."""
    response = await client.respond(operation, arguments, options, whole=kind)
    return _page(Turn(client, operation, page, arguments, options, response), response)


def _page(turn: Turn, response: Response[Any]) -> Response[Any]:
    """The response with a page in the place of the plain value."""
    value: Any = response.value
    kind: Any = get_origin(turn.page) or turn.page
    if issubclass(kind, Listed):
        if not isinstance(value, list):
            raise _no_page(response, "array", value)
        return replace(response, value=kind(value, turn))
    if not isinstance(value, BaseModel):
        raise _no_page(response, "object", value)
    made = kind.__new__(kind)
    # What pydantic's own `copy` does: the values are valid, and mismatches stay as they came.
    for part in ("__dict__", "__pydantic_extra__", "__pydantic_fields_set__"):
        object.__setattr__(made, part, getattr(value, part))
    object.__setattr__(made, "__pydantic_private__", {"turn": turn})
    return replace(response, value=made)


def _no_page(response: Response[Any], expected: str, value: object) -> DecodingError:
    found = stuck(response, f"not a page: expected {expected}, got {json_type(value)}")
    return DecodingError(
        str(found),
        method=found.method,
        path=found.path,
        retries_taken=found.retries_taken,
        status=response.status,
        headers=response.headers,
        raw=response.content,
    )


def _turn(page: Any) -> Turn:
    """The request behind a page. Raises RuntimeError for a page that no call has given."""
    held: Any = page
    turn: Any = held.turn if _is_list(page) else (held.__pydantic_private__ or _LOST)["turn"]
    if turn is None:
        raise RuntimeError("only a page that a call gave can go on; this one was made or unpickled")
    return cast("Turn", turn)


_LOST: Final[dict[str, Any]] = {"turn": None}


def _answer(page: Any) -> object:
    return page.items if _is_list(page) else page


def _is_list(page: Any) -> bool:
    return isinstance(page, Listed)


def _items(page: Any) -> list[Any]:
    turn = _turn(page)
    return items_of(turn.paging, _answer(page), turn.response)


def _next(walk: Walk, page: Any) -> tuple[Turn, Arguments] | None:
    """The request for the page behind this one."""
    turn = _turn(page)
    following = walk.next(turn.arguments, _answer(page), _items(page), turn.response)
    return None if following is None else (turn, following)


def _begun(page: Any) -> Walk:
    turn = _turn(page)
    return Walk(turn.paging, turn.arguments)


def _noted(walk: Walk, page: Any) -> Any:
    turn = _turn(page)
    walk.note(_items(page), turn.content, turn.response)
    return page


def each(first: Any) -> Iterator[Any]:
    for page in along(first):
        yield from _items(page)


def along(first: Any) -> Iterator[Any]:
    walk, page = _begun(first), first
    while True:
        yield _noted(walk, page)
        following = _next(walk, page)
        if following is None:
            return
        turn, arguments = following
        page = paged(
            cast("Client", turn.client), turn.operation, turn.page, arguments, turn.options
        ).value


async def aeach(first: Any) -> AsyncIterator[Any]:
    async for page in aalong(first):
        for item in _items(page):
            yield item


async def aalong(first: Any) -> AsyncIterator[Any]:
    walk, page = _begun(first), first
    while True:
        yield _noted(walk, page)
        following = _next(walk, page)
        if following is None:
            return
        turn, arguments = following
        client = cast("AsyncClient", turn.client)
        page = (await apaged(client, turn.operation, turn.page, arguments, turn.options)).value
