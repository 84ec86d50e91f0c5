"""Whether what a call gives is what was answered, and both ways of calling send the same."""

from __future__ import annotations

import json
import re
from typing import Any

from ..counting import written
from ..probe import difference
from .answers import Reply
from .server import Sent
from .wire import plain, read


class Wrong(Exception):
    """What is not as it should be: with the request, or with what came of the answer."""

    def __init__(self, key: str, told: str) -> None:
        super().__init__(told)
        self.key = key


def same(wire: Any, value: Any, reply: Reply) -> None:
    """Raise `Wrong` where a value is not what was answered; `wire` is that module of the package."""
    match reply.kind:
        case "json":
            told = differs(wire, value, reply.value)
        case "items":
            told = "" if len(value) == 2 else f"{len(value)} items"
            datas = [json.loads(v.data) if _is_event(v) else v for v in value]
            faults = (differs(wire, one, reply.value) for one in datas)
            told = told or next(filter(None, faults), "")
        case "none":
            told = "" if value in (None, b"", "") else repr(value)
        case _:
            # Whether a body is text or octets is left to the package.
            octets = value.encode() if isinstance(value, str) else value
            is_same = octets == reply.answer.body or value == reply.value
            told = "" if is_same else f"{reply.value!r} came back as {value!r}"
    if told:
        raise Wrong("answer", f"{shown(reply)}: {told}"[:400])


def differs(wire: Any, value: Any, answered: Any) -> str:
    """The first difference between a value and the plain one that it was read from."""
    try:
        text = wire.write(value)
    except Exception as error:
        return f"{type(error).__name__}: {error}"[:300]
    return difference(read(written(plain(answered))), read(text), "")


def whole(wire: Any, response: Any, value: Any, reply: Reply) -> None:
    """The same of a response, or an error, with the headers that are described."""
    mismatches = [str(one) for one in response.mismatches]
    if mismatches:
        raise Wrong("answer", f"{shown(reply)}: {'; '.join(mismatches)}"[:400])
    same(wire, value, reply)
    if reply.typed:
        told = getattr(response, "typed_headers", None)
        fields = [] if told is None else [v for _, v in told if v is not None]
        if len(fields) < reply.typed:
            raise Wrong("answer", f"{shown(reply)}: headers {reply.answer.headers}: {told!r}")


def value_of(value: Any, kind: str) -> Any:
    """What a call gave; what is iterated over is read to its end."""
    if not is_stream(value):
        return value
    with value:
        return [*value] if kind == "items" else None


async def awaited(value: Any, kind: str) -> Any:
    """As `value_of`, awaiting."""
    if not hasattr(value, "aclose"):
        return value
    async with value:
        return [one async for one in value] if kind == "items" else None


def is_stream(value: Any) -> bool:
    """Whether a value comes piece by piece."""
    return hasattr(value, "save") and hasattr(value, "close")


def _is_event(item: Any) -> bool:
    return hasattr(item, "data") and hasattr(item, "retry")


def is_accepted(sent: Sent, reply: Reply) -> bool:
    """Whether a body was asked for in the media type that it comes in."""
    media = reply.answer.media.partition(";")[0].strip().lower()
    wanted = sent.headers.get("accept", "*/*").lower()
    ranges = {one.partition(";")[0].strip() for one in wanted.split(",")}
    return not media or bool(ranges & {media, f"{media.partition('/')[0]}/*", "*/*"})


def shown(reply: Reply) -> str:
    """An answer in a message."""
    answer = reply.answer
    return f"{answer.status} {answer.media} {answer.body[:150]!r}"


_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def comparable(sent: Sent) -> tuple[Any, ...]:
    """A request without what is by chance: its boundary, its key, its address."""
    media = sent.headers.get("content-type", "")
    boundary = media.partition("boundary=")[2]
    body = sent.body.replace(boundary.encode(), b"") if boundary else sent.body
    headers = ((k, _UUID.sub("a key", v)) for k, v in sent.headers.items())
    kept = {k: v for k, v in headers if k not in ("content-type", "host")}
    return sent.method, sent.target, kept, body, media.replace(boundary, "")
