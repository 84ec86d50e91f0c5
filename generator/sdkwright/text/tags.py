"""Which tags a document may have: those of the types that JSON has."""

from __future__ import annotations

from .diagnostic import Report
from .span import Span

SCALARS = ("null", "bool", "int", "float", "str")

_PREFIX = "tag:yaml.org,2002:"
_CORE = {f"{_PREFIX}{name}": name for name in (*SCALARS, "seq", "map")}


def check_tag(tag: object, allowed: tuple[str, ...], span: Span, report: Report) -> str | None:
    """The type that a tag names; None, with an error, for one that is not `allowed`. `!` alone is text."""
    written = str(tag)
    if written == "!":
        return "str"
    name = _CORE.get(written)
    if name in allowed:
        return name
    shown = f"!!{written.removeprefix(_PREFIX)}" if written.startswith("tag:yaml.org") else written
    message = f"line {span.line} has the tag `{shown}`, which JSON has no value for"
    report.error("yaml-tag", message, span, "remove the tag")
    return None
