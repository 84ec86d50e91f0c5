"""From rendered files to the same files laid out by black and known to compile."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from functools import cache as once
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Self

from _black_version import version as _black_version  # type: ignore[import-untyped]  # black itself is slow to import

from sdkwright.text.diagnostic import Report

from .cache import Cache, digest
from .format_worker import LINE_LENGTH, TARGET, Answer, gate
from .releases import release_of

if TYPE_CHECKING:
    from .format_pool import Pool

BLACK = "black"
RUFF = "ruff"


class Formatter:
    """What lays out code: `black`, the reference, or `ruff`. As a context manager it ends what it started."""

    def __init__(self, name: str = BLACK) -> None:
        self.name = name
        self._pool: Pool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.__exit__()

    def expect(self) -> None:
        """Get ready while something else is done: there will be files soon."""
        if self.name == BLACK:
            self._processes().expect()

    def laid_out(self, texts: Sequence[str]) -> Sequence[Answer | None]:
        """What becomes of each text, in their order; None for one that took too long."""
        if self.name == RUFF:
            from .format_ruff import laid_out

            return laid_out(texts)
        return self._processes().laid_out(texts)

    def _processes(self) -> Pool:
        # Not needed in a run in which nothing changed, and such a run should be instant.
        from .format_pool import Pool

        self._pool = self._pool or Pool(os.cpu_count() or 1)
        return self._pool


@once
def layout_of(formatter: str) -> str:
    """What decides how a formatter lays out code."""
    # The interpreter belongs to it because what is cached has also passed the gate.
    release = _black_version if formatter == BLACK else release_of(formatter)
    return f"{formatter} {release}, {LINE_LENGTH}, {TARGET}, {sys.implementation.cache_tag}"


def format_all(
    files: Mapping[PurePosixPath, str],
    cache: Cache,
    report: Report,
    formatter: Formatter,
    shelf: str = "",
) -> dict[PurePosixPath, str]:
    """The files with every `.py` laid out; a file that cannot be is reported and stays as it was rendered.

    What the last run with the same `shelf` has laid out is taken from there. One entry holds it all: a large API has a
    thousand files, and as many entries would take longer to write than the formatter needs.
    """
    key = digest("layout", layout_of(formatter.name), shelf)
    known: dict[str, str] = cache.get_value(key) or {}
    sources = {path: digest(text) for path, text in files.items() if path.suffix == ".py"}
    unknown = [path for path, source in sources.items() if source not in known]
    answers: Sequence[Answer | None] = ()
    if unknown:
        answers = formatter.laid_out([files[path] for path in unknown])
    done = dict(files)
    for path, answer in zip(unknown, answers, strict=True):
        if answer is None:
            _report_timeout(path, files[path], report)
        elif answer["code"]:
            told(path, answer["code"], answer["reason"], report)
        else:
            known[sources[path]] = answer["text"]
    kept = {source: known[source] for source in sources.values() if source in known}
    if unknown:
        cache.put_value(kept, key)
    return done | {path: kept[source] for path, source in sources.items() if source in kept}


def told(path: PurePosixPath, code: str, reason: str, report: Report) -> None:
    """Report that a file cannot be laid out, or does not compile, with the code and reason of the formatter's answer."""
    said = "cannot be laid out" if code == "format-failed" else "does not compile"
    report.error(
        code,
        f"the generated file {path} {said}: {reason}",
        None,
        "this is a fault of sdkwright and not of the spec: please report it with the spec that shows it",
    )


def _report_timeout(path: PurePosixPath, text: str, report: Report) -> None:
    """Laying out takes too long: valid code that is not pretty beats none, and the reader is told."""
    answer = gate(text)
    if answer["code"]:
        told(path, answer["code"], answer["reason"], report)
        return
    report.warn(
        "format-timeout",
        f"the generated file {path} is not laid out: black did not finish it in time",
        None,
        "on a faster or less busy machine it may be laid out, which changes the file",
    )
