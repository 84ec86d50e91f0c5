"""The `content` of a body or response: the one JSON media type that is supported."""

from __future__ import annotations

from ..ir.model import Place
from ..ir.types import Anything, Type
from ..spec.document import resolve
from ..text.node import Node
from .schemas import type_at
from .tokens import is_json, is_media_type
from .work import Work

_HINT = "describe the JSON form only, if there is one"


def json_content(work: Work, owner: Node) -> tuple[str, Node] | None:
    """The JSON media type under `content` and what it holds; everything else there is reported."""
    content = owner.get("content")
    entries = () if content is None else tuple(content.items())
    if content is None or not entries:
        return None
    sound = [entry for entry in entries if is_sound(work, content, entry[0])]
    json = [entry for entry in sound if is_json(entry[0])]
    for media, child in sound:
        if not is_json(media):
            what = f"is of the media type `{media}`, which is not supported yet"
            work.fault("unsupported-media-type", child, what, _HINT, content.at_key(media))
    if len(json) > 1:
        listed = ", ".join(f"`{media}`" for media, _ in json)
        work.fault(
            "unsupported-media-type",
            content,
            f"offers several JSON media types: {listed}",
            "keep one",
        )
    return json[0] if json else None


def content_type(work: Work, media: Node, place: Place) -> Type:
    """The type of what a media type holds."""
    target = resolve(work.document, media, work.report)
    schema = None if target is None else target.node.get("schema")
    return Anything() if schema is None else type_at(work, schema, place)


def is_sound(work: Work, content: Node, media: str) -> bool:
    """Whether a media type can stand in a header; one that can't is reported."""
    if is_media_type(media):
        return True
    hint = "write it as type/subtype, for example application/json"
    work.fault(
        "media-type-malformed",
        content,
        f"has the malformed media type `{media}`",
        hint,
        content.at_key(media),
    )
    return False
