"""A comparison as one Markdown comment of a pull request: never longer than such a comment may be.

Texts of a specification stand in code spans and fenced blocks only, from which nothing gets out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import unified_diff

from ..rules.breaking.verdict import Bump, Python, PythonChange, Wire
from ..text.printable import clipped, printable
from .approvals import Approval
from .model import ApiDiff, Change, Comparison
from .show import place, proof, sentence

LIMIT = 60_000
"""GitHub takes 65,536 characters."""

MARK = "<!-- sdkwright review -->"
"""The first line, by which a comment is found again and replaced."""

_SHARES = {"changes": 20_000, "signatures": 16_000, "calls": 8_000, "additions": 6_000}
"""How much of the comment each part may take; what is left is for the difference of the code."""

_HEADLINES = {
    Bump.MAJOR: "Callers break: a major version",
    Bump.MINOR: "Callers go on: a minor version",
    Bump.PATCH: "Nothing changes for callers: a patch version",
    Bump.NONE: "Nothing has changed",
}


def as_markdown(comparison: Comparison, approvals: Mapping[str, Approval]) -> str:
    """The whole review; parts that are too long end with how much more there is."""
    parts = [
        "\n".join(_head(comparison)),
        _part("What changes", _changes(comparison, approvals), _SHARES["changes"]),
        _part("In Python", _signatures(comparison), _SHARES["signatures"]),
        _part("In your code", _calls(comparison), _SHARES["calls"]),
        _part("New", _additions(comparison), _SHARES["additions"]),
    ]
    text = "\n\n".join(part for part in parts if part) + "\n"
    rest = LIMIT - len(text) - 200
    code = _fold(comparison, rest)
    return f"{text}\n{code}\n" if code else text


def _head(comparison: Comparison) -> Iterator[str]:
    yield MARK
    yield f"## {_HEADLINES[comparison.bump]}"
    yield ""
    yield f"{span(comparison.old)} → {span(comparison.new)}"
    yield ""
    wire, python = comparison.counts()
    if wire or python:
        yield from _table({**_named(wire, "wire"), **_named(python, "Python")})
    for api in comparison.apis:
        for why in (api.unjudged, api.wire_unjudged):
            if why is not None:
                yield f"\nNot judged: {span(f'{api.name}: {why}')}"


def _named(counts: Mapping[Wire, int] | Mapping[Python, int], where: str) -> Mapping[str, int]:
    return {f"{where}: {one.value}": n for one, n in counts.items()}


def _table(counts: Mapping[str, int]) -> Iterator[str]:
    yield f"| | {' | '.join(counts)} |"
    yield "|---|" + "---|" * len(counts)
    yield f"| changes | {' | '.join(f'{n:,}' for n in counts.values())} |"


def _part(title: str, blocks: Iterable[str], share: int) -> str:
    """A heading and as many blocks as its share takes."""
    kept: list[str] = []
    left = 0
    for block in blocks:
        if share - len(block) < 0:
            left += 1
            continue
        share -= len(block) + 1
        kept.append(block)
    if left:
        kept.append(f"\n… and {left:,} more: see the page, or `sdkwright diff -f json`")
    return "\n".join([f"### {title}", "", *kept]) if kept else ""


def _changes(comparison: Comparison, approvals: Mapping[str, Approval]) -> Iterator[str]:
    for one in comparison.changes:
        if one.is_harmful:
            approval = approvals.get(one.fingerprint)
            mark = (
                f" — approved by {span(approval.who)}: {span(approval.reason)}" if approval else ""
            )
            told = f"- {_mark(one)} `{one.rule}` ({one.wire.value} · {one.python.value}){mark}"
            site = one.new or one.old
            where = f" at {span(place(comparison.place(site.span)))}" if site is not None else ""
            yield f"{told}  \n  {span(sentence(one))}{where} `{one.fingerprint}`"


def _mark(one: Change) -> str:
    bad = one.wire is Wire.BREAKING or one.python in (Python.SOURCE, Python.TYPING)
    return "❌" if bad else "⚠️"


def _signatures(comparison: Comparison) -> Iterator[str]:
    told: set[PythonChange] = set()
    for one in comparison.changes:
        for effect in one.effects:
            if effect.is_harmless or effect in told:
                continue
            told.add(effect)
            yield "\n".join(_signature(effect, comparison))


def _signature(effect: PythonChange, comparison: Comparison) -> Iterator[str]:
    yield f"**{span(effect.symbol)}** `{effect.rule}`"
    lines = [
        f"{sign} {printable(text)}"
        for sign, text in (("-", effect.before), ("+", effect.after))
        if text is not None and effect.before != effect.after
    ]
    if lines:
        yield block(lines, "diff")
    if effect.migration:
        yield f"→ {span(effect.migration)}"
    if comparison.witnesses is not None:
        yield f"→ {span(proof(comparison.witnesses.get(effect)))}"
    yield ""


def _calls(comparison: Comparison) -> Iterator[str]:
    for hit in comparison.usage or ():
        yield f"- {span(place(hit.span))}: {span(clipped(hit.line))} → {span(hit.change.migration)}"


def _additions(comparison: Comparison) -> Iterator[str]:
    for one in comparison.changes:
        if not one.is_harmful and one.python is not Python.NONE:
            shown = next((e.after for e in one.effects if e.after), None)
            yield f"- {span(sentence(one))}" + (f"  \n  {span(clipped(shown))}" if shown else "")


def _fold(comparison: Comparison, room: int) -> str:
    """The difference of the generated code, folded; left out where it does not fit."""
    lines: list[str] = []
    for api in comparison.apis:
        lines += code_diff(api)
    if not lines:
        return ""
    text = block([printable(line) for line in lines], "diff")
    if len(text) > room:
        count = sum(line[:1] in "+-" for line in lines)
        return f"The generated code differs in {count:,} lines, more than fit here."
    return f"<details><summary>The generated code</summary>\n\n{text}\n\n</details>"


def code_diff(api: ApiDiff) -> Sequence[str]:
    """The difference of the files of a package, as `diff -u` shows it."""
    if api.files is None:
        return ()
    old, new = api.files
    found: list[str] = []
    for path in sorted(old.keys() | new.keys()):
        before, after = old.get(path, "").split("\n"), new.get(path, "").split("\n")
        if before != after:
            found += unified_diff(before, after, str(path), str(path), n=1, lineterm="")
    return found


def span(text: str) -> str:
    """A text as a code span, in which it means nothing to Markdown, HTML or GitHub."""
    return f"`{printable(text).replace('`', chr(39)) or ' '}`"


def block(lines: Sequence[str], language: str) -> str:
    """Lines as a fenced block, whose fence is longer than any inside."""
    fence = "```"
    while any(fence in line for line in lines):
        fence += "`"
    return "\n".join([f"{fence}{language}", *lines, fence])
