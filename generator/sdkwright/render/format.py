"""From rendered files to the same files laid out by black and known to compile."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache as once
from importlib.metadata import version
from pathlib import PurePosixPath

from _black_version import version as _black_version  # type: ignore[import-untyped]  # black itself is slow to import

from sdkwright.text.diagnostic import Report

from .cache import Cache, digest
from .format_worker import LINE_LENGTH, TARGET, Answer, gate

BLACK = "black"
RUFF = "ruff"


@once
def _layout(formatter: str) -> str:
    # The interpreter belongs to it because what is cached has also passed the gate.
    release = _black_version if formatter == BLACK else version(formatter)
    return f"{formatter} {release}, {LINE_LENGTH}, {TARGET}, {sys.implementation.cache_tag}"


def format_all(
    files: Mapping[PurePosixPath, str], cache: Cache, report: Report, formatter: str = BLACK
) -> dict[PurePosixPath, str]:
    """The files with every `.py` laid out; a file that cannot be is reported and stays as it was rendered.

    `formatter` is `black`, the reference, or `ruff`.
    """
    done = dict(files)
    unknown: dict[PurePosixPath, str] = {}
    for path, text in files.items():
        if path.suffix != ".py":
            continue
        known = cache.get(_key(formatter, text))
        if known is None:
            unknown[path] = text
        else:
            done[path] = known.decode()
    for path, answer in _laid_out(unknown, formatter):
        if answer is None:
            done[path] = unknown[path]
            _report_timeout(path, unknown[path], report)
        elif answer["code"]:
            _report(path, answer, report)
        else:
            done[path] = answer["text"]
            cache.put(_key(formatter, unknown[path]), answer["text"].encode())
    return done


def _laid_out(
    texts: Mapping[PurePosixPath, str], formatter: str
) -> Iterator[tuple[PurePosixPath, Answer | None]]:
    if texts and formatter == RUFF:
        from .format_ruff import laid_out as laid_out_at_once

        yield from zip(texts, laid_out_at_once(list(texts.values())), strict=True)
    elif texts:
        # Not needed in a run in which nothing changed, and such a run should be instant.
        from .format_pool import laid_out

        yield from zip(texts, laid_out(list(texts.values()), os.cpu_count() or 1), strict=True)


def _key(formatter: str, text: str) -> str:
    return digest("layout", _layout(formatter), text)


def _report(path: PurePosixPath, answer: Answer, report: Report) -> None:
    said = "cannot be laid out" if answer["code"] == "format-failed" else "does not compile"
    report.error(
        answer["code"],
        f"the generated file {path} {said}: {answer['reason']}",
        None,
        "This is a fault of sdkwright and not of the spec: please report it with the spec that shows it.",
    )


def _report_timeout(path: PurePosixPath, text: str, report: Report) -> None:
    """Laying out takes too long: valid code that is not pretty beats none, and the reader is told."""
    answer = gate(text)
    if answer["code"]:
        _report(path, answer, report)
        return
    report.warn(
        "format-timeout",
        f"the generated file {path} is not laid out: black did not finish it in time",
        None,
        "On a faster or less busy machine it may be laid out, which changes the file.",
    )
