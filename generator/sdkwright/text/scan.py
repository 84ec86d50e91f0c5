"""ruamel.yaml's scanner over a string: the tokens of a text.

ruamel.yaml walks its input character by character. The few methods that see most characters are replaced here by ones that
take a whole scalar with one regular expression (each linear: there is one way only to match a text, so nothing is tried again).
They follow YAML 1.2 where ruamel.yaml is stricter (a tab may separate tokens of one line) or laxer (line ends).
"""

from __future__ import annotations

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportIncompatibleMethodOverride=false
# (ruamel.yaml has no types for what is used here.)
import re
from typing import Any

from ruamel.yaml import tokens
from ruamel.yaml.scanner import Scanner, ScannerError

from .cursor import PADDING, Cursor, Mark
from .quoted import (
    BLOCK_HEADER,
    DOUBLE,
    SEPARATOR,
    SINGLE,
    BadEscapeError,
    block_lines,
    block_text,
    double_quoted,
    single_quoted,
)

_BLANK_START = " \t\n#"
_FLOW_BLANK = re.compile(r"(?:[ \t\n]++|#[^\n\0]*+)*")
_BLANK = re.compile(r"[ \t]*+(?:#[^\n\0]*+)?(?:\n *+(?:\t[ \t]*+(?=[#\n\0]))?(?:#[^\n\0]*+)?)*")
_SPACES = re.compile(r"[ \t]*+")
_FLOW_GAP = re.compile(r"[ \t\n]*+")
_GAP = re.compile(r"[ \t]*+(?:\n *+(?:\t[ \t]*+(?=\n))?)*")
_PLAIN = re.compile(
    r"(?:[^ \t\n:\0]++|:(?![ \t\n\0]))+(?:[ \t]++(?!#)(?:[^ \t\n:\0]++|:(?![ \t\n\0]))+)*"
)
_FLOW_PLAIN = re.compile(
    r"(?:[^ \t\n:,\[\]{}\0]++|:(?![ \t\n,\[\]{}\0]))+"
    r"(?:[ \t]++(?!#)(?:[^ \t\n:,\[\]{}\0]++|:(?![ \t\n,\[\]{}\0]))+)*"
)
_QUOTED = {"'": SINGLE, '"': DOUBLE}
_SEPARATOR_LINE = re.compile(r"\n(?:---|\.\.\.)(?=[ \t\n])")
_SHORT_NUMBER = re.compile(r"[0-9]{1,4}+(?![0-9])")
_PLAIN_START = frozenset(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_/$+(\\~^<;=."
)


MAX_KEY = 1024


class FastScanner(Scanner):
    """ruamel.yaml's scanner with its character loops replaced."""

    # A plain attribute in place of ruamel.yaml's property, which looks the reader up at every access.
    reader: Cursor = Cursor("")
    tokens: list[Any]
    flow_context: list[str]
    indent: int
    possible_simple_keys: dict[int, Any]

    def __init__(self, loader: Any) -> None:
        self.reader = loader.reader
        super().__init__(loader)

    def need_more_tokens(self) -> bool:
        if self.done:
            return False
        if not self.tokens:
            return True
        if not self.possible_simple_keys:
            return False
        self.stale_possible_simple_keys()
        # Keys of deeper levels are saved later and dropped earlier, so the first one is the nearest.
        for key in self.possible_simple_keys.values():
            return bool(key.token_number == self.tokens_taken)
        return False

    def stale_possible_simple_keys(self) -> None:
        # A key ends on its line. YAML also wants it below 1024 characters; JSON does not, and only where a list or mapping
        # may turn out to be the key does the limit save anything.
        reader = self.reader
        for level, key in list(self.possible_simple_keys.items()):
            if key.line == reader.line and reader.index - key.index <= MAX_KEY:
                continue
            token = self.tokens[key.token_number - self.tokens_taken]
            if key.line == reader.line and token.__class__ is tokens.ScalarToken:
                continue
            if key.required:
                raise ScannerError(None, key.mark, "could not find expected ':'", key.mark)
            del self.possible_simple_keys[level]

    def check_token(self, *choices: type) -> bool:
        queue = self.tokens
        while not queue or self.possible_simple_keys:
            if not self.need_more_tokens():
                break
            self.fetch_more_tokens()
        return bool(queue) and (not choices or queue[0].__class__ in choices)

    def fetch_more_tokens(self) -> None:
        reader = self.reader
        self.scan_to_next_token()
        if self.possible_simple_keys:
            self.stale_possible_simple_keys()
        if not self.flow_context and self.indent > reader.column:
            self.unwind_indent(reader.column)
        first = reader.buffer[reader.index]
        if first in _PLAIN_START and not (first == "." and self.check_document_end()):
            self.fetch_plain()
        elif first in "'\"":
            self.fetch_flow_scalar(first)
        elif first == ":" and self.check_value():
            self.fetch_value()
        else:
            super().fetch_more_tokens()

    def scan_to_next_token(self) -> None:
        reader = self.reader
        buffer = reader.buffer
        start = reader.index
        if buffer[start] not in _BLANK_START:
            return
        if self.flow_context:
            reader.move(_end(_FLOW_BLANK, buffer, start))
            return
        if buffer[start] != "\n":
            self._check_tabs(start)
        line = reader.line
        reader.move(_end(_BLANK, buffer, start))
        if reader.line != line:
            self.allow_simple_key = True
            if buffer[reader.index] == "\t":
                self.scan_to_next_token()

    def _check_tabs(self, start: int) -> None:
        """Refuse tabs that indent; those between the tokens of a line may stand, but open no collection after them."""
        reader = self.reader
        buffer = reader.buffer
        end = _end(_SPACES, buffer, start)
        if "\t" not in buffer[start:end] or buffer[end] in "#\n\0":
            return
        indents = not buffer[start - reader.column : start].strip()
        if indents and not (self.indent < 0 and buffer[end] in "{["):
            raise ScannerError(None, None, "found a tab in the indentation", reader.get_mark())
        self.allow_simple_key = False

    def scan_plain(self) -> Any:
        reader = self.reader
        buffer = reader.buffer
        flow = bool(self.flow_context)
        pattern, gap = (_FLOW_PLAIN, _FLOW_GAP) if flow else (_PLAIN, _GAP)
        start = end = reader.get_mark()
        parts: list[str] = []
        while found := pattern.match(buffer, reader.index):
            parts.append(found[0])
            reader.index = found.end()
            reader.column += len(found[0])
            end = reader.get_mark()
            self.allow_simple_key = False
            if buffer[reader.index] == ":":
                break
            line = reader.line
            reader.move(_end(gap, buffer, reader.index))
            breaks = reader.line - line
            if not breaks:
                break
            self.allow_simple_key = True
            if self._plain_ends_here(flow):
                break
            parts.append("\n" * (breaks - 1) or " ")
        if not parts:
            what = f"found character {buffer[reader.index]!r} that cannot start a value"
            raise ScannerError(None, None, what, start)
        if len(parts) % 2 == 0:
            parts.pop()
        return tokens.ScalarToken("".join(parts), True, start, end)

    def scan_yaml_directive_number(self, start_mark: Any) -> int:
        found = _SHORT_NUMBER.match(self.reader.buffer, self.reader.index)
        if found is None:
            raise ScannerError(None, start_mark, "found no YAML version", self.reader.get_mark())
        self.reader.move(found.end())
        return int(found[0])

    def _plain_ends_here(self, flow: bool) -> bool:
        reader = self.reader
        if reader.buffer[reader.index] in "#\t\0":
            return True
        if reader.column == 0 and SEPARATOR.match(reader.buffer, reader.index):
            return True
        return not flow and reader.column <= self.indent

    def scan_flow_scalar(self, style: str) -> Any:
        reader = self.reader
        start = reader.get_mark()
        found = _QUOTED[style].match(reader.buffer, reader.index)
        if found is None:
            raise ScannerError(None, start, "the quote is never closed", start)
        inside = found[1]
        if "\n" in inside and (separator := _SEPARATOR_LINE.search(found[0])):
            reader.forward(separator.start() + 1)
            raise ScannerError(
                None, start, "found a document separator inside quotes", reader.get_mark()
            )
        value = single_quoted(inside) if style == "'" else self._double_quoted(inside)
        reader.move(found.end())
        return tokens.ScalarToken(value, False, start, reader.get_mark(), style)

    def _double_quoted(self, inside: str) -> str:
        try:
            return double_quoted(inside)
        except BadEscapeError as bad:
            self.reader.forward(1 + bad.at)
            raise ScannerError(
                None, None, f"found unknown escape {bad.sequence}", self.reader.get_mark()
            ) from None

    def scan_block_scalar(self, style: str, rt: bool | None = False) -> Any:
        reader = self.reader
        start = reader.get_mark()
        header = BLOCK_HEADER.match(reader.buffer, reader.index)
        if header is None or (header["chomp"] and header["late"]):
            raise ScannerError(
                None, start, f"found something else than an indicator after `{style}`", start
            )
        reader.move(header.end())
        end = reader.get_mark()
        indent = max(self.indent, 0) + int(header["indent"]) if header["indent"] else None
        stop = len(reader.buffer) - PADDING
        lines, indent, following = block_lines(
            reader.buffer, reader.index, stop, self.indent + 1, indent
        )
        reader.move(following)
        kept = len(lines)
        while kept and not lines[kept - 1]:
            kept -= 1
        if kept:
            end = Mark(end.line + kept, indent + len(lines[kept - 1]))
        value = block_text(
            lines[:kept], len(lines) - kept, style, header["chomp"] or header["late"]
        )
        return tokens.ScalarToken(value, False, start, end, style)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where `pattern`, which may match nothing, stops from `at` on."""
    found = pattern.match(text, at)
    return found.end() if found else at
