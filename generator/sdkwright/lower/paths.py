"""Path templates: the fixed text and the names in braces."""

from __future__ import annotations

import re

from ..text.node import Node
from .tokens import has_control
from .work import Work

_EXPRESSION = re.compile(r"\{([^{}]*)\}")


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
        shape = _EXPRESSION.sub("{}", path)
        if shape in first:
            what = f"is the same path as `{first[shape]}`"
            hint = "merge the two; a name in braces makes no difference"
            work.doubt("path-duplicate", item, what, hint, paths.at_key(path))
        first.setdefault(shape, path)


def _faults(path: str) -> tuple[str, ...]:
    fixed = _EXPRESSION.sub("", path)
    names = expressions(path)
    segments = path.split("/")
    found = {
        "has `?` (a query is described by parameters)": "?" in fixed.partition("#")[0],
        "has control characters": has_control(path),
        "has spaces or backslashes": " " in fixed or "\\" in fixed,
        "has a brace without its partner": "{" in fixed or "}" in fixed,
        "has empty braces": "" in names,
        "names the same parameter twice": len(set(names)) < len(names),
        "has a `.` or `..` segment": "." in segments or ".." in segments,
    }
    return tuple(what for what, is_so in found.items() if is_so)
