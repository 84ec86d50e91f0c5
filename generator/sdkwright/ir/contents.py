"""What a media type of a response carries."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from .types import Type


class ContentKind(StrEnum):
    """What a media type carries. The last three are items one after the other; forms are read in what the API sends."""

    JSON = "json"
    TEXT = "text"
    OCTETS = "octets"
    FORM = "form"
    LINES = "lines"
    SEQUENCE = "sequence"
    EVENTS = "events"


class Content(Struct, frozen=True):
    """A media type of a response. `type` is that of an item where there are many.

    `whole` says of server-sent events that an item is the event itself, not what its `data` holds as JSON. `events` are
    their names where each holds something of its own: JSON of a type, or text as it is.
    """

    media: str
    kind: ContentKind
    type: Type
    whole: bool = False
    events: tuple[tuple[str, Type], ...] = ()

    @property
    def is_stream(self) -> bool:
        """Whether it carries items one after the other."""
        return self.kind in (ContentKind.LINES, ContentKind.SEQUENCE, ContentKind.EVENTS)
