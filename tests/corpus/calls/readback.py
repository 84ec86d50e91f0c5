"""What a request says, read by the tables of the specification ("Style Values"), against what the call was given.

For what openapi-core can't read: values in other styles than its own, and forms. The values that were given are valid
under their schemas, so that a request from which they can be read back as they were is one that the document describes.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, unquote_plus, urlsplit

from ..raw import Plain
from .arguments import Arguments, Given
from .server import Sent
from .wire import text_of

Pairs = list[tuple[str, str]]

_SEPARATORS = {"spaceDelimited": re.compile("%20|[+]"), "pipeDelimited": re.compile("%7[Cc]|[|]")}
_COMMA = re.compile(",")


def unread(arguments: Arguments, sent: Sent) -> str:
    """The first value in a query that can't be read back; empty where all can, but for those in `sharing`."""
    raw = [pair.partition("=")[::2] for pair in urlsplit(sent.target).query.split("&") if pair]
    pairs = [(unquote(name), value) for name, value in raw]
    blurred = sharing(arguments)
    for one in arguments.given:
        if one.where == "query" and not one.media and one.name not in blurred:
            wanted = texts(one.value)
            got = _read(one, wanted, pairs)
            if got != wanted:
                return f"{one.name} reads {got!r} in place of {wanted!r}"[:400]
    return ""


def sharing(arguments: Arguments) -> frozenset[str]:
    """The values in a query that nobody can tell apart: the properties of an exploded object stand there without its name."""
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for one in arguments.given:
        if one.where == "query" and not one.media:
            is_spread = isinstance(one.value, dict) and one.style == "form" and one.explode
            for name in texts(one.value) if is_spread else [one.name]:
                owners[name].append(one.name)
    return frozenset(name for found in owners.values() if len(found) > 1 for name in found)


def unread_path(arguments: Arguments, template: str, sent: Sent) -> str:
    """The same of the values in a path, of which the document has the `template`."""
    plain = re.sub(r"\{[?&].*?\}", "", template).partition("?")[0].partition("#")[0]
    pieces = re.split(r"\{[.;/+#]?([^{}*]+)\*?\}", plain)
    pattern = "".join("([^/]*)" if at % 2 else re.escape(one) for at, one in enumerate(pieces))
    found = re.search(f"{pattern}$", urlsplit(sent.target).path)
    if found is None:
        return f"{sent.target} is no {template}"
    raw = dict(zip(pieces[1::2], found.groups(), strict=True))
    for one in arguments.given:
        if one.where == "path" and not one.media:
            wanted = texts(one.value)
            got = _segment(one, wanted, raw[one.name])
            if got != wanted:
                return f"{one.name} reads {got!r} in place of {wanted!r}"[:400]
    return ""


def _segment(one: Given, wanted: Any, raw: str) -> Any:
    """A value of a path, in the styles `simple`, `label` and `matrix`."""
    first, between = {"label": (".", "."), "matrix": (";", ";")}.get(one.style, ("", ","))
    if not raw.startswith(first):
        return raw
    parts = raw[len(first) :].split(between if one.explode else ",")
    if one.style == "matrix" and not (one.explode and isinstance(wanted, dict)):
        named = [part.partition("=") for part in (parts if one.explode else [",".join(parts)])]
        if any(unquote(name) != one.name for name, _, _ in named):
            return raw
        parts = [
            text for _, _, told in named for text in ([told] if one.explode else told.split(","))
        ]
    if isinstance(wanted, dict):
        pairs = (
            [part.partition("=")[::2] for part in parts]
            if one.explode
            else [(parts[at], parts[at + 1]) for at in range(0, len(parts) - 1, 2)]
        )
        return {unquote(name): unquote(text) for name, text in pairs}
    told = [unquote(part) for part in parts]
    return told if isinstance(wanted, list) else ",".join(told)


