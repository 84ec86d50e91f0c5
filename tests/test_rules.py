"""Each rule has a folder with a specification and the report it gives; each folder belongs to a rule."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sdkwright.config import FILE, Config, LintConfig, read_config, single_config
from sdkwright.linting import lint
from sdkwright.rules.lint import Group, rules
from sdkwright.rules.selection import Selection
from sdkwright.text.diagnostic import Report
from sdkwright.text.show import as_text

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "rules" / "lint"
FOLDERS = sorted(folder.name for folder in CASES.iterdir() if folder.is_dir())

TEXTS = {"002_a": "a line\n" * 99, "004_c": "a line\n" * 99}
"""The source documents of the cases; the second has changed since it was compared."""

LOCK = '{"004_c": "0000"}'


def test_there_are_many_rules_in_four_groups() -> None:
    assert len(rules()) >= 60
    assert {rule.group for rule in rules().values()} == set(Group)


def test_each_rule_has_a_folder_and_each_folder_a_rule() -> None:
    assert sorted(rules()) == FOLDERS


@pytest.mark.parametrize("name", FOLDERS)
def test_a_case_gives_its_report(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(CASES / name / "spec.yaml", "spec.yaml")
    report = _linted(name)
    expected = CASES / name / "report.txt"
    # The readers may have something to say of the same thing; other rules may not.
    found = [one for one in report.in_order() if one.code in rules()]
    shown = as_text(found, report.sources, colour=False)
    if request.config.getoption("--update"):
        expected.write_text(shown, "utf-8")
    assert shown == expected.read_text("utf-8")
    assert {one.code for one in found} == {name}


def _linted(rule: str) -> Report:
    """The findings in spec.yaml of the rules that are on, and of one that may be off."""
    texts = Path("texts")
    texts.mkdir()
    for name, text in TEXTS.items():
        (texts / f"{name}.txt").write_text(text, "utf-8")
    Path("sources.lock.json").write_text(LOCK, "utf-8")
    single = single_config(Path("spec.yaml"), Path("out"), "sample")
    wide = rule in {"provenance-vague"}
    settings = LintConfig(sources=None if wide else texts)
    config = Config(Path(), "sample", single.target, single.apis, single=True, lint=settings)
    # The examples of the other cases are there to be examples, and show nothing.
    levels = {} if rule.startswith("oas3-valid-") else {"oas3-valid-*": "off"}
    levels |= {rule: "warning"} if rules()[rule].default is None else {}
    report = Report()
    lint(config, report, Selection(levels), cached=False)
    return report


@pytest.mark.parametrize("name", FOLDERS)
def test_a_manual_page_says_what_why_and_how(name: str) -> None:
    page = rules()[name].manual
    assert rules()[name].summary.endswith(".")
    assert page.count("\n\n") >= 2
    assert page.count("```") == 2


def test_our_own_specifications_are_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    report = Report()
    config = read_config(Path(FILE), report)
    assert config is not None
    lint(config, report, Selection(config.lint.rules), cached=False)
    assert as_text(report.in_order(), report.sources, colour=False) == ""


def test_the_index_of_rules_is_in_step(request: pytest.FixtureRequest) -> None:
    path = ROOT / "docs" / "lint.md"
    before, rest = path.read_text("utf-8").split("<!-- rules -->\n")
    _, after = rest.split("<!-- end -->")
    page = f"{before}<!-- rules -->\n{_index()}<!-- end -->{after}"
    if request.config.getoption("--update"):
        path.write_text(page, "utf-8")
    assert path.read_text("utf-8") == page


def _index() -> str:
    """A table of each group: the id, how bad its findings are, what it finds."""
    tables: list[str] = []
    for group in Group:
        rows = [
            f"| `{rule.id}` | {rule.default.value if rule.default else 'off'} | {rule.summary} |\n"
            for rule in sorted(rules().values(), key=lambda one: one.id)
            if rule.group is group
        ]
        head = "| rule | level | finds |\n|---|---|---|\n"
        tables.append(f"\n### {group.value}\n\n{head}{''.join(rows)}")
    return "".join(tables).lstrip("\n") + "\n"
