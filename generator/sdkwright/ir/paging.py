"""Answers that are one page of a list: how an operation goes on to the next, and where in the answer that stands."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

Pointer: TypeAlias = tuple[str, ...]
"""The reference tokens of a JSON pointer (RFC 6901): wire names, from the outside in."""


class PagingStyle(StrEnum):
    """How the next page is asked for: a cursor, the number of a page or of an item, a `Link` header, an address."""

    CURSOR = "cursor"
    PAGE = "page"
    OFFSET = "offset"
    LINK = "link"
    URL = "url"


class Paging(Struct, frozen=True):
    """How an operation is paged. What is None does not exist in this API; pointers lead into the answer.

    `argument` is the one that asks for a page (`query/cursor`, `body/page`), `inside` the way from it to the value.
    `cursor` leads to the value or address that the next page is asked for with, `last_item` to the same within the last
    item. `first` is the number of the first page.
    """

    style: PagingStyle
    items: Pointer
    argument: str | None = None
    inside: Pointer = ()
    cursor: Pointer | None = None
    last_item: Pointer | None = None
    has_more: Pointer | None = None
    total: Pointer | None = None
    total_pages: Pointer | None = None
    first: int = 1
