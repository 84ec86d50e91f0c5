"""What an API sends of its own accord, webhooks and callbacks: one request each in every media type, read by the package."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from ..counting import written
from ..examples import Validator
from ..raw import Place, Plain, Raw
from .arguments import FORM, JSON, LINES, Making
from .sameness import differs
from .values import Manner, NotMade, made
from .wire import text_of

Facts = dict[str, Any]

_HOOK = "hook "


def hooks(raw: Raw, root: Any, lock: dict[str, Any]) -> Iterator[Facts]:
    """What became of each request that the document says the API sends: an id, and what is wrong or was not made."""
    reading = _Reading(raw, root, lock)
    for key, name in lock.get("types", {}).items():
        if key.startswith(_HOOK):
            yield {"id": key.removeprefix(_HOOK), **reading.hook(key.removeprefix(_HOOK), name)}


class _Reading:
    def __init__(self, raw: Raw, root: Any, lock: dict[str, Any]) -> None:
        self._raw, self._root, self._making = raw, root, Making(raw, lock)
        self._validator = Validator(raw, received=True)
        self._wire = importlib.import_module(f"{root.__name__}._runtime.wire")

    def hook(self, id_: str, name: str) -> Facts:
        """Read one request in each of its media types. The facts count them as `requests`."""
        facts: Facts = {"requests": 0}
        kind = self._class(id_, name)
        place = self._making.place(id_)
        content = self._raw.followed(place.child("requestBody")).child("content")
        headers, query, given = self._parameters(id_)
        for media in self._raw.at(content) or {"": None}:
            try:
                sent_as, body, value = self._body(self._raw.followed(content.child(media)), media)
            except NotMade as error:
                facts["not_made"] = f"{media}: {error}"
                continue
            told = [*headers, *([("Content-Type", sent_as)] if sent_as else [])]
            try:
                found = kind.parse(told, body, query=query, strict=True)
            except Exception as error:
                facts["fault"] = f"{media}: {type(error).__name__}: {error} {body[:200]!r}"[:400]
                break
            fault = self._fault(found, body, value, given)
            if fault:
                facts["fault"] = f"{media}: {fault} {body[:200]!r}"[:400]
                break
            facts["requests"] += 1
        return facts

    def _class(self, id_: str, name: str) -> Any:
        module = "webhooks" if id_.startswith("#/webhooks/") else "callbacks"
        return getattr(importlib.import_module(f"{self._root.__name__}.{module}"), name)

    def _fault(self, found: Any, body: bytes, value: Plain, given: dict[str, Plain]) -> str:
        payload = found.payload
        is_whole = payload == body or (isinstance(payload, str) and payload.encode() == body)
        fault = "" if is_whole else differs(self._wire, payload, value)
        if fault or not given:
            return fault
        told = self._wire.plain(found.parameters)
        gone = [n for n, v in given.items() if text_of(told.get(n)) != text_of(v)]
        return f"{gone} are not in {told}" if gone else ""

    def _body(self, holder: Place, media: str) -> tuple[str, bytes, Plain]:
        """The media type that a body is sent in, its octets, and what has to come of them."""
        if not media:
            return "", b"", None
        sent_as = media.replace("*", "x")
        schema = holder.child("schema")
        if JSON.match(media) or "*" in media:
            sent_as = sent_as if JSON.match(media) else "application/json"
            value = self._value(schema)
            return sent_as, written(value).encode(), value
        if LINES.match(media):
            value = self._value(schema)
            return sent_as, b"%s\n" % written(value).encode() * 2, [value, value]
        if FORM.match(media):
            value = self._value(schema)
            if not isinstance(value, dict) or any(
                isinstance(v, (dict, list)) for v in value.values()
            ):
                raise NotMade("a form that is nested")
            return sent_as, urlencode({k: text_of(v) for k, v in value.items()}).encode(), value
        if media.lower().startswith("multipart/"):
            raise NotMade("parts")
        return sent_as, b"text", "text"

    def _value(self, schema: Place) -> Plain:
        last = NotMade("")
        for how in (Manner(False, ample=True), *(Manner(False, member=n) for n in range(3))):
            try:
                value = made(self._raw, schema, how)
            except NotMade as error:
                last = error
                continue
            told = self._validator.fault(schema, value)
            if not told:
                return value
            last = NotMade(f"none that is valid: {told}"[:300])
        raise last

    def _parameters(self, id_: str) -> tuple[list[tuple[str, str]], str, dict[str, Plain]]:
        """Header fields, a query and the values by name: of parameters that are plain texts or numbers."""
        headers: list[tuple[str, str]] = []
        query: dict[str, str] = {}
        given: dict[str, Plain] = {}
        cookies: list[str] = []
        for place in self._making.parameter_places(id_):
            spoken = self._raw.at(place)
            name, where = str(spoken.get("name")), spoken.get("in")
            if name.lower() in ("accept", "content-type", "authorization") and where == "header":
                continue
            try:
                value = self._value(place.child("schema"))
            except NotMade:
                continue
            if isinstance(value, (dict, list)) or name in given:
                continue
            text = text_of(value)
            if not (text.isascii() and text.isprintable()) or text != text.strip():
                value = text = "text"
            given[name] = value
            if where == "header":
                headers.append((name, text))
            elif where == "cookie":
                cookies.append(f"{name}={text}")
            elif where == "query":
                query[name] = text
            else:
                del given[name]
        if cookies:
            headers.append(("Cookie", "; ".join(cookies)))
        return headers, urlencode(query), given
