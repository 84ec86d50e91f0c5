"""The tree of a sound document by libyaml, several times faster than the careful reader; None at the least doubt.

libyaml follows YAML 1.1 and says little about faults. What it answers counts only where nothing is wrong with the document
and where both readers are known to agree; all else is left to the careful reader, whose words the author then sees.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

from .compose import Composer
from .diagnostic import Diagnostic, Report
from .fault import FaultError
from .frame import Frame
from .node import Node, escape
from .quoted import BLOCK_HEADER, BadEscapeError, block_text, double_quoted
from .scalar import is_text
from .span import Span, span_of

# YAML 1.1 knows more line ends than 1.2; byte order marks, directives and ends of
# documents are rare enough not to be compared.
_DOUBTFUL = re.compile("[\x85\u2028\u2029\ufeff]|^(?:%|\\.\\.\\.)", re.MULTILINE)

# libyaml refuses the halves of surrogate pairs, which JSON writes; they are read with a stand-in of the same width.
_HALF = re.compile(r"(?<!\\)((?:\\\\)*+)\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_STAND_IN = "\ufffe"
_STAND_IN_WRITTEN = re.compile("fffe", re.IGNORECASE)


_BLOCK_STYLES = frozenset("|>")

# A tab that may be taken for indentation; in block scalars it is text, and between brackets nothing is indented.
_TAB = re.compile(r"^ *\t", re.MULTILINE)


class _DoubtError(Exception):
    """The careful reader may see this document with other eyes."""


def read(text: str, name: str) -> Node | None:
    """The tree of `text`, the same as the careful reader gives; None where that has to be asked."""
    yaml = _libyaml()
    if yaml is None or _DOUBTFUL.search(text):
        return None
    masked, halves, tabs = text, 0, 0
    if text.lstrip()[:1] not in ("{", "["):
        tabs = len(_TAB.findall(text))
    # Only in JSON: elsewhere the same characters stand more often in texts that know no escapes.
    elif _HALF.search(text):
        if _STAND_IN_WRITTEN.search(text):
            return None
        masked, halves = _HALF.subn(r"\1\\uFFFE", text)
    composer = _SwiftComposer(name, _NoReport(), yaml.events, text)
    composer.tabs, composer.halves = tabs, halves
    try:
        parser = yaml.cyaml.CParser(masked)
        composer.read(parser.get_event)
    except (yaml.YAMLError, FaultError, _DoubtError, BadEscapeError):
        return None
    root = composer.root
    doubt = composer.tabs or composer.halves
    # A text that is one scalar is no document of ours; the two readers see its end in different places.
    return None if doubt or root is None or not isinstance(root.value, dict | list) else root


class _NoReport(Report):
    """Ends the reading at the first fault: the careful reader tells them all."""

    def add(self, diagnostic: Diagnostic) -> None:
        raise _DoubtError


def _libyaml() -> Any:
    """PyYAML, which has no types for what is used of it; None where it was built without libyaml."""
    try:
        yaml = import_module("yaml")
    except ImportError:
        return None
    return yaml if yaml.__with_libyaml__ else None


class _SwiftComposer(Composer):
    """Makes good where libyaml's events say less, or something else, than those of ruamel.yaml.

    `tabs` and `halves` count down what has to be accounted for: 0 in the end, or there is something else to the document.
    """

    tabs = 0
    halves = 0

    def __init__(self, name: str, report: Report, kinds: ModuleType, text: str) -> None:
        super().__init__(name, report, kinds)
        self._text = text
        self._lines: list[str] = []
        self._scalar_event = kinds.ScalarEvent

    def read(self, following: Callable[[], Any]) -> None:
        """As every composer does; but texts, which most events are, are taken on the spot.

        A document has hundreds of thousands of them, and the calls for each took longer than libyaml itself.
        """
        takers, scalar, stack, hung = self._take, self._scalar_event, self._stack, self._hung
        while (event := following()) is not None:
            kind = event.__class__
            if kind is scalar and stack and hung(event, stack[-1]):
                continue
            take = takers.get(kind)
            if take is not None:
                take(event)

    def _hung(self, event: Any, parent: Frame) -> bool:
        """Hang a text without any peculiarity into `parent`; False, and nothing done, where it has one."""
        value, style, values = event.value, event.style, parent.values
        is_key = values is not None and parent.key_span is None
        if (
            (not style and (value == "<<" or not is_text(value)))
            or style in _BLOCK_STYLES
            or self.halves
            or parent.merges
            or event.anchor is not None
            or event.tag is not None
        ):
            return False
        start, end = event.start_mark, event.end_mark
        places = (self.name, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        span = span_of(places)
        if is_key:
            parent.key, parent.key_span = value, span
            return True
        if values is None:
            parent.elements.append(Node(value, span, f"{parent.pointer}/{len(parent.elements)}"))
        else:
            key, key_span = parent.key, parent.key_span
            if key is None or key_span is None or key in values:
                return False
            step = escape(key) if "~" in key or "/" in key else key
            values[key] = Node(value, span, f"{parent.pointer}/{step}")
            parent.key_spans[key] = key_span
            parent.key_span = None
        parent.last = span
        parent.size += 1
        if parent.height == 1:
            parent.height = 2
        return True

    def _tag(self, event: Any, allowed: tuple[str, ...], span: Span) -> str | None:
        raise _DoubtError

    def _scalar(self, event: Any) -> None:
        value = event.value
        if event.anchor is not None:
            self._check_anchor(event, " \n")
        if not value and not event.style:
            self._check_empty(event)
        elif self.halves and event.style == '"' and _STAND_IN in value:
            self._restore(event)
        super()._scalar(event)

    def _start(self, event: Any) -> None:
        if event.anchor is not None:
            self._check_anchor(event, " \n")
        elif event.flow_style and self._text[event.start_mark.index] not in "{[":
            # The short form of a mapping in a list, `[a: b]`; libyaml allows more of it.
            raise _DoubtError
        super()._start(event)

    def _alias(self, event: Any) -> None:
        self._check_anchor(event, " \n,]}")
        super()._alias(event)

    def _check_anchor(self, event: Any, after: str) -> None:
        """The two readers differ in what else than letters and digits a name may hold."""
        at = event.start_mark.index
        end = at + 1 + len(event.anchor)
        if self._text[at] not in "&*" or self._text[end : end + 1] not in after:
            raise _DoubtError

    def _check_empty(self, event: Any) -> None:
        """A value left out is at its colon or dash for both readers; where there is none they take different places."""
        mark = event.start_mark
        before = self._text[mark.index - 1 : mark.index]
        if event.anchor is not None or mark.column == 0 or before not in (":", "-"):
            raise _DoubtError

    def _restore(self, event: Any) -> None:
        self.halves -= event.value.count(_STAND_IN)
        start = self._text.index('"', event.start_mark.index)
        event.value = double_quoted(self._text[start + 1 : event.end_mark.index - 1])

    def _scalar_span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        line = start.line + 1
        if event.style in _BLOCK_STYLES:
            return self._block(event, line)
        return Span(self.name, line, start.column + 1, end.line + 1, end.column + 1)

    def _block(self, event: Any, line: int) -> Span:
        """The place of a block scalar: it ends with its last line that is not empty."""
        if not self._lines:
            self._lines = self._text.split("\n")
        start, end = event.start_mark, event.end_mark
        opening = f"{self._lines[start.line]}\0"
        header = BLOCK_HEADER.match(opening, start.column)
        if header is None or header["indent"] or (header["chomp"] and header["late"]):
            raise _DoubtError
        written = self._lines[line : end.line + (end.column > 0)]
        if self.tabs:
            self.tabs -= sum(1 for one in written if _TAB.match(one))
        lines, indent = _unindented(written)
        kept = len(lines)
        while kept and not lines[kept - 1]:
            kept -= 1
        chomp = header["chomp"] or header["late"]
        text = block_text(lines[:kept], len(lines) - kept, event.style, chomp)
        # Blanks that end the file without a line end are a line to one reader only.
        if text != event.value or (chomp == "+" and self._lines[-1]):
            raise _DoubtError
        end_line = line + kept
        end_col = indent + len(lines[kept - 1]) + 1 if kept else header.end() + 1
        return Span(self.name, line, start.column + 1, end_line, end_col)


def _unindented(lines: list[str]) -> tuple[list[str], int]:
    """The lines of a block scalar without their indentation, which the first that is not blank tells, and that."""
    for at, line in enumerate(lines):
        bare = line.lstrip(" ")
        if bare:
            indent = len(line) - len(bare)
            return [""] * at + [one[indent:] for one in lines[at:]], indent
    return [""] * len(lines), 0
