"""The cases of oasdiff, where they are at hand: the verdict of the wire is the same, and the id; what differs has a reason."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpus.documents import SHARED
from sdkwright.rules.breaking import Policy, WireChange, compare_documents
from sdkwright.rules.breaking.wire_rules import wire_rules
from sdkwright.spec.document import Document, load_document
from sdkwright.spec.upgrade import upgrade
from sdkwright.text.diagnostic import Report

FOLDER = SHARED / "corpus" / "diff-pairs" / "oasdiff"
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason=f"{FOLDER.name} is not at hand")

_ORDER = ("breaking", "warning", "compatible", "none")
_VERDICTS = {"breaking": "breaking", "warning": "warning"}
_LEVELS = {"ERR": "breaking", "WARN": "warning", "INFO": "compatible"}
_NOTICE = (31, 180)

DISAGREEMENTS: Mapping[str, str] = {
    "TestBreaking_ModifyPattern": (
        "the pattern stands on a property that is read-only, which no request carries: harmless"
    ),
}
"""Cases that we judge otherwise, and why (docs/review.md lists them too)."""

OTHER_LEVELS: Mapping[str, str] = {
    f"response-{part}-any-of-added": "what a client never met breaks it, by whichever keyword it may come"
    for part in ("body", "property")
}
"""Rules of another level than oasdiff's, and why."""


@cache
def _cases() -> tuple[dict[str, Any], ...]:
    path = FOLDER / "expected.jsonl"
    if not path.exists():
        return ()
    return tuple(json.loads(line) for line in path.read_text("utf-8").splitlines())


def _document(path: Path) -> Document:
    report = Report()
    document = load_document(path, None, report)
    assert document is not None
    upgraded = upgrade(document, report)
    assert upgraded is not None
    return upgraded


def _changes(case: dict[str, Any]) -> tuple[WireChange, ...]:
    notice = _NOTICE if "checker.WithDeprecation" in case["options"] else (0, 0)
    old, new = (_document(FOLDER / case[side]) for side in ("base", "revision"))
    return compare_documents(old, new, Policy(date.today(), *notice))


def _is_right(case: dict[str, Any]) -> bool:
    found = _changes(case)
    verdicts = {one.rule: one.verdict.value for one in found}
    # A comment is a sentence beside a change, not a change.
    wanted = {id_ for id_ in case["expected_ids"] if not id_.endswith("-comment")}
    if not wanted <= verdicts.keys() or verdicts.keys() & set(case["negative_ids"]):
        return False
    counted = verdicts if case["scope"] == "all-checks" else {id_: verdicts[id_] for id_ in wanted}
    worst = min(counted.values(), key=_ORDER.index, default="compatible")
    return worst == _VERDICTS.get(case["verdict"], "compatible")


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["case"])
def test_case(case: dict[str, Any]) -> None:
    assert _is_right(case) is (case["case"] not in DISAGREEMENTS)


def test_levels_are_the_same() -> None:
    levels = json.loads((FOLDER / "rule-levels.json").read_text("utf-8"))
    rules = wire_rules()
    assert set(levels) <= rules.keys()
    theirs = {id_: _LEVELS[level["level"]] for id_, level in levels.items()}
    other = {id_ for id_, level in theirs.items() if rules[id_].verdict.value != level}
    assert other == OTHER_LEVELS.keys()
