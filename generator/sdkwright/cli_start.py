"""The commands around the work: `init`, `watch`, `explain`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .config import FILE
from .console import ConfigPath, Format, Shown, leave, settings_of, show, status_of
from .text.diagnostic import Report

if TYPE_CHECKING:
    from .watching import Verdict

Folder = Annotated[Path, typer.Argument(help="The folder to set up.")]
Subject = Annotated[
    str | None,
    typer.Argument(
        help="A rule (`gen-name-long`), a symbol (`client.refunds.get`, `Refund.amount`), or FILE:LINE.",
        show_default=False,
    ),
]
Once = Annotated[bool, typer.Option("--once", help="Give one verdict and end.")]


def init(folder: Folder = Path(), shown: Shown = Format.TEXT) -> None:
    """Set up a repository: a configuration, a specification, CI, hooks for pre-commit, `.gitattributes`.

    What it makes passes `format --check`, `lint`, `generate` and `check` untouched. Files that are there are left alone.
    """
    from .starting import start

    report = Report()
    written = start(folder, report)
    show(report, shown)
    if report.found:
        leave(report)
    for path in written:
        typer.echo(path.as_posix())
    typer.echo("now: write specs/, then `sdkwright generate`, and commit both")


def watch(config: ConfigPath = Path(FILE), once: Once = False, shown: Shown = Format.TEXT) -> None:
    """Tell after each edit what is wrong, and what changes for callers. Ends with Ctrl-C."""
    from .rules.selection import Selection
    from .watching import Watch, verdicts

    report = Report()
    settings = settings_of(None, None, config, report, shown)
    state = Watch(settings, Selection(settings.lint.rules))
    try:
        for verdict in verdicts(state):
            _tell(verdict, shown)
            if once:
                raise typer.Exit(status_of(verdict.report))
    except KeyboardInterrupt:
        typer.echo("", err=True)


def _tell(verdict: Verdict, shown: Format) -> None:
    from .text.printable import clipped

    show(verdict.report, shown)
    for line in verdict.python:
        typer.echo(clipped(line))
    if shown is Format.TEXT:
        found = len(verdict.report.found)
        said = f"{found} finding{'' if found == 1 else 's'}" if found else "nothing found"
        typer.echo(
            f"{said}, {len(verdict.python)} lines of Python changed ({verdict.seconds:.2f} s)"
        )


def explain(
    subject: Subject = None, config: ConfigPath = Path(FILE), shown: Shown = Format.TEXT
) -> None:
    """Explain a rule (why, example, fix), a symbol of the SDK, or a place in a specification. Alone: list the rules."""
    from .explaining import explain as find
    from .explaining import rule_list, rule_page, tell_unknown

    page = rule_list() if subject is None else rule_page(subject)
    if page is None and subject is not None:
        report = Report()
        if not config.exists() and ":" not in subject and "." not in subject:
            # Without a configuration there are rules alone.
            tell_unknown(subject, False, [], report)
            show(report, shown)
            leave(report)
        page = find(subject, settings_of(None, None, config, report, shown), report)
        show(report, shown)
        if report.failed:
            leave(report)
    typer.echo(page, nl=False)
