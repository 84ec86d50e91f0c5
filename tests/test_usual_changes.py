"""Changes as people make them, one a case: what is told of the wire and of Python, and which version that is."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from sdkwright.diff.compare import compare_sides
from sdkwright.diff.model import Change, Comparison
from sdkwright.diff.sides import Desk
from sdkwright.rules.breaking import Policy
from sdkwright.text.diagnostic import Report

FOLDER = Path(__file__).parent / "breaking" / "usual"
_CASES = FOLDER / "changes.yaml"


def _yaml() -> YAML:
    yaml = YAML()
    yaml.width = 200
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


@cache
def _cases() -> list[dict[str, Any]]:
    # As it was read, so that writing it again keeps the comments.
    found: list[dict[str, Any]] = _yaml().load(_CASES.read_text("utf-8"))
    return found


def _edited(text: str, edits: list[dict[str, Any]]) -> str:
    for edit in edits:
        assert edit["from"] in text, edit["from"]
        text = text.replace(edit["from"], edit["to"], -1 if edit.get("all") else 1)
    return text


def _compared(case: dict[str, Any], folder: Path) -> Comparison:
    base = (FOLDER / f"{case.get('base', 'shop')}.yaml").read_text("utf-8")
    report = Report()
    desk = Desk(folder, report)
    for side in ("before", "after"):
        (folder / f"{side}.yaml").write_text(_edited(base, case.get(side, [])), "utf-8")
    old, new = (desk.side(str(folder / f"{side}.yaml")) for side in ("before", "after"))
    assert old is not None
    assert new is not None
    comparison = compare_sides(old, new, Policy(date(2026, 1, 1)), report)
    assert comparison is not None
    assert [api.unjudged for api in comparison.apis] == [None]
    return comparison


def _told(change: Change) -> str:
    effects = dict.fromkeys(one.rule for one in change.effects if one.rule != change.rule)
    because = f" ({', '.join(effects)})" if effects else ""
    return f"{change.rule}: {change.wire.value}, {change.python.value}{because}"


@pytest.mark.parametrize("at", range(len(_cases())), ids=lambda at: str(_cases()[at]["change"]))
def test_change(at: int, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    case = _cases()[at]
    found = _compared(case, tmp_path)
    told = [_told(one) for one in found.changes if one.rule != "api-version-not-bumped"]
    is_another = (told, found.bump.value) != (list(case["told"]), case["version"])
    if is_another and request.config.getoption("--update"):
        case["told"], case["version"] = told, found.bump.value
        _yaml().dump(_cases(), _CASES)
    assert told == list(case["told"])
    assert found.bump.value == case["version"]


def test_there_are_enough() -> None:
    assert len(_cases()) >= 240
    assert len({case["change"] for case in _cases()}) == len(_cases())
