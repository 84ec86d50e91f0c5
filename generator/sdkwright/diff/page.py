"""A review as one HTML page that needs nothing else: no network, no other file. Every text of a specification is escaped."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from ..render.environment import templates_folder
from ..rules.breaking.verdict import Bump, Python, Wire
from ..text.printable import clipped
from .cards import PYTHON, WIRE, badge, card, diff_line, plate, rich, text
from .markdown import HEADLINES
from .model import Comparison
from .plates import plates_of
from .review import Entry, Group, Review, named, spot
from .show import place
from .versions import due

_ROOM = 560_000
_PLATES = 200_000
_CODE = 120_000
_ROWS = 20
_SPOTS = 3
_PARTS = 100
_OPEN = 30
"""How many harmful changes are unfolded; more are too many to read in a row."""


def as_page(review: Review) -> str:
    """The page, below a megabyte: beyond its share a part says how much more there is."""
    style, script = (
        (templates_folder() / "review" / name).read_text("utf-8")
        for name in ("page.css", "page.js")
    )
    lines = [
        *_head(review, style, script),
        *_top(review),
        *_bar(review.comparison),
        *_overview(review),
        '<div class="page">',
        *_contents(review),
        '<main id="changes">',
        *_groups(review),
        *_calls(review.comparison),
        *_examples(review.comparison),
        *_plates(review.comparison),
        *_code(review.code),
        "</main></div>",
        *_foot(),
        f"<script>{script}</script></body></html>",
    ]
    return "\n".join(lines) + "\n"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _head(review: Review, style: str, script: str) -> Iterator[str]:
    # Only these two texts may run or style: what else gets in is inert, and nothing is ever requested.
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    yield '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">'
    yield f"<title>{HEADLINES[review.comparison.bump]}</title><style>{style}</style></head><body>"


def _top(review: Review) -> Iterator[str]:
    comparison = review.comparison
    yield '<header class="top"><a class="skip" href="#changes">To the changes</a>'
    sides = f"<code>{text(comparison.old)}</code> → <code>{text(comparison.new)}</code>"
    yield f'<p class="eyebrow">Specification review: {sides}</p>'
    tone = {Bump.MAJOR: "red", Bump.MINOR: "blue"}.get(comparison.bump, "green")
    yield f'<h1 class="{tone}">{HEADLINES[comparison.bump]}</h1>'
    yield '<dl class="sums">'
    wire, python = comparison.counts()
    yield _sum(
        "On the wire", [f'<b class="{WIRE[w]}">{n:,}</b> {w.value}' for w, n in wire.items()]
    )
    yield _sum(
        "In Python", [f'<b class="{PYTHON[p]}">{n:,}</b> {p.value}' for p, n in python.items()]
    )
    yield _sum("Version", [f"{text(line)}" for line in due(comparison)])
    yield _sum("Where changed statements come from", list(_statuses(review)))
    if comparison.usage is not None:
        yield _sum("In your code", [f"<b>{len(comparison.usage):,}</b> places are hit"])
    if comparison.examples is not None:
        broken = len(comparison.examples)
        yield _sum(
            "Examples",
            [f"<b>{broken:,}</b> no longer round-trip" if broken else "all round-trip as before"],
        )
    yield "</dl>"
    for api in comparison.apis:
        for why in (api.unjudged, api.wire_unjudged):
            if why is not None:
                yield f'<p class="note">Not judged: {text(api.name)}: {text(why)}</p>'
    for fault in comparison.faults:
        where = "" if fault.span is None else f"{place(fault.span)}: "
        told = f"{where}{fault.severity.value} {fault.code}: {fault.message}"
        yield f'<p class="note">{text(told)}</p>'
    yield "</header>"


def _sum(title: str, values: list[str]) -> str:
    return f"<div><dt>{title}</dt><dd>{' · '.join(values) or 'nothing'}</dd></div>"


def _statuses(review: Review) -> Iterator[str]:
    counts: dict[str, int] = {}
    for entry in review.entries:
        if entry.source is not None:
            status = entry.source.partition(":")[0].partition(" (")[0]
            counts[status] = counts.get(status, 0) + 1
    yield from (f"<b>{n:,}</b> {text(status)}" for status, n in counts.items())
    if not counts:
        yield "not said (no x-source)"


def _bar(comparison: Comparison) -> Iterator[str]:
    wire = dict.fromkeys(change.wire for change in comparison.changes)
    python = dict.fromkeys(change.python for change in comparison.changes)
    yield '<div class="bar"><form role="search" aria-label="Changes">'
    yield '<input type="search" id="search" placeholder="Search ( / )" aria-label="Search the changes" autocomplete="off">'
    yield from _chips("wire", "Wire", [one.value for one in Wire if one in wire])
    yield from _chips("python", "Python", [one.value for one in Python if one in python])
    yield '<span id="count" role="status"></span></form></div>'


def _chips(name: str, title: str, values: list[str]) -> Iterator[str]:
    yield f'<fieldset class="chips"><legend>{title}</legend>'
    for value in values:
        yield (
            f'<button type="button" aria-pressed="true" data-verdict="{name} {value}">'
            f"{value}</button>"
        )
    yield "</fieldset>"


def _overview(review: Review) -> Iterator[str]:
    rows = review.overview
    yield '<section class="overview" aria-labelledby="breaks"><h2 id="breaks">What breaks, or may</h2>'
    if not rows:
        yield '<p class="soft">Nothing: programs that run now go on, and their code with them.</p></section>'
        return
    heads = "".join(
        f'<th scope="col">{one}</th>' for one in ("Wire", "Python", "What", "To do", "Source")
    )
    yield f'<div class="scroll" tabindex="0" role="region" aria-label="What breaks"><table><thead><tr>{heads}</tr></thead><tbody>'
    groups = {one.change.fingerprint: group for group in review.groups for one in group.entries}
    yield from (_row(alike, groups, review.comparison) for alike in rows[:_ROWS])
    yield "</tbody></table>"
    left = sum(map(len, rows[_ROWS:]))
    if left:
        yield f'<p class="more">and {left:,} more below</p>'
    yield "</div></section>"


def _row(alike: Sequence[Entry], groups: Mapping[str, Group], comparison: Comparison) -> str:
    one, change = alike[0], alike[0].change
    spots = [_spot(each, groups[each.change.fingerprint], comparison) for each in alike[:_SPOTS]]
    told = rich(change.message)
    if len(alike) == 1:
        told = f"{spots[0]}: {told}"
    else:
        more = f" and {len(alike) - _SPOTS:,} more" if len(alike) > _SPOTS else ""
        told = f"{told} in {len(alike):,} places: {', '.join(spots)}{more}"
    todo = "; ".join(one.migrations[:2])
    approved = ' <span class="badge green">approved</span>' if one.approval else ""
    source = clipped(one.source) if one.source else "not said"
    cells = (
        badge(change.wire.value, WIRE[change.wire]),
        badge(change.python.value, PYTHON[change.python]),
        told + approved,
        rich(todo) or '<span class="soft">nothing in code</span>',
        f'<span class="soft">{text(source)}</span>',
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _spot(one: Entry, group: Group, comparison: Comparison) -> str:
    where = spot(one.change, group.title)
    title = f'<span class="where">{text(clipped(named(group, comparison.apis)))}</span>'
    told = f"{title}: {text(clipped(where))}" if where else title
    return f'<a href="#{one.change.fingerprint}">{told}</a>'


def _contents(review: Review) -> Iterator[str]:
    yield '<nav aria-label="Parts"><h2>Parts</h2><ul>'
    for at, group in enumerate(review.groups[:_PARTS]):
        tone = "red" if group.harmful else "soft"
        yield (
            f'<li><a href="#g{at}"><span class="{tone}">{text(clipped(named(group, review.comparison.apis)))}</span>'
            f'<span class="n">{len(group.entries)}</span></a></li>'
        )
    if len(review.groups) > _PARTS:
        yield f'<li class="soft">and {len(review.groups) - _PARTS:,} more</li>'
    yield "</ul></nav>"


def _groups(review: Review) -> Iterator[str]:
    room = _ROOM
    left = 0
    opened = 0
    for at, group in enumerate(review.groups):
        cards: list[str] = []
        for entry in group.entries:
            is_open = entry.change.is_harmful and opened < _OPEN
            shown = "\n".join(card(entry, review.comparison, is_open)) if room > 0 else ""
            room -= _size(shown)
            if room <= 0:
                left += 1
                continue
            opened += is_open
            cards.append(shown)
        if cards:
            yield from _group(at, group, cards, review.comparison)
    if left:
        yield f"<p class=soft>and {left:,} more changes: see <code>sdkwright diff -f json</code></p>"


def _group(at: int, group: Group, cards: list[str], comparison: Comparison) -> Iterator[str]:
    yield f'<section class="part" id="g{at}" data-group><h2>{text(clipped(named(group, comparison.apis)))}</h2>'
    yield from cards
    yield "</section>"


def _calls(comparison: Comparison) -> Iterator[str]:
    items = (
        f"<li><code>{text(place(hit.span))}</code> <code>{text(clipped(hit.line.strip()))}</code>"
        f" <span class=soft>→ {rich(hit.change.migration or hit.change.message)}</span></li>"
        for hit in sorted(comparison.usage or (), key=lambda hit: hit.span)
    )
    yield from _list("calls", "In your code", items)


def _examples(comparison: Comparison) -> Iterator[str]:
    items = (
        f"<li>{rich(one.message)}"
        + (
            f" <code class=soft>{text(place(comparison.place(one.span)))}</code>"
            if one.span
            else ""
        )
        + "</li>"
        for one in comparison.examples or ()
    )
    yield from _list("examples", "Examples that no longer round-trip", items)


def _list(id_: str, title: str, items: Iterable[str]) -> Iterator[str]:
    listed = list(items)
    if listed:
        yield f'<section class="part" id="{id_}"><h2>{title}</h2><ul class="list">'
        yield from listed[:200]
        if len(listed) > 200:
            yield f"<li class=soft>and {len(listed) - 200:,} more</li>"
        yield "</ul></section>"


def _plates(comparison: Comparison) -> Iterator[str]:
    every = [one for api in comparison.apis for one in plates_of(api, comparison)]
    kept, left = _fitting(every, plate, _PLATES)
    if kept:
        yield '<section class="part" id="beside"><h2>The specification beside the Python that it becomes</h2>'
        yield from kept
        if left:
            yield f"<p class=soft>and {left:,} more</p>"
        yield "</section>"


_Thing = TypeVar("_Thing")


def _fitting(
    things: Sequence[_Thing], shown: Callable[[_Thing], str], room: int
) -> tuple[list[str], int]:
    """As many things as fit, and how many do not."""
    kept: list[str] = []
    for one in things:
        text_ = shown(one)
        room -= _size(text_)
        if room < 0:
            break
        kept.append(text_)
    return kept, len(things) - len(kept)


def _size(shown: str) -> int:
    return len(shown.encode("utf-8", "replace"))


def _code(lines: Sequence[str]) -> Iterator[str]:
    if not lines:
        return
    kept, left = _fitting(lines, diff_line, _CODE)
    yield '<section class="part" id="code"><h2>The generated code</h2><details class="plate">'
    yield f'<summary class="fold">{len(lines):,} lines of difference</summary><div class="code" tabindex="0">'
    yield "".join(kept)
    yield "</div></details>"
    if left:
        yield f"<p class=soft>and {left:,} more lines</p>"
    yield "</section>"


def _foot() -> Iterator[str]:
    yield (
        "<footer><p><kbd>/</kbd> search · <kbd>j</kbd> <kbd>k</kbd> next and previous change · "
        "<kbd>Enter</kbd> unfold · a change's number is its permanent link. Made by sdkwright.</p></footer>"
    )
