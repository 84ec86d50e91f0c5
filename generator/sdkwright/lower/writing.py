"""How a parameter is written: its style, or the media type that it is written in."""

from __future__ import annotations

from collections.abc import Mapping

from ..ir.model import Location
from ..ir.writing import Style, Writing
from ..spec.document import resolve
from ..text.node import Node
from .tokens import essence_of, is_json
from .work import Work, flag, text

_STYLES: Mapping[Location, tuple[Style, ...]] = {
    Location.PATH: (Style.SIMPLE, Style.LABEL, Style.MATRIX),
    Location.QUERY: (Style.FORM, Style.SPACE, Style.PIPE, Style.DEEP),
    Location.HEADER: (Style.SIMPLE,),
    Location.COOKIE: (Style.FORM, Style.COOKIE),
}
"""The styles of each location (OpenAPI 3.2, "Style Values"), the one that is meant where none is written first."""

_EXPLODED = (Style.FORM, Style.DEEP, Style.COOKIE)

FORM = "application/x-www-form-urlencoded"
"""The media type of HTML forms."""


def writing_of(work: Work, node: Node, location: Location) -> tuple[Node | None, Writing]:
    """What holds the schema of a parameter, and how the parameter is written."""
    content = node.get("content")
    entries = list(content.items()) if content is not None else []
    if content is not None and entries:
        if len(entries) > 1:
            what = "gives one parameter several media types, of which the first is taken"
            work.doubt("parameter-content-several", content, what, "keep one")
        return _in_media(work, node, location, *entries[0])
    style = _style(work, node, location)
    return node, Writing(style, explodes(node, style), flag(node, "allowReserved"))


def explodes(node: Node, style: Style) -> bool:
    """Whether lists and objects are taken apart: as written, else as is usual for the style."""
    written = node.get("explode")
    return flag(node, "explode") if written is not None else style in _EXPLODED


def _style(work: Work, node: Node, location: Location) -> Style:
    written, known = text(node, "style"), _STYLES[location]
    if written is None or written in known:
        return known[0] if written is None else Style(written)
    listed = ", ".join(f"`{style}`" for style in known)
    what = f"is a {location} parameter of the style `{written}`; it is written as `{known[0]}`"
    work.doubt("parameter-style-misplaced", node.get("style") or node, what, f"use {listed}")
    return known[0]


def _in_media(
    work: Work, node: Node, location: Location, media: str, written: Node
) -> tuple[Node | None, Writing]:
    target = resolve(work.document, written, work.report)
    whole = text(node, "in") == "querystring"
    is_form = essence_of(media) == FORM
    encoding = None if target is None or not whole else target.node.get("encoding")
    if is_form and encoding is not None:
        what = "says how fields of the query are written; they are written as usual"
        work.doubt("encoding-ignored", encoding, what, "describe them as parameters of their own")
    if is_json(media):
        style = Style.JSON
    elif is_form:
        style = Style.FORM
    else:
        style = Style.SIMPLE if whole else _STYLES[location][0]
    writing = Writing(style, explode=is_form, whole=whole)
    return (None if target is None else target.node), writing
