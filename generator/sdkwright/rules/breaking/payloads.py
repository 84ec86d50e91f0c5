"""Bodies, responses and headers of two operations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...text.node import Node
from .schemas import Found, Holder, Pair
from .shown import replaced
from .sides import Schema, Side
from .verdict import Site
from .wire_rules import wire_rules


def _made(rule: str, words: str, path: str, old: Site | None, new: Site | None) -> Found:
    return Found(rule, wire_rules()[rule].verdict, words, path, old, new)


def compare_bodies(
    pair: Pair, before: Node, after: Node, old: Site, new: Site, direction: str = "request"
) -> Iterator[Found]:
    """The bodies of two requests (of webhooks: `direction` is `response`)."""
    one, other = _followed(pair.old, before, "requestBody"), _followed(
        pair.new, after, "requestBody"
    )
    if one is None or other is None:
        if other is not None:
            need = "required" if _is_required(other) else "optional"
            words = f"a body is new and {need}"
            yield _made(f"request-body-added-{need}", words, "body", old, pair.new.site(other))
        elif one is not None:
            words = "the body is gone"
            yield _made("request-body-removed", words, "body", pair.old.site(one), new)
        return
    if _is_required(one) is not _is_required(other):
        turn = "required" if _is_required(other) else "optional"
        places = pair.old.site(one), pair.new.site(other)
        yield _made(f"request-body-became-{turn}", f"the body became {turn}", "body", *places)
    for found in _media(pair, one, other, Holder(direction, "body")):
        yield found.below("body") if not found.path.startswith("body") else found


def _followed(side: Side, holder: Node, key: str) -> Node | None:
    found = holder.get(key)
    return None if found is None else side.follow(found)


def _is_required(body: Node) -> bool:
    found = body.get("required")
    return found is not None and found.value is True


_NAMES = {"request": "request-body-media-type", "response": "response-media-type"}


def _media(pair: Pair, one: Node, other: Node, holder: Holder) -> Iterator[Found]:
    before, after = _content(one), _content(other)
    renamed = _renamed(before, after)
    prefix = _NAMES[holder.direction]
    for name, media in before.items():
        later = after.get(name) or after.get(renamed.get(name, ""))
        if later is None:
            places = pair.old.site(media), pair.new.site(other)
            yield _made(
                f"{prefix}-removed",
                (
                    f"`{name}` is no longer taken"
                    if holder.direction == "request"
                    else f"`{name}` no longer comes"
                ),
                "",
                *places,
            )
            continue
        if name in renamed:
            yield _name_changed(pair, name, renamed[name], media, later, holder)
        yield from _schemas(
            pair, media, later, Holder(holder.direction, holder.part, loose=_is_loose(name)), name
        )
        if _plain(name).startswith(_IN_PARTS):
            yield from _encodings(pair, media, later, holder)
    for name, media in after.items():
        if name not in before and name not in renamed.values():
            places = pair.old.site(one), pair.new.site(media)
            yield _made(f"{prefix}-added", f"`{name}` is new", "", *places)


_IN_PARTS = ("multipart/", "application/x-www-form-urlencoded")


def _encodings(pair: Pair, one: Node, other: Node, holder: Holder) -> Iterator[Found]:
    """How the properties of a body that is sent in parts are written (OpenAPI 3.1.1, 4.8.15)."""
    before, after = (_encoded(side, media) for side, media in ((pair.old, one), (pair.new, other)))
    places = pair.old.site(one), pair.new.site(other)
    for name in before.keys() & after.keys():
        for word in before[name].keys() | after[name].keys():
            was, now = (parts[name].get(word) for parts in (before, after))
            if was != now:
                told = replaced(f"`{word}` of the part", was, now)
                rule = f"{holder.direction}-body-encoding-changed"
                yield _made(rule, told, name, *places)


def _encoded(side: Side, media: Node) -> Mapping[str, Mapping[str, str]]:
    """How each property is written, with what holds where nothing is said."""
    schema, encoding = media.get("schema"), media.get("encoding")
    found: dict[str, Mapping[str, str]] = {}
    for name, one in side.schema(schema).properties.items() if schema is not None else ():
        own = encoding.get(name) if encoding is not None else None
        said = {} if own is None else {key: str(node.plain()) for key, node in own.items()}
        if {"style", "explode", "allowReserved"} & said.keys():
            style = said.get("style", "form")
            kept = {"style": style, "explode": said.get("explode", str(style == "form"))}
            found[name] = {**kept, "allowReserved": said.get("allowReserved", "False")}
        else:
            found[name] = {"contentType": said.get("contentType") or _usual(side.schema(one.node))}
    return found


def _usual(schema: Schema) -> str:
    """The media type of a part of which none is said."""
    if schema.types & {"object"} or schema.properties:
        return "application/json"
    if schema.types == frozenset({"array"}):
        return "that of its items"
    binary = schema.text("format") == "binary" or not schema.types
    return "application/octet-stream" if binary else "text/plain"


def _content(node: Node) -> Mapping[str, Node]:
    found = node.get("content")
    return dict(found.items()) if found is not None else {}


def _renamed(before: Mapping[str, Node], after: Mapping[str, Node]) -> Mapping[str, str]:
    """Media types that differ only in their parameters or in how general they are."""
    gone = [name for name in before if name not in after]
    fresh = [name for name in after if name not in before]
    if len(gone) != 1 or len(fresh) != 1:
        return {}
    one, other = gone[0], fresh[0]
    same = _plain(one) == _plain(other) or _is_wider(one, other) or _is_wider(other, one)
    return {one: other} if same else {}


def _plain(name: str) -> str:
    return name.partition(";")[0].strip().lower()


def _is_wider(one: str, other: str) -> bool:
    """Whether `one` takes in `other`: `application/*`, `*/*`, or the JSON that `application/problem+json` is too."""
    a, b = _plain(one), _plain(other)
    kind, _, rest = a.partition("/")
    inside, _, sub = b.partition("/")
    return a != b and (_is_range(a, b) or (kind == inside and sub.endswith(f"+{rest}")))


def _is_range(one: str, other: str) -> bool:
    """Whether `one` is a range that has `other` (RFC 9110, 12.5.1)."""
    kind, _, rest = _plain(one).partition("/")
    return rest == "*" and kind in ("*", _plain(other).partition("/")[0])


def _name_changed(
    pair: Pair, before: str, after: str, one: Node, other: Node, holder: Holder
) -> Found:
    places = pair.old.site(one), pair.new.site(other)
    words = f"`{before}` became `{after}`"
    if holder.direction == "request":
        # A server that takes JSON does not take all that is JSON too: `application/merge-patch+json` has a meaning of its own.
        wider = _plain(before) == _plain(after) or _is_range(after, before)
        rule = f"request-body-media-type-{'added' if wider else 'removed'}"
        return _made(rule, words, "", *places)
    turn = "changed"
    if _is_wider(after, before):
        turn = "generalized"
    elif _is_wider(before, after):
        turn = "specialized"
    return _made(f"response-media-type-name-{turn}", words, "", *places)


def _is_loose(media: str) -> bool:
    kind = _plain(media)
    return kind.endswith(("/xml", "+xml")) or kind.startswith(("text/", "application/x-www-form"))


def _schemas(pair: Pair, one: Node, other: Node, holder: Holder, media: str) -> Iterator[Found]:
    before, after = one.get("schema"), other.get("schema")
    places = pair.old.site(one), pair.new.site(other)
    if before is None or after is None:
        if before is not after:
            action = "added" if before is None else "removed"
            prefix = (
                "request-body-media-type"
                if holder.direction == "request"
                else "response-body-media-type"
            )
            turn = "is described now" if before is None else "is no longer described"
            yield _made(f"{prefix}-schema-{action}", f"the body as `{media}` {turn}", "", *places)
        return
    yield from pair.compare(before, after, holder)


def compare_responses(pair: Pair, before: Node, after: Node) -> Iterator[Found]:
    """The responses of two operations, by status."""
    one, other = _statuses(pair.old, before), _statuses(pair.new, after)
    places = pair.old.site(before), pair.new.site(after)
    for status, response in one.items():
        later = other.get(status)
        kind = "success" if status.startswith("2") else "non-success"
        if later is None:
            words = f"the status {status} is no longer promised"
            site = pair.old.site(response)
            yield _made(f"response-{kind}-status-removed", words, status, site, places[1])
            continue
        for found in _headers(pair, response, later):
            yield found.below(status)
        for found in _media(pair, response, later, Holder("response", "body")):
            yield found.below(status)
    for status, response in other.items():
        if status not in one:
            kind = "success" if status.startswith("2") else "non-success"
            words = f"the status {status} is new"
            site = pair.new.site(response)
            yield _made(f"response-{kind}-status-added", words, status, places[0], site)


def _statuses(side: Side, operation: Node) -> Mapping[str, Node]:
    found = operation.get("responses")
    items = found.items() if found is not None else ()
    return {key: side.follow(node) for key, node in items if not key.startswith("x-")}


def _headers(pair: Pair, one: Node, other: Node) -> Iterator[Found]:
    before, after = _named_headers(pair.old, one), _named_headers(pair.new, other)
    for key, (name, header) in before.items():
        place = pair.old.site(header)
        if key not in after:
            need = "required" if _is_required(header) else "optional"
            rule = f"{need}-response-header-removed"
            yield _made(rule, f"the header `{name}` is gone", name, place, pair.new.site(other))
            continue
        later = after[key][1]
        if _is_required(header) is not _is_required(later):
            turn = "required" if _is_required(later) else "optional"
            words = f"the header `{name}` became {turn}"
            yield _made(f"response-header-became-{turn}", words, name, place, pair.new.site(later))
        schema, schema_ = header.get("schema"), later.get("schema")
        if schema is not None and schema_ is not None:
            for found in pair.compare(schema, schema_, Holder("response", "header")):
                yield found.below(name)
    for key, (name, header) in after.items():
        if key not in before:
            places = pair.old.site(one), pair.new.site(header)
            yield _made("response-header-added", f"the header `{name}` is new", name, *places)


def _named_headers(side: Side, response: Node) -> Mapping[str, tuple[str, Node]]:
    found = response.get("headers")
    items = found.items() if found is not None else ()
    return {name.lower(): (name, side.follow(node)) for name, node in items}
