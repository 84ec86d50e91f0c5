"""Lists whose shape gives away that they come in pages, without the specification saying so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from ...ir.answers import fields_of, settled, whole_answer
from ...ir.model import Api, Location, Operation, Parameter
from ...ir.paging import Pointer
from ...ir.types import Array, Scalar, ScalarKind, Type
from ...text.node import escape
from ..registry import Finding, Group
from ..subject import Planned
from .family import lint_rules


@lint_rules.api("gen-pagination-unsaid", Group.GENERATION)
def gen_pagination_unsaid(api: Planned) -> Iterator[Finding]:
    """An operation looks like a list that comes in pages, but does not say how it goes on.

    Its method then gives one page, and callers write the loop. What the rule goes by are names, so the line that it shows is a
    proposal: look whether it is right. Nothing is written by `--fix`, since what the method gives changes with it.

    ```yaml
    x-sdk: {pagination: {style: cursor, items: /data, cursor: /next_cursor, param: cursor}}
    ```
    """
    for operation in api.api.operations:
        said = _proposal(api.api, operation) if operation.paging is None else None
        if said is not None:
            line = ", ".join(f"{key}: {value}" for key, value in said.items())
            message = f"`{api.call(operation)}(…)` gives one page of what looks like a longer list"
            hint = f"if it is one, write `x-sdk: {{pagination: {{{line}}}}}`"
            yield Finding(operation.origin.span, message, hint)


_CURSORS = frozenset(
    {"cursor", "after", "startingafter", "pagetoken", "nexttoken", "continuationtoken", "marker"}
    | {"continue", "nextcursor", "startkey", "pagecursor", "bookmark"}
)
_NEXT = frozenset(
    {"nextcursor", "nextpagetoken", "nexttoken", "continuationtoken", "endcursor", "nextmarker"}
    | {"continue", "next", "cursor", "bookmark", "nextpage"}
)
_ADDRESSES = frozenset({"next", "nextlink", "nexturl", "nextpageurl", "odata.nextlink"})
_OFFSETS = frozenset({"offset", "skip", "startat", "startindex"})
_SIZES = frozenset({"limit", "top", "take", "count", "pagesize", "perpage", "maxresults", "size"})
_PAGES = frozenset({"page", "pagenumber", "pageno", "pageindex"})
_TOTALS = frozenset({"total", "totalcount", "totalitems", "totalresults", "totalelements"})
_PAGE_COUNTS = frozenset({"totalpages", "pagecount", "lastpage", "numberofpages"})
_MORE = frozenset({"hasmore", "hasnext", "hasnextpage", "more"})
"""Names as services use them, in lower case and without hyphens and underscores."""

Found = Mapping[str, tuple[Pointer, Type]]
Said = dict[str, str | int]


def _proposal(api: Api, operation: Operation) -> Said | None:
    """The settings that the names of parameters and properties suggest; None where they suggest none."""
    answer = whole_answer(operation)
    items = None if answer is None else _items(api, answer)
    if answer is None or items is None or operation.method not in ("GET", "POST", "QUERY"):
        return None
    asked = {_plain(p.wire): p for p in operation.parameters if p.location is Location.QUERY}
    found: dict[str, tuple[Pointer, Type]] = {}
    for name, one in _properties(api, answer):
        found.setdefault(name, one)
    where: Said = {"items": items} if items else {}
    return (
        _by_cursor(asked, found, where)
        or _by_address(operation, found, where)
        or _by_number(asked, found, where)
    )


def _by_cursor(asked: Mapping[str, Parameter], found: Found, where: Said) -> Said | None:
    param, cursor = _first(asked, _CURSORS), _first(found, _NEXT)
    if param is None or cursor is None or not _is_text(cursor[1]):
        return None
    said: Said = {"style": "cursor", **where, "cursor": _spelled(cursor[0]), "param": param.wire}
    return said | _also(found, has_more=_MORE)


def _by_address(operation: Operation, found: Found, where: Said) -> Said | None:
    address = _first(found, _ADDRESSES)
    if address is None or not _is_text(address[1]) or operation.method == "POST":
        return None
    return {"style": "url", **where, "next": _spelled(address[0])}


def _by_number(asked: Mapping[str, Parameter], found: Found, where: Said) -> Said | None:
    offset, page = _first(asked, _OFFSETS), _first(asked, _PAGES)
    if offset is not None and _first(asked, _SIZES) is not None:
        said: Said = {"style": "offset", **where, "param": offset.wire}
        return said | _also(found, total=_TOTALS, has_more=_MORE)
    if page is None:
        return None
    said = {"style": "page", **where, "param": page.wire}
    said |= _also(found, total_pages=_PAGE_COUNTS, total=_TOTALS, has_more=_MORE)
    return said | ({"first": 0} if page.doc.default == (0,) else {})


def _also(found: Found, **wanted: frozenset[str]) -> Said:
    known = {key: _first(found, names) for key, names in wanted.items()}
    return {key: _spelled(one[0]) for key, one in known.items() if one is not None}


T = TypeVar("T")


def _first(known: Mapping[str, T], names: frozenset[str]) -> T | None:
    return next((one for name, one in known.items() if name in names), None)


def _items(api: Api, answer: Type) -> str | None:
    """Where the items are: in the only list of the answer, or in the answer itself; None where that is not clear."""
    if isinstance(settled(api.definitions, answer), Array):
        return ""
    lists = [
        _spelled((wire,))
        for wire, type_ in fields_of(api.definitions, answer)
        if isinstance(settled(api.definitions, type_), Array)
    ]
    return lists[0] if len(lists) == 1 else None


def _properties(api: Api, answer: Type) -> Iterator[tuple[str, tuple[Pointer, Type]]]:
    """The scalar properties of an answer, those of objects in it behind its own, by their plain names."""
    for wire, type_ in fields_of(api.definitions, answer):
        yield _plain(wire), ((wire,), settled(api.definitions, type_))
    for outer, around in fields_of(api.definitions, answer):
        for wire, type_ in fields_of(api.definitions, around):
            yield _plain(wire), ((outer, wire), settled(api.definitions, type_))


def _is_text(type_: Type) -> bool:
    return isinstance(type_, Scalar) and type_.kind in (ScalarKind.STRING, ScalarKind.INTEGER)


def _plain(name: str) -> str:
    return name.lower().translate(_JOINTS)


_JOINTS = str.maketrans("", "", "-_@$[]")


def _spelled(pointer: Pointer) -> str:
    return "".join(f"/{escape(token)}" for token in pointer)
