"""What `generate` shows while it works, and the table that it closes with."""

from __future__ import annotations

from types import TracebackType
from typing import TextIO

from .pipeline import Package
from .render.publish import Outcome


class Progress:
    """The API in work, on one line of a terminal; a line an API where the output is no terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._live = stream.isatty()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._live:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def started(self, name: str, number: int, total: int) -> None:
        """Say that the work on an API begins."""
        text = f"[{number}/{total}] {name}"
        self._stream.write(f"\r\x1b[K{text}" if self._live else f"{text}\n")
        self._stream.flush()


_HEADINGS = ("API", "operations", "models", "files", "lines", "seconds", "")


def table(package: Package, outcome: Outcome) -> str:
    """What was made, a line an API, and what that changed on disk."""
    rows: list[tuple[str, ...]] = [_HEADINGS]
    for api in package.apis:
        lines = sum(text.count("\n") for text in api.files.values())
        state = "unchanged" if api.reused else "made"
        counts = (api.counts.operations, api.counts.models, len(api.files), lines)
        rows.append((api.config.name, *map(str, counts), f"{api.seconds:.2f}", state))
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEADINGS))]
    text = "\n".join(
        "  ".join(
            cell.ljust(w) if at in (0, 6) else cell.rjust(w)
            for at, (cell, w) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
    return f"{text}\n{_summary(package, outcome)}\n"


def _summary(package: Package, outcome: Outcome) -> str:
    target = package.config.target
    if not outcome.wrote:
        return f"{target}: nothing changed, {outcome.unchanged} files"
    counts = (
        ("created", outcome.created),
        ("changed", outcome.changed),
        ("removed", outcome.removed),
    )
    told = ", ".join(f"{count} {word}" for word, count in counts if count)
    return f"{target}: {told or 'manifest rewritten'}, {outcome.unchanged} unchanged"
