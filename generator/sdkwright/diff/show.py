"""A comparison as text for people, and as diagnostics for the formats that programs read. Texts of a spec stay data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..rules.breaking.verdict import Bump, Python, PythonChange, Wire
from ..text.diagnostic import Diagnostic, Severity
from ..text.printable import clipped, printable
from ..text.span import Span
from .model import Change, Comparison, Hit, Witness

_SHOWN = 200
_OPERATIONS = 3
_COLOURS = {
    Wire.BREAKING: "31;1",
    Wire.WARNING: "33;1",
    Python.SOURCE: "31;1",
    Python.TYPING: "31;1",
    Python.BEHAVIOUR: "33;1",
}

_WIRE_WORDS = {
    Wire.BREAKING: "breaks the wire",
    Wire.WARNING: "may break the wire",
    Wire.COMPATIBLE: "fits the wire",
    Wire.NONE: "not on the wire",
}
_PYTHON_WORDS = {
    Python.SOURCE: "breaks Python code",
    Python.TYPING: "breaks type checking",
    Python.BEHAVIOUR: "changes what code does",
    Python.UPGRADE: "asks for the new package",
    Python.DEPRECATION: "deprecates",
    Python.ADDITION: "adds to Python",
    Python.NONE: "nothing in Python",
}


def as_text(comparison: Comparison, *, every: bool, colour: bool) -> str:
    """Each change with its verdicts, places and Python; the sum at the end. Harmless changes are counted unless `every`."""
    changes = comparison.changes
    shown = [one for one in changes if every or one.is_harmful or one.python is not Python.NONE]
    blocks = ["\n".join(_block(one, comparison, colour)) for one in shown[:_SHOWN]]
    if len(shown) > _SHOWN:
        blocks.append(f"and {len(shown) - _SHOWN:,} more (`-f json` has all)")
    if comparison.usage is not None:
        blocks.append("\n".join(_usage(comparison.usage)))
    blocks.append("\n".join(_sum(comparison, len(changes) - len(shown))))
    return "\n\n".join(blocks) + "\n"


def _block(one: Change, comparison: Comparison, colour: bool) -> Iterator[str]:
    wire = _painted(_WIRE_WORDS[one.wire], _COLOURS.get(one.wire), colour)
    python = _painted(_PYTHON_WORDS[one.python], _COLOURS.get(one.python), colour)
    yield f"{one.rule}: {wire}, {python} [{one.fingerprint}]"
    yield f"  {sentence(one)}"
    for word, site in (("old", one.old), ("new", one.new)):
        if site is not None:
            yield f"  {word}: {place(comparison.place(site.span))}"
    # What is added beside something that breaks is not what a reader looks for.
    harmful = [effect for effect in one.effects if not effect.is_harmless]
    for effect in harmful or one.effects:
        yield from _effect(effect, one.rule)
        if comparison.witnesses is not None and not effect.is_harmless:
            yield f"    {proof(comparison.witnesses.get(effect))}"


def proof(witness: Witness | None) -> str:
    """What a witness says."""
    if witness is None:
        return "unconfirmed: no caller is known for this rule"
    found = ", ".join(witness.findings)
    if witness.proven:
        return f"proven by {printable(witness.path)}: {found}"
    return f"unconfirmed: the caller {f'fails before: {found}' if found else 'passes both'}"


def sentence(one: Change) -> str:
    """What has changed, with where it is met."""
    names = [clipped(name) for name in one.operations[:_OPERATIONS]]
    more = len(one.operations) - len(names)
    met = ", ".join(names) + (f" and {more} more" if more > 0 else "")
    parts = [met, clipped(one.where), clipped(one.message)]
    return ": ".join(part for part in parts if part)


def place(span: Span) -> str:
    """A place on one line."""
    return printable(str(span))


def _effect(effect: PythonChange, rule: str) -> Iterator[str]:
    told = "" if effect.rule == rule else f"  ({effect.rule}: {effect.verdict.value})"
    yield f"  {clipped(effect.symbol)}{told}"
    if effect.before != effect.after:
        if effect.before is not None:
            yield f"    - {clipped(effect.before)}"
        if effect.after is not None:
            yield f"    + {clipped(effect.after)}"
    if effect.migration:
        yield f"    = {clipped(effect.migration)}"


def _usage(hits: Sequence[Hit]) -> Iterator[str]:
    """The places of the user's code that are hit."""
    if not hits:
        yield "your code: no place is hit"
        return
    yield f"your code: {len(hits):,} place{'s are' if len(hits) > 1 else ' is'} hit"
    for hit in sorted(hits, key=lambda one: one.span)[:_SHOWN]:
        yield f"{place(hit.span)}: {hit.change.rule}: {clipped(hit.change.symbol)}"
        yield f"    {clipped(hit.line)}"
        yield f"    = {clipped(hit.change.migration or hit.change.message)}"
    if len(hits) > _SHOWN:
        yield f"and {len(hits) - _SHOWN:,} more (`-f json` has all)"


