"""The commands `diff` and `review`: two sides in, what changes for callers out."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer
from msgspec.structs import replace

from .config import FILE
from .console import Exit, Format, Shown, for_programs, refuse, with_texts
from .diff.approvals import FILE as APPROVALS
from .diff.gates import FailOn
from .rules.breaking.verdict import Bump
from .text.diagnostic import Report, Severity

if TYPE_CHECKING:
    from .diff.approvals import Approval
    from .diff.compare import Side
    from .diff.model import Comparison
    from .diff.sides import Desk

_UNJUDGED = frozenset({"side-unjudged", "version-invalid"})
"""Codes that say that a gate could not be tried: exit status 2."""

Sought: TypeAlias = tuple[str | None, str | None, str | None]
"""What the command line says of sides: the old, the new, and `--against`."""

_SIDES = "A file, a folder, `REVISION:path`, or a vendored package."


Old = Annotated[str | None, typer.Argument(help=f"The old side. {_SIDES}", show_default=False)]
New = Annotated[
    str | None,
    typer.Argument(help="The new side; with `--against` the only one.", show_default=False),
]
Against = Annotated[
    str | None,
    typer.Option(
        "--against",
        help="Compare with where the history parted from a branch or tag, or with a vendored package.",
        show_default=False,
    ),
]
Gates = Annotated[
    list[FailOn] | None,
    typer.Option("--fail-on", help="Exit with 1 for such changes; may be repeated."),
]
MaxBump = Annotated[
    Bump | None, typer.Option("--max-bump", help="Exit with 1 where more than this is due.")
]
Declared = Annotated[
    str | None, typer.Option("--declared", help="Exit with 1 where this version is too small.")
]
BetaDays = Annotated[
    int, typer.Option("--deprecation-days-beta", help="Days of notice that beta needs.", min=0)
]
StableDays = Annotated[
    int, typer.Option("--deprecation-days-stable", help="The same of what is stable.", min=0)
]
Usage = Annotated[
    Path | None,
    typer.Option(
        "--usage",
        help="Search this folder (or file) for code that the changes hit.",
        show_default=False,
    ),
]
Witnesses = Annotated[
    Path | None,
    typer.Option(
        "--witness",
        help="Write the smallest caller of each harmful change into this folder, and try it on both packages.",
        show_default=False,
    ),
]
Every = Annotated[
    bool, typer.Option("--all", "-a", help="Show also what changes nothing for callers.")
]


def diff(
    old: Old = None,
    new: New = None,
    against: Against = None,
    fail_on: Gates = None,
    max_bump: MaxBump = None,
    declared: Declared = None,
    beta_days: BetaDays = 0,
    stable_days: StableDays = 0,
    usage: Usage = None,
    witness: Witnesses = None,
    every: Every = False,
    shown: Shown = Format.TEXT,
) -> None:
    """Tell what a change of a specification does: on the wire, and to Python code that uses the package.

    Each change has both verdicts; from all of them follows the part of the version that has to grow. Without sides, the
    specifications of the configuration are compared with `--against`.
    """

    report = Report()
    policy = (beta_days, stable_days)
    comparison = _compared((old, new, against), usage, witness, report, policy)
    if comparison is None or report.failed:
        _tell(report, shown)
        raise typer.Exit(Exit.IMPOSSIBLE)
    _print(comparison, shown, every)
    _end(comparison, fail_on, max_bump, declared, report, shown)


def _compared(
    sought: Sought,
    usage: Path | None,
    witness: Path | None,
    report: Report,
    days: tuple[int, int] = (0, 0),
) -> Comparison | None:
    """The sides compared, the user's code searched and the callers tried; None, which is reported, where it can't be."""
    from .diff.compare import compare_sides, used_in
    from .diff.labels import as_called, called
    from .diff.sides import Desk
    from .diff.witness import prove
    from .rules.breaking import Policy

    with TemporaryDirectory(prefix="sdkwright-") as scratch:
        desk = Desk(Path(scratch), report)
        sides = _sides(desk, *sought)
        comparison = None
        if sides is not None:
            comparison = compare_sides(*sides, Policy(date.today(), *days), report)
        if comparison is not None and usage is not None:
            comparison = used_in(comparison, usage, report)
        if comparison is not None and witness is not None:
            comparison = prove(comparison, witness, Path(scratch), report)
        # Afterwards the files of revisions are gone.
        with_texts(report.sources, (*report.found, *(comparison.faults if comparison else ())))
        as_called(report, desk.shown)
        if comparison is not None:
            comparison = replace(comparison, faults=called(comparison.faults, desk.shown))
    return comparison


def _end(
    comparison: Comparison,
    fail_on: list[FailOn] | None,
    max_bump: Bump | None,
    declared: str | None,
    report: Report,
    shown: Format,
) -> None:
    """Leave with the status that the gates give."""
    is_held = _is_held(comparison, fail_on, max_bump, declared, report, shown)
    unjudged = [found for found in report.found if found.code in _UNJUDGED]
    if any(found.severity is Severity.ERROR for found in (*unjudged, *comparison.faults)):
        raise typer.Exit(Exit.IMPOSSIBLE)
    if not is_held:
        raise typer.Exit(Exit.FINDINGS)


def review(
    side: Annotated[
        str | None, typer.Argument(help=f"What to review. {_SIDES}", show_default=False)
    ] = None,
    base: Annotated[
        str,
        typer.Option("--base", help="What the history parted from; or a side as OLD of `diff`."),
    ] = "main",
    usage: Usage = None,
    witness: Witnesses = None,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write the page here.", show_default=False)
    ] = None,
    approvals: Annotated[
        Path, typer.Option("--approvals", help="The committed file of approvals.")
    ] = Path(APPROVALS),
    fail_on: Gates = None,
    max_bump: MaxBump = None,
    shown: Annotated[
        Format, typer.Option("--output-format", "-f", help="`text` is Markdown.")
    ] = Format.TEXT,
) -> None:
    """Write what a reviewer wants to see of a change: one Markdown comment, and a page that needs nothing else.

    The comment goes to standard output and fits a pull request whatever the size of the change. Changes that the file of
    approvals names don't fail a run; an approval is void as soon as its change says something else.
    """
    from .diff.approvals import read_approvals

    report = Report()
    approved = read_approvals(approvals, report)
    sides: Sought = (side, None, base)
    comparison = None if approved is None else _compared(sides, usage, witness, report)
    if comparison is None or approved is None or report.failed:
        _tell(report, shown)
        raise typer.Exit(Exit.IMPOSSIBLE)
    rest = _reviewed(comparison, approved, html, shown, report)
    quiet = shown if shown is Format.GITHUB else Format.TEXT
    _end(rest, fail_on, max_bump, None, report, quiet)


def _reviewed(
    comparison: Comparison,
    approved: Mapping[str, Approval],
    html: Path | None,
    shown: Format,
    report: Report,
) -> Comparison:
    """Show a review and write its page; what is left of the comparison without what is approved."""
    from .diff.approvals import without_approved
    from .diff.examples import tried
    from .diff.markdown import as_markdown
    from .diff.page import as_page
    from .diff.review import review_of
    from .diff.show import as_diagnostics
    from .diff.show_json import as_json

    comparison = tried(comparison, report)
    today = date.today()
    rest = without_approved(comparison, approved, today, report)
    approved = {mark: one for mark, one in approved.items() if one.holds(today)}
    if shown is Format.TEXT or html is not None:
        model = review_of(comparison, approved)
        if html is not None:
            _write(html, as_page(model))
        if shown is Format.TEXT:
            sys.stdout.write(as_markdown(model))
    if shown is Format.JSON:
        sys.stdout.write(as_json(comparison, approved))
    elif shown is not Format.TEXT:
        sys.stdout.write(for_programs(as_diagnostics(rest), comparison.sources, shown))
    return rest


def _write(path: Path, text: str) -> None:
    """Write a file that was asked for; where it can't be, say so and leave."""
    try:
        path.write_text(text, "utf-8")
    except OSError as fault:
        refuse(f"`{path}` can't be written: {fault.strerror or type(fault).__name__}")


