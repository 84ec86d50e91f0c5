"""The names of media types under `content`."""

from __future__ import annotations

from ..text.node import Node
from .tokens import is_media_type
from .work import Work


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
