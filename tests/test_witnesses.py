"""Pairs of packages with a caller each, where they are at hand: what type checkers and running them say, `diff` says too."""

from __future__ import annotations

import ast
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpus.documents import SHARED
from sdkwright.diff.model import Surfaces
from sdkwright.diff.usage import hits
from sdkwright.rules.breaking import Python
from sdkwright.rules.breaking.python_changes import compare_packages
from sdkwright.rules.breaking.renames import Package
from sdkwright.rules.breaking.source import read_surface

FOLDER = SHARED / "design" / "witness"
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="the witnesses are not at hand")


@cache
def _pairs() -> dict[str, tuple[str, str, str]]:
    """Old package, new package and caller by their names: the calls of `case` in the module that runs them."""
    if not FOLDER.exists():
        return {}
    source = (FOLDER / "run.py").read_text("utf-8")
    # What comes after the cases runs the checkers.
    names: dict[str, Any] = {}
    exec(source.split("\nd=pathlib")[0], names)
    head: str = names["H"]
    return {name: (head + old, head + new, call) for name, (old, new, call) in names["C"].items()}


@cache
def _breaks() -> dict[str, bool]:
    """Whether mypy, pyright or running the caller against the new package fails."""
    rows = json.loads((FOLDER / "rows.json").read_text("utf-8"))
    return {row[0]: bool(row[2] or row[4] or row[6] != "ok") for row in rows}


@pytest.mark.parametrize("name", _pairs())
def test_a_caller_is_hit_where_it_breaks(name: str) -> None:
    old, new, caller = _pairs()[name]
    before, after = read_surface([old]), read_surface([new])
    changes = compare_packages(Package(before), Package(after))
    text = f"from sdk import *\n{caller}"
    surfaces = Surfaces(before, after)
    found = list(
        hits(Path("caller.py"), text, ast.parse(text), surfaces, changes, lambda m: m == "sdk")
    )
    assert bool(found) is _breaks()[name], [change.rule for change in changes]
    assert all(hit.change.migration for hit in found)


@pytest.mark.parametrize("name", _pairs())
def test_what_breaks_a_caller_has_a_verdict(name: str) -> None:
    old, new, _ = _pairs()[name]
    changes = compare_packages(Package(read_surface([old])), Package(read_surface([new])))
    bad = any(not change.is_harmless for change in changes)
    if name.startswith(("Q16b", "S01d")):
        # They break who inherits from a class, and nobody who calls it: an addition, which `--usage` tells.
        assert [change.verdict for change in changes] == [Python.ADDITION]
    elif _breaks()[name]:
        assert bad
