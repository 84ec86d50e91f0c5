"""What is said about the single properties of a form (OpenAPI 3.1, "Encoding Object"), and which of them are files."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, zip_longest

from ..ir.writing import ANY_PLACE, Part, Style, Writing
from ..spec.document import resolve
from ..text.node import Node
from .flat import Form
from .forms import end_form, form_of
from .parts import properties_below, target_of
from .work import Work, flag, text
from .writing import explodes

_STYLES = (Style.FORM, Style.SPACE, Style.PIPE, Style.DEEP)
_SAYS_STYLE = ("style", "explode", "allowReserved")
_BY_PLACE = ("itemSchema", "prefixEncoding", "itemEncoding")
_NESTED = ("encoding", "prefixEncoding", "itemEncoding")
_OCTETS = "application/octet-stream"
_TEXTUAL = ("text/", "application/json")
_DEEPEST = 8
"""How deep files are looked for in lists and choices, which may hold themselves."""


def parts_of(work: Work, media: Node, *, is_multipart: bool) -> tuple[Part, ...]:
    """The properties of a form that are written otherwise than usual."""
    encodings, schema = media.get("encoding"), media.get("schema")
    if is_multipart and is_ordered(work, media):
        return tuple(_positional(work, media))
    said: dict[str, Node] = {} if encodings is None else dict(encodings.items())
    properties = dict[str, Node]() if schema is None else dict(properties_below(work, schema))
    found = (
        _part(work, wire, said.get(wire), properties.get(wire), is_multipart)
        for wire in dict.fromkeys((*properties, *said))
    )
    return tuple(part for part in found if part != Part(part.wire))


def is_ordered(work: Work, media: Node) -> bool:
    """Whether the parts of a multipart body have no names but an order (OpenAPI 3.2, "Encoding By Position")."""
    schema = media.get("schema")
    if schema is not None:
        return end_form(work, schema).type == "array"
    return any(media.get(key) is not None for key in _BY_PLACE)


def _positional(work: Work, media: Node) -> Iterator[Part]:
    """What is said of single parts by their place, and of all others."""
    schema = media.get("schema")
    whole = None if schema is None else end_form(work, schema).node
    encodings, schemas = (
        () if listed is None else listed.elements()
        for listed in (media.get("prefixEncoding"), whole and whole.get("prefixItems"))
    )
    rest = media.get("itemSchema") or (whole and whole.get("items"))
    for at, (encoding, schema) in enumerate(zip_longest(encodings, schemas)):
        # Told also where it is as usual: else what holds for all others would hold for it.
        yield _part(work, str(at), encoding, schema or rest, is_multipart=True)
    others = _part(work, ANY_PLACE, media.get("itemEncoding"), rest, is_multipart=True)
    if others != Part(ANY_PLACE):
        yield others


def _part(
    work: Work, wire: str, encoding: Node | None, schema: Node | None, is_multipart: bool
) -> Part:
    media: tuple[str, ...] = ()
    writing: Writing | None = None
    if encoding is not None:
        target = resolve(work.document, encoding, work.report)
        encoding = encoding if target is None else target.node
        inner = next((found for key in _NESTED if (found := encoding.get(key)) is not None), None)
        if inner is not None:
            what = "says how the parts of a part are written; they are written as usual"
            work.doubt("encoding-nested", inner, what, "write that part yourself, as text")
        listed = text(encoding, "contentType") or ""
        media = tuple(one.strip() for one in listed.split(",") if one.strip())
        if any(encoding.get(key) is not None for key in _SAYS_STYLE):
            writing = _writing(work, encoding)
    is_file = is_multipart and schema is not None and _is_file(work, schema, media)
    if is_file or (is_multipart and work.document.version.startswith("3.0")):
        writing = None  # octets have no style; in OpenAPI 3.0 none of the parts has one
    if is_multipart and schema is not None and not media and _is_encoded(work, schema):
        media = (_OCTETS,)
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
    form = _single(work, schema)
    if form is not None and form.choices and depth < _DEEPEST:
        members = chain.from_iterable(choice.members for choice in form.choices)
        return all(_is_file(work, member, media, depth + 1) for member in members)
    if form is None or form.type not in ("string", None):
        return False
    node = form.node
    if text(node, "format") == "binary":
        return True
    if node.get("contentMediaType") is not None and node.get("contentEncoding") is None:
        return True
    says_nothing = form.type is None and node.get("enum") is None and node.get("const") is None
    return says_nothing and bool(media) and not media[0].startswith(_TEXTUAL)


def _is_encoded(work: Work, schema: Node) -> bool:
    """Whether a property holds text that stands for octets, of which 3.1 says a media type where none is given."""
    form = _single(work, schema)
    return form is not None and form.node.get("contentEncoding") is not None


def _single(work: Work, schema: Node, depth: int = 0) -> Form | None:
    """What one part of a property is, behind references and lists; None for what never ends."""
    form = form_of(work, schema)
    below = form.node.get("items") if form.type == "array" else None
    if form.refers:
        target = target_of(work, form.node)
        below = None if target is None else target.node
        if below is None:
            return None
    if below is None:
        return form
    return _single(work, below, depth + 1) if depth < _DEEPEST else None
