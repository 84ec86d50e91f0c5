"""The parameters of two operations: which belong together, and how they differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from ...text.node import Node
from .lifecycle import Policy, is_deprecated, is_unstable, parameter_lifecycle, sunset
from .schemas import Found, Holder, Pair
from .sides import Side
from .verdict import Site, Wire
from .wire_rules import wire_rules

_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}


class Argument(Struct, frozen=True, eq=False):
    """A parameter where it is written; `place` is its position in the path's template."""

    name: str
    location: str
    node: Node
    site: Site
    place: int | None
    shared: bool = False

    @property
    def label(self) -> str:
        """How people call it."""
        return f"{self.location} {self.name}"

    @property
    def key(self) -> tuple[str, str]:
        """What pairs it: the location and name; of a path parameter its position; header names have no case."""
        if self.place is not None:
            return self.location, str(self.place)
        name = self.name.lower() if self.location == "header" else self.name
        return self.location, name

    @property
    def required(self) -> bool:
        """Whether every request needs it."""
        found = self.node.get("required")
        return found is not None and found.value is True

    @property
    def media(self) -> str | None:
        """The media type that its text is of; None where it is written by `style`."""
        content = self.node.get("content")
        return next((name for name, _ in content.items()), None) if content is not None else None

    @property
    def is_reserved(self) -> bool:
        """Whether characters that mean something in an address are sent as they are."""
        found = self.node.get("allowReserved")
        return self.location == "query" and found is not None and found.value is True

    @property
    def wire_form(self) -> tuple[str, bool]:
        """`style` and `explode`, with what they are where the document is silent."""
        style, explode = self.node.get("style"), self.node.get("explode")
        spelled = str(style.value) if style is not None else _STYLES.get(self.location, "form")
        exploded = explode.value is True if explode is not None else spelled == "form"
        return spelled, exploded

    @property
    def schema(self) -> Node | None:
        """What it holds: its schema, or that of its only media type."""
        content = self.node.get("content")
        for _, media in content.items() if content is not None else ():
            return media.get("schema")
        return self.node.get("schema")


def parameters(
    side: Side, item: Node, operation: Node, path: str
) -> Mapping[tuple[str, str], Argument]:
    """The parameters of an operation, those of its path among them unless it says otherwise itself."""
    order = re.findall(r"\{([^}]*)\}", path)
    found: dict[tuple[str, str], Argument] = {}
    for holder in (item, operation):
        listed = holder.get("parameters")
        for written in listed.elements() if listed is not None else ():
            node = side.follow(written)
            name, location = node.get("name"), node.get("in")
            if name is None or location is None:
                continue
            wire, where = str(name.value), str(location.value)
            place = order.index(wire) if where == "path" and wire in order else None
            argument = Argument(wire, where, node, side.site(node), place, holder is item)
            found[argument.key] = argument
    return found


def compare_parameters(
    pair: Pair,
    operation: Node,
    before: Mapping[tuple[str, str], Argument],
    after: Mapping[tuple[str, str], Argument],
    former: Site,
    place: Site,
) -> Iterator[Found]:
    """The differences of two operations' parameters; `former` and `place` are where the operations stand."""
    moved = _moved(before, after)
    for key, one in before.items():
        other = after.get(key) or moved.get(key)
        if other is None:
            gone = _gone(operation, one, pair.policy, place)
            if gone is not None:
                yield gone
            continue
        yield from _compare(pair, operation, one, other)
    arrived = {other.key for other in moved.values()}
    for key, other in after.items():
        if key not in before and key not in arrived:
            yield _new(other, former)


def _moved(
    before: Mapping[tuple[str, str], Argument], after: Mapping[tuple[str, str], Argument]
) -> Mapping[tuple[str, str], Argument]:
    """Those that are elsewhere now under the same name."""
    fresh = {one.name: one for key, one in after.items() if key not in before}
    return {
        key: fresh[one.name]
        for key, one in before.items()
        if key not in after
        and one.name in fresh
        and "path" not in (one.location, fresh[one.name].location)
    }


