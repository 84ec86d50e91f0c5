"""How much of what a document describes of its operations was seen on the wire, kind by kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..raw import Place, Raw
from .answers import Reply
from .arguments import Arguments, Making

Part = tuple[str, ...]

IGNORED = frozenset(
    {"accept", "content-type", "authorization"}
    | {"connection", "content-length", "host", "te", "trailer", "transfer-encoding", "upgrade"}
)
"""Header parameters that OpenAPI says are to be ignored (3.1, "Parameter Object"), and those that steer the connection
(RFC 9110 §7.6.1, §8.6): whoever sends sets them.
"""

KINDS = ("parameters", "request media types", "responses", "response media types", "headers")


@dataclass(slots=True)
class Tally:
    """The parts of each operation by kind: those that the document has, and those that were sent or came back right."""

    described: defaultdict[str, set[Part]] = field(default_factory=lambda: defaultdict(set))
    seen: defaultdict[str, set[Part]] = field(default_factory=lambda: defaultdict(set))

    def describe(self, raw: Raw, making: Making, pointer: str) -> None:
        """Note what the document says of an operation."""
        self.described["operations"].add((pointer,))
        place = making.place(pointer)
        for where, name in making.parameters(pointer):
            if where != "header" or name.lower() not in IGNORED:
                self.described["parameters"].add((pointer, where, name))
        for media in _content(raw, raw.followed(place.child("requestBody"))):
            self.described["request media types"].add((pointer, media))
        responses = raw.followed(place.child("responses"))
        for status in raw.at(responses) or {}:
            self._response(raw, responses.child(status), pointer, str(status))

    def _response(self, raw: Raw, place: Place, pointer: str, status: str) -> None:
        place = raw.followed(place)
        self.described["responses"].add((pointer, status))
        is_bare = pointer.endswith("/head") or status in ("204", "205", "304")
        for media in () if is_bare else _content(raw, place):
            self.described["response media types"].add((pointer, status, media))
        for name in (raw.at(place) or {}).get("headers") or ():
            if name.lower() != "content-type":
                self.described["headers"].add((pointer, status, name))

    def sent(self, pointer: str, arguments: Arguments, media: str) -> None:
        """Note what a request had that was right."""
        self.seen["operations"].add((pointer,))
        for one in arguments.given:
            where = "query" if one.where == "all" else one.where
            self.seen["parameters"].add((pointer, where, one.name))
        for key in covering(self._medias(pointer), media) if media else ():
            self.seen["request media types"].add((pointer, key))

    def came(self, pointer: str, reply: Reply) -> None:
        """Note what an answer had that came back right."""
        self.seen["responses"].add((pointer, reply.status))
        if reply.media:
            self.seen["response media types"].add((pointer, reply.status, reply.media))
        for name, _ in reply.answer.headers:
            self.seen["headers"].add((pointer, reply.status, name))

    def _medias(self, pointer: str) -> list[str]:
        return [part[1] for part in self.described["request media types"] if part[0] == pointer]

    def facts(self) -> dict[str, Any]:
        """How many parts there are and were seen, and those that were not."""
        unseen = [
            " ".join((kind, *part))
            for kind in ("operations", *KINDS)
            for part in sorted(self.described[kind] - self.seen[kind])
        ]
        counts: Counter[str] = Counter()
        for kind in ("operations", *KINDS):
            counts[kind] = len(self.described[kind])
            counts[f"{kind} seen"] = len(self.described[kind] & self.seen[kind])
        return {"counts": dict(counts), "unseen": unseen}


def covering(keys: list[str], media: str) -> Iterator[str]:
    """The keys of a `content` that a media type is of: itself, else the ranges that have it."""
    bare = essence(media)
    exact = [key for key in keys if essence(key) == bare]
    kind, _, kept = bare.partition("/")
    suffix = kept.rpartition("+")[2]
    ranges = ("*/*", "*", f"{kind}/*", f"{kind}/*+{suffix}")
    yield from exact or [key for key in keys if essence(key) in ranges]


def essence(media: str) -> str:
    """A media type without its parameters, in lower case."""
    return media.partition(";")[0].strip().lower()


def _content(raw: Raw, place: Place) -> tuple[str, ...]:
    spoken = raw.at(place)
    content = spoken.get("content") if isinstance(spoken, dict) else None
    return tuple(content) if isinstance(content, dict) else ()