def unread_form(value: Plain, sent: Sent, encodings: dict[str, Any]) -> str:
    """The same of the properties of a form, of which the document says `encodings`."""
    raw = [pair.partition("=")[::2] for pair in sent.body.decode("ascii", "replace").split("&")]
    pairs = [(unquote_plus(name), value) for name, value in raw]
    for name, child in (value if isinstance(value, dict) else {}).items():
        told = encodings.get(name) or {}
        style = told.get("style") or ("form" if told.keys() & {"explode", "allowReserved"} else "")
        wanted = texts(child)
        if style:
            explode = told.get("explode", style == "form")
            got = _read(Given("query", name, child, style, explode, ""), wanted, pairs)
        else:
            got = _unstyled(name, child, wanted, pairs, str(told.get("contentType", "")))
        if got != wanted:
            return f"{name} reads {got!r} in place of {wanted!r}"[:400]
    return ""


def texts(value: Plain) -> Any:
    """A value with texts for its leaves; what is null or empty is not there."""
    if isinstance(value, dict):
        found = {key: texts(child) for key, child in value.items()}
        return {key: child for key, child in found.items() if child not in (None, [], {})}
    if isinstance(value, list):
        return [told for child in value if (told := texts(child)) not in (None, [], {})]
    return None if value is None else text_of(value)


def _unstyled(name: str, child: Plain, wanted: Any, pairs: Pairs, media: str) -> Any:
    """A property without a style: a list repeats its name, an object is JSON (OpenAPI 3.1, "Encoding Object")."""
    found = [unquote_plus(text) for key, text in pairs if key == name]
    if not found:
        return _absent(wanted)
    if isinstance(child, list) and "json" not in media:
        nested = any(isinstance(one, (dict, list)) for one in child)
        return texts([json.loads(text, parse_float=str) for text in found]) if nested else found
    if isinstance(child, (dict, list)) or "json" in media:
        return texts(json.loads(found[0], parse_float=str))
    return found[0]


def _read(one: Given, wanted: Any, pairs: Pairs) -> Any:
    """A value of the query, as its style says; `wanted` tells texts, lists and objects apart."""
    if one.style == "deepObject":
        return _merged(_deep(one.name, pairs), wanted)
    own = [text for name, text in pairs if name == one.name]
    if isinstance(wanted, dict):
        if one.explode:
            return {key: _inner(key, child, pairs) for key, child in wanted.items()}
        parts = _split(one.style, own[0]) if own else []
        return dict(zip(parts[::2], parts[1::2], strict=False))
    if not own:
        return _absent(wanted)
    if isinstance(wanted, list):
        found = [unquote(text) for text in own] if one.explode else _split(one.style, own[0])
        if any(isinstance(child, (dict, list)) for child in one.value):
            return texts([_of_json(text, {}) for text in found])
        return found
    return unquote(own[0])


def _inner(key: str, wanted: Any, pairs: Pairs) -> Any:
    found = [unquote(text) for name, text in pairs if name == key]
    if isinstance(wanted, list):
        return [_of_json(text, one) for text, one in zip(found, wanted, strict=False)]
    return _of_json(found[0], wanted) if found else None


def _of_json(text: str, wanted: Any) -> Any:
    """What has no style of its own within another value is JSON."""
    try:
        return (
            texts(json.loads(text, parse_float=str)) if isinstance(wanted, (dict, list)) else text
        )
    except ValueError:
        return text


def _split(style: str, text: str) -> list[str]:
    return [unquote(part) for part in _SEPARATORS.get(style, _COMMA).split(text)]


def _deep(name: str, pairs: Pairs) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, text in pairs:
        if key != name and not key.startswith(f"{name}["):
            continue
        steps = [name, *re.findall(r"\[([^\[\]]*)\]", key[len(name) :])]
        at = found
        for step in steps[:-1]:
            at = at.setdefault(step, {})
        at[steps[-1]] = unquote(text)
    return found.get(name, {})


def _merged(found: Any, wanted: Any) -> Any:
    """Lists out of what is numbered, where a list is wanted."""
    if isinstance(wanted, list) and isinstance(found, dict):
        if not found:
            return []
        inner = [*wanted, *([None] * len(found))]
        return [_merged(found[key], inner[at]) for at, key in enumerate(_ordered(found))]
    if isinstance(wanted, dict) and isinstance(found, dict):
        return {key: _merged(child, wanted.get(key)) for key, child in found.items()}
    return found


def _ordered(found: dict[str, Any]) -> Iterator[str]:
    return iter(sorted(found, key=lambda key: int(key) if key.isdigit() else 0))


def _absent(wanted: Any) -> Any:
    return wanted if wanted in (None, [], {}) else None
