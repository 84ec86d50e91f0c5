"""The command `diff`: what it says of two sides, when it fails, and what it does where a side can't be had."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner, Result

from sdkwright.cli import app

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "diff"
FOLDERS = sorted(folder.name for folder in CASES.iterdir() if folder.is_dir())


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["diff", *map(str, arguments)])


@pytest.mark.parametrize("name", FOLDERS)
def test_case(name: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CASES / name)
    done = _run("old.yaml", "new.yaml", "--all")
    assert done.exit_code == 0, done.output
    expected = CASES / name / "report.txt"
    if request.config.getoption("--update"):
        expected.write_text(done.stdout, "utf-8")
    assert done.stdout == expected.read_text("utf-8")
    _check_json(_run("old.yaml", "new.yaml", "-f", "json"))


def _check_json(done: Result) -> None:
    schema = json.loads((ROOT / "docs" / "diff.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(done.stdout))


# --- Gates --------------------------------------------------------------------------------------


def _spec(version: str = "1.2.3", **schema: Any) -> str:
    body = {"type": "object", "properties": {"amount": {"type": "number", **schema}}}
    response = {"description": "x", "content": {"application/json": {"schema": body}}}
    operation = {"operationId": "getRefund", "tags": ["refunds"], "responses": {"200": response}}
    info = {"title": "Refunds", "version": version}
    document = {"openapi": "3.1.0", "info": info, "paths": {"/refunds": {"get": operation}}}
    return json.dumps(document, indent=1)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two specifications: a response that says its amount as text now, which breaks the wire and Python."""
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(_spec(), "utf-8")
    new.write_text(_spec("1.3.0", type="string"), "utf-8")
    return old, new


@pytest.mark.parametrize(
    ("arguments", "status", "code"),
    [
        ((), 0, None),
        (("--fail-on", "wire"), 1, "change-unwanted"),
        (("--fail-on", "source"), 1, "change-unwanted"),
        (("--fail-on", "any"), 1, "change-unwanted"),
        (("--fail-on", "typing"), 0, None),
        (("--fail-on", "behaviour"), 0, None),
        (("--max-bump", "major"), 0, None),
        (("--max-bump", "minor"), 1, "bump-too-large"),
        (("--declared", "2.0.0"), 0, None),
        (("--declared", "1.3.0"), 1, "declared-too-small"),
        (("--declared", "soon"), 2, "version-invalid"),
    ],
)
def test_gates(
    pair: tuple[Path, Path], arguments: tuple[str, ...], status: int, code: str | None
) -> None:
    done = _run(*pair, *arguments)
    assert done.exit_code == status
    assert "Result.amount" in done.stdout or "amount" in done.stdout
    assert code is None or f"error[{code}]" in done.stderr


