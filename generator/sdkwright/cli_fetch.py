"""The command `fetch`, the only one that touches the network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .config import FILE, Config
from .console import ConfigPath, Exit, Format, Root, Shown, Spec, leave, refuse, settings_of, show
from .text.diagnostic import Report

if TYPE_CHECKING:
    from .fetching import Fetched

AllowRemote = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-remote",
        help="With SPEC: allow URLs that begin so; the lock remembers it. May be repeated.",
        show_default=False,
    ),
]


def fetch(
    spec: Spec = None,
    config: ConfigPath = Path(FILE),
    root: Root = None,
    allow: AllowRemote = None,
    update: Annotated[
        bool, typer.Option("--update", help="Ask for everything anew, and pin what comes.")
    ] = False,
    check: Annotated[
        bool,
        typer.Option("--check", help="Ask for everything anew, and tell what has changed."),
    ] = False,
    shown: Shown = Format.TEXT,
) -> None:
    """Fetch what specifications refer to by URL, and pin it.

    Only URLs below those that `allow` under `[remote]` of the configuration names are asked for. The texts are kept in
    `sdkwright.remote/`, their hashes in `sdkwright.lock`: commit both, and every other command works without a network.
    """
    from .fetching import Mode
    from .fetching import fetch as fetch_all

    report = Report()
    if allow and spec is None:
        refuse("`--allow-remote` goes with SPEC; in a configuration it is `allow` under `[remote]`")
    if update and check:
        refuse("give `--update` or `--check`")
    output = Path() if spec is not None else None
    settings = settings_of(spec, output, config, report, shown, root=root)
    if spec is not None:
        settings = _allowing(settings, allow or [])
    mode = Mode.UPDATE if update else Mode.CHECK if check else Mode.MISSING
    fetched = fetch_all(settings, report, mode)
    show(report, shown)
    if fetched is None:
        leave(report)
    if shown is Format.TEXT:
        typer.echo("".join(_lines(fetched)), nl=False)
    if check and (fetched.new or fetched.gone):
        raise typer.Exit(Exit.FINDINGS)


def _allowing(settings: Config, given: list[str]) -> Config:
    from .fetching import allowing
    from .spec.url import absolute

    prefixes = [absolute(text) for text in given]
    for text, url in zip(given, prefixes, strict=True):
        if url is None:
            refuse(f"`{text}` is no URL below which references may lead")
    return allowing(settings, [url for url in prefixes if url is not None])


def _lines(fetched: Fetched) -> Iterator[str]:
    marks = {**dict.fromkeys(fetched.new, "new"), **dict.fromkeys(fetched.changed, "changed")}
    for url, digest in fetched.texts.items():
        yield f"{marks.get(url, 'same'):8} {digest[:12]} {url}\n"
    for url in fetched.gone:
        yield f"{'gone':8} {'':12} {url}\n"
    if not fetched.texts and not fetched.gone:
        yield "nothing is referred to by URL\n"
