"""The names of media types under `content`."""

from __future__ import annotations

from ..text.node import Node
from .tokens import has_control, is_media_type
from .work import Work


def is_sound(work: Work, content: Node, media: str) -> bool:
    """Whether a media type can stand in a header; one that can't is reported, and so is one that has an odd form."""
    if is_media_type(media):
        return True
    hint, place = "write it as type/subtype, for example application/json", content.at_key(media)
    if "/" in media and not has_control(media) and media.isascii() and media.strip() == media:
        what = f"has the odd media type `{media}`; it is sent as it is"
        work.doubt("media-type-malformed", content, what, hint, place)
        return True
    work.fault(
        "media-type-malformed", content, f"has the malformed media type `{media}`", hint, place
    )
    return False
