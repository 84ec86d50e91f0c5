"""Each rule has a folder with a specification and the report it gives; each folder belongs to a rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdkwright.ir.model import Api
from sdkwright.lower.api import lower
from sdkwright.rules.lint import lint, rules
from sdkwright.spec.document import document_of
from sdkwright.spec.shape import check_shape
from sdkwright.text.diagnostic import Report
from sdkwright.text.show import as_text
from sdkwright.text.sources import Sources
from sdkwright.text.yaml import parse

CASES = Path(__file__).parent / "rules" / "lint"
FOLDERS = sorted(folder.name for folder in CASES.iterdir() if folder.is_dir())


def test_each_rule_has_a_folder_and_each_folder_a_rule() -> None:
    assert sorted(rules()) == FOLDERS


@pytest.mark.parametrize("name", FOLDERS)
def test_a_case_gives_its_report(name: str, request: pytest.FixtureRequest) -> None:
    text = (CASES / name / "spec.yaml").read_text("utf-8")
    found = _findings(_api(text))
    expected = CASES / name / "report.txt"
    report = as_text(found.in_order(), Sources({"spec.yaml": text}), colour=False)
    if request.config.getoption("--update"):
        expected.write_text(report, "utf-8")
    assert report == expected.read_text("utf-8")
    assert {one.code for one in found.found} == {name}


@pytest.mark.parametrize("name", FOLDERS)
def test_a_manual_page_says_what_why_and_how(name: str) -> None:
    page = rules()[name].manual
    assert rules()[name].summary.endswith(".")
    assert page.count("\n\n") >= 2
    assert page.count("```") == 2


@pytest.mark.parametrize("path", sorted((CASES.parents[2] / "specs").glob("*.yaml")), ids=str)
def test_our_own_specifications_are_clean(path: Path) -> None:
    assert _findings(_api(path.read_text("utf-8"))).found == []


def _api(text: str) -> Api:
    report = Report()
    root = parse(text, "spec.yaml", report)
    assert root is not None
    document = document_of(root)
    check_shape(document, report)
    api = lower(document, "sample", report)
    assert report.found == []
    assert api is not None
    return api


def _findings(api: Api) -> Report:
    report = Report()
    for one in lint(api):
        report.add(one)
    return report
