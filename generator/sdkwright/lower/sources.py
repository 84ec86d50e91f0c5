"""`x-source`: where the statements of a document come from, written once and inherited by what lies below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..ir.origin import Source, Status
from ..spec.document import Document, id_of
from ..text.diagnostic import Report
from ..text.node import Node

_KEYS = ("doc", "lines", "status", "url", "note")
_LINES = re.compile(r"\d{1,6}(-\d{1,6})?(, ?\d{1,6}(-\d{1,6})?)*")
_URL = re.compile(r"https?://[^\s/?#@]+(/\S*)?")


def read_sources(
    document: Document, parts: Iterable[tuple[Node, str]], report: Report
) -> Mapping[str, Source]:
    """Every `x-source` of the parts of a document, by the id of the part that it is written on."""
    found: dict[str, Source] = {}
    for part, kind in parts:
        said = part.value
        # In a map by name, `x-source` is a name like any other; a list has no keys.
        if kind[0] in "{[" or not isinstance(said, dict) or "x-source" not in said:
            continue
        source = _source(document, said["x-source"], report)
        if source is not None:
            found[id_of(document, part)] = source
    return found


def source_of(sources: Mapping[str, Source], id_: str) -> Source | None:
    """The source of the part with this id: its own, else that of the nearest part around it."""
    if not sources:
        return None
    while id_ not in sources:
        id_, slash, _ = id_.rpartition("/")
        if not slash:
            return None
    return sources[id_]


def _source(document: Document, node: Node, report: Report) -> Source | None:
    """A written `x-source`; None after a fault."""
    faults = tuple(_faults(node))
    for what in faults:
        report.error(
            "source-malformed",
            f"`{id_of(document, node)}` {what}",
            node.span,
            "write for example `x-source: {doc: 002_3558a243, lines: 14-20}` or "
            "`x-source: {status: outside, url: https://…, note: …}`",
        )
    if faults:
        return None
    return Source(
        Status(_said(node, "status") or Status.DOCUMENTED),
        _said(node, "doc"),
        _said(node, "lines"),
        _said(node, "url"),
        _said(node, "note"),
    )


def _said(node: Node, key: str) -> str | None:
    """The text of a key; a single line number may be written as a number."""
    child = node.get(key)
    return None if child is None else str(child.value)


def _faults(node: Node) -> Iterator[str]:
    if not isinstance(node.value, dict):
        yield f"is of type {node.kind()}, not an object"
        return
    for key, child in node.items():
        if key not in _KEYS:
            yield f"has the key `{key}`; there are {', '.join(_KEYS)}"
        elif not isinstance(child.value, str) and not (key == "lines" and type(child.value) is int):
            yield f"has a `{key}` that is of type {child.kind()}, not text"
    status = _said(node, "status") or Status.DOCUMENTED
    doc, lines, url = _said(node, "doc"), _said(node, "lines"), _said(node, "url")
    if status not in tuple(Status):
        yield f"has the status `{status}`; there are {', '.join(Status)}"
    if status == Status.OUTSIDE and url is None:
        yield "is `outside` without a `url`"
    if status == Status.DOCUMENTED and (doc is None or lines is None):
        yield "is `documented` without `doc` and `lines`"
    if lines is not None and not _ascending(lines):
        yield f"has the lines `{lines}`, which are no line numbers or ranges in ascending order"
    if lines is not None and doc is None:
        yield "has `lines` without a `doc` to count them in"
    if url is not None and not _URL.fullmatch(url):
        yield "has a `url` that is no http or https address"


def _ascending(lines: str) -> bool:
    """Whether `14-20, 31` is what the text looks like: line numbers from 1, none before its forerunner."""
    if not _LINES.fullmatch(lines):
        return False
    numbers = [int(number) for number in re.findall(r"\d+", lines)]
    return numbers[0] > 0 and numbers == sorted(numbers)