def _is_held(
    comparison: Comparison,
    fail_on: list[FailOn] | None,
    max_bump: Bump | None,
    declared: str | None,
    report: Report,
    shown: Format,
) -> bool:
    from .diff.gates import held, unjudged

    gates = tuple(fail_on or ())
    gated = max_bump is not None or declared is not None
    own = Report(list(report.found), report.sources)
    missing = unjudged(comparison, gates, gated, own)
    good = held(comparison, gates, max_bump, declared, own)
    report.found[:] = own.found
    if shown is not Format.GITHUB:
        # There they stand beside the changes already.
        own.found += comparison.faults
    if own.found:
        # A second document would spoil one that programs read.
        _tell(own, shown if shown is Format.GITHUB else Format.TEXT)
    return good and not missing


def _sides(
    desk: Desk, old: str | None, new: str | None, against: str | None
) -> tuple[Side, Side] | None:
    """Both sides, or None where one can't be had."""

    if against is not None and new is None:
        after = desk.side(old or FILE)
        before = desk.against(against, Path(old or FILE)) if after is not None else None
    elif against is None and old is not None and new is not None:
        before, after = desk.side(old), desk.side(new)
    else:
        refuse("give two sides, or one (or none) and `--against REVISION`")
    return (before, after) if before is not None and after is not None else None


def _print(comparison: Comparison, shown: Format, every: bool) -> None:
    from .diff.show import as_diagnostics, as_text
    from .diff.show_json import as_json

    if shown is Format.JSON:
        sys.stdout.write(as_json(comparison))
    elif shown is not Format.TEXT:
        sys.stdout.write(for_programs(as_diagnostics(comparison), comparison.sources, shown))
    else:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        sys.stdout.write(as_text(comparison, every=every, colour=colour))


def _tell(report: Report, shown: Format) -> None:
    """Show why it could not be done, or what was not held: as text on standard error, where it doesn't mix with the report."""
    from .text.show import as_text

    found = report.in_order()
    sources = with_texts(report.sources, found)
    if shown is not Format.TEXT:
        sys.stdout.write(for_programs(found, sources, shown))
    else:
        colour = sys.stderr.isatty() and "NO_COLOR" not in os.environ
        sys.stderr.write(as_text(found, sources, colour=colour))
