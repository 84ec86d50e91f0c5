"""The inside of quoted and block scalars as the text it stands for: lines folded, escapes replaced."""

from __future__ import annotations

import re

ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^xuU]|[xuU])", re.S)

# A whole scalar in quotes; what stands between them is the first group.
SINGLE = re.compile(r"'((?:[^']++|'')*)'(?!')")
DOUBLE = re.compile(r'"((?:[^"\\]++|\\.)*)"', re.DOTALL)

# How a block scalar begins, up to the end of its line.
BLOCK_HEADER = re.compile(
    r"[|>](?P<chomp>[+-])?(?P<indent>[1-9])?(?P<late>[+-])?(?:[ \t]++#[^\n\0]*+|[ \t]*+)(?=[\n\0])"
)

# What stands between two documents of a stream, or ends one.
SEPARATOR = re.compile(r"(?:---|\.\.\.)(?=[ \t\n\0])")

_NAMED = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    " ": " ",
    '"': '"',
    "/": "/",
    "\\": "\\",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}


class BadEscapeError(ValueError):
    """An escape sequence that YAML does not know; `at` is its index in the text given."""

    def __init__(self, sequence: str, at: int) -> None:
        super().__init__(sequence)
        self.sequence = sequence
        self.at = at


def single_quoted(inside: str) -> str:
    """The text of `'inside'`."""
    inside = inside.replace("''", "'")
    return _fold(inside.split("\n")) if "\n" in inside else inside


def double_quoted(inside: str) -> str:
    """The text of `"inside"`; raises BadEscapeError."""
    if "\\" not in inside:
        return _fold(inside.split("\n")) if "\n" in inside else inside
    check_escapes(inside)
    text = _unescape(inside) if "\n" not in inside else _fold_escaped(inside.split("\n"))
    return _join_surrogates(text)


def check_escapes(inside: str) -> None:
    """Raise BadEscapeError for the first escape sequence that stands for nothing."""
    for match in ESCAPE.finditer(inside):
        code = match[1]
        known = len(code) > 1 or code in _NAMED or code == "\n"
        if not known or (code[0] == "U" and int(code[1:], 16) > 0x10FFFF):
            raise BadEscapeError(match[0], match.start())


def _unescape(text: str) -> str:
    return ESCAPE.sub(lambda m: _NAMED[m[1]] if len(m[1]) == 1 else chr(int(m[1][1:], 16)), text)


def _join_surrogates(text: str) -> str:
    # JSON writes a character beyond U+FFFF as two escapes.
    if text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    try:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        half = next(char for char in text if "\ud800" <= char <= "\udfff")
        raise BadEscapeError(f"\\u{ord(half):04X}", 0) from None


def _fold(lines: list[str]) -> str:
    """Lines of a quoted scalar as one text: one line break is a space, n + 1 are n."""
    first, *inner, last = lines
    return _joined(
        [first.rstrip(" \t"), *(line.strip(" \t") for line in inner), last.lstrip(" \t")]
    )


def _joined(lines: list[str]) -> str:
    parts = [lines[0]]
    empty = 0
    for line in lines[1:-1]:
        if line:
            parts += ["\n" * empty or " ", line]
            empty = 0
        else:
            empty += 1
    parts += ["\n" * empty or " ", lines[-1]]
    return "".join(parts)


def _fold_escaped(lines: list[str]) -> str:
    """Like `_fold` for double quotes: a backslash ends a line without a space and protects the blank before it."""
    done: list[str] = []
    last = len(lines) - 1
    glued = False
    for at, line in enumerate(lines):
        inner = line.lstrip(" \t") if at else line
        ending, glues = (inner, False) if at == last else _line_end(inner)
        if glued and (inner or at == last):
            done[-1] += _unescape(ending)
        else:
            done.append(_unescape(ending))
        glued = glues
    return _joined(done) if len(done) > 1 else done[0]


def _line_end(line: str) -> tuple[str, bool]:
    bare = line.rstrip(" \t")
    slashes = len(bare) - len(bare.rstrip("\\"))
    if slashes % 2 == 0:
        return bare, False
    return (bare + line[len(bare)], False) if len(bare) < len(line) else (bare[:-1], True)


def block_text(lines: list[str], trailing: int, style: str, chomp: str | None) -> str:
    """The text of a block scalar: `lines` up to the last one with text, then `trailing` empty ones."""
    end = "" if chomp == "-" or not lines else "\n"
    if chomp == "+":
        end += "\n" * trailing
    return ("\n".join(lines) if style == "|" else _folded(lines)) + end


def _folded(lines: list[str]) -> str:
    parts: list[str] = []
    empty = 0
    before = ""
    for line in lines:
        if not line:
            empty += 1
            continue
        if parts:
            more_indented = line[0] in " \t" or before[0] in " \t"
            parts.append("\n" * (empty + 1) if more_indented else "\n" * empty or " ")
        else:
            parts.append("\n" * empty)
        parts.append(line)
        before, empty = line, 0
    return "".join(parts)


def block_lines(
    text: str, at: int, stop: int, least: int, indent: int | None
) -> tuple[list[str], int, int]:
    """The lines of a block scalar without their indentation, that indentation, and the index of the line after them.

    `at` is the end of the line that it begins in, `stop` that of the text. Its first line that is not blank says how far it
    is indented, which is `least` or more, if `indent` does not.
    """
    lines: list[str] = []
    while at < stop and text[at] == "\n":
        end = text.find("\n", at + 1, stop)
        line = text[at + 1 : end if end >= 0 else stop]
        if end < 0 and not line:
            break
        bare = line.lstrip(" ")
        depth = len(line) - len(bare)
        if bare:
            if indent is None and depth >= least:
                indent = depth
            if indent is None or depth < indent:
                break
            if depth == 0 and SEPARATOR.match(text, at + 1):
                break
        lines.append(line[indent:] if indent is not None else "")
        at += 1 + len(line)
    return lines, indent or 0, at + (text[at : at + 1] == "\n")
