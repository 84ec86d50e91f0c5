"""When a comparison fails a run: verdicts that are not wanted, a bump too large, a declared version too small."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from ..rules.breaking.verdict import Bump, Python, Wire
from ..text.diagnostic import Report

if TYPE_CHECKING:
    from .model import Comparison


class FailOn(StrEnum):
    """What makes the exit status 1."""

    WIRE = "wire"
    SOURCE = "source"
    TYPING = "typing"
    BEHAVIOUR = "behaviour"
    ANY = "any"


def held(
    comparison: Comparison,
    fail_on: tuple[FailOn, ...],
    max_bump: Bump | None,
    declared: str | None,
    report: Report,
) -> bool:
    """Whether a comparison holds what was asked of it. Whatever it does not hold is reported.

    Reports `change-unwanted`, `bump-too-large`, `declared-too-small`, and `side-unjudged`, an error where a gate needs a
    verdict that could not be had.
    """
    found = [*_unwanted(comparison, fail_on)]
    for message, hint in found:
        report.error("change-unwanted", message, None, hint)
    order = list(Bump)
    if max_bump is not None and order.index(comparison.bump) < order.index(max_bump):
        message = f"the changes ask for a {comparison.bump.value} version, at most {max_bump.value} is allowed"
        report.error("bump-too-large", message, None, "take the worst changes back, or allow more")
    if declared is not None:
        _check_declared(comparison, declared, report)
    return not report.failed


def unjudged(
    comparison: Comparison, fail_on: tuple[FailOn, ...], gated: bool, report: Report
) -> bool:
    """Whether a verdict is missing that a gate needs; told as a warning where none does."""
    python = gated or any(one is not FailOn.WIRE for one in fail_on)
    wire = any(one in (FailOn.WIRE, FailOn.ANY) for one in fail_on)
    missing = False
    for api in comparison.apis:
        for why, needed in ((api.unjudged, python), (api.wire_unjudged, wire)):
            if why is not None:
                tell = report.error if needed else report.warn
                tell(
                    "side-unjudged",
                    f"`{api.name}`: {why}",
                    None,
                    "see `sdkwright lint` of that side",
                )
                missing = missing or needed
    return missing


def _unwanted(comparison: Comparison, fail_on: tuple[FailOn, ...]) -> Iterator[tuple[str, str]]:
    for wanted in dict.fromkeys(fail_on):
        bad = [one for one in comparison.changes if _matches(wanted, one.wire, one.python)]
        if bad:
            listed = ", ".join(sorted({one.rule for one in bad})[:5])
            count = f"{len(bad):,} change{'s' if len(bad) > 1 else ''}"
            hint = "take them back, or approve them in `api-approvals.toml`, which `sdkwright review` reads"
            yield f"{count} of the kind `{wanted.value}`: {listed}", hint


def _matches(wanted: FailOn, wire: Wire, python: Python) -> bool:
    match wanted:
        case FailOn.WIRE:
            return wire is Wire.BREAKING
        case FailOn.ANY:
            return wire is Wire.BREAKING or python in (
                Python.SOURCE,
                Python.TYPING,
                Python.BEHAVIOUR,
            )
        case _:
            return python.value == wanted.value


_VERSION = re.compile(r"v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:[-+.].*)?")


def _check_declared(comparison: Comparison, declared: str, report: Report) -> None:
    later = _numbers(declared)
    if later is None:
        message = f"`{declared}` is no version"
        report.error("version-invalid", message, None, "write it as `1.4.0`")
        return
    for api in comparison.apis:
        before = _numbers(api.old_version)
        if before is None:
            message = f"`{api.name}`: the old version `{api.old_version}` is none to count from"
            report.error("version-invalid", message, None, "give `info.version` of the old side")
            continue
        step = _step(before, later)
        order = list(Bump)
        if order.index(comparison.bump) < order.index(step):
            message = f"{declared} after {api.old_version} is too small: the changes ask for a {comparison.bump.value} version"
            report.error(
                "declared-too-small", message, None, f"release {_next(before, comparison.bump)}"
            )


def _numbers(version: str) -> tuple[int, int, int] | None:
    found = _VERSION.fullmatch(version.strip())
    return (int(found[1]), int(found[2] or 0), int(found[3] or 0)) if found else None


def _step(before: tuple[int, int, int], after: tuple[int, int, int]) -> Bump:
    if after <= before:
        return Bump.NONE
    for part, one in zip((Bump.MAJOR, Bump.MINOR, Bump.PATCH), range(3), strict=True):
        if after[one] != before[one]:
            return part
    return Bump.NONE


def next_version(version: str, part: Bump) -> str | None:
    """The version that is due after another where `part` has to grow; None where that one is no version."""
    before = _numbers(version)
    return None if before is None else _next(before, part)


def _next(before: tuple[int, int, int], part: Bump) -> str:
    major, minor, patch = before
    return {
        Bump.MAJOR: f"{major + 1}.0.0",
        Bump.MINOR: f"{major}.{minor + 1}.0",
        Bump.PATCH: f"{major}.{minor}.{patch + 1}",
    }.get(part, f"{major}.{minor}.{patch}")
