"""`x-sdk: {pagination: …}`: how an operation goes from one page of a list to the next, checked against its description."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from ..ir.answers import item_type, settled, type_at, whole_answer
from ..ir.model import Location, Object, Operation
from ..ir.paging import Paging, PagingStyle, Pointer
from ..ir.types import Array, Ref, ScalarKind, Type
from ..ir.writing import BodyKind
from ..text.node import Node
from .extensions import section
from .pointing import is_scalar, led_to, properties
from .sections import Kind, Section, read_pointer, read_section, require
from .work import Work

_KINDS: Mapping[str, Kind] = {
    "style": Kind.TEXT,
    "items": Kind.POINTER,
    "param": Kind.TEXT,
    "cursor": Kind.POINTER,
    "last_item": Kind.POINTER,
    "next": Kind.POINTER,
    "has_more": Kind.POINTER,
    "total": Kind.POINTER,
    "total_pages": Kind.POINTER,
    "first": Kind.NUMBER,
}

_OF_STYLE: Mapping[PagingStyle, tuple[str, ...]] = {
    PagingStyle.CURSOR: ("param", "cursor", "last_item", "has_more"),
    PagingStyle.PAGE: ("param", "has_more", "total", "total_pages", "first"),
    PagingStyle.OFFSET: ("param", "has_more", "total"),
    PagingStyle.LINK: (),
    PagingStyle.URL: ("next", "has_more"),
}
"""What a style has besides `style` and `items`."""

_TEXT = frozenset({ScalarKind.STRING, ScalarKind.UUID, ScalarKind.DATE_TIME, ScalarKind.DATE})
_WHOLE = frozenset({ScalarKind.INTEGER, ScalarKind.NUMBER})
_HELD: Mapping[str, tuple[frozenset[ScalarKind], str]] = {
    "cursor": (_TEXT | _WHOLE, "text or a number"),
    "last_item": (_TEXT | _WHOLE, "text or a number"),
    "next": (_TEXT, "text"),
    "has_more": (frozenset({ScalarKind.BOOLEAN}), "a boolean"),
    "total": (_WHOLE, "a number"),
    "total_pages": (_WHOLE, "a number"),
}
"""What stands at the end of each pointer."""


def paging_of(work: Work, node: Node, operation: Operation) -> Paging | None:
    """How an operation is paged, where its `x-sdk` says so; what leads into types is checked once all are known."""
    written = section(work, node, "operation", "pagination")
    if written is None:
        return None
    said = read_section(work, written, _KINDS)
    style = _style(work, said)
    if (
        style is None
        or not _fits(work, said, style)
        or not _is_suitable(work, said, style, operation)
    ):
        return None
    argument, inside = _argument(work, said, operation) if said.text("param") else (None, ())
    if said.text("param") and argument is None:
        return None
    paging = Paging(
        style=style,
        items=said.pointer("items") or (),
        argument=argument,
        inside=inside,
        cursor=said.pointer("next" if style is PagingStyle.URL else "cursor"),
        last_item=said.pointer("last_item"),
        has_more=said.pointer("has_more"),
        total=said.pointer("total"),
        total_pages=said.pointer("total_pages"),
        first=1 if (first := said.number("first")) is None else first,
    )
    work.later.append(_Check(work, said, operation, paging))
    return paging


def _style(work: Work, said: Section) -> PagingStyle | None:
    written = said.text("style")
    if not require(work, said, "style", why="which is how the next page is asked for"):
        return None
    if written not in tuple(PagingStyle):
        known = ", ".join(PagingStyle)
        what = f"is no style of pagination: `{written}`"
        work.fault("sdk-setting-malformed", said.at("style"), what, f"write one of {known}")
        return None
    return PagingStyle(written)


def _fits(work: Work, said: Section, style: PagingStyle) -> bool:
    """Whether the settings are those of the style, and enough."""
    known = _OF_STYLE[style]
    strange = [key for key in said.values if key not in ("style", "items", *known)]
    for key in strange:
        what = f"means nothing for the style `{style}`"
        hint = f"it has: items, {', '.join(known)}".rstrip(", ")
        work.fault("sdk-setting-unknown", said.at(key), what, hint, said.node.at_key(key))
    needed = ["param"] if "param" in known else []
    if style is PagingStyle.URL:
        needed.append("next")
    if style is PagingStyle.CURSOR and "last_item" not in said.values:
        needed.append("cursor")
    why = f"which the style `{style}` needs"
    return require(work, said, *needed, why=why) and not strange


def _is_suitable(work: Work, said: Section, style: PagingStyle, operation: Operation) -> bool:
    """Whether the operation can be paged at all in this style."""
    what = hint = ""
    if whole_answer(operation) is None:
        what = "is about an operation that does not always answer with JSON of one type"
        hint = "describe one JSON body for every status of success"
    elif style in (PagingStyle.LINK, PagingStyle.URL) and operation.method not in ("GET", "QUERY"):
        what = f"follows addresses, which a {operation.method} does not"
        hint = "say which parameter asks for the next page, with another style"
    if what:
        work.fault("pagination-unsuitable", said.node, what, hint)
    return not what


def _argument(work: Work, said: Section, operation: Operation) -> tuple[str | None, Pointer]:
    """The key of the argument that asks for a page, and the way inside of it."""
    name = said.text("param") or ""
    pointer, body = read_pointer(name), operation.body
    if pointer and body is not None and body.kind in (BodyKind.JSON, BodyKind.FORM):
        return f"body/{pointer[0]}", pointer[1:]
    found = [p for p in operation.parameters if p.wire == name and p.location in _ASKING]
    if found:
        return f"{found[0].location}/{name}", ()
    known = [p.wire for p in operation.parameters if p.location in _ASKING]
    listed = ", ".join(f"`{wire}`" for wire in known) or "none"
    what = f"names `{name}`, which is no query or header parameter of the operation"
    hint = f"there are: {listed}; `/name` is a property of a JSON body"
    work.fault("sdk-parameter-unknown", said.at("param"), what, hint)
    return None, ()


_ASKING = (Location.QUERY, Location.HEADER)


class _Check(Struct, frozen=True):
    """The settings against the types that they lead into, once those are known."""

    work: Work
    said: Section
    operation: Operation
    paging: Paging

    def __call__(self) -> None:
        answer = whole_answer(self.operation)
        if answer is None:
            return
        items = self._items(answer)
        for key, (kinds, wanted) in _HELD.items():
            pointer = self.said.pointer(key)
            within = items if key == "last_item" else answer
            if pointer is not None and within is not None:
                self._holds(key, within, pointer, kinds, wanted)
        self._asks()

    def _items(self, answer: Type) -> Type | None:
        """The type of the items. Reports where there is no list."""
        definitions = self.work.definitions
        whole = settled(definitions, answer)
        is_object = isinstance(whole, Ref) and isinstance(definitions.get(whole.id), Object)
        if not is_object and not isinstance(whole, Array):
            what = "is about an operation whose answer is neither an object nor a list"
            hint = "describe the answer with `properties`, or as an array"
            self.work.fault("pagination-unsuitable", self.said.node, what, hint)
            return None
        if is_object and "items" not in self.said.values:
            lists = ", ".join(f"`/{name}`" for name in _lists(self.work, whole)) or "none"
            what = "does not say `items`, and the answer is an object"
            hint = f"add `items: …`; lists in the answer: {lists}"
            self.work.fault("sdk-setting-missing", self.said.node, what, hint)
            return None
        found = item_type(definitions, answer, self.paging)
        if found is None and self._leads("items", answer, self.paging.items):
            hint = "lead to the array whose elements are the items"
            self.work.fault(
                "sdk-pointer-mistyped", self.said.at("items"), "leads to no array", hint
            )
        return found

    def _leads(self, key: str, within: Type, pointer: Pointer) -> Type | None:
        return led_to(self.work, self.said, key, within, pointer)

    def _holds(
        self, key: str, within: Type, pointer: Pointer, kinds: frozenset[ScalarKind], wanted: str
    ) -> None:
        found = self._leads(key, within, pointer)
        if found is not None and not is_scalar(self.work, found, kinds):
            what, hint = f"does not lead to {wanted}", "lead to the value itself"
            self.work.fault("sdk-pointer-mistyped", self.said.at(key), what, hint)

    def _asks(self) -> None:
        """The argument that asks for a page: whether the body has it, and whether it takes what is put there."""
        if self.paging.argument is None:
            return
        place, _, wire = self.paging.argument.partition("/")
        if place == "body":
            body = self.operation.body
            found = (
                None
                if body is None
                else self._leads("param", body.type, (wire, *self.paging.inside))
            )
        else:
            parameters = self.operation.parameters
            found = next(p.type for p in parameters if (p.location, p.wire) == (place, wire))
        numbered = self.paging.style in (PagingStyle.PAGE, PagingStyle.OFFSET)
        # A number in a query is text anyway; in a body it is not.
        kinds = _WHOLE if numbered and place == "body" else _TEXT | _WHOLE
        if found is not None and not is_scalar(self.work, found, kinds):
            wanted = "whole numbers" if kinds == _WHOLE else "text or a number"
            what, hint = f"names an argument that does not take {wanted}", "name the one that does"
            self.work.fault("sdk-pointer-mistyped", self.said.at("param"), what, hint)


def _lists(work: Work, type_: Type) -> Iterable[str]:
    for name in properties(work, type_):
        found = type_at(work.definitions, type_, (name,))
        if found is not None and isinstance(settled(work.definitions, found), Array):
            yield name
