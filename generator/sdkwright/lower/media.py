"""The names of media types under `content`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.node import Node
from .tokens import ESSENCE, essence_of, has_control, is_json, is_media_type
from .work import Work

_ANY, _NOTHING = "*/*", ""
_WORDS = {
    "json": "application/json",
    "xml": "application/xml",
    "yaml": "application/yaml",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "binary": "application/octet-stream",
    "octet-stream": "application/octet-stream",
    "form": "application/x-www-form-urlencoded",
    "x-www-form-urlencoded": "application/x-www-form-urlencoded",
    "form-data": "multipart/form-data",
    "multipart": "multipart/form-data",
    "gzip": "application/gzip",
    "text": "text/plain",
    "plain": "text/plain",
    "html": "text/html",
    "csv": "text/csv",
}
"""What authors mean by one word."""

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_START = re.compile(ESSENCE)


def media_types(work: Work, content: Node | None) -> Iterator[tuple[str, Node]]:
    """The media types of `content` as they can stand in a header, each with what is written below it.

    One that is malformed is reported and read as what it means; where that can't be told it is `*/*`: any. One that says
    nothing, beside others, is left out.
    """
    if content is None:
        return
    sound = {media for media, _ in content.items() if is_media_type(media)}
    for media, node in content.items():
        read = media if media in sound else _meant(media, sound)
        if media not in sound:
            if read == _ANY and sound and node.get("schema") is None:
                read = _NOTHING
            _tell(work, content, media, read)
        if read:
            yield read, node


def by_name(media: str) -> tuple[bool, bool, int, str]:
    """The order in which media types get names, which does not hang on that of the document: plain JSON first."""
    essence = essence_of(media)
    is_plain = is_json(media) and essence != "application/json-patch+json"
    return essence != "application/json", not is_plain, len(media), media.lower()


def _meant(media: str, others: set[str]) -> str | None:
    """What a malformed media type means; None where nothing like it may be sent."""
    plain = media.strip()
    if has_control(media):
        return None
    if not plain.isascii():
        return _ANY
    if is_media_type(plain.partition(";")[0].strip()):
        # Odd parameters are for the server to understand.
        return plain
    start = _START.match(plain)
    last = _WORD.findall(plain.lower())[-1:]
    read = start[0] if start else _WORDS.get(last[0] if last else "", _ANY)
    return _ANY if read in others else read


def _tell(work: Work, content: Node, media: str, read: str | None) -> None:
    hint, place = "write it as type/subtype, for example application/json", content.at_key(media)
    what = f"has the malformed media type `{media}`"
    if read is None:
        work.fault("media-type-malformed", content, what, hint, place)
        return
    if read == _NOTHING:
        what += ", which is left out"
    else:
        what += "; it is sent as it is" if read == media else f", which is read as `{read}`"
    work.doubt("media-type-malformed", content, what, hint, place)
