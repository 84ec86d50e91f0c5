"""What a fake was asked: a request as a test looks at it, and whether two of them are the same."""

import re
from collections.abc import Collection, Mapping
from itertools import chain
from typing import Any, Final
from urllib.parse import parse_qs, parse_qsl, unquote

import httpx2
from msgspec import Struct

from . import wire
from .headers import Headers
from .operation import Operation, is_json

_BOUNDARY: Final = re.compile(r'boundary="?([^";]+)')
_NAME: Final = re.compile(r'\bname="((?:[^"\\]|\\.)*)"')


class RecordedCall(Struct, eq=False):
    """One call that came, with the request as it was sent last.

    `arguments` are those of the path, as text, in the order of the method's; `query` has every value of each
    parameter by its wire name. `attempts` counts the requests that the call took, `statuses` what they were answered
    (0 for no answer).
    """

    operation: str
    """Method and path of the operation in the document."""
    method: str
    url: str
    arguments: tuple[str, ...]
    query: Mapping[str, list[str]]
    headers: Headers
    content: bytes
    attempts: int = 1
    statuses: list[int] = []
    outgoing: Any = None

    @property
    def body(self) -> Any:
        """What was sent: JSON decoded to the digit, forms as lists of values by name (files as their octets), texts,
        octets; None for nothing.
        """
        return _body(self.headers.get("content-type", ""), self.content)

    def __repr__(self) -> str:
        sent = f" {self.content[:200].decode('utf-8', 'replace')}" if self.content else ""
        return f"<RecordedCall {self.method} {self.url}{sent}>"


def call_of(
    operation: str, arguments: tuple[str, ...], request: httpx2.Request, content: bytes
) -> RecordedCall:
    """A request that came, as a call."""
    url = str(request.url)
    query = parse_qs(url.partition("?")[2], keep_blank_values=True)
    headers = Headers(request.headers.raw)
    outgoing = request.extensions.get("outgoing")
    return RecordedCall(
        operation, request.method, url, arguments, query, headers, content, outgoing=outgoing
    )


def _body(media: str, content: bytes) -> Any:
    essence = media.partition(";")[0].strip().lower()
    if not content:
        return None
    if is_json(essence):
        return wire.read(content)
    if essence == "application/x-www-form-urlencoded":
        return parse_qs(content.decode("utf-8", "replace"), keep_blank_values=True)
    if essence.startswith("multipart/") and (found := _BOUNDARY.search(media)):
        return _parts(content, found[1].encode())
    return content.decode("utf-8", "replace") if essence.startswith("text/") else content


def _parts(content: bytes, boundary: bytes) -> dict[str, list[bytes]]:
    """The parts of a form by name (RFC 7578)."""
    found: dict[str, list[bytes]] = {}
    for part in content.split(b"--" + boundary)[1:-1]:
        head, _, body = part.partition(b"\r\n\r\n")
        name = _NAME.search(head.decode("utf-8", "replace"))
        found.setdefault(name[1] if name else "", []).append(body.removesuffix(b"\r\n"))
    return found


def sameness(operation: Operation[Any], call: RecordedCall) -> tuple[object, ...]:
    """What the arguments of a call made of its request: equal for calls with equal arguments."""
    media = call.headers.get("content-type", "")
    own = operation.idempotency_header
    headers = [
        (p.name, call.headers.get(p.name)) for p in operation.headers.values() if p.name != own
    ]
    pairs = (pair.strip().partition("=") for pair in call.headers.get("cookie", "").split(";"))
    jar = {name: value for name, _, value in pairs}
    cookies = [(p.name, jar.get(p.name)) for p in operation.cookies.values()]
    query = [(p.name, call.query.get(p.name)) for p in operation.query.values() if p.name]
    loose = sorted(_loose(operation, call))
    content = _body(media, call.content) if call.content else None
    return (call.arguments, query, loose, headers, cookies, media.partition(";")[0], content)


def _loose(operation: Operation[Any], call: RecordedCall) -> list[tuple[str, str]]:
    """Members of exploded objects in the query, whose names no declaration knows."""
    known = {p.name for p in operation.query.values()}
    is_loose = any(p.explode or p.style == "deepObject" for p in operation.query.values())
    pairs = parse_qsl(call.url.partition("?")[2], keep_blank_values=True) if is_loose else []
    return [pair for pair in pairs if pair[0] not in known]


def matched(operation: Operation[Any], path: str) -> tuple[str, tuple[str, ...]] | None:
    """What stands before a path that ends as that of an operation, and its arguments; None for another path."""
    template = operation.path
    spanning = {one.name for one in operation.segments if one.spanning}
    if spanning:
        return _spanned(template, spanning, path)
    wanted, given = template.split("/")[1:], path.split("/")[1:]
    rest = len(given) - len(wanted)
    if rest < 0:
        return None
    arguments: list[str] = []
    for pattern, text in zip(wanted, given[rest:], strict=True):
        found = _segment(pattern, text)
        if found is None:
            return None
        arguments += found
    return "".join(f"/{part}" for part in given[:rest]), tuple(arguments)


def _spanned(
    template: str, spanning: Collection[str], path: str
) -> tuple[str, tuple[str, ...]] | None:
    """The same where arguments may be several segments: as few stand before the path as may be."""
    parts = re.split(r"\{([^{}]*)\}", template)
    fixed = [re.escape(unquote(part)) for part in parts[::2]]
    taken = [r"(.+)" if name in spanning else r"([^/]+)" for name in parts[1::2]]
    pattern = "".join(chain.from_iterable(zip(fixed, [*taken, ""], strict=True)))
    found = re.fullmatch(f"(.*?){pattern}", unquote(path))
    return None if found is None else (found[1], found.groups()[1:])


def _segment(pattern: str, text: str) -> list[str] | None:
    if "{" not in pattern:
        return [] if unquote(pattern) == unquote(text) else None
    parts = re.split(r"\{[^{}]*\}", pattern)
    if parts == ["", ""]:
        return [unquote(text)] if text else None
    expression = "(.+)".join(map(re.escape, map(unquote, parts)))
    found = re.fullmatch(expression, unquote(text))
    return None if found is None else list(found.groups())
