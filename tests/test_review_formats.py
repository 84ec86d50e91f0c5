"""A review for programs (JSON, SARIF, annotations), and the action that keeps a comment up to date."""

from __future__ import annotations

import json
import os
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog
from typer.testing import CliRunner, Result

from sdkwright.cli import app
from sdkwright.text.diagnostic import Report
from sdkwright.text.yaml import load
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


# --- The action ---------------------------------------------------------------------------------


def _step(name: str) -> str:
    root = load(ROOT / "action.yml", "action.yml", Report())
    assert root is not None
    action: Any = root.plain()
    return str(next(one["run"] for one in action["runs"]["steps"] if one["name"] == name))


def _tool(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/usr/bin/env bash\n{script}", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def _shell(step: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PATH": f"{folder}/bin:{os.environ['PATH']}",
        "RUNNER_TEMP": str(folder),
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
        "GITHUB_OUTPUT": str(folder / "output"),
        **variables,
    }
    # As a composite action runs it.
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", _step(step)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("known", ["", "77"])
def test_the_comment_is_written_once_and_then_replaced(tmp_path: Path, known: str) -> None:
    (tmp_path / "sdkwright-review").mkdir()
    (tmp_path / "sdkwright-review" / "review.md").write_text("<!-- sdkwright review -->", "utf-8")
    log = tmp_path / "log"
    _tool(
        tmp_path / "bin",
        "gh",
        f'echo "$*" >> {log}\n[[ "$*" == *--jq* ]] && echo "{known}"\nexit 0\n',
    )
    done = _shell("Comment", tmp_path, NUMBER="5", GITHUB_REPOSITORY="a/b", GH_TOKEN="t")
    assert done.returncode == 0, done.stderr
    last = log.read_text("utf-8").splitlines()[-1]
    assert ("PATCH repos/a/b/issues/comments/77" in last) is bool(known)
    assert ("repos/a/b/issues/5/comments" in last) is not bool(known)
    assert f"body=@{tmp_path}/sdkwright-review/review.md" in last


def test_a_comment_that_may_not_be_written_fails_nothing(tmp_path: Path) -> None:
    (tmp_path / "sdkwright-review").mkdir()
    (tmp_path / "sdkwright-review" / "review.md").write_text("x", "utf-8")
    _tool(tmp_path / "bin", "gh", '[[ "$*" == *--jq* ]] && exit 0\nexit 1\n')
    done = _shell("Comment", tmp_path, NUMBER="5", GITHUB_REPOSITORY="a/b", GH_TOKEN="t")
    assert done.returncode == 0
    assert "::notice::" in done.stdout


def test_the_action_runs_what_it_is_told(tmp_path: Path) -> None:
    log = tmp_path / "log"
    script = f'echo "$*" >> {log}\n[ "$1" = review ] && echo "<!-- review -->" && exit 1\nexit 0\n'
    _tool(tmp_path / "sdkwright" / "bin", "sdkwright", script)
    settings = {
        "CONFIG": "sdkwright.toml",
        "SINCE": "",
        "USAGE": "src dir",
        "FAIL_ON": "source wire",
    }
    done = _shell("Judge", tmp_path, CHECKS="format review", BASE="origin/main", **settings)
    assert done.returncode == 1
    told = log.read_text("utf-8").splitlines()
    assert told[0] == "format --check --config sdkwright.toml"
    assert told[1].startswith("review sdkwright.toml --base origin/main --html ")
    assert told[1].endswith("--usage src dir --fail-on source --fail-on wire")
    assert "<!-- review -->" in (tmp_path / "summary").read_text("utf-8")
    assert "page=" in (tmp_path / "output").read_text("utf-8")
    assert _shell("Judge", tmp_path, CHECKS="lynt", BASE="", **settings).returncode == 2
    assert _shell("Judge", tmp_path, CHECKS="review", BASE="", **settings).returncode == 0


def test_the_action_uses_nothing_of_others() -> None:
    assert "uses:" not in (ROOT / "action.yml").read_text("utf-8")
