"""Parse events into located nodes: keys as text, duplicates and foreign tags refused, aliases shared within a budget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import events

from .diagnostic import Report
from .fault import FaultError
from .merge import Entry, entries_of, mapping
from .node import Node, child_pointer, text_of
from .scalar import Unreadable, resolve
from .span import Span

MAX_DEPTH = 200
MAX_ALIASED = 1_000_000

_CORE_TAGS = {
    f"tag:yaml.org,2002:{name}": name
    for name in ("null", "bool", "int", "float", "str", "seq", "map")
}


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been reached."""

    is_map: bool
    start: Any
    pointer: str
    anchor: str | None
    as_key: bool = False
    entries: list[Entry] = field(default_factory=list[Entry])
    elements: list[Node] = field(default_factory=list[Node])
    key: tuple[str | None, Span, bool] | None = None
    size: int = 1
    height: int = 1
    end: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Anchored:
    node: Node
    size: int
    height: int


class Composer:
    """Takes the events of one document and holds its root node in the end."""

    def __init__(self, name: str, report: Report) -> None:
        self.name = name
        self.report = report
        self.root: Node | None = None
        self.documents = 0
        self._stack: list[_Open] = []
        self._anchors: dict[str, _Anchored] = {}
        self._aliased = 0
        self._take: dict[object, Callable[[Any], None]] = {
            events.ScalarEvent: self._scalar,
            events.MappingStartEvent: self._start,
            events.SequenceStartEvent: self._start,
            events.MappingEndEvent: self._stop,
            events.SequenceEndEvent: self._stop,
            events.AliasEvent: self._alias,
            events.DocumentStartEvent: self._document,
        }

    def take(self, event: Any) -> None:
        """Go on with the next event. Raises FaultError where going on makes no sense."""
        take = self._take.get(event.__class__)
        if take is not None:
            take(event)

    def where(self) -> str:
        """The pointer of the innermost list or mapping not yet finished."""
        return f"#{self._stack[-1].pointer}" if self._stack else "#"

    def opened(self) -> Span | None:
        """Where the innermost list or mapping not yet finished begins."""
        if not self._stack:
            return None
        start = self._stack[-1].start
        line, col = start.line + 1, start.column + 1
        return Span(self.name, line, col, line, col + 1)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise FaultError(
                "yaml-many-documents",
                f"a second document starts at line {event.start_mark.line + 1}",
                self._span(event),
                "keep one document a file: remove the `---`",
            )

    def _scalar(self, event: Any) -> None:
        span = self._span(event)
        plain = event.style is None
        if event.ctag is not None:
            plain = self._tagged(event, span)
        stack = self._stack
        parent = stack[-1] if stack else None
        if parent is not None and parent.is_map and parent.key is None:
            self._key(parent, event, span, plain)
            return
        pointer = _pointer_in(parent)
        value = resolve(event.value) if plain else event.value
        if isinstance(value, str):
            node = Node(value, span, pointer)
        elif isinstance(value, Unreadable):
            self._unreadable(value, event.value, span)
            # Some number, so that nobody complains of its type as well.
            node = Node(1, span, pointer, raw=event.value)
        else:
            node = Node(value, span, pointer, raw=event.value)
        self._place(node, event)

    def _unreadable(self, fault: Unreadable, text: str, span: Span) -> None:
        shown = text if len(text) <= 40 else f"{text[:30]}…"
        message = f"`{shown}` in line {span.line} {fault.reason}"
        self.report.error(fault.code, message, span, "quote it if it is meant as text")

    def _key(self, parent: _Open, event: Any, span: Span, plain: bool) -> None:
        text: str | None = event.value
        if plain and resolve(event.value) is None:
            self._bad_key(span, "null")
            text = None
        parent.key = (text, span, plain and text == "<<")
        if event.anchor is not None and text is not None:
            self._anchors[event.anchor] = _Anchored(Node(text, span, parent.pointer), 1, 1)

    def _bad_key(self, span: Span, what: str) -> None:
        self.report.error(
            "yaml-key-not-text",
            f"line {span.line} has {what} as a key",
            span,
            "write the key as text; quote it if it is meant as the word",
        )

    def _alias(self, event: Any) -> None:
        span = self._span(event)
        anchored = self._anchors.get(event.anchor)
        if anchored is None:
            raise self._unknown_alias(event.anchor, span)
        parent = self._stack[-1] if self._stack else None
        if parent is not None and parent.is_map and parent.key is None:
            text = text_of(anchored.node)
            if text is None:
                self._bad_key(span, f"a {anchored.node.kind()}")
            parent.key = (text, span, False)
            return
        self._spend(anchored.size, span)
        if len(self._stack) + anchored.height > MAX_DEPTH:
            raise self._too_deep(span)
        self._put(
            anchored.node, anchored.size, anchored.height, (span.end_line, span.end_col), span
        )

    def _spend(self, size: int, span: Span) -> None:
        self._aliased += size
        if self._aliased > MAX_ALIASED:
            raise FaultError(
                "yaml-alias-limit",
                f"the aliases up to line {span.line} stand for more than {MAX_ALIASED:,} values",
                span,
                "alias expansion is limited: write the shared part once and use `$ref`",
            )

    def _unknown_alias(self, anchor: str, span: Span) -> FaultError:
        if any(frame.anchor == anchor for frame in self._stack):
            message = f"the alias `*{anchor}` in line {span.line} stands inside what it names"
            return FaultError(
                "yaml-recursive-alias", message, span, "use `$ref` for a recursive definition"
            )
        message = f"the alias `*{anchor}` in line {span.line} names no anchor above it"
        return FaultError(
            "yaml-unknown-alias",
            message,
            span,
            f"put `&{anchor}` before it, or quote a text that starts with `*`",
        )

    def _too_deep(self, span: Span) -> FaultError:
        steps = self.where().split("/")[:8]
        message = f"line {span.line} is nested more than {MAX_DEPTH} levels deep, below `{'/'.join(steps)}/…`"
        return FaultError(
            "yaml-too-deep",
            message,
            span,
            "flatten the document: name the inner parts and use `$ref`",
        )

    def _start(self, event: Any) -> None:
        stack = self._stack
        parent = stack[-1] if stack else None
        if len(stack) >= MAX_DEPTH:
            raise self._too_deep(self._span(event))
        is_map = event.__class__ is events.MappingStartEvent
        if event.ctag is not None:
            self._check_tag(event, ("map",) if is_map else ("seq",), self._span(event))
        if event.anchor is not None:
            self._anchors.pop(event.anchor, None)
        as_key = parent is not None and parent.is_map and parent.key is None
        if as_key:
            self._bad_key(self._span(event), "an object" if is_map else "a list")
        stack.append(_Open(is_map, event.start_mark, _pointer_in(parent), event.anchor, as_key))

    def _stop(self, event: Any) -> None:
        frame = self._stack.pop()
        start = frame.start
        last = event.end_mark
        if (
            event.start_mark.line == last.line
            and event.start_mark.column == last.column
            and frame.end
        ):
            end_line, end_col = frame.end
        else:
            end_line, end_col = last.line + 1, last.column + 1
        span = Span(self.name, start.line + 1, start.column + 1, end_line, end_col)
        if frame.is_map:
            value, key_spans = mapping(frame.entries, self.report)
            node = Node(value, span, frame.pointer, key_spans)
        else:
            node = Node(frame.elements, span, frame.pointer)
        if frame.as_key:
            self._stack[-1].key = (None, span, False)
            return
        if frame.anchor is not None:
            self._anchors[frame.anchor] = _Anchored(node, frame.size, frame.height)
        self._put(node, frame.size, frame.height, (end_line, end_col), span)

    def _place(self, node: Node, event: Any) -> None:
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(node, 1, 1)
        self._put(node, 1, 1, (node.span.end_line, node.span.end_col), node.span)

    def _put(self, node: Node, size: int, height: int, end: tuple[int, int], at: Span) -> None:
        """Hang a finished node into the list or mapping it stands in."""
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1]
        parent.size += size
        parent.height = max(parent.height, height + 1)
        parent.end = end
        if not parent.is_map:
            parent.elements.append(node)
            return
        assert parent.key is not None
        text, key_span, merges = parent.key
        parent.key = None
        if merges:
            self._merge(parent, node, key_span, at)
        elif text is not None:
            parent.entries.append(Entry(text, key_span, node))

    def _merge(self, parent: _Open, node: Node, key_span: Span, at: Span) -> None:
        merged = entries_of(node, key_span)
        if merged is None:
            self.report.error(
                "yaml-merge-not-mapping",
                f"`<<` in line {key_span.line} merges {node.kind()}, not an object",
                at,
                "give it an alias of a mapping, or quote the key if it is a name",
            )
            return
        self._spend(len(merged), at)
        parent.size += len(merged)
        parent.entries.extend(merged)

    def _tagged(self, event: Any, span: Span) -> bool:
        """Whether a tagged scalar is to be resolved like a plain one."""
        name = self._check_tag(event, ("null", "bool", "int", "float", "str"), span)
        return name is not None and name != "str"

    def _check_tag(self, event: Any, allowed: tuple[str, ...], span: Span) -> str | None:
        tag = str(event.ctag)
        name = "str" if tag == "!" else _CORE_TAGS.get(tag)
        if name in allowed or tag == "!":
            return name
        shown = (
            f"!!{tag.removeprefix('tag:yaml.org,2002:')}" if tag.startswith("tag:yaml.org") else tag
        )
        self.report.error(
            "yaml-tag",
            f"line {span.line} has the tag `{shown}`, which JSON has no value for",
            span,
            "remove the tag",
        )
        return None

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(self.name, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _pointer_in(parent: _Open | None) -> str:
    """The pointer of the value that comes next in `parent`."""
    if parent is None:
        return ""
    if not parent.is_map:
        return f"{parent.pointer}/{len(parent.elements)}"
    return child_pointer(parent.pointer, (parent.key[0] if parent.key else None) or "")
