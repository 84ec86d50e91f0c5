"""The pieces of the review's page: badges, lines of code, a change, a class beside its specification."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from ..rules.breaking.verdict import Python, Wire
from ..text.printable import clipped, printable
from .lines import Line, Piece, words
from .model import Comparison, Hit
from .plates import Plate, Row
from .review import Entry, SymbolView
from .show import place, proof

WIRE: Mapping[Wire, str] = {
    Wire.BREAKING: "red",
    Wire.WARNING: "amber",
    Wire.COMPATIBLE: "green",
    Wire.NONE: "soft",
}
PYTHON: Mapping[Python, str] = {
    Python.SOURCE: "red",
    Python.TYPING: "red",
    Python.BEHAVIOUR: "amber",
    Python.UPGRADE: "amber",
    Python.DEPRECATION: "blue",
    Python.ADDITION: "green",
    Python.NONE: "soft",
}
"""The tone of each verdict; the word stands beside it always."""

_SIGNS = {"-": ("gone", "−"), "+": ("came", "+"), " ": ("", " "), "…": ("left", " ")}


def badge(word: str, tone: str, before: str = "") -> str:
    """A verdict."""
    return f'<span class="badge {tone}">{before}{word}</span>'


def card(entry: Entry, comparison: Comparison, is_open: bool) -> Iterator[str]:
    """One change, folded but for its first line where it is not `is_open`."""
    change = entry.change
    yield f'<article id="{change.fingerprint}" data-wire="{change.wire.value}" data-python="{change.python.value}">'
    yield f"<details{' open' if is_open else ''}><summary class=\"fold\"><span class=\"badges\">"
    yield badge(change.wire.value, WIRE[change.wire], "wire ")
    yield badge(change.python.value, PYTHON[change.python], "Python ")
    yield f'</span><span class="told">{_told(entry)}</span></summary><div class="body">'
    yield from _facts(entry)
    yield from _panes(entry, comparison)
    yield from _todo(entry, comparison)
    yield "</div></details></article>"


def _told(entry: Entry) -> str:
    where = f"<b>{text(clipped(entry.change.where))}</b>: " if entry.change.where else ""
    return where + rich(entry.change.message)


def _facts(entry: Entry) -> Iterator[str]:
    change = entry.change
    yield f'<p class="facts"><a class="mono" href="#{change.fingerprint}">#{change.fingerprint}</a>'
    yield f'<span class="mono">{text(change.rule)}</span>'
    if entry.source is not None:
        yield f"<span>source: {text(entry.source)}</span>"
    if entry.source_before is not None:
        yield f"<span>before: {text(entry.source_before)}</span>"
    if len(change.operations) > 1:
        shown = ", ".join(clipped(one) for one in change.operations[:6])
        more = f" and {len(change.operations) - 6:,} more" if len(change.operations) > 6 else ""
        yield f"<span>met in {text(shown)}{more}</span>"
    yield "</p>"


def _panes(entry: Entry, comparison: Comparison) -> Iterator[str]:
    panes: list[str] = []
    if entry.spec:
        title = text(entry.place or "The specification")
        panes.append(f'<div class="pane"><h3>{title}</h3>{numbered(entry.spec)}</div>')
    python = "".join(_symbol(view, comparison) for view in entry.symbols if view.lines)
    if python:
        panes.append(f"<div>{python}</div>")
    if panes:
        yield f'<div class="pair">{"".join(panes)}</div>'


def _symbol(view: SymbolView, comparison: Comparison) -> str:
    rules = ", ".join(dict.fromkeys(one.rule for one in view.effects))
    title = f"{text(clipped(view.symbol))} · {text(rules)}"
    return f'<div class="pane"><h3>{title}</h3>{numbered(view.lines, numbers=False)}</div>'


def _todo(entry: Entry, comparison: Comparison) -> Iterator[str]:
    items = [rich(one) for one in entry.migrations]
    items += [_hit(hit) for hit in entry.hits[:20]]
    if len(entry.hits) > 20:
        items.append(f"and {len(entry.hits) - 20:,} more places of your code")
    if comparison.witnesses is not None:
        harmful = (one for one in entry.change.effects if not one.is_harmless)
        items += [rich(proof(comparison.witnesses.get(one))) for one in harmful]
    if items:
        yield f'<ul class="todo">{"".join(f"<li>{item}</li>" for item in dict.fromkeys(items))}</ul>'
    if entry.approval is not None:
        until = f" until {entry.approval.expires}" if entry.approval.expires else ""
        told = f"Approved by {text(entry.approval.who)}{until}: {text(entry.approval.reason)}"
        yield f'<p class="approved">{told}</p>'


def _hit(hit: Hit) -> str:
    return f"<code>{text(place(hit.span))}</code>: <code>{text(clipped(hit.line.strip()))}</code>"


def numbered(lines: Sequence[Line], *, numbers: bool = True) -> str:
    """Lines of code with their signs; two that replace each other show word by word what differs."""
    shown: list[str] = []
    pairs = dict(_pairs(lines))
    for at, line in enumerate(lines):
        pieces = pairs.get(at, ((line.text, False),))
        number = line.new if line.new is not None else line.old
        shown.append(_line(line.sign, pieces, number if numbers else None, numbers))
    return f'<div class="code" tabindex="0" role="group" aria-label="Difference">{"".join(shown)}</div>'


def _pairs(lines: Sequence[Line]) -> Iterator[tuple[int, tuple[Piece, ...]]]:
    """The pieces of lines that stand in for each other: the first that went for the first that came, and so on."""
    at = 0
    while at < len(lines):
        gone = at
        while gone < len(lines) and lines[gone].sign == "-":
            gone += 1
        came = gone
        while came < len(lines) and lines[came].sign == "+":
            came += 1
        for step in range(min(gone - at, came - gone)):
            before, after = words(lines[at + step].text, lines[gone + step].text)
            yield at + step, before
            yield gone + step, after
        at = max(came, at + 1)


def _line(sign: str, pieces: Sequence[Piece], number: int | None, numbers: bool) -> str:
    kind, mark = _SIGNS[sign]
    shown = "".join(
        f"<mark>{text(one)}</mark>" if differs else text(one) for one, differs in pieces
    )
    named = f' class="{kind}"' if kind else ""
    count = f"<i>{'' if number is None else number}</i>" if numbers else ""
    return f"<span{named}>{count}<s>{mark}</s><code>{shown}</code></span>"


def diff_line(line: str) -> str:
    """A line of `diff -u`."""
    sign = line[:1] if line[:1] in "+-" and not line.startswith(("+++", "---")) else " "
    return _line(sign, ((line[1:] if sign != " " else line, False),), None, False)


def plate(one: Plate) -> str:
    """A class or method beside its specification, row by row."""
    rows = "".join(_row(row) for row in one.rows)
    head = '<div class="row head"><div>Specification</div><div>Python</div></div>'
    title = f'<code>{text(one.symbol)}</code> <span class="soft">{text(one.place)}</span>'
    return f'<details class="plate"><summary class="fold">{title}</summary>{head}{rows}</details>'


def _row(row: Row) -> str:
    sides = (
        numbered(row.spec) if row.spec else "",
        numbered(row.python, numbers=False) if row.python else "",
    )
    return f'<div class="row"><div>{sides[0]}</div><div>{sides[1]}</div></div>'


def text(value: str) -> str:
    """A text of a specification as text of the page."""
    return escape(printable(value), quote=True)


def rich(value: str) -> str:
    """A message, what stands in backticks as code."""
    parts = text(clipped(value)).split("`")
    if len(parts) % 2 == 0:
        # A text of the specification has a backtick of its own.
        return "`".join(parts)
    return "".join(f"<code>{one}</code>" if at % 2 else one for at, one in enumerate(parts))
