"""Whatever is wrong with a document, it is told: no command falls over it."""

from __future__ import annotations

import json
import os
import random
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from damaging import damaged, plain
from sdkwright import Report, build
from sdkwright.config import single_config
from sdkwright.diff.compare import compare_sides
from sdkwright.diff.markdown import as_markdown
from sdkwright.diff.page import as_page
from sdkwright.diff.review import review_of
from sdkwright.diff.show import as_text
from sdkwright.diff.sides import Desk
from sdkwright.linting import lint
from sdkwright.rules.breaking import Policy
from sdkwright.rules.selection import Selection

TESTS = Path(__file__).parent
SPECS = sorted(
    path
    for path in (*TESTS.glob("cases/**/spec.yaml"), *TESTS.glob("rules/lint/*/spec.yaml"))
    if path.stat().st_size < 30_000
)
_EACH = int(os.environ.get("SDKWRIGHT_EXAMPLES", "10"))


@cache
def _documents() -> list[Any]:
    return [found for path in SPECS if isinstance(found := plain(path), dict)]


def _checked(before: Any, after: Any, folder: Path) -> None:
    """Generate, lint and compare; an exception fails the test, with the documents in its message."""
    spec = folder / "after.json"
    (folder / "before.json").write_text(json.dumps(before), "utf-8")
    spec.write_text(json.dumps(after, indent=1), "utf-8")
    config, report = single_config(spec, folder / "out", "api"), Report()
    package = build(config, report, cached=False)
    assert package.apis or report.failed
    lint(config, Report(), Selection({"*": "warning"}), cached=False)
    desk = Desk(folder, Report())
    old, new = desk.side(str(folder / "before.json")), desk.side(str(spec))
    comparison = old and new and compare_sides(old, new, Policy(date(2026, 1, 1)), Report())
    if comparison:
        as_text(comparison, every=True, colour=False)
        review = review_of(comparison, {})
        as_markdown(review)
        as_page(review)


@pytest.mark.parametrize("seed", range(8))
def test_nothing_falls_over_a_damaged_document(seed: int) -> None:
    """`SDKWRIGHT_EXAMPLES=400` for a long run, of which other seeds say other things."""
    dice = random.Random(f"{seed} {_EACH}")
    documents = _documents()
    for _ in range(_EACH):
        sound = dice.choice(documents)
        after = damaged(sound, documents, dice)
        before = sound if dice.random() < 0.6 else damaged(sound, documents, dice)
        with TemporaryDirectory(prefix="damaged-") as name:
            try:
                _checked(before, after, Path(name))
            except Exception as fault:
                raise AssertionError(json.dumps([before, after])) from fault


@pytest.mark.parametrize(
    "case", [path.parent for path in SPECS if path.is_relative_to(TESTS / "cases" / "errors")]
)
def test_what_is_refused_can_be_compared(case: Path, tmp_path: Path) -> None:
    """Another text of the same: what is the same to the byte is not looked at."""
    text = (case / "spec.yaml").read_bytes()
    (tmp_path / "before.yaml").write_bytes(text)
    (tmp_path / "after.yaml").write_bytes(text + b"# Changed.\n")
    desk = Desk(tmp_path, Report())
    old, new = (desk.side(str(tmp_path / name)) for name in ("before.yaml", "after.yaml"))
    comparison = old and new and compare_sides(old, new, Policy(date(2026, 1, 1)), Report())
    if comparison:
        as_text(comparison, every=True, colour=False)
