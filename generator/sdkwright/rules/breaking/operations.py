"""Two documents in, every difference on the wire out: operations are paired, and their parts compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from ...spec.document import Document
from ...text.node import Node, steps_of
from .access import compare_access, compare_credentials, compare_schemes
from .lifecycle import (
    Policy,
    is_deprecated,
    is_unstable,
    operation_lifecycle,
    release_lifecycle,
    sunset,
)
from .parameters import compare_parameters, parameters
from .payloads import compare_bodies, compare_responses
from .schemas import Found, Pair
from .servers import compare_servers, first_server
from .sides import Side
from .verdict import Site, Wire, WireChange
from .wire_rules import wire_rules

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


class Endpoint(Struct, frozen=True, eq=False):
    """An operation where it is written. `path` is empty for a webhook."""

    method: str
    path: str
    item: Node
    node: Node
    site: Site

    @property
    def label(self) -> str:
        """How people call it: `GET /refunds/{id}`."""
        return f"{self.method.upper()} {self.path}"

    @property
    def key(self) -> tuple[str, str]:
        """What pairs it: the path without the names of its parameters, and the method."""
        return re.sub(r"\{[^}]*\}", "{}", self.path), self.method

    @property
    def given_id(self) -> str | None:
        """Its operationId."""
        found = self.node.get("operationId")
        return found.value if found is not None and isinstance(found.value, str) else None


def endpoints(side: Side, part: str = "paths") -> tuple[Endpoint, ...]:
    """The operations of a document, or its webhooks."""
    listed = side.document.root.get(part)
    found: list[Endpoint] = []
    for path, written in listed.items() if listed is not None else ():
        found += _at(side, path, side.follow(written))
    return tuple(found)


def _at(side: Side, path: str, item: Node) -> Iterator[Endpoint]:
    """The operations of one path item."""
    for method in METHODS:
        node = item.get(method)
        if node is not None and isinstance(node.value, dict):
            site = replace(side.site(node), span=item.at_key(method))
            yield Endpoint(method, path, item, node, site)


def compare_documents(
    old: Document, new: Document, policy: Policy | None = None
) -> tuple[WireChange, ...]:
    """Every difference of two documents that the wire can feel, the worst first within an operation."""
    pair = Pair(Side(old), Side(new), policy or Policy(date.today()))
    desk = _Desk({})
    _operations(pair, desk)
    _webhooks(pair, desk)
    for found in compare_access(pair, old.root, new.root, "api-global-security"):
        desk.add("", found)
    for found in (*compare_schemes(pair), *compare_servers(pair), *_schemas_gone(pair)):
        desk.add("", found)
    told = tuple(desk.changes.values())
    for rule, words, before, after in release_lifecycle(pair.old, pair.new, told):
        desk.add("", _made(rule, words, before, after, "info"))
    return tuple(desk.changes.values())


_IS_GONE = re.compile(r"-removed\b")
_IS_NEW = re.compile(r"^new-|-added\b")


class _Desk(Struct, frozen=True):
    """Gathers differences; one that several operations share is told once, with their names."""

    changes: dict[tuple[object, ...], WireChange]

    def add(self, label: str, found: Found, unstable: bool = False) -> None:
        # What is gone has one place, what is new another: where it would stand differs by operation.
        old = None if _IS_NEW.search(found.rule) else found.old
        new = None if _IS_GONE.search(found.rule) else found.new
        key = (found.rule, found.message, old, new)
        known = self.changes.get(key)
        if known is None:
            verdict = Wire.COMPATIBLE if unstable else found.verdict
            known = WireChange(
                found.rule, verdict, found.message, found.path, found.old, found.new, ()
            )
        elif known.where != found.path or label not in known.operations:
            # One statement of a component, met in several places: it is called by its own name.
            known = replace(known, where=_own_name(found.new or found.old, found.path))
        if label and label not in known.operations:
            known = replace(known, operations=(*known.operations, label))
        self.changes[key] = known


def _own_name(site: Site | None, path: str) -> str:
    """A part of `components` as people call it: `Order.createdAt`; the way to it where it is none."""
    pointer = site.id.partition("#")[2] if site is not None else ""
    if not pointer.startswith("/components/"):
        return path
    steps = steps_of(pointer)[2:]
    name, at = steps[0], 1
    while at < len(steps):
        if steps[at] == "properties" and at + 1 < len(steps):
            name, at = f"{name}.{steps[at + 1]}", at + 2
        elif steps[at] in ("allOf", "oneOf", "anyOf"):
            at += 2
        elif steps[at] == "items":
            name, at = f"{name}[]", at + 1
        else:
            break
    return name


def _operations(pair: Pair, desk: _Desk) -> None:
    before, after = endpoints(pair.old), endpoints(pair.new)
    paired = _paired(before, after)
    taken = {id(other) for other in paired.values()}
    kept = {one.key[0] for one in after}
    for one in before:
        other = paired.get(id(one))
        if other is None:
            desk.add(one.label, _gone(pair, one, one.key[0] in kept))
            continue
        unstable = is_unstable(one.node) and is_unstable(other.node)
        for found in _compare(pair, one, other):
            desk.add(other.label, found, unstable)
        _callbacks(pair, desk, one, other)
    for other in after:
        if id(other) not in taken:
            desk.add(other.label, _made("endpoint-added", "is new", None, other.site))


_PAIRED_BY: tuple[Callable[[Endpoint], Hashable], ...] = (
    lambda one: (one.path, one.method),
    lambda one: (one.key, one.given_id) if one.given_id else None,
    lambda one: one.key,
    lambda one: one.given_id,
)
"""Two operations may differ in the name of a path parameter alone, so what is written alike comes first."""


def _paired(before: tuple[Endpoint, ...], after: tuple[Endpoint, ...]) -> Mapping[int, Endpoint]:
    """The new operation of each old one, by identity: by path and method, else by operationId."""
    paired: dict[int, Endpoint] = {}
    taken: set[int] = set()
    for way in _PAIRED_BY:
        free: dict[Hashable, list[Endpoint]] = {}
        for other in after:
            if id(other) not in taken:
                free.setdefault(way(other), []).append(other)
        for one in before:
            known = free.get(way(one)) if id(one) not in paired and way(one) else None
            if known:
                other = known.pop(0)
                paired[id(one)] = other
                taken.add(id(other))
    return paired


def _made(rule: str, message: str, old: Site | None, new: Site | None, path: str = "") -> Found:
    return Found(rule, wire_rules()[rule].verdict, message, path, old, new)


def _gone(pair: Pair, one: Endpoint, path_stays: bool) -> Found:
    prefix = "api" if path_stays else "api-path"
    declared, day = sunset(one.node)
    rule, words = f"{prefix}-removed-without-deprecation", "is gone, and was not deprecated"
    if is_deprecated(one.node):
        rule, words = f"{prefix}-removed-with-deprecation", "is gone, and was deprecated"
        if declared and day is None:
            rule, words = "api-path-sunset-parse", "is gone; its sunset is no date"
        elif day is not None and day > pair.policy.today:
            rule, words = f"{prefix}-removed-before-sunset", f"is gone before its sunset on {day}"
    return _made(rule, words, one.site, None)


def _compare(pair: Pair, one: Endpoint, other: Endpoint) -> Iterator[Found]:
    if one.key != other.key and _whole(pair.old, one) != _whole(pair.new, other):
        words = f"`{one.label}` became `{other.label}`"
        yield _made("endpoint-moved", words, one.site, other.site)
    for rule, words in operation_lifecycle(one.node, other.node, pair.policy):
        yield _made(rule, words, one.site, other.site)
    yield from _identity(pair, one, other)
    yield from _own_servers(pair, one, other)
    yield from compare_parameters(
        pair,
        one.node,
        parameters(pair.old, one.item, one.node, one.path),
        parameters(pair.new, other.item, other.node, other.path),
        one.site,
        other.site,
    )
    yield from compare_bodies(pair, one.node, other.node, one.site, other.site)
    yield from compare_responses(pair, one.node, other.node)
    yield from compare_access(pair, one.node, other.node, "api-security")
    yield from compare_credentials(pair, one.node, other.node)


def _identity(pair: Pair, one: Endpoint, other: Endpoint) -> Iterator[Found]:
    before, after = one.given_id, other.given_id
    if before != after and before is not None:
        words = f"the operationId `{before}` is gone" + (f", it is `{after}`" if after else "")
        yield _made("api-operation-id-removed", words, one.site, other.site)
    elif before != after:
        yield _made("api-operation-id-added", f"is called `{after}`", one.site, other.site)
    old, new = _tags(one.node), _tags(other.node)
    for tag in old:
        if tag not in new:
            yield _made("api-tag-removed", f"has lost the tag `{tag}`", one.site, other.site)
    for tag in new:
        if tag not in old:
            yield _made("api-tag-added", f"has the tag `{tag}`", one.site, other.site)


def _tags(node: Node) -> tuple[str, ...]:
    listed = node.get("tags")
    found = listed.elements() if listed is not None else ()
    return tuple(one.value for one in found if isinstance(one.value, str))


def _webhooks(pair: Pair, desk: _Desk) -> None:
    before = {one.key: one for one in endpoints(pair.old, "webhooks")}
    after = {one.key: one for one in endpoints(pair.new, "webhooks")}
    _received(pair, desk, "webhook", before, after)


def _callbacks(pair: Pair, desk: _Desk, one: Endpoint, other: Endpoint) -> None:
    before, after = _called_back(pair.old, one), _called_back(pair.new, other)
    _received(pair, desk, f"{other.label} callback", before, after)


def _called_back(side: Side, one: Endpoint) -> Mapping[tuple[str, str, str], Endpoint]:
    """The operations of an operation's callbacks, by name, expression and method."""
    listed = one.node.get("callbacks")
    found: dict[tuple[str, str, str], Endpoint] = {}
    for name, written in listed.items() if listed is not None else ():
        for expression, item in side.follow(written).items():
            for inner in _at(side, name, side.follow(item)):
                found[name, expression, inner.method] = inner
    return found


