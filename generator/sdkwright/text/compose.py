"""Parse events into located nodes: keys as text, duplicates and foreign tags refused, aliases shared within a budget."""

from __future__ import annotations

# The events of two parsers that have no types in common.
# pyright: reportUnknownMemberType=false
from collections.abc import Callable
from types import ModuleType
from typing import Any

from .anchors import Anchored, Anchors
from .diagnostic import Report
from .fault import FaultError
from .frame import Frame
from .node import Node, escape, text_of
from .scalar import Unreadable, resolve
from .span import Span
from .tags import SCALARS, check_tag

MAX_DEPTH = 200


class Composer:
    """Takes the events of one document and holds its root node in the end.

    `kinds` is the module that has the classes of the events: ruamel.yaml and PyYAML call them the same.
    """

    def __init__(self, name: str, report: Report, kinds: ModuleType) -> None:
        self.name = name
        self.report = report
        self.root: Node | None = None
        self.documents = 0
        self._stack: list[Frame] = []
        self._anchors = Anchors()
        self._mapping_start = kinds.MappingStartEvent
        self._take: dict[object, Callable[[Any], None]] = {
            kinds.ScalarEvent: self._scalar,
            kinds.MappingStartEvent: self._start,
            kinds.SequenceStartEvent: self._start,
            kinds.MappingEndEvent: self._stop,
            kinds.SequenceEndEvent: self._stop,
            kinds.AliasEvent: self._alias,
            kinds.DocumentStartEvent: self._document,
        }

    def read(self, following: Callable[[], Any]) -> None:
        """Take what `following` gives until that is None. Raises FaultError where going on makes no sense."""
        takers = self._take
        while (event := following()) is not None:
            take = takers.get(event.__class__)
            if take is not None:
                take(event)

    def where(self) -> str:
        """The pointer of the innermost list or mapping not yet finished."""
        return f"#{self._stack[-1].pointer}" if self._stack else "#"

    def opened(self) -> Span | None:
        """Where the innermost list or mapping not yet finished begins."""
        if not self._stack:
            return None
        line, col = self._stack[-1].line, self._stack[-1].col
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
        span = self._scalar_span(event)
        value: str = event.value
        # PyYAML gives an unquoted scalar the style "", ruamel.yaml None.
        plain = not event.style
        if event.tag is not None:
            plain = self._tag(event, SCALARS, span) not in (None, "str")
        stack = self._stack
        parent = stack[-1] if stack else None
        if parent is not None and parent.values is not None and parent.key_span is None:
            self._key(parent, event, span, plain)
            return
        pointer = _pointer_in(parent)
        resolved = resolve(value) if plain else value
        if isinstance(resolved, str):
            node = Node(resolved, span, pointer)
        elif isinstance(resolved, Unreadable):
            self._unreadable(resolved, value, span)
            # Some number, so that nobody complains of its type as well.
            node = Node(1, span, pointer, raw=value)
        else:
            node = Node(resolved, span, pointer, raw=value)
        if event.anchor is not None:
            self._anchors.put(event.anchor, Anchored(node))
        self._put(parent, node, 1, 1, span)

    def _unreadable(self, fault: Unreadable, text: str, span: Span) -> None:
        shown = text if len(text) <= 40 else f"{text[:30]}…"
        message = f"`{shown}` in line {span.line} {fault.reason}"
        self.report.error(fault.code, message, span, "quote it if it is meant as text")

    def _key(self, parent: Frame, event: Any, span: Span, plain: bool) -> None:
        text: str = event.value
        parent.key, parent.key_span = text, span
        if plain:
            if resolve(text) is None:
                self._bad_key(span, "null")
                parent.key = None
                return
            parent.merges = text == "<<"
        if event.anchor is not None:
            self._anchors.put(event.anchor, Anchored(Node(text, span, parent.pointer)))

    def _bad_key(self, span: Span, what: str) -> None:
        self.report.error(
            "yaml-key-not-text",
            f"line {span.line} has {what} as a key",
            span,
            "write the key as text; quote it if it is meant as the word",
        )

    def _alias(self, event: Any) -> None:
        span = self._span(event)
        stack = self._stack
        anchored = self._anchors.get(event.anchor, span, (frame.anchor for frame in stack))
        parent = stack[-1] if stack else None
        if parent is not None and parent.values is not None and parent.key_span is None:
            parent.key, parent.key_span = text_of(anchored.node), span
            if parent.key is None:
                self._bad_key(span, f"a {anchored.node.kind()}")
            return
        self._anchors.spend(anchored.size, span)
        if len(stack) + anchored.height > MAX_DEPTH:
            raise self._too_deep(span)
        self._put(parent, anchored.node, anchored.size, anchored.height, span)

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
        is_map = event.__class__ is self._mapping_start
        if event.tag is not None:
            self._tag(event, ("map",) if is_map else ("seq",), self._span(event))
        if event.anchor is not None:
            self._anchors.open(event.anchor)
        as_key = parent is not None and parent.values is not None and parent.key_span is None
        if as_key:
            self._bad_key(self._span(event), "an object" if is_map else "a list")
        start = event.start_mark
        values: dict[str, Node] | None = {} if is_map else None
        pointer = _pointer_in(parent)
        stack.append(Frame(values, start.line + 1, start.column + 1, pointer, event.anchor, as_key))

    def _stop(self, event: Any) -> None:
        stack = self._stack
        frame = stack.pop()
        parent = stack[-1] if stack else None
        start, end = event.start_mark, event.end_mark
        line, col = end.line + 1, end.column + 1
        last = frame.last
        # What ends by indentation, and not by a bracket, ends where the last value in it does.
        if last is not None and start.line + 1 == line and start.column + 1 == col:
            line, col = last.end_line, last.end_col
        span = Span(self.name, frame.line, frame.col, line, col)
        if frame.as_key:
            assert parent is not None
            parent.key, parent.key_span = None, span
            return
        if frame.values is not None:
            node = Node(frame.values, span, frame.pointer, frame.key_spans)
        else:
            node = Node(frame.elements, span, frame.pointer)
        if frame.anchor is not None:
            self._anchors.put(frame.anchor, Anchored(node, frame.size, frame.height))
        self._put(parent, node, frame.size, frame.height, span)

    def _put(self, parent: Frame | None, node: Node, size: int, height: int, at: Span) -> None:
        """Hang a finished node, which is written at `at`, into the list or mapping it stands in."""
        if parent is None:
            self.root = node
            return
        parent.size += size
        if parent.height <= height:
            parent.height = height + 1
        parent.last = at
        values = parent.values
        if values is None:
            parent.elements.append(node)
            return
        key, key_span = parent.key, parent.key_span
        parent.key_span = None
        assert key_span is not None
        if parent.merges:
            parent.merges = False
            self._merge(parent, node, key_span, at)
        elif key is None:
            return
        elif key in values:
            parent.again(key, key_span, node, self.report)
        else:
            values[key] = node
            parent.key_spans[key] = key_span

    def _merge(self, parent: Frame, node: Node, key_span: Span, at: Span) -> None:
        merged = parent.merge(node, key_span)
        if merged is None:
            self.report.error(
                "yaml-merge-not-mapping",
                f"`<<` in line {key_span.line} merges {node.kind()}, not an object",
                at,
                "give it an alias of a mapping, or quote the key if it is a name",
            )
            return
        self._anchors.spend(merged, at)
        parent.size += merged

    def _tag(self, event: Any, allowed: tuple[str, ...], span: Span) -> str | None:
        return check_tag(event.tag, allowed, span, self.report)

    def _scalar_span(self, event: Any) -> Span:
        return self._span(event)

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(self.name, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _pointer_in(parent: Frame | None) -> str:
    """The pointer of the value that comes next in `parent`."""
    if parent is None:
        return ""
    if parent.values is None:
        return f"{parent.pointer}/{len(parent.elements)}"
    key = parent.key or ""
    if "~" in key or "/" in key:
        key = escape(key)
    return f"{parent.pointer}/{key}"
