"""The command line: arguments in, exit status out. The only module that prints or exits."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from .config import FILE, LAYOUTS, MODELS, Config, is_below, read_config, single_config
from .text.diagnostic import Diagnostic, Report
from .version import VERSION

if TYPE_CHECKING:
    from .text.sources import Sources


class Exit(IntEnum):
    """What the exit status says."""

    CLEAN = 0
    FINDINGS = 1
    IMPOSSIBLE = 2


class Format(StrEnum):
    """How diagnostics are shown."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


_IMPOSSIBLE = frozenset(
    {
        *(
            "config-missing",
            "config-unreadable",
            "file-not-found",
            "file-unreadable",
            "api-unknown",
        ),
        *("library-missing", "trial-broken"),
    }
)
"""Codes that say that the work could not be tried at all: exit status 2."""

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 clean, 1 findings, 2 could not do it (usage, unreadable input, bad configuration).",
)

ConfigPath = Annotated[
    Path, typer.Option("--config", "-c", help="The configuration file.", show_default=True)
]
Spec = Annotated[
    Path | None,
    typer.Argument(help="An OpenAPI file, instead of a configuration.", show_default=False),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        help="With SPEC: the folder to write the package into.",
        show_default=False,
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only", help="Only this API of the configuration; may be repeated.", show_default=False
    ),
]
Shown = Annotated[Format, typer.Option("--output-format", "-f", help="How findings are shown.")]
Models = Annotated[
    str | None,
    typer.Option(
        "--models", help=f"What prints the models: {' or '.join(MODELS)}.", show_default=False
    ),
]
Layout = Annotated[
    str | None,
    typer.Option(
        "--format", help=f"What lays out the code: {' or '.join(LAYOUTS)}.", show_default=False
    ),
]
Allow = Annotated[
    list[str] | None,
    typer.Option(
        "--allow",
        help="With SPEC: put up with errors of this code (`unsupported-*`); what they are about is left out.",
        show_default=False,
    ),
]
Root = Annotated[
    Path | None,
    typer.Option(
        "--root",
        help="With SPEC: the folder that references to other files may not leave; else the one of SPEC.",
        show_default=False,
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Make everything anew.")]


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
    settings = _printed_by(
        _settings(spec, output, config, report, shown, allow, root), models, layout
    )
    with Progress(sys.stderr) as progress:
        package = build(
            settings, report, frozenset(only or ()), cached=not no_cache, started=progress.started
        )
        if verified and not report.failed:
            check_package(package, report)
        outcome = publish(package, report, force=force)
    _show(report, shown)
    if report.failed:
        _leave(report)
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
    settings = _printed_by(
        _settings(spec, output, config, report, shown, allow, root), models, layout
    )
    package = build(settings, report, frozenset(only or ()), cached=not no_cache)
    if not report.failed:
        report_drift(drift(package), _relative(settings.target), report)
    _show(report, shown)
    if report.failed:
        _leave(report)
    if shown is Format.TEXT:
        typer.echo(
            f"{_relative(settings.target)} is what the specifications give: {len(package.files)} files"
        )


@app.command()
def lint(
    spec: Spec = None,
    config: ConfigPath = Path(FILE),
    only: Only = None,
    root: Root = None,
    shown: Shown = Format.TEXT,
) -> None:
    """Find what makes a specification unusable, a name ambiguous or a statement unfounded."""
    from .pipeline import analyse
    from .rules.lint import lint as find

    report = Report()
    settings = _settings(spec, Path(), config, report, shown, root=root)
    for api in settings.apis:
        if only and api.name not in only:
            continue
        analysis = analyse(api, report)
        for finding in find(analysis.api) if analysis else ():
            report.add(finding)
    _show(report, shown)
    if report.found:
        _leave(report)
    if shown is Format.TEXT:
        typer.echo(f"{len(settings.apis)} specifications, nothing found")


@app.command()
def sources(
    spec: Spec = None,
    config: ConfigPath = Path(FILE),
    only: Only = None,
    root: Root = None,
    shown: Shown = Format.TEXT,
) -> None:
    """Count where the statements of the specifications come from, and list those without a source."""
    from .coverage import report_sourceless, sources_json, sources_table
    from .pipeline import analyse

    report = Report()
    settings = _settings(spec, Path(), config, report, shown, root=root)
    analyses = {
        api.name: found
        for api in settings.apis
        if not only or api.name in only
        if (found := analyse(api, report))
    }
    report_sourceless(analyses, report)
    if shown is Format.JSON:
        typer.echo(sources_json(analyses, report))
    else:
        _show(report, shown)
        typer.echo(sources_table(analyses), nl=False)
    if report.failed:
        _leave(report)


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
    from .text import show
    from .verify import as_json, as_table
    from .verify import verify as try_out

    report = Report()
    settings = _settings(spec, Path(), config, report, shown, root=root)
    verification = try_out(settings, report, frozenset(only or ()))
    if shown is Format.JSON:
        found = report.in_order()
        sys.stdout.write(
            as_json(verification, show.as_json(found, _with_texts(report.sources, found)))
        )
    else:
        _show(report, shown)
        if verification.apis:
            sys.stdout.write(as_table(verification))
    if report.failed:
        _leave(report)


def _settings(
    spec: Path | None,
    output: Path | None,
    config: Path,
    report: Report,
    shown: Format,
    allow: list[str] | None = None,
    root: Path | None = None,
) -> Config:
    """What to work on: one specification, or what the configuration says."""
    if spec is not None:
        if output is None:
            _refuse("with SPEC, say where to: `-o FOLDER`")
        name = package_name(spec)
        if name is None:
            _refuse(f"`{spec.name}` gives no package name; rename the file or use a configuration")
        if root is not None and not is_below(spec, root):
            _refuse(f"`--root` is not a folder around `{spec.name}`: `{root}`")
        return single_config(spec, output, name, tuple(allow or ()), root)
    if allow:
        _refuse("`--allow` goes with SPEC; in a configuration it is `allow = […]` of an API")
    if root is not None:
        _refuse("`--root` goes with SPEC; in a configuration it is `root = …` of an API")
    if output is not None and output != Path():
        _refuse("`-o` goes with SPEC; a configuration says itself where its package goes")
    settings = read_config(config, report)
    if settings is None:
        _show(report, shown)
        raise typer.Exit(Exit.IMPOSSIBLE)
    return settings


def _printed_by(settings: Config, models: str | None, layout: str | None) -> Config:
    """The settings with the printer and formatter of the command line, where it names them."""
    for given, known in ((models, MODELS), (layout, LAYOUTS)):
        if given is not None and given not in known:
            _refuse(f"`{given}` is none of {', '.join(known)}")
    return replace(settings, models=models or settings.models, layout=layout or settings.layout)


def package_name(spec: Path) -> str | None:
    """The package that a file is named for: its stem in snake case; None where that is no name."""
    from .python.code import is_identifier
    from .python.words import snake

    name = snake(spec.name.split(".")[0])
    return name if is_identifier(name) else None


def _refuse(message: str) -> NoReturn:
    typer.echo(f"sdkwright: {message}", err=True)
    raise typer.Exit(Exit.IMPOSSIBLE)


def _leave(report: Report) -> NoReturn:
    impossible = any(found.code in _IMPOSSIBLE for found in report.found)
    raise typer.Exit(Exit.IMPOSSIBLE if impossible else Exit.FINDINGS)


def _show(report: Report, shown: Format) -> None:
    """Print the findings: text on standard error; JSON and annotations, which programs read, on standard output."""
    if not report.found and shown is not Format.JSON:
        return
    from .text import show

    found = report.in_order()
    sources = _with_texts(report.sources, found)
    if shown is Format.JSON:
        sys.stdout.write(show.as_json(found, sources))
    elif shown is Format.GITHUB:
        sys.stdout.write(show.as_github(found, sources))
    else:
        colour = sys.stderr.isatty() and "NO_COLOR" not in os.environ
        sys.stderr.write(show.as_text(found, sources, colour=colour))


def _with_texts(sources: Sources, found: Iterable[Diagnostic]) -> Sources:
    """`sources`, and the texts of further files that findings point into: warnings that were kept from an earlier run."""
    spans = {span for one in found for span in (one.span, *(s for s, _ in one.related)) if span}
    for name in sorted({span.file for span in spans} - sources.texts.keys()):
        try:
            sources.add(name, Path(name).read_bytes().decode("utf-8", "replace"))
        except OSError:
            continue
    return sources


def _relative(path: Path) -> str:
    """A path as the user would write it."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative


def main() -> None:
    """Run the command line."""
    app()