def _made(rule: str, argument: Argument, words: str, old: Site | None, new: Site | None) -> Found:
    return Found(rule, wire_rules()[rule].verdict, words, argument.label, old, new)


def _gone(operation: Node, one: Argument, policy: Policy, place: Site) -> Found | None:
    declared, day = sunset(one.node)
    words = f"the {one.location} parameter `{one.name}` is gone"
    rule = "request-parameter-removed"
    if is_deprecated(one.node):
        rule = "request-parameter-removed-with-deprecation"
        if declared and day is None:
            rule = "request-parameter-sunset-parse"
        elif day is not None and day > policy.today:
            rule = "request-parameter-removed-before-sunset"
            words += f" before its sunset on {day}"
    found = _made(rule, one, words, one.site, place)
    return replace(found, verdict=Wire.COMPATIBLE) if is_unstable(operation) else found


def _new(other: Argument, former: Site) -> Found:
    words = f"the {other.location} parameter `{other.name}` is new"
    if other.location == "path":
        rule = "new-request-path-parameter"
    else:
        need = "required" if other.required else "optional"
        rule = f"new-{need}-request-parameter"
        if other.shared:
            rule = f"new-{need}-request-default-parameter-to-existing-path"
    return _made(rule, other, words, former, other.site)


def _compare(pair: Pair, operation: Node, one: Argument, other: Argument) -> Iterator[Found]:
    old, new = one.site, other.site
    if one.location != other.location:
        words = f"`{other.name}` travels in the {other.location}, not in the {one.location}"
        yield _made("request-parameter-moved", other, words, old, new)
    elif one.name != other.name and one.location == "path":
        words = f"`{one.name}` is called `{other.name}`"
        yield _made("request-parameter-renamed", other, words, old, new)
    if one.required is not other.required:
        turn = "required" if other.required else "optional"
        rule = f"request-parameter-became-{turn}"
        yield _made(rule, other, f"`{other.name}` became {turn}", old, new)
    way = _rewritten(pair, one, other)
    if way is not None:
        words = f"`{other.name}` is written in another way ({way})"
        yield _made("request-parameter-serialization-changed", other, words, old, new)
    for rule, words in parameter_lifecycle(operation, one.node, other.node, pair.policy):
        yield _made(rule, other, words, old, new)
    if one.schema is not None and other.schema is not None:
        if _became_list(pair, one, other):
            rule = "request-parameter-type-generalized"
            yield _made(rule, other, "a value became a list of such values", old, new)
            return
        holder = Holder("request", "parameter", other.required, header=other.location == "header")
        for found in pair.compare(one.schema, other.schema, holder):
            yield found.below(other.label)


def _became_list(pair: Pair, one: Argument, other: Argument) -> bool:
    """Whether a scalar became a list that is written alike where it has one value: `?a=1` (style `form`, exploded)."""
    if one.schema is None or other.schema is None or other.wire_form != ("form", True):
        return False
    before, after = pair.old.schema(one.schema), pair.new.schema(other.schema)
    items = after.get("items")
    if (
        after.types != frozenset({"array"})
        or items is None
        or not before.types
        or before.types & {"array", "object"}
    ):
        return False
    inner = pair.new.schema(items)
    if not (before.types <= inner.types or "string" in inner.types):
        return False
    limited = after.get("minItems") is not None and after.plain("minItems") not in (0, 1)
    differences = pair.compare(one.schema, items, Holder("request", "parameter"))
    worse = [found for found in differences if found.verdict is not Wire.COMPATIBLE]
    return not limited and all("type" in found.rule for found in worse)


def _rewritten(pair: Pair, one: Argument, other: Argument) -> str | None:
    """What makes the same value another text, if anything does."""
    if one.media != other.media:
        return f"as {f'`{other.media}`' if other.media else 'plain text'}"
    if one.is_reserved is not other.is_reserved:
        return "`allowReserved`"
    if one.location == other.location and one.wire_form != other.wire_form:
        return "`style`, `explode`" if _is_compound(pair, one) else None
    return None


def _is_compound(pair: Pair, one: Argument) -> bool:
    if one.schema is None:
        return False
    return bool(pair.old.schema(one.schema).types & {"array", "object"})
