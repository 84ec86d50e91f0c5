"""How a list goes on: from one page and the request behind it to the next request, without any I/O.

A page is followed as long as its answer says that there is more. A place in the list that comes a second time, or two
answers in a row that are the same, would go on for ever; they are errors.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Literal, cast
from urllib.parse import quote, urljoin, urlsplit
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BaseModel

from .errors import PaginationError
from .fields import fields_by_wire_name
from .links import target_of
from .mismatch import json_type
from .secret import Secret
from .unset import UNSET

if TYPE_CHECKING:
    from .request import Arguments
    from .response import Response

MOST_EMPTY: Final = 1000
"""How many pages without an item may follow each other: services that filter give some, broken ones no end of them."""


class PagedBy(Struct, frozen=True):
    """How an operation is paged. `items` and the others are JSON pointers into the answer, None for what it lacks.

    `ask` says which argument asks for a page: `query`, `headers` or `body`, its name, and the wire names inside of it.
    `cursor` leads to the value, or to the address, that the next page is asked for with; `last_item` to the same within
    the last item. `first` is the number of the first page.
    """

    style: Literal["cursor", "page", "offset", "link", "url"]
    items: str = ""
    ask: tuple[str, ...] = ()
    cursor: str | None = None
    last_item: str | None = None
    has_more: str | None = None
    total: str | None = None
    total_pages: str | None = None
    first: int = 1


def items_of(paging: PagedBy, answer: object, response: Response[Any]) -> list[Any]:
    """The items of a page. Raises `PaginationError` where something else stands in their place."""
    found: Any = value_at(answer, paging.items)
    if json_type(found) in ("array", "null"):
        items: list[Any] = found or []
        return items
    raise stuck(response, f"`{paging.items}` of the answer is no list")


def stuck(response: Response[Any], reason: str) -> PaginationError:
    """The error for a list that can't go on behind this response."""
    path = urlsplit(response.url).path
    return PaginationError(
        f"{response.method} {path}: {reason}",
        method=response.method,
        path=path,
        retries_taken=response.retries_taken,
    )


def value_at(value: object, pointer: str) -> object:
    """What a JSON pointer leads to in a value, by wire names; None where it leads nowhere."""
    for token in pointer.split("/")[1:]:
        value = _member(value, token.replace("~1", "/").replace("~0", "~"))
    return value


def _member(value: object, name: str) -> object:
    if isinstance(value, BaseModel):
        attribute = fields_by_wire_name(type(value)).get(name)
        if attribute is None:
            return (value.model_extra or {}).get(name)
        return getattr(value, attribute)
    return cast("Mapping[str, object]", value).get(name) if isinstance(value, Mapping) else None


