"""The bytes of a file as text with `\n` line ends, or the place of the first byte that cannot be text."""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path

from .fault import FaultError
from .span import Span

MAX_BYTES = 50_000_000

# All that YAML 1.2 forbids in a stream (c-printable), lone surrogates included.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

# The same as bytes of UTF-8, which are looked through several times faster.
_CONTROLS = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])
_WIDE_FORBIDDEN = (re.compile(b"\xc2[\x80-\x84\x86-\x9f]"), re.compile(b"\xef\xbf[\xbe\xbf]"))

# What JSON takes as it is and YAML only escaped: DEL and the controls of Latin-1.
_ESCAPABLE = re.compile("[\x7f-\x84\x86-\x9f]")

_WIDE_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


def read_bytes(path: Path, name: str) -> bytes:
    """The content of the regular file `path`; a FaultError for anything else, without opening it."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise FaultError(
                "file-unreadable",
                f"`{name}` is not a file",
                None,
                "give the path of a YAML or JSON file",
            )
        _check_size(status.st_size, name)
        return path.read_bytes()
    except FileNotFoundError:
        raise FaultError(
            "file-not-found", f"`{name}` does not exist", None, "check the path"
        ) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        hint = "give the path of a YAML or JSON file that may be read"
        raise FaultError(
            "file-unreadable", f"`{name}` cannot be read: {reason}", None, hint
        ) from None


def decode(data: str | bytes, name: str) -> str:
    """`data` as text: UTF-8 with or without a byte order mark, line ends unified. A FaultError where it is no such text."""
    _check_size(len(data), name)
    text = data if isinstance(data, str) else _decode_utf8(data, name)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    bad = None if isinstance(data, bytes) and _is_clean(data) else _FORBIDDEN.search(text)
    if bad is not None and text.lstrip()[:1] in ("{", "["):
        # In the texts of JSON they may stand; anywhere else what is put for them is a fault as well.
        text = _ESCAPABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
        bad = _FORBIDDEN.search(text)
    if bad is None:
        return text
    span = _one_character(text, bad.start(), name)
    if bad[0] == "\0":
        raise FaultError(
            "nul-character", f"line {span.line} has a NUL character", span, "remove it"
        )
    point = f"U+{ord(bad[0]):04X}"
    hint = f'remove it, or write it as "\\u{ord(bad[0]):04X}" in a double-quoted string'
    raise FaultError(
        "control-character", f"line {span.line} has the control character {point}", span, hint
    )


def _is_clean(data: bytes) -> bool:
    """Whether UTF-8 has nothing that YAML forbids."""
    has_controls = len(data.translate(None, _CONTROLS)) < len(data)
    return not has_controls and not any(wide.search(data) for wide in _WIDE_FORBIDDEN)


def salvage(data: str | bytes) -> str:
    """What can be shown of a text that `decode` refuses; lines and columns up to the fault are the same."""
    text = data if isinstance(data, str) else data[:MAX_BYTES].decode("utf-8", "replace")
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _check_size(size: int, name: str) -> None:
    if size > MAX_BYTES:
        limit = f"{MAX_BYTES // 1_000_000} MB"
        raise FaultError(
            "file-too-large",
            f"`{name}` is larger than {limit}",
            None,
            "split the document into several files",
        )


def _decode_utf8(data: bytes, name: str) -> str:
    for mark, encoding in _WIDE_MARKS.items():
        if data.startswith(mark):
            raise FaultError(
                "not-utf8", f"the file is {encoding}", Span(name, 1, 1, 1, 1), "save it as UTF-8"
            )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        before = before.replace("\r\n", "\n").replace("\r", "\n")
        span = _one_character(before, len(before), name)
        byte = f"byte 0x{data[error.start]:02X} at offset {error.start}"
        raise FaultError(
            "not-utf8", f"line {span.line} is not UTF-8: {byte}", span, "save the file as UTF-8"
        ) from None


def _one_character(text: str, at: int, name: str) -> Span:
    line = text.count("\n", 0, at) + 1
    col = at - (text.rfind("\n", 0, at) + 1) + 1
    return Span(name, line, col, line, col + 1)
