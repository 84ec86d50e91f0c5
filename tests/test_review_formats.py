"""A review for programs: JSON, SARIF, annotations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog
from typer.testing import CliRunner, Result

from sdkwright.cli import app
from test_review import CASES, _git, _history

ROOT = Path(__file__).parents[1]


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose working tree breaks callers, and takes an operation away."""
    old, new = (
        (CASES / "hostile_texts" / f"{side}.yaml").read_text("utf-8") for side in ("old", "new")
    )
    _history(tmp_path, old, new)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_json_has_the_published_shape(tree: Path) -> None:
    done = _run("review", "spec.yaml", "--base", "main", "-f", "json")
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    schema = json.loads((ROOT / "docs" / "diff.schema.json").read_text("utf-8"))
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(found)
    first = found["apis"][0]["changes"][0]
    (tree / "api-approvals.toml").write_text(
        f'[[approve]]\nfingerprint = "{first["fingerprint"]}"\nreason = "r"\nwho = "w"\nexpires = 2999-01-01\n',
        "utf-8",
    )
    again = json.loads(_run("review", "spec.yaml", "--base", "main", "-f", "json").stdout)
    approved = again["apis"][0]["changes"][0]["approved"]
    assert approved == {"who": "w", "reason": "r", "expires": "2999-01-01"}


def test_sarif_is_sarif(tree: Path) -> None:
    for command in (
        ("review", "spec.yaml", "--base", "main"),
        ("diff", "spec.yaml", "--against", "main"),
    ):
        done = _run(*command, "-f", "sarif")
        assert done.exit_code == 0, done.output
        log = json.loads(done.stdout)
        SarifLog.model_validate(log)
        run = log["runs"][0]
        assert run["results"]
        for result in run["results"]:
            for place in (*result.get("locations", ()), *result.get("relatedLocations", ())):
                # Nothing points into what only git has.
                assert place["physicalLocation"]["artifactLocation"]["uri"] == "spec.yaml"
        assert all("help" in rule for rule in run["tool"]["driver"]["rules"])


@pytest.mark.parametrize("form", ["github", "rdjson", "junit"])
def test_findings_in_other_formats(tree: Path, form: str) -> None:
    done = _run("review", "spec.yaml", "--base", "main", "-f", form)
    assert done.exit_code == 0, done.output
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    if form == "github":
        lines = done.stdout.splitlines()
        assert lines
        assert all(
            line.startswith(("::error file=spec.yaml", "::warning file=spec.yaml"))
            for line in lines
        )


def test_approved_changes_are_no_findings(tree: Path) -> None:
    found = json.loads(_run("review", "spec.yaml", "--base", "main", "-f", "json").stdout)
    marks = dict.fromkeys(one["fingerprint"] for api in found["apis"] for one in api["changes"])
    entries = [f'[[approve]]\nfingerprint = "{one}"\nreason = "r"\nwho = "w"\n' for one in marks]
    (tree / "api-approvals.toml").write_text("\n".join(entries), "utf-8")
    log = json.loads(_run("review", "spec.yaml", "--base", "main", "-f", "sarif").stdout)
    assert log["runs"][0]["results"] == []


def test_what_was_not_there_yet_is_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _git(tmp_path, "init", "-q", "-b", "main")
    assert _run("init").exit_code == 0
    first = _run("diff", "--against", "HEAD", "--fail-on", "any")
    assert first.exit_code == 0, first.output
    assert "endpoint-added" in first.stdout
    (tmp_path / "README").write_text("x", "utf-8")
    _git(tmp_path, "add", "README")
    _git(tmp_path, "commit", "-q", "-m", "before")
    done = _run("review", "--base", "HEAD", "--html", "page.html")
    assert done.exit_code == 0, done.output
    assert "Callers go on" in done.stdout
    assert "`GET /orders/{orderId}`: `is new`" in done.stdout
    unknown = _run("review", "nowhere.toml", "--base", "HEAD")
    assert unknown.exit_code == 2


def test_a_page_that_can_not_be_written(tree: Path) -> None:
    done = _run("review", "spec.yaml", "--base", "main", "--html", "nowhere/page.html")
    assert done.exit_code == 2
    assert "can't be written" in done.stderr
