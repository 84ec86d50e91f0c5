"""Path templates: the fixed text and the names in braces, and the query that some documents write behind a path."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from urllib.parse import quote

from msgspec import Struct

from ..text.node import Node
from .tokens import has_control
from .work import Work

_EXPRESSION = re.compile(r"\{([^{}]*)\}")
# What other templates have in their braces (RFC 6570): an operator before the names, a modifier behind each.
_OPERATED = re.compile(r"([.;/?&#+]?)([^.;/?&#+*:=]+?)(?:\*|:\d+)?")
# And in those of gRPC (`{name=shelves/*}`), of API gateways (`{proxy+}`), of routers (`{file: .+}`, `{file:path}`).
_ROUTED = re.compile(r"\s*([^\s=:+*]+)\s*(?:(=)(.*)|(\+)|:(.*))")


class Template(Struct, frozen=True):
    """A path: as it is written, the path itself, what its query always has, and what is asked for there.

    `asked` has the names in the query by the names in braces; `spanning` are those that may be several segments.
    """

    written: str
    path: str
    query: str
    asked: Mapping[str, str]
    spanning: frozenset[str] = frozenset()


def template_of(written: str, known: Collection[str]) -> Template:
    """The template that `written` is; `known` are the names of parameters, some of which may look like operators."""
    asked: dict[str, str] = {}
    spanning: set[str] = set()

    def plain(found: re.Match[str]) -> str:
        routed = None if found[1] in known else _ROUTED.fullmatch(found[1])
        if routed is not None and routed[1] in known:
            if _spans(routed):
                spanning.add(routed[1])
            return "{" + routed[1] + "}"
        operated = None if found[1] in known else _OPERATED.fullmatch(found[1])
        if operated is None:
            return found[0]
        if operated[1] and operated[1] in "?&":
            asked.update((name.rstrip("*"), name.rstrip("*")) for name in operated[2].split(","))
            return ""
        if operated[1] == "+":
            spanning.add(operated[2])
        return "{" + operated[2] + "}"

    path, _, query = _EXPRESSION.sub(plain, written.partition("#")[0]).partition("?")
    fixed: list[str] = []
    for pair in filter(None, query.split("&")):
        name, _, value = pair.partition("=")
        called = _EXPRESSION.fullmatch(name)
        if called is not None:
            # `?{search}=1`: the name itself stands in braces, and an example of its value behind it.
            asked[called[1]] = called[1]
        elif names := expressions(value):
            asked.update(dict.fromkeys(names, name))
        else:
            fixed.append(quote(pair, safe="=;:@!$'()*+,/?~%"))
    return Template(written, path, "&".join(fixed), asked, frozenset(spanning))


def _spans(routed: re.Match[str]) -> bool:
    """Whether a name in braces stands for more than one segment, as far as its pattern says so."""
    _, equals, pattern, plus, expression = routed.groups()
    is_path = expression is not None and expression.strip() in ("path", ".*", ".+")
    return bool(plus) or (bool(equals) and ("/" in pattern or "**" in pattern)) or is_path


def expressions(path: str) -> tuple[str, ...]:
    """The names in braces, in order."""
    return tuple(_EXPRESSION.findall(path))


def check_template(work: Work, item: Node, path: str, paths: Node) -> None:
    """Report what can't be a path."""
    if "#" in _EXPRESSION.sub("", path):
        # Documents tell operations on one path apart in this way; a fragment never reaches the server.
        what = f"has the path `{path}`; what follows `#` is not sent"
        hint = "describe what tells the operations apart by a parameter"
        work.doubt("path-fragment", item, what, hint, paths.at_key(path))
    for what in _faults(path):
        hint = "write a path such as `/orders/{orderId}/refunds`"
        work.fault(
            "path-malformed", item, f"has the path `{path}`, which {what}", hint, paths.at_key(path)
        )


def check_distinct(work: Work, paths: Node) -> None:
    """Report paths that differ in the names in braces only."""
    first: dict[str, str] = {}
    for path, item in paths.items():
        shape = _EXPRESSION.sub(lambda found: found[0] if "=" in found[1] else "{}", path)
        if shape in first:
            what = f"is the same path as `{first[shape]}`"
            hint = "merge the two; a name in braces makes no difference"
            work.doubt("path-duplicate", item, what, hint, paths.at_key(path))
        first.setdefault(shape, path)


def _faults(path: str) -> tuple[str, ...]:
    fixed = _EXPRESSION.sub("", path)
    names = expressions(path)
    segments = path.partition("?")[0].split("/")
    found = {
        "has control characters": has_control(path),
        "has spaces or backslashes": " " in fixed or "\\" in fixed,
        "has a brace without its partner": "{" in fixed or "}" in fixed,
        "has empty braces": "" in names,
        "names the same parameter twice": len(set(names)) < len(names),
        "has a `.` or `..` segment": "." in segments or ".." in segments,
    }
    return tuple(what for what, is_so in found.items() if is_so)