def test_below_1_all_is_one_part_smaller(tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(_spec("0.4.0"), "utf-8")
    new.write_text(_spec("0.5.0", type="string"), "utf-8")
    assert _run(old, new, "--max-bump", "minor").exit_code == 0
    assert _run(old, new, "--declared", "0.5.0").exit_code == 0
    assert _run(old, new, "--declared", "0.4.1").exit_code == 1


def test_annotations_name_the_new_place(pair: tuple[Path, Path]) -> None:
    done = _run(*pair, "-f", "github")
    assert done.stdout.startswith("::error file=")
    assert "title=response-property-type-changed" in done.stdout


# --- Sides --------------------------------------------------------------------------------------


def _git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository: a tag with the old specification, the new one in the working tree."""
    folder = tmp_path / "repository"
    (folder / "specs").mkdir(parents=True)
    _git(folder, "init", "-q", "-b", "main")
    (folder / "specs" / "refunds.json").write_text(_spec(), "utf-8")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "-m", "old")
    _git(folder, "tag", "v1")
    (folder / "specs" / "refunds.json").write_text(_spec("2.0.0", type="string"), "utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        ("v1:specs/refunds.json", "specs/refunds.json"),
        ("v1:specs", "specs"),
        ("specs/refunds.json", "--against", "v1"),
        ("specs", "--against", "main"),
    ],
)
def test_revisions(history: Path, arguments: tuple[str, ...]) -> None:
    done = _run(*arguments, "--fail-on", "wire")
    assert done.exit_code == 1, done.output
    assert "response-property-type-changed" in done.stdout
    assert "specs/refunds.json:" in done.stdout
    assert "/tmp" not in done.stdout
    assert (history / "specs" / "refunds.json").exists()


def _refused(done: Result, code: str) -> None:
    assert done.exit_code == 2, done.output
    assert f"error[{code}]" in done.stderr
    assert "hint:" in done.stderr


def test_a_side_that_is_not_there(history: Path) -> None:
    _refused(_run("nowhere.yaml", "specs/refunds.json"), "side-missing")
    _refused(_run("v1:nowhere.yaml", "specs/refunds.json"), "side-missing")
    _refused(_run("v1:/etc/hostname", "specs/refunds.json"), "side-missing")


def test_a_revision_that_is_not_there(history: Path) -> None:
    _refused(_run("v9:specs/refunds.json", "specs/refunds.json"), "revision-unknown")
    _refused(_run("specs/refunds.json", "--against", "v9"), "revision-unknown")
    _refused(_run("specs/refunds.json", "--against", "--output=x"), "revision-unknown")


def test_histories_that_have_nothing_in_common(history: Path) -> None:
    _git(history, "checkout", "-q", "--orphan", "other")
    _git(history, "commit", "-q", "-m", "other")
    _refused(_run("specs/refunds.json", "--against", "main"), "no-common-base")


def test_a_folder_without_a_document(history: Path) -> None:
    empty = history / "empty"
    empty.mkdir()
    _refused(_run("empty", "specs"), "side-empty")
    (empty / "notes.yaml").write_text("a: 1\n", "utf-8")
    _refused(_run("empty", "specs"), "side-empty")


def test_a_side_that_is_no_document(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.yaml"
    good.write_text(_spec(), "utf-8")
    for text in ("", "[]", "a: [", "swagger: '2.0'", "openapi: 9.9.9"):
        bad.write_text(text, "utf-8")
        for sides in ((good, bad), (bad, good)):
            done = _run(*sides)
            assert done.exit_code == 2, (text, done.output)
            assert "error[" in done.stderr


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    spec = tmp_path / "spec.json"
    spec.write_text(_spec(), "utf-8")
    _refused(_run(spec, "--against", "main"), "git-missing")
    done = _run(spec)
    assert done.exit_code == 2
    assert "--against" in done.stderr


def test_against_a_vendored_package(tmp_path: Path) -> None:
    old, new = tmp_path / "refunds.json", tmp_path / "new.json"
    old.write_text(_spec(), "utf-8")
    new.write_text(_spec("2.0.0", type="string"), "utf-8")
    made = CliRunner().invoke(app, ["generate", str(old), "-o", str(tmp_path / "vendored")])
    assert made.exit_code == 0, made.output
    package = tmp_path / "vendored" / "refunds"
    for place in (package, package / "names.json", package / ".sdkwright.json"):
        done = _run(new, "--against", place, "--fail-on", "source")
        assert done.exit_code == 1, done.output
        assert "py-attr-type-changed" in done.stdout
        same = _run(old, "--against", place, "--fail-on", "source")
        assert same.exit_code == 0, same.output
    # A package tells nothing of the wire, and a gate of the wire says so instead of passing.
    _refused(_run(new, "--against", package, "--fail-on", "wire"), "side-unjudged")
    (package / "models.py").write_text("class", "utf-8")
    _refused(_run(new, "--against", package), "package-unreadable")


# --- The user's code ----------------------------------------------------------------------------


_CODE = """from acme.vendor.refunds import RefundsClient

with RefundsClient(base_url="http://localhost") as client:
    refund = client.refunds.get_refund()
    print(refund.amount + 1)
    print(refund)


def later(client: RefundsClient) -> None:
    for one in [client.refunds.get_refund() for _ in range(3)]:
        one
"""


def test_usage_shows_the_places_that_are_hit(pair: tuple[Path, Path], tmp_path: Path) -> None:
    code = tmp_path / "app"
    code.mkdir()
    (code / "main.py").write_text(_CODE, "utf-8")
    (code / "broken.py").write_text("def", "utf-8")
    (code / "generated.py").write_text("# Made by sdkwright. …\nrefund.amount", "utf-8")
    done = _run(*pair, "--usage", code)
    assert done.exit_code == 0, done.output
    assert "your code: 1 place is hit" in done.stdout
    assert f"{code / 'main.py'}:5:11: py-attr-type-changed: GetRefundResponse.amount" in done.stdout
    code_of = "usage-unreadable"
    assert f"warning[{code_of}]" in done.stderr
    _check_json(_run(*pair, "--usage", code, "-f", "json"))
    found = json.loads(_run(*pair, "--usage", code, "-f", "json").stdout)["usage"]
    assert [(hit["place"]["line"], hit["rule"]) for hit in found] == [(5, "py-attr-type-changed")]


def test_usage_of_a_folder_without_code(pair: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    _refused(_run(*pair, "--usage", tmp_path / "empty"), "usage-empty")
    _refused(_run(*pair, "--usage", tmp_path / "nowhere"), "usage-missing")


# --- Witnesses ----------------------------------------------------------------------------------


def test_witnesses_prove_verdicts(pair: tuple[Path, Path], tmp_path: Path) -> None:
    """An attribute of another type, arguments that must be given or are gone, and a class that is sent by another name."""
    old, new = pair
    before, after = json.loads(old.read_text("utf-8")), json.loads(new.read_text("utf-8"))
    part = {"$ref": "#/components/schemas/Part"}
    parts = {"type": "array", "items": part}
    properties = {"reason": {"type": "string"}, "note": {"type": "string"}, "parts": parts}
    body = {"type": "object", "properties": properties}
    size = {"size": {"type": "integer"}}
    for document in (before, after):
        content = {"application/json": {"schema": {"$ref": "#/components/schemas/Wish"}}}
        document["paths"]["/refunds"]["post"] = {
            "operationId": "createRefund",
            "tags": ["refunds"],
            "requestBody": {"required": True, "content": content},
            "responses": {
                "201": {"description": "x", "content": {"application/json": {"schema": part}}}
            },
        }
        schemas = {"Wish": dict(body), "Part": {"type": "object", "properties": size}}
        document["components"] = {"schemas": schemas}
    after["components"]["schemas"]["Wish"] = {
        **body,
        "required": ["reason"],
        "properties": {"reason": {"type": "string"}, "parts": parts},
    }
    after["components"]["schemas"]["Part"] = {
        "type": "object",
        "required": ["id"],
        "properties": {"id": {"type": "string", "readOnly": True}, **size},
    }
    old.write_text(json.dumps(before), "utf-8")
    new.write_text(json.dumps(after), "utf-8")
    done = _run(*pair, "--witness", tmp_path / "callers", "-f", "json")
    assert done.exit_code == 0, done.output
    _check_json(done)
    changes = json.loads(done.stdout)["apis"][0]["changes"]
    proven = {
        effect["rule"]: (effect["witness"] or {}).get("proven")
        for change in changes
        for effect in change["effects"]
        if effect["verdict"] in ("source", "typing")
    }
    assert proven == dict.fromkeys(proven, True)
    rules = {"py-attr-type-changed", "py-arg-became-required", "py-arg-removed", "py-class-split"}
    assert rules <= proven.keys()
    assert list((tmp_path / "callers").rglob("w*.py"))


# --- Shapes of documents ------------------------------------------------------------------------


def _chain(length: int, kind: str) -> str:
    schemas: dict[str, Any] = {
        f"S{n}": {"type": "object", "properties": {"a": {"$ref": f"#/components/schemas/S{n + 1}"}}}
        for n in range(length)
    }
    schemas[f"S{length}"] = {"type": "object", "properties": {"a": {"type": kind}}}
    document = json.loads(_spec())
    response = document["paths"]["/refunds"]["get"]["responses"]["200"]
    response["content"]["application/json"]["schema"] = {"$ref": "#/components/schemas/S0"}
    document["components"] = {"schemas": schemas}
    return json.dumps(document)


def test_long_chains_of_references(tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(_chain(400, "string"), "utf-8")
    new.write_text(_chain(400, "integer"), "utf-8")
    done = _run(old, new)
    assert done.exit_code == 0, done.output
    assert "response-property-type-changed" in done.stdout


def test_an_api_that_one_side_alone_has(tmp_path: Path) -> None:
    for side in ("old", "new"):
        (tmp_path / side).mkdir()
        (tmp_path / side / "refunds.json").write_text(_spec(), "utf-8")
    (tmp_path / "new" / "orders.json").write_text(_spec(), "utf-8")
    done = _run(tmp_path / "old", tmp_path / "new", "--fail-on", "any")
    assert done.exit_code == 0, done.output
    assert "py-client-added" in done.stdout
    gone = _run(tmp_path / "new", tmp_path / "old", "--fail-on", "any")
    assert gone.exit_code == 1
    assert "api-path-removed-without-deprecation" in gone.stdout
    assert "py-client-removed" in gone.stdout