def _sum(comparison: Comparison, hidden: int) -> Iterator[str]:
    for api in comparison.apis:
        for why in (api.unjudged, api.wire_unjudged):
            if why is not None:
                yield f"{clipped(api.name)}: not judged: {clipped(why)}"
    wire, python = comparison.counts()
    if not comparison.changes:
        yield "nothing has changed for callers"
    else:
        yield "on the wire: " + (
            ", ".join(f"{n:,} {one.value}" for one, n in wire.items()) or "nothing"
        )
        yield "in Python: " + (
            ", ".join(f"{n:,} {one.value}" for one, n in python.items()) or "nothing"
        )
    if hidden:
        yield f"not shown: {hidden:,} that change nothing in Python and fit the wire (`--all`)"
    yield f"version: {_BUMPS[comparison.bump]}"


_BUMPS = {
    Bump.MAJOR: "a new major version",
    Bump.MINOR: "a new minor version",
    Bump.PATCH: "a new patch version",
    Bump.NONE: "the same",
}


def _painted(text: str, colour: str | None, wanted: bool) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if wanted and colour is not None else text


def as_diagnostics(comparison: Comparison) -> Sequence[Diagnostic]:
    """The errors of the sides and the harmful changes as findings, for annotations and other formats of findings."""
    found = [_diagnostic(one, comparison) for one in comparison.changes if one.is_harmful]
    return [*comparison.faults, *found, *map(_used, comparison.usage or ())]


def _used(hit: Hit) -> Diagnostic:
    words = f"{hit.change.symbol}: {hit.change.message}"
    return Diagnostic(
        hit.change.rule, Severity.WARNING, words, hit.span, hit.change.migration or None
    )


def _diagnostic(one: Change, comparison: Comparison) -> Diagnostic:
    bad = one.wire is Wire.BREAKING or one.python in (Python.SOURCE, Python.TYPING)
    hints = dict.fromkeys(effect.migration for effect in one.effects if effect.migration)
    before = one.old if one.new is not None else None
    related: tuple[tuple[Span, str], ...] = ()
    if before is not None and not _is_of_revision(before.span, comparison):
        related = ((comparison.place(before.span), "before"),)
    verdicts = f"{_WIRE_WORDS[one.wire]}, {_PYTHON_WORDS[one.python]}"
    return Diagnostic(
        one.rule,
        Severity.ERROR if bad else Severity.WARNING,
        f"{sentence(one)} ({verdicts})",
        _on_disk(one, comparison),
        "; ".join(hints) or None,
        related,
    )


def _on_disk(one: Change, comparison: Comparison) -> Span | None:
    """Where a finding is shown: what is gone from a file is told at its beginning."""
    site = one.new or one.old
    if site is None:
        return None
    place_ = comparison.place(site.span)
    if not _is_of_revision(site.span, comparison):
        return place_
    file = place_.file.partition(":")[2]
    return Span(file, 1, 1, 1, 1) if file and Path(file).is_file() else None


def _is_of_revision(span: Span, comparison: Comparison) -> bool:
    """Whether a place is in a file as git has it, and not in one that lies there."""
    return any(span.file.startswith(prefix) for prefix in comparison.shown)
