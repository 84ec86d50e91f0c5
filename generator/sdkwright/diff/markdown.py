"""A review as one Markdown comment of a pull request: never longer than such a comment may be.

Texts of a specification stand in code spans and fenced blocks only, from which nothing gets out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from ..rules.breaking.verdict import Bump, Python, Wire
from ..text.diagnostic import Diagnostic, Severity
from ..text.printable import clipped, printable
from .lines import Line
from .model import Change, Comparison, Hit
from .review import Entry, Group, Review, SymbolView, named, short, spot
from .show import place, proof
from .versions import due

LIMIT = 60_000
"""GitHub takes 65,536 characters."""

MARK = "<!-- sdkwright review -->"
"""The first line, by which a comment is found again and replaced."""

_SHARES = {"table": 12_000, "parts": 24_000, "calls": 5_000, "examples": 3_000, "new": 6_000}
"""How much of the comment each part may take; what is left is for the difference of the code, or for changes where it does not fit."""

_ROWS = 30
_SPOTS = 3
_MARGIN = 400
"""What headings and blank lines take."""
_FAULTS = 5
_SIGNS = {"-": "-", "+": "+", " ": " ", "…": " "}

HEADLINES = {
    Bump.MAJOR: "Callers break: a major version",
    Bump.MINOR: "Callers go on: a minor version",
    Bump.PATCH: "Nothing changes for callers: a patch version",
    Bump.NONE: "Nothing has changed",
}


def as_markdown(review: Review) -> str:
    """The whole review; parts that are too long end with how much more there is."""
    comparison = review.comparison
    before = ["\n".join(_head(review)), _overview(review)]
    after = [
        _part("In your code", map(_call, comparison.usage or ()), _SHARES["calls"]),
        _part("Examples that no longer round-trip", _examples(comparison), _SHARES["examples"]),
        _folded("Harmless", _harmless(review), _SHARES["new"]),
    ]
    room = LIMIT - sum(map(len, (*before, *after))) - _MARGIN
    code = _code(review.code, room - _SHARES["parts"])
    changes = _part("The changes", _groups(review), room - len(code))
    return "\n\n".join(part for part in (*before, changes, *after, code) if part) + "\n"


def _head(review: Review) -> Iterator[str]:
    comparison = review.comparison
    yield MARK
    yield f"## {HEADLINES[comparison.bump]}"
    yield ""
    yield f"{span(comparison.old)} → {span(comparison.new)}, version {', '.join(map(span, due(comparison)))}"
    wire, python = comparison.counts()
    told = [f"on the wire {_counted({w.value: n for w, n in wire.items()})}"] if wire else []
    told += [f"in Python {_counted({p.value: n for p, n in python.items()})}"] if python else []
    if comparison.usage is not None:
        told.append(f"in your code **{len(comparison.usage):,}** places are hit")
    if comparison.examples:
        told.append(f"**{len(comparison.examples):,}** examples no longer round-trip")
    if told:
        yield f"\n{'; '.join(told)}."
    for api in comparison.apis:
        for why in (api.unjudged, api.wire_unjudged):
            if why is not None:
                yield f"\nNot judged: {span(f'{api.name}: {why}')}"
    errors = [one for one in comparison.faults if one.severity is Severity.ERROR]
    if errors:
        yield f"\n**{len(errors):,}** errors make the verdicts uncertain; correct them first:"
        yield ""
        yield from (f"- {_fault(one)}" for one in errors[:_FAULTS])
        if len(errors) > _FAULTS:
            yield f"- and {len(errors) - _FAULTS:,} more"


def _fault(one: Diagnostic) -> str:
    where = "" if one.span is None else f" {span(place(one.span))}"
    return f"{span(one.code)}{where}: {span(clipped(one.message))}"


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"**{n:,}** {word}" for word, n in counts.items())


def _overview(review: Review) -> str:
    """One line for each change that breaks anybody, or may."""
    rows = review.overview
    if not rows:
        return ""
    groups = {one.change.fingerprint: group for group in review.groups for one in group.entries}
    lines = ["| | wire | Python | what | to do |", "|---|---|---|---|---|"]
    room = _SHARES["table"]
    for alike in rows[:_ROWS]:
        row = _row(alike, groups, review.comparison)
        room -= len(row)
        if room < 0:
            break
        lines.append(row)
    left = sum(map(len, rows[len(lines) - 2 :]))
    if left:
        lines.append(
            f"\n… and {left:,} more that break something: see the page, or `sdkwright diff -f json`"
        )
    return "\n".join(lines)


def _row(alike: Sequence[Entry], groups: Mapping[str, Group], comparison: Comparison) -> str:
    change = alike[0].change
    todo = "; ".join(cell(clipped(m)) for m in alike[0].migrations[:2]) or "nothing in code"
    approved = " (approved)" if alike[0].approval is not None else ""
    if len(alike) == 1:
        group = groups[change.fingerprint]
        title = cell(clipped(named(group, comparison.apis)))
        told = f"{title}: {cell(clipped(short(change, group.title)))}"
    else:
        spots = (_spot(one, groups[one.change.fingerprint], comparison) for one in alike[:_SPOTS])
        more = f" and {len(alike) - _SPOTS:,} more" if len(alike) > _SPOTS else ""
        told = f"{cell(clipped(change.message))} in {len(alike):,} places: {', '.join(spots)}{more}"
    verdicts = f"{_mark(change)} | {change.wire.value} | {change.python.value}"
    return f"| {verdicts} | {told}{approved} | {todo} |"


def _spot(one: Entry, group: Group, comparison: Comparison) -> str:
    """Where a change is, as a table has it."""
    parts = (named(group, comparison.apis), spot(one.change, group.title))
    return cell(": ".join(clipped(part) for part in parts if part))


def _mark(one: Change) -> str:
    bad = one.wire is Wire.BREAKING or one.python in (Python.SOURCE, Python.TYPING)
    return "❌" if bad else "⚠️"


def _groups(review: Review) -> Iterator[str]:
    for group in review.groups:
        harmful = [one for one in group.entries if one.change.is_harmful]
        title = f"#### {span(clipped(named(group, review.comparison.apis)))}\n"
        told: set[object] = set()
        for entry in harmful:
            yield title + "\n".join(_entry(entry, group, review.comparison, told))
            told |= {entry.said, *(view.lines for view in entry.symbols)}
            title = ""


def _entry(entry: Entry, group: Group, comparison: Comparison, told: Set[object]) -> Iterator[str]:
    """A change with its Python before and after, else with the lines of the specification; what was told above is not shown again."""
    change = entry.change
    yield f"- {_mark(change)} **{change.wire.value} · {change.python.value}** {span(clipped(short(change, group.title)))}  "
    facts = [f"`{change.rule}`", *([span(entry.place)] if entry.place else [])]
    facts += [f"source: {span(entry.source)}"] if entry.source is not None else []
    facts += [f"before: {span(entry.source_before)}"] if entry.source_before is not None else []
    others = [one for one in change.operations if one != group.title]
    if others:
        more = f" and {len(others) - 3:,} more" if len(others) > 3 else ""
        facts.append(f"met in {', '.join(span(clipped(one)) for one in others[:3])}{more}")
    yield f"  {' · '.join([*facts, f'`{change.fingerprint}`'])}"
    if entry.approval is not None:
        yield f"  Approved by {span(entry.approval.who)}: {span(entry.approval.reason)}"
    for view in entry.symbols:
        if view.lines not in told:
            yield from _symbol(view)
    if entry.spec and entry.said not in told and not any(v.lines for v in entry.symbols):
        yield block([_signed(line) for line in entry.spec], "diff")
    yield from (f"→ {span(one)}  " for one in entry.migrations)
    if comparison.witnesses is not None:
        harmful = (one for one in change.effects if not one.is_harmless)
        proofs = (proof(comparison.witnesses.get(one)) for one in harmful)
        yield from (f"→ {span(one)}  " for one in dict.fromkeys(proofs))
    yield ""


def _symbol(view: SymbolView) -> Iterator[str]:
    if view.lines:
        yield block([_signed(line) for line in view.lines], "diff")


def _signed(line: Line) -> str:
    return f"{_SIGNS[line.sign]} {printable(line.text)}"


def _part(title: str, blocks: Iterable[str], share: int) -> str:
    """A heading and as many blocks as its share takes."""
    kept, left = _fitting(blocks, share)
    if left:
        kept.append(f"\n… and {left:,} more: see the page, or `sdkwright diff -f json`")
    return "\n".join([f"### {title}", "", *kept]) if kept else ""


def _folded(title: str, blocks: Iterable[str], share: int) -> str:
    kept, left = _fitting(blocks, share)
    if left:
        kept.append(f"\n… and {left:,} more")
    if not kept:
        return ""
    count = len(kept) - bool(left) + left
    inner = "\n".join(kept)
    return f"<details><summary>{title}: {count:,}</summary>\n\n{inner}\n\n</details>"


def _fitting(blocks: Iterable[str], share: int) -> tuple[list[str], int]:
    kept: list[str] = []
    left = 0
    for one in blocks:
        if share - len(one) < 0:
            left += 1
            continue
        share -= len(one) + 1
        kept.append(one)
    return kept, left


def _call(hit: Hit) -> str:
    todo = hit.change.migration or hit.change.message
    return f"- {span(place(hit.span))}: {span(clipped(hit.line.strip()))} → {span(clipped(todo))}"


def _examples(comparison: Comparison) -> Iterator[str]:
    for one in comparison.examples or ():
        where = f" {span(place(comparison.place(one.span)))}" if one.span is not None else ""
        yield f"- {span(clipped(one.message))}{where}"


def _harmless(review: Review) -> Iterator[str]:
    for group in review.groups:
        for entry in group.entries:
            change = entry.change
            if not change.is_harmful:
                shown = next((e.after for e in change.effects if e.after), None)
                told = f"- {span(clipped(named(group, review.comparison.apis)))}: {span(clipped(short(change, group.title)))}"
                yield f"{told}  \n  {span(clipped(shown))}" if shown else told


def _code(lines: Sequence[str], room: int) -> str:
    """The difference of the generated code, folded; left out where it does not fit."""
    if not lines:
        return ""
    text = block([printable(line) for line in lines], "diff")
    if len(text) > room:
        count = sum(line[:1] in "+-" for line in lines)
        return f"The generated code differs in {count:,} lines, more than fit here."
    return f"<details><summary>The generated code</summary>\n\n{text}\n\n</details>"


def span(text: str) -> str:
    """A text as a code span, in which it means nothing to Markdown, HTML or GitHub."""
    return f"`{printable(text).replace('`', chr(39)) or ' '}`"


def cell(text: str) -> str:
    """A code span in a table, where a bar would end the cell (GFM, tables)."""
    return span(text).replace("|", "\\|")


def block(lines: Sequence[str], language: str) -> str:
    """Lines as a fenced block, whose fence is longer than any inside."""
    fence = "```"
    while any(fence in line for line in lines):
        fence += "`"
    return "\n".join([f"{fence}{language}", *lines, fence])
