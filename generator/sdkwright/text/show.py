"""Diagnostics in, one text out: for people, for programs (JSON), or for GitHub's annotations of a pull request.

In all three, text of a spec is escaped so that it stays on its line and cannot drive a terminal.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from .diagnostic import Diagnostic, Severity
from .printable import clipped, printable
from .snippet import snippet
from .sources import Sources
from .span import Span

MAX_SHOWN = 100

_Paint = Callable[[str, str], str]
_COLOURS = {"error": "31;1", "warning": "33;1", "gutter": "34", "bold": "1"}


def as_text(found: Sequence[Diagnostic], sources: Sources, *, colour: bool) -> str:
    """Each diagnostic with its source line, a caret and a hint, and a last line that counts them; empty for none.

    `colour` adds terminal colours.
    """
    if not found:
        return ""
    paint = _coloured if colour else _plain
    shown = _first(found)
    blocks = ["\n".join(_block(one, sources, paint)) for one in shown]
    if len(shown) < len(found):
        blocks.append(f"and {len(found) - len(shown):,} more")
    return "\n\n".join([*blocks, _count(found)]) + "\n"


def as_json(found: Sequence[Diagnostic], sources: Sources) -> str:
    """A JSON object, the same shape in every 1.x version of the tool.

    `errors` and `warnings` count all, `omitted` how many of them `diagnostics` leaves out. Each diagnostic has `code`,
    `severity`, `message`, `hint` (text or null), `place` (`file`, `line`, `col`, `end_line`, `end_col` and `pointer`, or
    null) and `related`, a list of `label` and `place`. Lines and columns count from 1; the end is exclusive.
    """
    shown = _first(found)
    errors = sum(one.severity is Severity.ERROR for one in found)
    whole = {
        "errors": errors,
        "warnings": len(found) - errors,
        "omitted": len(found) - len(shown),
        "diagnostics": [_entry(one, sources) for one in shown],
    }
    return json.dumps(whole, indent=2) + "\n"


def as_github(found: Sequence[Diagnostic], sources: Sources) -> str:
    """One workflow command a diagnostic (`::error file=…::message`), which GitHub shows beside the line of the diff."""
    shown = _first(found)
    lines = [_command(one, sources) for one in shown]
    if len(shown) < len(found):
        lines.append(f"::notice::and {len(found) - len(shown):,} more")
    return "".join(f"{line}\n" for line in lines)


def _first(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The first ones up to the limit, errors before warnings, in their order."""
    if len(found) <= MAX_SHOWN:
        return list(found)
    by_weight = sorted(range(len(found)), key=lambda at: found[at].severity is not Severity.ERROR)
    return [found[at] for at in sorted(by_weight[:MAX_SHOWN])]


def _count(found: Sequence[Diagnostic]) -> str:
    errors = sum(one.severity is Severity.ERROR for one in found)
    counts = ((errors, "error"), (len(found) - errors, "warning"))
    return ", ".join(f"{n:,} {name}{'' if n == 1 else 's'}" for n, name in counts if n)


def _block(one: Diagnostic, sources: Sources, paint: _Paint) -> Iterator[str]:
    severity = one.severity.value
    title = paint(f"{severity}[{one.code}]", severity)
    place = f"{printable(str(one.span))}: " if one.span else ""
    yield f"{place}{title}: {paint(clipped(one.message), 'bold')}"
    places = [span for span in (one.span, *(span for span, _ in one.related)) if span]
    gutter = " " * max((len(str(span.line)) for span in places), default=1)
    if one.span:
        yield from _source(one.span, sources, gutter, severity, paint)
        pointer = sources.pointer(one.span)
        if pointer:
            yield f"{gutter} {paint('=', 'gutter')} at: #{clipped(pointer)}"
    for span, label in one.related:
        yield f"{gutter} {paint('=', 'gutter')} {clipped(label)}: {printable(str(span))}"
        yield from _source(span, sources, gutter, "gutter", paint)
    if one.hint:
        yield f"{gutter} {paint('=', 'gutter')} hint: {clipped(one.hint)}"


def _source(span: Span, sources: Sources, gutter: str, colour: str, paint: _Paint) -> Iterator[str]:
    line = sources.line(span.file, span.line)
    if line is None:
        return
    piece = snippet(line, span)
    number = paint(f"{span.line:>{len(gutter)}} |", "gutter")
    bar = paint(f"{gutter} |", "gutter")
    yield bar
    yield f"{number} {piece.line}".rstrip()
    yield f"{bar} {piece.indent}{paint(piece.carets, colour)}"


def _plain(text: str, _colour: str) -> str:
    return text


def _coloured(text: str, colour: str) -> str:
    return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m"


def _entry(one: Diagnostic, sources: Sources) -> dict[str, object]:
    return {
        "code": one.code,
        "severity": one.severity.value,
        "message": clipped(one.message),
        "hint": clipped(one.hint) if one.hint else None,
        "place": _place(one.span, sources) if one.span else None,
        "related": [
            {"label": clipped(label), "place": _place(span, sources)} for span, label in one.related
        ],
    }


def _place(span: Span, sources: Sources) -> dict[str, object]:
    pointer = sources.pointer(span)
    return {
        "file": printable(span.file),
        "line": span.line,
        "col": span.col,
        "end_line": span.end_line,
        "end_col": span.end_col,
        "pointer": None if pointer is None else clipped(f"#{pointer}"),
    }


def _command(one: Diagnostic, sources: Sources) -> str:
    properties: dict[str, str | int] = {}
    if one.span:
        properties = {"file": printable(one.span.file), "line": one.span.line, "col": one.span.col}
        if one.span.end_line == one.span.line:
            # GitHub counts the last column in.
            properties["endColumn"] = max(one.span.col, one.span.end_col - 1)
    properties["title"] = one.code
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = "\n".join(_sentences(one, sources))
    return f"::{one.severity.value} {listed}::{_data(text)}"


def _sentences(one: Diagnostic, sources: Sources) -> Iterator[str]:
    yield clipped(one.message)
    pointer = sources.pointer(one.span) if one.span else None
    if pointer:
        yield f"at: #{clipped(pointer)}"
    for span, label in one.related:
        yield f"{clipped(label)}: {printable(str(span))}"
    if one.hint:
        yield f"hint: {clipped(one.hint)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
