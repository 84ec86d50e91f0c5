"""Examples that no longer round-trip: those of the new side, sent through the new package, that fail as none did before."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import PurePosixPath

from msgspec.structs import replace

from ..lower.depth import room_for_depth
from ..render.pages import runtime_files
from ..text.diagnostic import Diagnostic, Report
from ..verify.judge import Court
from ..verify.process import NEEDED, facts_of
from ..verify.trial import trial_of
from ..verify.validity import Validator
from .model import BrokenExample, Comparison
from .understand import Understood

_MOST = 1_000
"""An API with more examples is not tried: a review answers in seconds."""


def tried(comparison: Comparison, report: Report) -> Comparison:
    """The comparison with the examples that break; unchanged where the libraries that packages need are not installed.

    Only what fails now and did not before is told. Examples are sent over loopback (see `sdkwright verify`).
    """
    if any(find_spec(name) is None for name in NEEDED):
        return comparison
    found: list[BrokenExample] = []
    for api in comparison.apis:
        if api.sides is not None and api.changes:
            old, new = api.sides
            try:
                with room_for_depth():
                    found += _broken(old, new, report)
            except RecursionError:
                # Too deep to be tried; what the change does is judged all the same.
                continue
    return replace(comparison, examples=tuple(found))


def _broken(old: Understood, new: Understood, report: Report) -> Iterator[BrokenExample]:
    after = dict(_failures(new, report))
    before = dict(_failures(old, report)) if after else {}
    for id_, found in after.items():
        if id_ not in before:
            yield BrokenExample(found.code, found.message, found.span)


def _failures(side: Understood, report: Report) -> Iterator[tuple[str, Diagnostic]]:
    """The first thing that is wrong with each example of a side, by its id."""
    if side.api is None or side.names is None or not 0 < len(side.api.examples) <= _MOST:
        return
    trial = trial_of(side.api, side.names, "")
    files = {**runtime_files(), **side.files, PurePosixPath("py.typed"): ""}
    facts = facts_of(files, [trial.plan()], report)
    own = facts.get(side.api.name, {"broken": ""}) if facts is not None else {"broken": ""}
    if "broken" in own:
        return
    court = Court(
        side.document, trial, side.names, Validator(side.document, trial.api.definitions), own
    )
    for case in trial.cases:
        first = next(iter(court.verdict(case)), None)
        if first is not None:
            yield case.example.origin.id, first