_Key = TypeVar("_Key", bound=tuple[str, ...])


def _received(
    pair: Pair,
    desk: _Desk,
    kind: str,
    before: Mapping[_Key, Endpoint],
    after: Mapping[_Key, Endpoint],
) -> None:
    """Webhooks and callbacks run the other way: we receive what they send, so they obey the law of responses."""
    rule = kind.rpartition(" ")[2]
    for key, one in before.items():
        other = after.get(key)
        label = f"{kind} {one.path}"
        if other is None:
            desk.add(label, _made(f"{rule}-removed", "is gone", one.site, None))
            continue
        for found in compare_bodies(pair, one.node, other.node, one.site, other.site, "response"):
            desk.add(label, found)
    for key, other in after.items():
        if key not in before:
            desk.add(f"{kind} {other.path}", _made(f"{rule}-added", "is new", None, other.site))


def _own_servers(pair: Pair, one: Endpoint, other: Endpoint) -> Iterator[Found]:
    """Where an operation goes that says so itself, or whose path does."""
    before = first_server(pair.old, one.node, one.item)
    after = first_server(pair.new, other.node, other.item)
    if before[1] is None and after[1] is None:
        return
    (url, own), (url_, own_) = before, after
    if url != url_:
        places = one.site if own is None else pair.old.site(own), other.site
        words = (
            f"it goes to {url_ or 'the server of the API'}, not to {url or 'the server of the API'}"
        )
        yield _made(
            "server-changed", words, places[0], places[1] if own_ is None else pair.new.site(own_)
        )


def _whole(side: Side, one: Endpoint) -> tuple[str, str]:
    """The method and whole address: a part may move from the server's URL to the paths, and nobody feels it."""
    return (
        one.method,
        f"{(first_server(side, one.node, one.item)[0] or '').strip('`').rstrip('/')}{one.key[0]}",
    )


def _schemas_gone(pair: Pair) -> Iterator[Found]:
    old, new = _components(pair.old), _components(pair.new)
    for name, node in old.items():
        if name not in new:
            yield _made("api-schema-removed", f"`{name}` is gone", pair.old.site(node), None)


def _components(side: Side) -> Mapping[str, Node]:
    components = side.document.root.get("components")
    schemas = components.get("schemas") if components is not None else None
    return dict(schemas.items()) if schemas is not None else {}