class Walk:
    """A way along the pages of a list: what has come, so that nothing comes twice."""

    def __init__(self, paging: PagedBy, arguments: Arguments) -> None:
        self._paging = paging
        self._asked: set[object] = set()
        self._content: int | None = None
        self._empty = 0
        given = _given(arguments, paging.ask)
        self._number = _number(given, paging.first if paging.style == "page" else 0)
        # How many items stand before the next page; unknown where the way begins at a later one.
        self._before: int | None = 0
        if paging.style == "offset":
            self._before = self._number
        elif paging.style == "page" and self._number != paging.first:
            self._before = None
        if given is not UNSET:
            self._asked.add(_key(given))

    def note(self, items: Sequence[Any], content: int, response: Response[Any]) -> None:
        """Notes a page that has come, `content` being the hash of it. Raises `PaginationError` for one that repeats."""
        if items and content == self._content:
            raise stuck(response, "the answer is the same as that of the page before")
        self._content = content
        self._empty = 0 if items else self._empty + 1
        if self._empty > MOST_EMPTY:
            raise stuck(response, f"more than {MOST_EMPTY} pages in a row have no items")

    def next(
        self, arguments: Arguments, answer: object, items: Sequence[Any], response: Response[Any]
    ) -> Arguments | None:
        """What the page behind this one is asked for with; None behind the last one. Raises `PaginationError`."""
        paging = self._paging
        more = None if paging.has_more is None else value_at(answer, paging.has_more)
        if more is False:
            return None
        if paging.style in ("page", "offset"):
            return self._counted(arguments, answer, len(items), more is True)
        if paging.style == "link":
            field = ", ".join(response.headers.get_all("link"))
            place: object = target_of(field, "next", response.url)
        elif paging.last_item is not None:
            place = value_at(items[-1], paging.last_item) if items else None
        else:
            place = value_at(answer, paging.cursor or "")
        if place is None or place == "":
            if more is True and (items or paging.last_item is None):
                raise stuck(response, "the answer says that there is more, but not where")
            return None
        return self._followed(arguments, place, response)

    def _counted(
        self, arguments: Arguments, answer: object, count: int, more: bool
    ) -> Arguments | None:
        """The next page by its number, or by that of its first item."""
        paging = self._paging
        if not count and (paging.style == "offset" or not more):
            return None
        if self._before is not None:
            self._before += count
        self._number += count if paging.style == "offset" else 1
        total, pages = _whole(answer, paging.total), _whole(answer, paging.total_pages)
        if total is not None and self._before is not None and self._before >= total:
            return None
        if pages is not None and self._number - paging.first >= pages:
            return None
        return _asking(arguments, paging.ask, self._number)

    def _followed(self, arguments: Arguments, place: object, response: Response[Any]) -> Arguments:
        """The next page by its cursor or address."""
        is_address = self._paging.style in ("link", "url")
        if isinstance(place, bool) or not isinstance(place, str if is_address else _CURSORS):
            wanted = "text" if is_address else "text or a number"
            raise stuck(response, f"what leads to the next page is not {wanted}")
        if is_address:
            try:
                place = quote(urljoin(response.url, str(place)), safe=_ASCII)
            except ValueError:
                raise stuck(response, "what leads to the next page is no address") from None
        key = _key(place)
        if key in self._asked:
            raise stuck(response, "the answer leads to a page that has been there before")
        self._asked.add(key)
        if is_address:
            return replace(arguments, link=Secret(str(place)))
        return _asking(arguments, self._paging.ask, place)


_ASCII: Final = "".join(map(chr, range(0x21, 0x7F)))
"""What stays as it is in an address that came; all else is percent-encoded."""

_CURSORS: Final = (str, int, Decimal, UUID, date)


def _key(place: object) -> object:
    # Of a text its hash is kept: there may be many, and addresses are long.
    return hash(place) if isinstance(place, str) else place


def _number(given: object, otherwise: int) -> int:
    try:
        return int(cast("Any", given))
    except (TypeError, ValueError):
        return otherwise


def _whole(answer: object, pointer: str | None) -> int | None:
    found = None if pointer is None else value_at(answer, pointer)
    return int(found) if isinstance(found, int | Decimal) and found is not True else None


def _given(arguments: Arguments, ask: tuple[str, ...]) -> object:
    """What the caller asked for; `UNSET` where that is nothing."""
    if not ask:
        return UNSET
    place, name, *inside = ask
    value = _member(getattr(arguments, place), name)
    for token in inside:
        value = _member(value, token)
    return UNSET if value is None else value


def kept(arguments: Arguments) -> Arguments:
    """The arguments as they are now: the caller may change what he gave before the next page is asked for."""
    query = {name: _copied(value) for name, value in arguments.query.items()}
    return replace(arguments, query=query, body=_copied(arguments.body))


def _copied(value: Any) -> Any:
    # Whatever else there is, files and iterators among it, is nobody's to copy.
    is_ours = isinstance(value, BaseModel) or json_type(value) in ("object", "array")
    return copy.deepcopy(value) if is_ours else value


def _asking(arguments: Arguments, ask: tuple[str, ...], value: object) -> Arguments:
    """The arguments with another value in this place."""
    place, *way = ask
    return replace(arguments, **{place: _with(getattr(arguments, place), way, value)})


def _with(around: object, way: Sequence[str], value: object) -> object:
    if not way:
        return value
    name, *rest = way
    if isinstance(around, BaseModel):
        name = fields_by_wire_name(type(around)).get(name, name)
        inner = _with(getattr(around, name, None), rest, value)
        return around.model_copy(update={name: inner})
    known: dict[str, object] = {}
    if isinstance(around, Mapping):
        known |= cast("Mapping[str, object]", around)
    return {**known, name: _with(known.get(name), rest, value)}
