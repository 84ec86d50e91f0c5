"""Names that end up in HTTP messages: what they may consist of."""

from __future__ import annotations

import re

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_IS_TOKEN = re.compile(_TOKEN)
ESSENCE = rf"{_TOKEN}/{_TOKEN}"
"""The pattern of a media type without parameters."""

_MEDIA = re.compile(rf"{ESSENCE}(?:[ ]*;[ ]*{_TOKEN}=(?:{_TOKEN}|\"[ -~]*\"))*")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


_JSON = frozenset({"application/json", "application/x-json", "text/json", "text/x-json"})
_LINES = frozenset(
    {
        *("application/x-ndjson", "application/ndjson", "application/jsonl"),
        *("application/x-jsonl", "application/jsonlines", "application/x-jsonlines"),
        *("application/json-lines", "application/stream+json", "application/x-json-stream"),
    }
)


def is_token(name: str) -> bool:
    """Whether a text is a token of RFC 9110 §5.6.2, as the names of headers and cookies must be."""
    return _IS_TOKEN.fullmatch(name) is not None


def is_media_type(text: str) -> bool:
    """Whether a text is a media type or range, with or without parameters (RFC 9110 §8.3.1)."""
    return _MEDIA.fullmatch(text) is not None


def is_json(media: str) -> bool:
    """Whether a media type is JSON: application/json, what it was called before, or one with the suffix +json."""
    essence = essence_of(media)
    return essence in _JSON or (essence.endswith("+json") and essence not in _LINES)


def is_lines(media: str) -> bool:
    """Whether a media type is a JSON text a line, by any of the names that this has: none is registered."""
    essence = essence_of(media)
    return essence in _LINES or essence.endswith("+jsonl")


def is_sequence(media: str) -> bool:
    """Whether a media type is JSON texts with a mark before each (RFC 7464)."""
    essence = essence_of(media)
    return essence == "application/json-seq" or essence.endswith("+json-seq")


def is_form(media: str) -> bool:
    """Whether a media type has named fields: that of HTML forms, or one of several parts."""
    essence = essence_of(media)
    return essence == "application/x-www-form-urlencoded" or essence.startswith("multipart/")


def essence_of(media: str) -> str:
    """A media type without its parameters, in lower case."""
    return media.partition(";")[0].strip().lower()


def has_control(text: str) -> bool:
    """Whether a text has control characters or line separators."""
    return _CONTROL.search(text) is not None
