"""`lint` and `format` on the five specifications and on a document of 3 MB, in processes of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from .clock import Ran, process
from .generating import project
from .result import Result

_OPERATION = """\
  /things{0}/{{id}}:
    get:
      operationId: getThing{0}
      summary: Get one thing.
      description: >-
{1}
      tags: [things]
      parameters:
        - {{name: id, in: path, required: true, schema: {{type: string}}}}
      responses:
        200:
          description: The thing.
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Thing{0}"
        404: {{description: There is none.}}
"""
_SCHEMA = """\
    Thing{0}:
      type: object
      description: |-
{1}
      required: [id]
      properties:
        id: {{type: string, description: The id of the thing.}}
        amount: {{type: number, description: What it costs.}}
        state: {{type: string, enum: [open, closed], description: How far it is.}}
        parts:
          type: array
          description: What it is made of.
          items:
            type: object
            properties:
              name: {{type: string, maxLength: 50}}
              weight: {{type: number, minimum: 0}}
"""
_PROSE = "\n".join(
    ["        Which of them is meant is said by the words around it, as documents do."] * 8
)
_HEAD = """\
openapi: 3.1.0
info: {title: Things, version: "1"}
servers: [{url: https://api.example.com}]
security: [{key: []}]
tags: [{name: things}]
"""
_MANY = 1300


def linting(work: Path, rounds: int) -> Iterator[Result]:
    """Cold and warm; the project is a copy of this repository's specifications."""
    place = project(work / "linted")
    # An installed tool is compiled, also where this process runs without compiling.
    compiled = {"PYTHONDONTWRITEBYTECODE": ""}
    off = {"SDKWRIGHT_CACHE": "off", **compiled}
    on = {"SDKWRIGHT_CACHE": str(work / "lint-cache"), **compiled}
    lint = ["-m", "sdkwright", "lint"]
    how = f"five specifications, median of {rounds}"
    process(lint, place, off)
    yield Result("lint, without a cache", _seconds(lint, place, off, rounds), "s", 0.6, how)
    process(lint, place, on)
    yield Result("lint, nothing changed", _seconds(lint, place, on, rounds), "s", 0.6, how)
    check = ["-m", "sdkwright", "format", "--check"]
    yield Result("format --check", _seconds(check, place, off, rounds), "s", 1, how)
    text = large()
    (place / "things.yaml").write_text(text, "utf-8")
    # What it finds is no fault of the benchmark: the rules about missing examples are off.
    large_lint = [*lint, "things.yaml", "--level", "gen-example-missing=off"]
    about = f"{len(text) / 1e6:.1f} MB, {_MANY:,} operations"
    cold = process(large_lint, place, off)
    yield Result("lint of a large document, without a cache", cold.seconds, "s", 4, about)
    yield Result("  its largest process", cold.peak, "MB", 400, about)
    process(large_lint, place, on)
    yield Result("  nothing changed", process(large_lint, place, on).seconds, "s", 1, about)


def large() -> str:
    """A document of about 3 MB, with as many words to a part as published documents have."""
    paths = "".join(_OPERATION.format(number, _PROSE) for number in range(_MANY))
    schemas = "".join(_SCHEMA.format(number, _PROSE) for number in range(_MANY))
    schemes = "  securitySchemes:\n    key: {type: apiKey, in: header, name: X-Key}\n"
    return f"{_HEAD}paths:\n{paths}components:\n{schemes}  schemas:\n{schemas}"


def _seconds(arguments: list[str], place: Path, environment: dict[str, str], rounds: int) -> float:
    runs: list[Ran] = [process(arguments, place, environment) for _ in range(rounds)]
    return median(ran.seconds for ran in runs)
