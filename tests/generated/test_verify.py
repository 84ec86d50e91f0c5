"""A verification that cannot fail is worth nothing: each way in which examples or packages go wrong has its code."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from refund_apis import configuration
from typer.testing import CliRunner

from sdkwright import Analysis, Config, Package, Report, analyse, build, read_config
from sdkwright.cli import app
from sdkwright.verify import process, verify, verify_package

MINIMAL = """\
openapi: 3.1.0
info: {title: Till, version: "1"}
servers: [{url: "https://till.example/base"}]
paths:
  /sales/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getSale
      tags: [sales]
      responses:
        200:
          description: A sale.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Sale"}
              EXAMPLES
components:
  schemas:
    Sale:
      type: object
      description: A sale.
      required: [id]
      properties:
        id: {type: string, format: uuid, description: Id.}
        at: {type: string, format: date-time, description: When.}
        day: {type: string, format: date, description: Day.}
        total: {type: number, description: Total.}
        count: {type: integer, description: Count.}
        note: {type: [string, "null"], description: Note.}
"""
GOOD = "id: 3f2b8c1e-7d44-4a55-9b0f-1c2d3e4f5a6b"


@pytest.fixture(scope="module")
def whole() -> tuple[Package, Mapping[str, Analysis]]:
    """The package of this repository, freshly made."""
    report = Report()
    package = build(configuration(), report)
    assert not report.failed
    found = {built.config.name: analyse(built.config, Report()) for built in package.apis}
    return package, {name: analysis for name, analysis in found.items() if analysis is not None}


def codes(package: Package, analyses: Mapping[str, Analysis]) -> list[str]:
    report = Report()
    verify_package(package, analyses, report)
    return sorted({found.code for found in report.found} - {"coverage-below-floor"})


def edited(package: Package, path: str, old: str, new: str) -> Package:
    """The package with a file changed, as a faulty generator would have made it."""
    where = PurePosixPath(path)

    def change(files: Mapping[PurePosixPath, str]) -> dict[PurePosixPath, str]:
        if where not in files:
            return dict(files)
        assert old in files[where], f"{path} does not have {old!r} any more"
        return {**files, where: files[where].replace(old, new)}

    apis = tuple(replace(api, files=change(api.files)) for api in package.apis)
    return replace(package, shared=change(package.shared), apis=apis)


def test_the_package_as_it_is_passes(whole: tuple[Package, Mapping[str, Analysis]]) -> None:
    assert codes(*whole) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        pytest.param(
            "_runtime/wire.py",
            "float_hook=Decimal",
            "float_hook=lambda text: Decimal(float(text))",
            "example-not-round-tripping",
            id="numbers go through a float",
        ),
        pytest.param(
            "riverty/resources/refunds.py",
            '{orderNumber}/refunds"',
            '{orderNumber}/refund"',
            "example-call-failed",
            id="wrong path",
        ),
        pytest.param(
            "digital_river/resources/refunds.py",
            '    "POST",',
            '    "PUT",',
            "example-call-failed",
            id="wrong method",
        ),
        pytest.param(
            "violet/client.py",
            '"X-Violet-App-Id"',
            '"X-Violet-Id"',
            "example-call-failed",
            id="wrong credential",
        ),
        pytest.param(
            "digital_river/resources/refunds.py",
            '"comments": comments',
            '"comments": "text "',
            "example-call-failed",
            id="wrong body",
        ),
        pytest.param(
            "geins/resources/refunds.py",
            "404: BaseEnvelope",
            "404: RefundEnvelope",
            "example-call-failed",
            id="error body of another type",
        ),
        pytest.param(
            "geins/models.py", "    approved:", "    aproved:", "example-mismatch", id="lost field"
        ),
        pytest.param(
            "violet/models.py",
            "order_sku_id: int",
            "order_sku_id: str",
            "example-mismatch",
            id="wrong type",
        ),
        pytest.param(
            "violet/models.py", "class Refund(", "class Refund((", "package-broken", id="no Python"
        ),
    ],
)
def test_a_faulty_package_is_found_out(
    whole: tuple[Package, Mapping[str, Analysis]], path: str, old: str, new: str, code: str
) -> None:
    package, analyses = whole
    name = PurePosixPath(path).parts[0]
    # One API is enough, and all of them for what they share.
    kept = tuple(api for api in package.apis if api.config.name == name) or package.apis[:1]
    assert code in codes(edited(replace(package, apis=kept), path, old, new), analyses)


@pytest.fixture
def specified(tmp_path: Path) -> Callable[..., Config]:
    """A configuration for the minimal specification with the given example."""

    def write(example: str, floors: str = "") -> Config:
        shown = f"examples: {{one: {{value: {{{example}}}}}}}" if example else "x-none: true"
        (tmp_path / "till.yaml").write_text(MINIMAL.replace("EXAMPLES", shown), "utf-8")
        config = f'[package]\nname = "tills"\n[apis.till]\nspec = "till.yaml"\n{floors}'
        (tmp_path / "sdkwright.toml").write_text(config, "utf-8")
        read = read_config(tmp_path / "sdkwright.toml", Report())
        assert read is not None
        return read

    return write


@pytest.mark.parametrize(
    "example",
    [
        GOOD,
        f'{GOOD}, at: "2024-02-29T23:59:59.1234567+05:30", day: "2024-02-29"',
        f"{GOOD}, total: 1234567890.12345678901234567890, count: 9007199254740993, note: null",
        f"{GOOD}, total: 5.0",
        f"{GOOD}, total: 1e2",
        f"{GOOD}, note: 'ü \\u2028 \"quoted\"'",
    ],
)
def test_sound_examples_pass(specified: Callable[..., Config], example: str) -> None:
    report = Report()
    verification = verify(specified(example), report)
    assert report.found == []
    assert verification.apis[0].passed == 1


@pytest.mark.parametrize(
    ("example", "column"),
    [
        ("total: 1", "{total: 1}"),
        ("id: 3f2b8c1e", "3f2b8c1e"),
        (f'{GOOD}, at: "2024-02-29T23:59:59"', '"2024-02-29T23:59:59"'),
        (f'{GOOD}, at: "2023-02-29T23:59:59Z"', '"2023-02-29T23:59:59Z"'),
        (f'{GOOD}, day: "2024-02-30"', '"2024-02-30"'),
        (f"{GOOD}, total: text", "text"),
        (f"{GOOD}, count: 1.5", "1.5"),
        (f"{GOOD}, note: 12", "12"),
        (f"{GOOD}, unknown: 12", "{id"),
    ],
)
def test_a_broken_example_is_shown_where_it_breaks(
    specified: Callable[..., Config], example: str, column: str
) -> None:
    config, report = specified(example), Report()
    verify(config, report)
    found = next(one for one in report.found if one.code == "example-invalid")
    assert found.span is not None
    assert found.hint
    lines = config.apis[0].spec.read_text("utf-8").split("\n")
    assert lines[found.span.line - 1][found.span.col - 1 :].startswith(column)


def test_no_examples_at_all_are_no_success(specified: Callable[..., Config]) -> None:
    report = Report()
    verify(specified(""), report)
    assert [found.code for found in report.found] == ["no-examples"]


def test_floors_are_asked_for_by_name(specified: Callable[..., Config]) -> None:
    report = Report()
    config = specified("", "[verify]\noperations = 100\nschemas = 90\n")
    verify(config, report)
    found = [one for one in report.found if one.code == "coverage-below-floor"]
    assert [one.message.split(" of `")[0] for one in found] == [
        "examples show 0 of the 1 operations",
        "examples show 0 of the 1 schemas",
    ]
    assert [label for one in found for _, label in one.related] == [
        "no example of `GET /sales/{id}`",
        "no example of `Sale`",
    ]


def test_missing_libraries_are_named(
    specified: Callable[..., Config], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "NEEDED", ("pydantic", "surely_not_installed"))
    report = Report()
    verify(specified(GOOD), report)
    (found,) = report.found
    assert found.code == "library-missing"
    assert "surely_not_installed" in found.message
    assert "pip install" in (found.hint or "")


@pytest.mark.parametrize(("example", "status"), [(GOOD, 0), ("total: 1", 1), ("", 1)])
def test_the_command_says_everything_as_json(
    specified: Callable[..., Config], example: str, status: int
) -> None:
    config = specified(example)
    arguments = [
        "verify",
        "--config",
        str(config.root / "sdkwright.toml"),
        "--output-format",
        "json",
    ]
    result = CliRunner().invoke(app, arguments)
    told = json.loads(result.stdout)
    assert result.exit_code == status
    assert bool(told["errors"]) is bool(status)
    assert told["apis"]["till"]["schemas"]["total"] == 1
    assert [one["passed"] for one in told["apis"]["till"]["examples"]] == (
        [not status] if example else []
    )


def test_the_command_shows_a_table(specified: Callable[..., Config]) -> None:
    spec = specified(GOOD).apis[0].spec
    result = CliRunner().invoke(app, ["verify", str(spec)])
    assert result.exit_code == 0
    assert result.stdout == (
        "API   examples  passed  operations     schemas\ntill         1       1  100 % of 1  100 % of 1\n"
    )


def test_an_unknown_api_makes_it_impossible() -> None:
    arguments = [
        "verify",
        "--config",
        str(configuration().root / "sdkwright.toml"),
        "--only",
        "nope",
    ]
    assert CliRunner().invoke(app, arguments).exit_code == 2
