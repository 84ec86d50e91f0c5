"""The answers that a document describes for an operation, each with a made-up valid body and headers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..counting import written
from ..examples import Validator
from ..raw import Place, Plain, Raw
from .arguments import JSON, LINES, is_any
from .mending import mended
from .server import FRAMING, Answer
from .values import Manner, NotMade, made
from .wire import text_of

_TEXT = re.compile(r"text/|[a-z]+/(.+\+)?(xml|yaml|x-yaml)\b", re.IGNORECASE)
_EVENTS = re.compile("text/event-stream", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered, what kind of body it has, and the value that has to come of it."""

    answer: Answer
    kind: str
    value: Plain = None
    is_error: bool = False
    typed: int = 0
    """How many typed headers there are."""
    status: str = ""
    media: str = ""
    """The keys that the document has them under."""
    is_typed: bool = False
    """Whether the document has a schema for the body."""


NOTHING = Reply(Answer(204), "none")
"""What is answered where no success is described, or none was made."""


class Answering:
    """Makes up answers for the operations of one document."""

    def __init__(self, raw: Raw) -> None:
        self._raw = raw
        self._validator = Validator(raw, received=True)
        self.not_made = ""

    def replies(self, operation: Place, *, is_head: bool) -> list[Reply]:
        """Successes first; at least one."""
        responses = self._raw.followed(operation.child("responses"))
        told = self._raw.at(responses) or {}
        found: list[Reply] = []
        self.not_made = ""
        for status in sorted(map(str, told), key=lambda one: (one == "default", one)):
            for number in _numbers(status, told):
                found += self._of_status(responses.child(status), number, is_head)
        found.sort(key=lambda reply: reply.is_error)
        return found if found and not found[0].is_error else [NOTHING, *found]

    def _of_status(self, place: Place, number: int, is_head: bool) -> Iterator[Reply]:
        status = place.pointer.rpartition("/")[2]
        place = self._raw.followed(place)
        content = (self._raw.at(place) or {}).get("content") or {}
        is_bare = number in (204, 205, 304) or is_head
        is_error, (headers, typed) = number >= 300, self._headers(place, number, not is_bare)
        if is_bare or not content:
            # What is described there never comes.
            yield Reply(Answer(number, headers=headers), "none", None, is_error, typed, status)
            return
        has_json = any(map(JSON.match, content))
        for media in sorted(content, key=lambda one: not JSON.match(one))[:8]:
            held = self._raw.followed(place.child("content").child(media))
            if has_json and is_any(media) and self._raw.at(held.child("schema")) is None:
                continue  # anything else, of which nothing is said
            bodies = [*self._bodies(held, media, number, content)]
            for kind, sent_as, body, value in bodies:
                answer = Answer(number, sent_as, body, headers)
                is_typed = kind == "json" and bool(self._raw.at(held.child("schema")))
                yield Reply(answer, kind, value, is_error, typed, status, media, is_typed)
            if not bodies:
                return  # nobody asks for the others where there is JSON

    def _bodies(
        self, holder: Place, media: str, number: int, content: Iterable[str]
    ) -> Iterator[tuple[str, str, bytes, Plain]]:
        schema = holder.child("schema")
        spoken = self._raw.at(self._raw.followed(schema))
        spoken = spoken if isinstance(spoken, dict) else {}
        has_json = self._raw.at(schema) is not None and spoken.get("format") != "binary"
        if JSON.match(media) or (is_any(media) and has_json):
            sent_as = _some_json(content) if is_any(media) else media
            for value in self._values(holder, schema):
                yield "json", sent_as, written(value).encode(), value
        elif _EVENTS.match(media) or LINES.match(media):
            item = holder.child("itemSchema")
            item = schema if self._raw.at(item) is None else item
            for value in [*self._values(holder, item)][-1:]:
                text = written(value).encode()
                one = b"data: %s\n\n" % text if _EVENTS.match(media) else b"\x1e%s\n" % text
                one = one if "seq" in media or one[:1] != b"\x1e" else one[1:]
                yield "items", media, one * 2, value
        elif _TEXT.match(media):
            is_plain = spoken.get("type") in ("integer", "number", "boolean")
            value = made(self._raw, schema, Manner(False)) if is_plain else "text \u00e9"
            yield "text", f"{media}; charset=utf-8", text_of(value).encode(), value
        else:
            # The body of an error is a text where it is no JSON.
            is_text = number >= 300 or spoken.get("format") != "binary"
            octets = b"octets" if is_text else b"\x00octets\xff"
            yield "octets", media.replace("*", "x"), octets, octets

    def _values(self, holder: Place, schema: Place) -> Iterator[Plain]:
        """Different values that are valid: from the examples, with every property, with few."""
        seen: list[Plain] = []
        shown = (self._raw.at(holder) or {}).get("example")
        if self._raw.at(schema) is None:
            yield {"any": 1} if shown is None else shown
            return
        why = ""
        for validator in (self._validator, self._validator.lenient):
            for how in (None, *_MANNERS) if not seen else ():
                if how is None and shown is None:
                    continue
                try:
                    value = self._value(validator, schema, shown, how)
                except NotMade as error:
                    why = why or str(error)
                    continue
                if value not in seen:
                    seen.append(value)
                    yield value
        self.not_made = self.not_made or ("" if seen else why)

    def _value(
        self, validator: Validator, schema: Place, shown: Plain, how: Manner | None
    ) -> Plain:
        """A valid value: an example as it is, or one made up. Raises `NotMade`."""
        value = shown if how is None else made(self._raw, schema, how)
        told = validator.fault(schema, value)
        left = mended(validator, schema, value) if told and how is not None else None
        if told and left is None:
            raise NotMade(f"none that is valid: {told}"[:300])
        return left if told else value

    def _headers(
        self, place: Place, number: int, has_body: bool
    ) -> tuple[tuple[tuple[str, str], ...], int]:
        """The header fields that are described, where a value is a plain text, and how many these are."""
        found: list[tuple[str, str]] = []
        for name in (self._raw.at(place) or {}).get("headers") or {}:
            header = self._raw.followed(place.child("headers").child(name))
            media = next(iter((self._raw.at(header) or {}).get("content") or ()), "")
            is_json = bool(JSON.match(media))
            header = self._raw.followed(header.child("content").child(media)) if media else header
            schema = header.child("schema")
            leads_away = name.lower() == "location" and 300 <= number < 400
            is_plain = self._raw.at(schema) is not None or is_json
            if not is_plain or leads_away or name.lower() in _OURS:
                continue
            if name.lower() in FRAMING:
                value = FRAMING[name.lower()]
                if has_body and not self._validator.fault(schema, value):
                    found.append((name, value))
                continue
            try:
                value = made(self._raw, schema, Manner(False))
            except NotMade:
                continue
            if is_json:
                found.append((name, written(value)))
            elif isinstance(value, list) and all(isinstance(one, (str, int)) for one in value):
                found.append((name, ",".join(map(text_of, value))))
            elif isinstance(value, (str, int, Decimal)) and not self._validator.fault(
                schema, value
            ):
                found.append((name, text_of(value)))
        return tuple(found), len(found)


_MANNERS = (
    Manner(False, shown=True),
    Manner(False, ample=True),
    *(Manner(False, member=member) for member in range(3)),
)
# What steers the exchange itself.
_OURS = frozenset(("trailer", "upgrade", "content-type"))


def _some_json(content: Iterable[str]) -> str:
    """JSON that only a range describes: of a type of its own where JSON is described as well."""
    has_json = any(re.match("application/json *(;|$)", media, re.IGNORECASE) for media in content)
    return "application/vnd.other+json" if has_json else "application/json"


def _numbers(status: str, told: dict[str, Any]) -> Iterator[int]:
    """Statuses that a key of `responses` stands for."""
    if status == "default":
        known = {one.upper() for one in map(str, told)}
        yield from (200,) if not any(one[0] == "2" for one in known) else ()
        left = (n for n in (499, 599) if not known & {str(n), f"{n // 100}XX"})
        yield from [*left][-1:]
    elif status.isdigit() and 200 <= int(status) <= 599:
        yield int(status)
    elif re.fullmatch("[2-5]XX", status, re.IGNORECASE):
        start = int(status[0]) * 100
        yield next(
            n for n in range(start, start + 99) if str(n) not in told and n not in (204, 205)
        )
