"""The commands about specifications as texts: `lint` and what belongs to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from msgspec import Struct

from .config import FILE, LEVELS, Config
from .console import (
    ConfigPath,
    Exit,
    Format,
    NoCache,
    Only,
    Root,
    Shown,
    Spec,
    leave,
    refuse,
    relative,
    settings_of,
    show,
)
from .text.diagnostic import Report

if TYPE_CHECKING:
    from .rules.selection import Selection

Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select", help="Only these rules, patterns (`gen-*`) or groups; may be repeated."
    ),
]
Level = Annotated[
    list[str] | None,
    typer.Option(
        "--level",
        help="`RULE=error`, `=warning` or `=off`; rule, pattern or group; may be repeated.",
    ),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline", help="The file of findings put up with, instead of the configured one."
    ),
]
WriteBaseline = Annotated[
    bool, typer.Option("--write-baseline", help="Write all findings into that file.")
]
ChangedSince = Annotated[
    str | None,
    typer.Option(
        "--changed-since", help="Only what is about lines changed since this git revision."
    ),
]
MakeFixes = Annotated[bool, typer.Option("--fix", help="Make the changes that are safe to make.")]


def lint(
    spec: Spec = None,
    config: ConfigPath = Path(FILE),
    only: Only = None,
    root: Root = None,
    select: Select = None,
    level: Level = None,
    baseline: Baseline = None,
    write_baseline: WriteBaseline = False,
    changed_since: ChangedSince = None,
    fix: MakeFixes = False,
    no_cache: NoCache = False,
    shown: Shown = Format.TEXT,
) -> None:
    """Find what makes a specification invalid, its SDK worse to use, or a statement unfounded.

    Rules are in four groups: `validity`, `generation`, `provenance`, `style` (off unless asked for). A comment
    `# sdkwright: ignore[RULE] reason` answers a finding. With `--fix`, what can be changed safely is changed.
    """
    from .rules.selection import Selection

    report = Report()
    settings = settings_of(spec, Path(), config, report, shown, root=root)
    selection = Selection({**settings.lint.rules, **_levels(level or [])}, tuple(select or ()))
    asked = _Asked(frozenset(only or ()), not (no_cache or fix or changed_since), fix)
    report, count = _found(settings, selection, asked, report)
    if changed_since is not None and count:
        _keep_changed(changed_since, report)
    known = baseline or settings.lint.baseline
    if write_baseline and count:
        _write_baseline(known, report)
    if known is not None and count:
        from .baseline import apply_baseline

        apply_baseline(known, report)
    show(report, shown)
    if report.found:
        leave(report)
    if shown is Format.TEXT:
        typer.echo(f"{count} specification{'' if count == 1 else 's'}, nothing found")


class _Asked(Struct, frozen=True):
    """What a run is to do: for which APIs, whether from the cache, whether to fix."""

    only: frozenset[str]
    cached: bool
    fix: bool


def _found(
    settings: Config, selection: Selection, asked: _Asked, report: Report
) -> tuple[Report, int]:
    """What is found, after the fixes if they are asked for; and in how many specifications it was looked for."""
    from .linting import check_selection
    from .linting import lint as find

    if not check_selection(selection, report):
        return report, 0
    linted = find(settings, report, selection, asked.only, cached=asked.cached)
    if asked.fix and linted.fixes:
        from .fixing import apply_fixes

        made = apply_fixes(linted.fixes, report)
        unsound = [one for one in report.found if one.code == "fix-unsound"]
        report = Report(unsound)
        linted = find(settings, report, selection, asked.only, cached=False)
        typer.echo(f"{made} fix{'' if made == 1 else 'es'} made", err=True)
    return report, linted.specifications


def _keep_changed(revision: str, report: Report) -> None:
    from .changes import changes_since, keep_changed

    changes = changes_since(revision, report.sources.texts, report)
    if changes is not None:
        keep_changed(changes, report)


def _write_baseline(path: Path | None, report: Report) -> NoReturn:
    from .baseline import write_baseline

    if path is None:
        refuse("`--write-baseline` needs `--baseline FILE`, or `baseline` under `[lint]`")
    count = write_baseline(path, report)
    typer.echo(f"{relative(path)}: {count} finding{'' if count == 1 else 's'}")
    raise typer.Exit(Exit.CLEAN)


def _levels(given: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in given:
        rule, equals, said = one.partition("=")
        if not equals or said not in LEVELS:
            refuse(f"`--level {one}`: write RULE=LEVEL, where LEVEL is {', '.join(LEVELS)}")
        found[rule] = said
    return found


Check = Annotated[
    bool, typer.Option("--check", help="Write nothing; fail where a file would change.")
]
Diff = Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")]
Files = Annotated[
    list[Path] | None,
    typer.Argument(help="Files, instead of those of a configuration.", show_default=False),
]


def format_(
    files: Files = None,
    config: ConfigPath = Path(FILE),
    check: Check = False,
    diff: Diff = False,
    shown: Shown = Format.TEXT,
) -> None:
    """Lay out specifications: keys in order, blocks indented by two, blank lines tidied. There is nothing to set.

    Comments, quotes, anchors and line breaks inside texts stay. A file is written only where its new text was read again and
    says the same, and formatting it again would change nothing.
    """
    from .formatting import format_file
    from .linting import files_of

    report = Report()
    wanted = files or files_of(settings_of(None, None, config, report, shown), report)
    done = [one for path in wanted if (one := format_file(path, report)) is not None]
    changed = [one for one in done if one.changed]
    for one in changed:
        if diff:
            typer.echo(one.diff(), nl=False)
        elif not check:
            Path(one.name).write_bytes(one.after.encode("utf-8"))
        if shown is Format.TEXT and not diff:
            typer.echo(
                f"{'would lay out' if check else 'laid out'} {relative(Path(one.name))}", err=True
            )
    show(report, shown)
    if report.found:
        leave(report)
    if shown is Format.TEXT and not changed:
        typer.echo(f"{len(done)} file{'' if len(done) == 1 else 's'}, all laid out")
    raise typer.Exit(Exit.FINDINGS if changed and (check or diff) else Exit.CLEAN)
