"""Whether everything that a call was given is in the request that was sent, by readers that are not ours."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from decimal import Decimal
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl, unquote, unquote_plus, urlsplit

from ..counting import written
from ..probe import difference
from ..raw import Plain
from .arguments import Arguments, Body, Given
from .server import Sent


def lost(arguments: Arguments, sent: Sent) -> str:
    """The first argument that did not arrive, and what did; empty where all have."""
    parts = urlsplit(sent.target)
    query = parse_qsl(parts.query, keep_blank_values=True)
    for one in arguments.given:
        if not _arrived(one, parts.path, parts.query, query, sent):
            return f"{one.where} {one.name}={one.value!r} ({one.style}) is not in {sent.target}"[
                :400
            ]
    return _of_body(arguments.body, sent) if arguments.body is not None else ""


def _arrived(one: Given, path: str, spelled: str, query: list[tuple[str, str]], sent: Sent) -> bool:
    if one.where == "all" and "form" in one.media:
        return not _of_fields(one.value, [(name, text.encode()) for name, text in query])
    if one.media:
        told = written(plain(one.value)) if "json" in one.media else str(one.value)
        if "json" in one.media and one.where == "header":
            return not _differs(one.value, sent.headers.get(one.name.lower(), "").encode())
        spelled = " ".join(sent.headers.values())
        return any(
            _bare(told) in _bare(one)
            for one in (unquote_plus(sent.target), spelled, unquote(spelled))
        )
    texts = [*_leaves(one.value)]
    match one.where:
        case "path":
            return all(text in unquote(path) for text in texts)
        case "header":
            return all(text in sent.headers.get(one.name.lower(), "") for text in texts)
        case "cookie":
            return all(text in unquote(sent.headers.get("cookie", "")) for text in texts)
    is_nested = isinstance(one.value, list) and any(isinstance(v, (dict, list)) for v in one.value)
    if is_nested or isinstance(one.value, dict) or one.style != "form" or not one.explode:
        return all(text in unquote_plus(spelled) for text in texts)
    return all((one.name, text) in query for text in texts)


def _leaves(value: Plain) -> Iterator[str]:
    if isinstance(value, dict):
        for child in value.values():
            yield from _leaves(child)
    elif isinstance(value, list):
        for child in value:
            yield from _leaves(child)
    elif value is not None:
        yield text_of(value)


def text_of(value: Plain) -> str:
    """A value as text."""
    match value:
        case bool():
            return "true" if value else "false"
        case bytes():
            return b64encode(value).decode()
        case Decimal():
            return f"{value:f}"
        case _:
            return str(value)


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def plain(value: Plain) -> Plain:
    """As it is in JSON: octets as base64 text."""
    if isinstance(value, dict):
        return {key: plain(child) for key, child in value.items()}
    if isinstance(value, list):
        return [plain(child) for child in value]
    return b64encode(value).decode() if isinstance(value, bytes) else value


def _of_body(body: Body, sent: Sent) -> str:
    match body.kind:
        case "json":
            return _differs(body.value, sent.body)
        case "lines":
            lines = [line for line in re.split(rb"[\n\x1e]+", sent.body) if line]
            if len(lines) != len(body.value):
                return f"{len(lines)} lines for {len(body.value)} values"
            return next(filter(None, map(_differs, body.value, lines)), "")
        case "raw":
            return "" if sent.body == body.value else f"{body.value!r} became {sent.body[:200]!r}"
        case "text":
            return "" if sent.body.decode() == text_of(body.value) else f"{sent.body[:200]!r}"
        case "form":
            got = parse_qsl(sent.body.decode(), keep_blank_values=True)
            return _of_fields(body.value, [(name, text.encode()) for name, text in got])
        case _ if "form-data" in sent.headers.get("content-type", ""):
            return _of_fields(body.value, [*_parts(sent)])
        case _:
            return _of_places(body.value, [content for _, content in _parts(sent)])


def _differs(value: Plain, text: bytes) -> str:
    try:
        return difference(read(written(plain(value))), read(text), "")
    except ValueError as error:
        return f"the body is no JSON: {error} {text[:200]!r}"


def _of_fields(value: Plain, got: list[tuple[str, bytes]]) -> str:
    """The first property that is not among the fields of a form, or has another value there."""
    for name, child in (value if isinstance(value, dict) else {}).items():
        mine = [text for key, text in got if key == name or key.startswith(f"{name}[")]
        if not isinstance(child, bytes) and not [*_leaves(child)]:
            continue  # a form has no way to write what is empty
        if not mine and isinstance(child, dict) and child.keys() <= {key for key, _ in got}:
            continue  # spread out, by the `encoding` of the document
        if not mine:
            return f"the field {name}={child!r} is not in {got}"[:400]
        octets = [
            one for one in (child if isinstance(child, list) else [child]) if isinstance(one, bytes)
        ]
        if octets:
            if any(one not in mine and b64encode(one) not in mine for one in octets):
                return f"the octets of {name} became {mine!r}"[:400]
        else:
            together = b" ".join(mine).decode("utf-8", "replace")
            gone = [
                t
                for t in _leaves(child)
                if json.dumps(t)[1:-1] not in together and t not in together
            ]
            if gone:
                return f"{gone[0]!r} of {name} is not in {mine!r}"[:400]
    return ""


def _of_places(value: Plain, got: list[bytes]) -> str:
    """The first part of a value that is not among those of a body whose parts have places and no names."""
    for child in value.values() if isinstance(value, dict) else value:
        for one in child if isinstance(child, list) else [child]:
            octets = one if isinstance(one, bytes) else None
            texts = [] if octets is not None else [*_leaves(one)]
            if not any(
                content == octets if octets is not None else all(t in _text(content) for t in texts)
                for content in got
            ):
                return f"{one!r} is in none of {got!r}"[:400]
    return ""


def _text(content: bytes) -> str:
    text = content.decode("utf-8", "replace")
    return text + text.replace('\\"', '"')


def _parts(sent: Sent) -> Iterator[tuple[str, bytes]]:
    head = f"Content-Type: {sent.headers.get('content-type', '')}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + sent.body)
    for part in message.iter_parts():
        name: Any = part.get_param("name", "", header="content-disposition") or part.get_filename()
        content: Any = part.get_payload(decode=True)
        yield str(name), content or b""


def read(text: str | bytes) -> Any:
    """JSON with every digit."""
    return json.loads(text, parse_float=Decimal, parse_int=Decimal)
