"""The command `review`: a comment that fits whatever the size, a page that needs nothing else, and approvals."""

from __future__ import annotations

import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from sdkwright.cli import app
from sdkwright.diff.markdown import LIMIT, MARK

CASES = Path(__file__).parent / "diff"


def _review(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["review", *map(str, arguments)])


def _git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def _history(folder: Path, old: str, new: str) -> None:
    _git(folder, "init", "-q", "-b", "main")
    (folder / "spec.yaml").write_text(old, "utf-8")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "-m", "old")
    (folder / "spec.yaml").write_text(new, "utf-8")


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """A repository whose `main` has the old document of a case, and whose working tree has the new one."""
    texts = [(CASES / request.param / f"{side}.yaml").read_text("utf-8") for side in ("old", "new")]
    _history(tmp_path, *texts)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("case", ["request_property_removed"], indirect=True)
def test_a_comment_shows_verdict_places_and_python(case: Path) -> None:
    done = _review("spec.yaml", "--base", "main")
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith(f"{MARK}\n## Callers break: a major version")
    row = "| ❌ | warning | source | `POST /refunds`: `body/reason: the optional property 'reason' is gone`"
    assert f"{row} | `do not pass 'reason'` |" in done.stdout
    assert "`request-property-removed` · `main:spec.yaml:29:17`" in done.stdout
    assert "-     reason: str | Unset = UNSET,\n      note: str | Unset = UNSET," in done.stdout
    assert "→ `do not pass 'reason'`" in done.stdout
    assert "<summary>The generated code</summary>" in done.stdout


class _Page(HTMLParser):
    """The tags of a page, and the addresses that it names."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [
            value or "" for name, value in attrs if name in ("href", "src", "action")
        ]


@pytest.mark.parametrize("case", ["hostile_texts"], indirect=True)
def test_texts_of_a_specification_stay_texts(case: Path) -> None:
    page = case / "page.html"
    done = _review("spec.yaml", "--base", "main", "--html", page)
    assert done.exit_code == 0, done.output
    outside = re.sub(r"(`{3,}).*?\1|`[^`\n]*`", "", done.stdout, flags=re.DOTALL)
    for bad in ("<script", "[x](", "::error", "\x1b", "\u202e"):
        assert bad not in outside
        assert bad not in done.stdout or bad in ("<script", "[x](", "::error")
    assert not any(line.startswith("::") for line in done.stdout.splitlines())
    text = page.read_text("utf-8")
    found = _Page(text)
    assert found.tags.count("script") == 1
    assert all(re.fullmatch(r"#([0-9a-f]{12}|g\d+|changes)", one) for one in found.addresses)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "alert(1)&lt;/script&gt;" in text


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_texts_stay_texts_in_every_format(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CASES / "hostile_texts")
    done = CliRunner().invoke(app, ["diff", "old.yaml", "new.yaml", "-f", form, "--all"])
    assert done.exit_code == 0, done.output
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    commands = [line for line in done.stdout.splitlines() if line.startswith("::")]
    assert all(re.match(r"::(error|warning|notice) file=", line) for line in commands)
    assert bool(commands) is (form == "github")


def _large(kind: str, limit: int | None = None) -> str:
    """A document of many operations and properties, all of one type; with a `limit` each has a longest value of its own."""

    def field(thing: int, n: int) -> dict[str, Any]:
        longest = {} if limit is None else {"maxLength": limit + 20 * thing + n}
        return {"type": kind, "description": "x" * 80, **longest}

    schemas: dict[str, Any] = {
        f"Thing{thing}": {
            "type": "object",
            "required": ["field_0"],
            "properties": {f"field_{n}": field(thing, n) for n in range(20)},
        }
        for thing in range(60)
    }
    paths = {
        f"/things/{n}": {
            "get": {
                "operationId": f"getThing{n}",
                "responses": {
                    "200": {
                        "description": "x",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": f"#/components/schemas/Thing{n}"}
                            }
                        },
                    }
                },
            }
        }
        for n in range(60)
    }
    info = {"title": "Things", "version": "1.0.0"}
    whole = {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}}
    return json.dumps(whole)


@pytest.mark.parametrize("are_alike", [True, False])
def test_a_comment_fits_whatever_the_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, are_alike: bool
) -> None:
    sides = (("string", None), ("integer", None)) if are_alike else (("string", 1), ("string", 2))
    _history(tmp_path, *(_large(*side) for side in sides))
    monkeypatch.chdir(tmp_path)
    done = _review("spec.yaml", "--base", "main", "--html", tmp_path / "page.html")
    assert done.exit_code == 0, done.output
    assert 20_000 < len(done.stdout) <= LIMIT
    assert "more: see the page" in done.stdout
    # What is said of many places in the same words is one row, and nothing is hidden below it.
    is_cut = "more that break something: see the page" in done.stdout
    assert is_cut is not are_alike
    assert ("in 1,140 places: `GET /things/0: 200/field_1`" in done.stdout) is are_alike
    assert ("source" in done.stdout) is are_alike
    page = (tmp_path / "page.html").read_text("utf-8")
    assert len(page.encode()) < 1_000_000
    assert ("more below" in page) is not are_alike


# --- Approvals ----------------------------------------------------------------------------------


def _approve(folder: Path, text: str, expires: str = "") -> None:
    found = dict.fromkeys(re.findall(r"`([0-9a-f]{12})`", text))
    entries = [
        f'[[approve]]\nfingerprint = "{one}"\nreason = "agreed"\nwho = "ann"\n{expires}\n'
        for one in found
    ]
    (folder / "api-approvals.toml").write_text("\n".join(entries), "utf-8")


@pytest.mark.parametrize("case", ["request_property_removed"], indirect=True)
def test_approved_changes_pass_until_they_say_something_else(case: Path) -> None:
    gate = ("spec.yaml", "--base", "main", "--fail-on", "source")
    first = _review(*gate)
    assert first.exit_code == 1
    _approve(case, first.stdout)
    done = _review(*gate)
    assert done.exit_code == 0, done.output
    assert "Approved by `ann`: `agreed`" in done.stdout
    assert "(approved)" in done.stdout
    text = (case / "spec.yaml").read_text("utf-8")
    (case / "spec.yaml").write_text(text.replace("    note: {type: string}\n", ""), "utf-8")
    assert _review(*gate).exit_code == 1


@pytest.mark.parametrize("case", ["request_property_removed"], indirect=True)
def test_approvals_end(case: Path) -> None:
    gate = ("spec.yaml", "--base", "main", "--fail-on", "source")
    _approve(case, _review(*gate).stdout, "expires = 2020-01-01")
    done = _review(*gate)
    assert done.exit_code == 1
    expired, unneeded = "approval-expired", "approval-unneeded"
    assert f"warning[{expired}]" in done.stderr
    # What fails the run is not called approved.
    assert "pproved" not in done.stdout
    (case / "api-approvals.toml").write_text(
        '[[approve]]\nfingerprint = "000000000000"\nreason = "r"\nwho = "w"\n', "utf-8"
    )
    assert f"warning[{unneeded}]" in _review(*gate).stderr


@pytest.mark.parametrize(
    ("text", "code"),
    [("[[approve", "approvals-unreadable"), ("[[approve]]\nwho = 'x'\n", "approval-incomplete")],
)
@pytest.mark.parametrize("case", ["request_property_removed"], indirect=True)
def test_approvals_that_are_none(case: Path, text: str, code: str) -> None:
    (case / "api-approvals.toml").write_text(text, "utf-8")
    done = _review("spec.yaml", "--base", "main")
    assert done.exit_code == 2
    assert f"error[{code}]" in done.stderr
