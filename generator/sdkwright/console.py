"""What all commands of the command line have in common: options, exit status, how findings are shown."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from msgspec.structs import replace

from .config import LAYOUTS, MODELS, Config, is_below, read_config, single_config
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
    SARIF = "sarif"
    RDJSON = "rdjson"
    JUNIT = "junit"


_IMPOSSIBLE = frozenset(
    {
        *(
            "config-missing",
            "config-unreadable",
            "file-not-found",
            "file-unreadable",
            "api-unknown",
        ),
        *("library-missing", "trial-broken", "remote-unreachable", "remote-lock-unreadable"),
        *(
            "rule-unknown",
            "suppression-unknown-rule",
            "sources-missing",
            "sources-lock-unreadable",
            "baseline-unreadable",
            "revision-unknown",
            "not-a-repository",
            "explain-unknown",
            "init-exists",
            "symbols-unknown",
        ),
        # A document that is none: not text, not YAML, not OpenAPI.
        *(
            "file-too-large",
            "not-utf8",
            "nul-character",
            "control-character",
            "document-not-object",
        ),
        *("openapi-version-missing", "openapi-version-unreadable", "unsupported-openapi-version"),
    }
)
_UNREAD = "yaml-"
"""Codes, and how those of YAML begin, that say that the work could not be tried at all: exit status 2."""

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


def settings_of(
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
            refuse("with SPEC, say where to: `-o FOLDER`")
        name = package_name(spec)
        if root is not None and not is_below(spec, root):
            refuse(f"`--root` is not a folder around `{spec.name}`: `{root}`")
        return single_config(spec, output, name, tuple(allow or ()), root)
    if allow:
        refuse("`--allow` goes with SPEC; in a configuration it is `allow = […]` of an API")
    if root is not None:
        refuse("`--root` goes with SPEC; in a configuration it is `root = …` of an API")
    if output is not None and output != Path():
        refuse("`-o` goes with SPEC; a configuration says itself where its package goes")
    settings = read_config(config, report)
    if settings is None:
        show(report, shown)
        raise typer.Exit(Exit.IMPOSSIBLE)
    return settings


def printed_by(settings: Config, models: str | None, layout: str | None) -> Config:
    """The settings with the printer and formatter of the command line, where it names them."""
    for given, known in ((models, MODELS), (layout, LAYOUTS)):
        if given is not None and given not in known:
            refuse(f"`{given}` is none of {', '.join(known)}")
    return replace(settings, models=models or settings.models, layout=layout or settings.layout)


def package_name(spec: Path) -> str:
    """The package that a file is named for: its stem in snake case.

    A name that Python has already, or one that would hide a module of its library or of ours, gets `_api` behind it; a file
    whose name has no Latin letters or digits, the name of its folder, else `api`.
    """
    from .python.reserved import LIBRARIES
    from .python.words import snake, unreserved

    stems = (spec.name.lstrip(".").split(".")[0], spec.absolute().parent.name)
    name = next((name for stem in stems if (name := snake(stem))), "api")
    return name if unreserved(name, LIBRARIES | sys.stdlib_module_names) == name else f"{name}_api"


def refuse(message: str) -> NoReturn:
    typer.echo(f"sdkwright: {message}", err=True)
    raise typer.Exit(Exit.IMPOSSIBLE)


def leave(report: Report) -> NoReturn:
    raise typer.Exit(status_of(report) or Exit.FINDINGS)


def status_of(report: Report) -> Exit:
    """The exit status that the findings of a run ask for."""
    codes = {found.code for found in report.found}
    if any(code in _IMPOSSIBLE or code.startswith(_UNREAD) for code in codes):
        return Exit.IMPOSSIBLE
    return Exit.FINDINGS if codes else Exit.CLEAN


def show(report: Report, shown: Format) -> None:
    """Print the findings: text on standard error; what programs read on standard output, also where nothing was found."""
    found = report.in_order()
    if not found and shown in (Format.TEXT, Format.GITHUB):
        return
    sources = with_texts(report.sources, found)
    if shown is Format.TEXT:
        from .text.show import as_text

        colour = sys.stderr.isatty() and "NO_COLOR" not in os.environ
        sys.stderr.write(as_text(found, sources, colour=colour))
    else:
        sys.stdout.write(for_programs(found, sources, shown))


def for_programs(found: Sequence[Diagnostic], sources: Sources, shown: Format) -> str:
    """The findings in a format that programs read."""
    from .text import junit, rdjson, sarif
    from .text import show as shows

    match shown:
        case Format.SARIF:
            return sarif.as_sarif(found, sources, VERSION, _manuals({one.code for one in found}))
        case Format.RDJSON:
            return rdjson.as_rdjson(found)
        case Format.JUNIT:
            return junit.as_junit(found)
        case Format.GITHUB:
            return shows.as_github(found, sources)
        case Format.JSON | Format.TEXT:
            return shows.as_json(found, sources)


def _manuals(codes: set[str]) -> Mapping[str, str]:
    """The manual pages of those codes that have one: rules of lint and of changes."""
    from .rules.breaking.python_rules import python_rules
    from .rules.breaking.wire_rules import wire_rules
    from .rules.lint import rules

    known = {**wire_rules(), **python_rules(), **rules()}
    return {code: known[code].manual for code in codes if code in known}


def with_texts(sources: Sources, found: Iterable[Diagnostic]) -> Sources:
    """`sources`, and the texts of further files that findings point into: warnings that were kept from an earlier run."""
    spans = {span for one in found for span in (one.span, *(s for s, _ in one.related)) if span}
    for name in sorted({span.file for span in spans} - sources.texts.keys()):
        try:
            path = Path(sources.paths.get(name, name))
            sources.add(name, path.read_bytes().decode("utf-8", "replace"))
        except OSError:
            continue
    return sources


def relative(path: Path) -> str:
    """A path as the user would write it."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative
