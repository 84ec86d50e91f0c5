"""What is said about the single properties of a form (OpenAPI 3.1, "Encoding Object"), and which of them are files."""

from __future__ import annotations

from ..ir.writing import Part, Style, Writing
from ..spec.document import resolve
from ..text.node import Node
from .forms import form_of
from .parts import properties_below, target_of
from .work import Work, flag, text
from .writing import explodes

_STYLES = (Style.FORM, Style.SPACE, Style.PIPE, Style.DEEP)
_SAYS_STYLE = ("style", "explode", "allowReserved")
_TEXTUAL = ("text/", "application/json")


def parts_of(work: Work, media: Node, *, is_multipart: bool) -> tuple[Part, ...]:
    """The properties of a form that are written otherwise than usual."""
    encodings, schema = media.get("encoding"), media.get("schema")
    said: dict[str, Node] = {} if encodings is None else dict(encodings.items())
    properties = dict[str, Node]() if schema is None else dict(properties_below(work, schema))
    found = (
        _part(work, wire, said.get(wire), properties.get(wire), is_multipart)
        for wire in dict.fromkeys((*properties, *said))
    )
    return tuple(part for part in found if part != Part(part.wire))


def _part(
    work: Work, wire: str, encoding: Node | None, schema: Node | None, is_multipart: bool
) -> Part:
    media: tuple[str, ...] = ()
    writing: Writing | None = None
    if encoding is not None:
        target = resolve(work.document, encoding, work.report)
        encoding = encoding if target is None else target.node
        listed = text(encoding, "contentType") or ""
        media = tuple(one.strip() for one in listed.split(",") if one.strip())
        if any(encoding.get(key) is not None for key in _SAYS_STYLE):
            writing = _writing(work, encoding)
    is_file = is_multipart and schema is not None and _is_file(work, schema, media)
    return Part(wire, writing, media, is_file)


def _writing(work: Work, encoding: Node) -> Writing:
    written = text(encoding, "style") or Style.FORM
    if written not in _STYLES:
        listed = ", ".join(f"`{style}`" for style in _STYLES)
        what = f"writes a property in the style `{written}`; it is written as `form`"
        work.doubt("parameter-style-misplaced", encoding, what, f"use {listed}")
        written = Style.FORM
    style = Style(written)
    return Writing(style, explodes(encoding, style), flag(encoding, "allowReserved"))


def _is_file(work: Work, schema: Node, media: tuple[str, ...], depth: int = 0) -> bool:
    """Whether a property holds octets: `format: binary`, a media type of its own, or nothing that is said at all."""
    form = form_of(work, schema)
    node = form.node
    if form.refers:
        target = target_of(work, node)
        return target is not None and depth < 8 and _is_file(work, target.node, media, depth + 1)
    items = node.get("items")
    if form.type == "array" and items is not None:
        return depth < 8 and _is_file(work, items, media, depth + 1)
    if form.choices or form.type not in ("string", None):
        return False
    if text(node, "format") == "binary":
        return True
    if node.get("contentMediaType") is not None and node.get("contentEncoding") is None:
        return True
    says_nothing = form.type is None and node.get("enum") is None and node.get("const") is None
    return says_nothing and bool(media) and not media[0].startswith(_TEXTUAL)
