"""Examples of small specifications: sound ones pass, broken ones are shown where they break, and the command says so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from refund_apis import configuration
from typer.testing import CliRunner

from sdkwright import ApiConfig, Config, Report, read_config
from sdkwright.cli import app
from sdkwright.verify import process, verify

SPECS = Path(__file__).parent / "specs"
TEMPLATE = (SPECS / "till.yaml").read_text("utf-8").partition("\n")[2]
GOOD = "id: 3f2b8c1e-7d44-4a55-9b0f-1c2d3e4f5a6b"


@pytest.fixture
def specified(tmp_path: Path) -> Callable[..., Config]:
    """A configuration for the minimal specification with the given example."""

    def write(example: str, floors: str = "") -> Config:
        shown = f"examples: {{one: {{value: {{{example}}}}}}}" if example else "x-none: true"
        (tmp_path / "till.yaml").write_text(TEMPLATE.replace("EXAMPLES", shown), "utf-8")
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
        (f"{GOOD}, unknown: 12", "12"),
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


_WHOLE = """
openapi: 3.1.0
info: {title: Whole, version: "1"}
servers: [{url: "https://api.example.com"}]
paths:
  /things:
    get:
      operationId: listThings
      tags: [things]
      responses:
        200:
          description: Things.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Thing"}
              example: EXAMPLE
components:
  schemas:
    Base: {type: object, required: [id], properties: {id: {type: integer}}}
    Thing:
      allOf:
        - $ref: "#/components/schemas/Base"
        - {type: object, properties: {part: {$ref: "#/components/schemas/Part"}, b/c: {type: string}}}
        - {anyOf: [{required: [part]}, {required: [b/c]}]}
    Part: {allOf: [{$ref: "#/components/schemas/Base"}, {properties: {n: {type: integer, maximum: 9}}}]}
"""


@pytest.mark.parametrize(
    ("example", "faults"),
    [
        ("{id: 1, part: {id: 2, n: 9}, b/c: x}", []),
        (
            "{id: 1, part: {id: 2, n: 10}}",
            [
                "at `/part/n`: 10 is greater than the maximum of 9 (`maximum` of `…/Part/allOf/1/properties/n`)"
            ],
        ),
        (
            "{id: x, b/c: 1}",
            [
                "at `/b~1c`: 1 is not of type 'string' (`type` of `…/Thing/allOf/1/properties/b~1c`)",
                "at `/id`: 'x' is not of type 'integer' (`type` of `…/Base/properties/id`)",
            ],
        ),
        ("{b/c: x}", ["at `/`: 'id' is a required property (`required` of `…/Base`)"]),
        ("{id: 1, b/c: x, m: 1}", ["at `/m`: `m` is declared nowhere"]),
        ("{id: 1, part: {id: 2, m: 1}}", ["at `/part/m`: `m` is declared nowhere"]),
        (
            "{id: 1}",
            ["at `/`: 'part' is a required property (`required` of `…/Thing/allOf/2/anyOf/0`)"],
        ),
    ],
)
def test_what_a_whole_of_parts_forbids_is_told_once_with_its_keyword(
    tmp_path: Path, example: str, faults: list[str]
) -> None:
    (tmp_path / "whole.yaml").write_text(_WHOLE.replace("EXAMPLE", example), "utf-8")
    config = '[package]\nname = "wholes"\n[apis.whole]\nspec = "whole.yaml"\n'
    (tmp_path / "sdkwright.toml").write_text(config, "utf-8")
    read, report = read_config(tmp_path / "sdkwright.toml", Report()), Report()
    assert read is not None
    verify(read, report)
    found = [one.message for one in report.found if one.code == "example-invalid"]
    told = [one.partition("its schema ")[2].replace("#/components/schemas", "…") for one in found]
    assert told == faults


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


def test_unions_maps_arrays_as_bodies_and_ranges_of_statuses_are_tried_too() -> None:
    report = Report()
    spec = ApiConfig("pets", SPECS / "pets.yaml")
    verification = verify(Config(SPECS, "pets", SPECS / "nowhere", (spec,), single=True), report)
    assert report.found == []
    (found,) = verification.apis
    assert (found.passed, len(found.verdicts)) == (8, 8)
    assert (found.operations.percent, found.schemas.percent) == (100, 100)


def test_parameters_of_all_styles_bodies_of_all_kinds_and_pages_go_as_described(
    tmp_path: Path,
) -> None:
    (tmp_path / "calls.yaml").write_bytes((SPECS / "calls.yaml").read_bytes())
    config = '[package]\nname = "shop"\n[apis.calls]\nspec = "calls.yaml"\n'
    (tmp_path / "sdkwright.toml").write_text(config, "utf-8")
    read, report = read_config(tmp_path / "sdkwright.toml", Report()), Report()
    assert read is not None
    verification = verify(read, report)
    assert report.found == []
    assert verification.apis[0].passed == len(verification.apis[0].verdicts) == 8
