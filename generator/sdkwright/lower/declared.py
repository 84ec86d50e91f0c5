"""The parameters that a path or an operation lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ..ir.model import Location
from ..spec.document import Target, resolve
from ..text.node import Node, Plain
from .tokens import has_control, is_token
from .work import Work, flag, text


class Declared(Struct, frozen=True):
    """A parameter as written: the node in the operation's list, what it refers to, its location and name."""

    node: Node
    target: Target
    location: Location
    wire: str


def declared_in(work: Work, owner: Node) -> Iterator[Declared]:
    """The sound parameters of one list; two of the same name and location are reported."""
    listed = owner.get("parameters")
    first: dict[tuple[str, str], Node] = {}
    for node in () if listed is None else listed.elements():
        target = resolve(work.document, node, work.report)
        wire = None if target is None else text(target.node, "name")
        location = None if target is None else text(target.node, "in")
        if location == "querystring":
            location = Location.QUERY
        if target is None or wire is None or location is None or location not in tuple(Location):
            continue
        if (location, wire) in first:
            _tell_again(work, target.node, first[location, wire], f"{location} parameter `{wire}`")
            continue
        first[location, wire] = target.node
        if _is_named_well(work, target.node, location, wire):
            yield Declared(node, target, Location(location), wire)


def _tell_again(work: Work, node: Node, first: Node, what: str) -> None:
    """Where the two take the same values the first one counts; which of two others is meant, nobody can say."""
    is_same = _taken(node) == _taken(first)
    tell = work.report.warn if is_same else work.report.error
    message = f"`{work.id(node)}` declares the {what} again"
    related = ((first.span, "declared here"),)
    tell("parameter-duplicate", message, node.span, "remove one of the two", related)


def _taken(node: Node) -> list[Plain]:
    parts = (node.get("schema"), node.get("content"))
    return [None if part is None else part.plain() for part in parts]


# What services read as the name of a cookie, though none should be called so: nothing in it ends the name or the cookie
# (RFC 6265, 5.2).
_COOKIE_NAME = re.compile(r"[!-+\--:<>-~](?:[ -+\--:<>-~]*[!-+\--:<>-~])?")


def _is_named_well(work: Work, node: Node, location: str, wire: str) -> bool:
    """Whether a name can be sent: those of headers and cookies have no encoding (RFC 9110, 5.6.2; RFC 6265, 4.1.1)."""
    bare = location in (Location.HEADER, Location.COOKIE)
    if wire and not has_control(wire) and (is_token(wire) or not bare):
        return True
    if location == Location.COOKIE and _COOKIE_NAME.fullmatch(wire):
        said, hint = "is no token (RFC 6265, 4.1.1); it is sent as it is", "use letters and digits"
        work.doubt("parameter-name-malformed", node.get("name") or node, said, hint)
        return True
    what = f"can't be the name of a {location} parameter"
    hint, place = "use letters, digits and `-` only", node.get("name") or node
    is_slip = location == Location.HEADER or not wire
    if is_slip and location != Location.PATH and not flag(node, "required"):
        work.doubt("parameter-name-malformed", place, f"{what}, which is left out", hint)
    else:
        work.fault("parameter-name-malformed", place, what, hint)
    return False
