"""The commands about specifications as texts: `lint` and what belongs to it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .config import FILE, LEVELS
from .console import (
    ConfigPath,
    Format,
    NoCache,
    Only,
    Root,
    Shown,
    Spec,
    leave,
    refuse,
    settings_of,
    show,
)
from .text.diagnostic import Report


def lint(
    spec: Spec = None,
    config: ConfigPath = Path(FILE),
    only: Only = None,
    root: Root = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select", help="Only these rules, patterns (`gen-*`) or groups; may be repeated."
        ),
    ] = None,
    level: Annotated[
        list[str] | None,
        typer.Option(
            "--level",
            help="`RULE=error`, `=warning` or `=off`; rule, pattern or group; repeatable.",
        ),
    ] = None,
    no_cache: NoCache = False,
    shown: Shown = Format.TEXT,
) -> None:
    """Find what makes a specification invalid, its SDK worse to use, or a statement unfounded.

    Rules are in four groups: `validity`, `generation`, `provenance`, `style` (off unless asked for). `sdkwright explain`
    lists them. A comment `# sdkwright: ignore[RULE] reason` answers a finding.
    """
    from .linting import check_selection
    from .linting import lint as find
    from .rules.selection import Selection

    report = Report()
    settings = settings_of(spec, Path(), config, report, shown, root=root)
    levels = {**settings.lint.rules, **_levels(level or [])}
    selection = Selection(levels, tuple(select or ()))
    linted = None
    if check_selection(selection, report):
        linted = find(settings, report, selection, frozenset(only or ()), cached=not no_cache)
    show(report, shown)
    if report.found:
        leave(report)
    if shown is Format.TEXT and linted is not None:
        one = linted.specifications == 1
        typer.echo(f"{linted.specifications} specification{'' if one else 's'}, nothing found")


def _levels(given: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in given:
        rule, equals, said = one.partition("=")
        if not equals or said not in LEVELS:
            refuse(f"`--level {one}`: write RULE=LEVEL, where LEVEL is {', '.join(LEVELS)}")
        found[rule] = said
    return found
