"""The command line: arguments in, exit status out. With `console` and the other `cli_…` the only module that prints or exits."""

from __future__ import annotations

import atexit
import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from . import cli_diff, cli_fetch, cli_lint, cli_start
from .config import FILE
from .console import (
    Allow,
    ConfigPath,
    Exit,
    Format,
    Layout,
    Models,
    NoCache,
    Only,
    Output,
    Root,
    Shown,
    Spec,
    app,
    leave,
    printed_by,
    relative,
    settings_of,
    show,
    with_texts,
)
from .text.diagnostic import Report
from .text.garbage import never_collect
from .version import VERSION


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    """Turn hand-written OpenAPI YAML into a typed Python SDK to vendor, and keep the two in step.

    The usual round: edit a file in `specs/`, run `sdkwright generate`, commit both; in CI, `sdkwright check`.
    """
    if version:
        typer.echo(f"sdkwright {VERSION}")
        raise typer.Exit(Exit.CLEAN)


@app.command()
def generate(
    spec: Spec = None,
    output: Output = None,
    config: ConfigPath = Path(FILE),
    only: Only = None,
    force: Annotated[
        bool, typer.Option("--force", help="Give up edits by hand in generated files.")
    ] = False,
    verified: Annotated[
        bool,
        typer.Option("--verify", help="Import and type-check the package before publishing it."),
    ] = False,
    models: Models = None,
    layout: Layout = None,
    allow: Allow = None,
    root: Root = None,
    no_cache: NoCache = False,
    shown: Shown = Format.TEXT,
) -> None:
    """Make the package that the specifications describe.

    With a configuration: the package it names, an API a sub-package. With SPEC and `-o`: one self-contained package under
    the folder, named after the file. Nothing is written where an error is found.
    """
    from .gate import check_package
    from .pipeline import build, publish
    from .progress import Progress, table

    report = Report()
    settings = printed_by(
        settings_of(spec, output, config, report, shown, allow, root), models, layout
    )
    with Progress(sys.stderr) as progress:
        package = build(
            settings, report, frozenset(only or ()), cached=not no_cache, started=progress.started
        )
        if verified and not report.failed:
            check_package(package, report)
        outcome = publish(package, report, force=force)
    show(report, shown)
    if report.failed:
        leave(report)
    if shown is Format.TEXT:
        sys.stdout.write(table(package, outcome))


@app.command()
def check(
    spec: Spec = None,
    output: Output = None,
    config: ConfigPath = Path(FILE),
    only: Only = None,
    models: Models = None,
    layout: Layout = None,
    allow: Allow = None,
    root: Root = None,
    no_cache: NoCache = False,
    shown: Shown = Format.TEXT,
) -> None:
    """Tell whether the committed package is what the specifications give. Never touches the tree.

    Told apart are files that are stale, missing, no longer generated, edited by hand, and a package made by another
    version.
    """
    from .drift import report_drift
    from .pipeline import build, drift

    report = Report()
    settings = printed_by(
        settings_of(spec, output, config, report, shown, allow, root), models, layout
    )
    package = build(settings, report, frozenset(only or ()), cached=not no_cache)
    if not report.failed:
        report_drift(drift(package), relative(settings.target), report)
    show(report, shown)
    if report.failed:
        leave(report)
    if shown is Format.TEXT:
        typer.echo(
            f"{relative(settings.target)} is what the specifications give: {len(package.files)} files"
        )


app.command()(cli_fetch.fetch)
app.command()(cli_lint.lint)
app.command(name="format")(cli_lint.format_)
app.command()(cli_start.explain)
app.command()(cli_start.watch)
app.command()(cli_start.init)
app.command()(cli_diff.diff)
app.command()(cli_diff.review)


@app.command()
def sources(
    spec: Spec = None,
    config: ConfigPath = Path(FILE),
    only: Only = None,
    root: Root = None,
    lock: Annotated[
        bool,
        typer.Option(
            "--lock", help="Note the state of the cited texts; `lint` tells of later changes."
        ),
    ] = False,
    shown: Shown = Format.TEXT,
) -> None:
    """Count where the statements of the specifications come from, and list those without a source."""
    from .coverage import cited, report_sourceless, sources_json, sources_table
    from .pipeline import analyse

    report = Report()
    settings = settings_of(spec, Path(), config, report, shown, root=root)
    analyses = {
        api.name: found
        for api in settings.apis
        if not only or api.name in only
        if (found := analyse(api, report))
    }
    report_sourceless(analyses, report)
    if lock:
        from .texts import lock_texts

        lock_texts(settings, cited(analyses), report)
    if shown is Format.JSON:
        typer.echo(sources_json(analyses, report))
    else:
        show(report, shown)
        typer.echo(sources_table(analyses), nl=False)
    if report.failed:
        leave(report)


@app.command()
def verify(
    spec: Spec = None,
    config: ConfigPath = Path(FILE),
    only: Only = None,
    root: Root = None,
    shown: Shown = Format.TEXT,
) -> None:
    """Send every example of the specifications through the package, and see it come back to the digit.

    Each example is checked against its schema by an independent validator, decoded and encoded again by the freshly made
    package, and served to its blocking and awaiting client over HTTP, whose requests are compared byte by byte. The floors
    under `[verify]` of the configuration say how much of the API examples must show.
    """
    from .text import show as shows
    from .verify import as_json, as_table
    from .verify import verify as try_out

    report = Report()
    settings = settings_of(spec, Path(), config, report, shown, root=root)
    verification = try_out(settings, report, frozenset(only or ()))
    if shown is Format.JSON:
        found = report.in_order()
        sys.stdout.write(
            as_json(verification, shows.as_json(found, with_texts(report.sources, found)))
        )
    else:
        show(report, shown)
        if verification.apis:
            sys.stdout.write(as_table(verification))
    if report.failed:
        leave(report)


def main() -> None:
    """Run the command line."""
    never_collect()
    try:
        app()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            _end(end.code or 0)
        raise


def _end(status: int) -> None:
    """End the process as Python would, but for taking everything apart, unless its last words can't be told."""
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()
    atexit._run_exitfuncs()  # pyright: ignore[reportPrivateUsage]
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
