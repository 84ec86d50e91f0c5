"""A process that lays out Python: JSON lines with source text in, JSON lines with the laid out text or the fault out.

It is started as a script, by path and isolated, so that neither the program that called us (which may lack a `__main__`
guard) nor the current folder is imported, and so that a formatter that hangs or crashes can be killed.
"""

from __future__ import annotations

import json
import sys
import warnings
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from black.mode import Mode

LINE_LENGTH = 100
TARGET = "PY311"


class Answer(TypedDict):
    """What became of one text: `text` is laid out where `code` is empty; else `code` and `reason` say what is wrong."""

    code: str
    reason: str
    text: str


def lay_out(text: str) -> Answer:
    """`text` as black lays it out, checked to compile."""
    try:
        laid_out = _blackened(text)
    # Whatever black raises is told as a diagnostic and never shown as a traceback.
    except Exception as fault:
        return Answer(code="format-failed", reason=_reason(fault), text="")
    return gate(laid_out)


def gate(text: str) -> Answer:
    """`text` itself where it compiles without a warning."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compile(text, "<generated>", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError, Warning) as fault:
        return Answer(code="does-not-compile", reason=_reason(fault), text="")
    return Answer(code="", reason="", text=text)


def _blackened(text: str) -> str:
    import black

    return black.format_str(text, mode=_mode())


@cache
def _mode() -> Mode:
    # Everything is said here: no configuration file of the place where we run is looked for.
    from black.mode import Mode, TargetVersion

    return Mode(
        target_versions={TargetVersion[TARGET]},
        line_length=LINE_LENGTH,
        magic_trailing_comma=True,
        string_normalization=True,
        preview=False,
    )


def _reason(fault: BaseException) -> str:
    said = str(fault).strip().splitlines() or [type(fault).__name__]
    return said[0][:300]


def main() -> None:
    """Answer every line of standard input; the first line is the path that modules are to be found on."""
    sys.path[:] = json.loads(sys.stdin.buffer.readline())
    with suppress(ImportError):  # which is told for each text
        import_module("black")  # while whoever started us is still making the first text
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(json.dumps(lay_out(json.loads(line))).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
