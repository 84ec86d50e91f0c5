"""Texts that are no sound YAML: each fault is told with its place and what to do, and never as an exception."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from text_cases import CODES, FILE_CODES

from sdkwright.text.diagnostic import Report
from sdkwright.text.yaml import parse

SOURCES = Path(__file__).parents[3] / "generator" / "sdkwright" / "text"


@pytest.mark.parametrize("code", CODES)
def test_each_fault_is_told_at_its_line(code: str) -> None:
    text, line = CODES[code]
    report = Report()
    parse(text, "a.yaml", report)
    told = {found.code: found for found in report.found}
    assert list(told) == [code]
    span = told[code].span
    assert span is not None
    assert span.line == line
    assert told[code].hint
    assert f"line {line}" in told[code].message or code == "yaml-tag"


def test_every_code_of_the_package_has_a_case() -> None:
    told = set()
    for file in SOURCES.glob("*.py"):
        told |= set(
            re.findall(
                r'"((?:yaml|number|file|not|nul|control|duplicate)-[a-z0-9-]+)"', file.read_text()
            )
        )
    assert told == {*CODES, *FILE_CODES}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("null: 1", "yaml-key-not-text"),
        (": 1", "yaml-key-not-text"),
        ("~: 1", "yaml-key-not-text"),
        ("{a: b}: 1", "yaml-key-not-text"),
        ("a: &x [1]\n*x : 2", "yaml-key-not-text"),
        ('{"a": 1, "a": 2}', "duplicate-key"),
        ('"\\ud83d"', "yaml-escape"),
        ('"\\U00110000"', "yaml-escape"),
        ("a: 9" + "9" * 5000, "number-out-of-range"),
        ("a: 1e99999999999999999999", "number-out-of-range"),
        ("a: 0x" + "F" * 5000, "number-out-of-range"),
        ("a: -.INF", "number-not-finite"),
        ("a: .NaN", "number-not-finite"),
        ("a: !!set {b}", "yaml-tag"),
        ("a: !!binary aGk=", "yaml-tag"),
        ("a: !!python/object/apply:os.system [x]", "yaml-tag"),
        ("a: !!int [1]", "yaml-tag"),
        ("a: 'x", "yaml-unclosed"),
        ("a: [1\nb: 2", "yaml-syntax"),
        ("a:\n  b: 1\n c: 2", "yaml-syntax"),
        ("a: @b", "yaml-syntax"),
        ("%YAML 99999999999999999999.1\n---\na: 1", "yaml-syntax"),
        (b"\xff\xfea\x00", "not-utf8"),
        ("a: x\n---\n", "yaml-many-documents"),
        ("# nothing\n", "yaml-empty"),
        ("- a\n\t- b\n", "yaml-tab"),
    ],
)
def test_more_inputs_of_a_code(text: str | bytes, code: str) -> None:
    report = Report()
    parse(text, "a.yaml", report)
    assert {found.code for found in report.found} == {code}


def test_a_duplicate_names_both_places() -> None:
    report = Report()
    root = parse("a: 1\nb: 2\na: 3\n", "a.yaml", report)
    (found,) = report.found
    assert "line 3" in found.message
    assert "line 1" in found.message
    assert [str(span) for span, _ in found.related] == ["a.yaml:1:1"]
    assert root is not None
    assert root.plain() == {"a": 1, "b": 2}


def test_faults_that_leave_a_tree_are_all_told() -> None:
    report = Report()
    assert parse("a: !x 1\nb: .nan\na: 2\nnull: 3\n", "a.yaml", report) is not None
    assert [found.code for found in report.in_order()] == [
        "yaml-tag",
        "number-not-finite",
        "duplicate-key",
        "yaml-key-not-text",
    ]


def test_too_deep_says_where() -> None:
    report = Report()
    parse("x-deep: " + "[" * 3000, "a.yaml", report)
    assert "#/x-deep/0" in report.found[0].message


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        "".join(" " * i + "a:\n" for i in range(2000)),
        "- " * 50_000,
        "".join(f"a{i}: &a{i} [*a{i - 1}]\n" if i else "a0: &a0 []\n" for i in range(3000)),
        '"' + " " * 300_000 + "\\t" + " " * 300_000,
        "a: " + "x " * 200_000,
        "a: " + "\n" * 300_000 + "b",
        "a: " + " " * 300_000 + "b",
        "a: |\n" + " " * 300_000,
        "? " * 3000,
        "&a " * 3000,
        "a: " + ":" * 200_000,
        "a: " + "#" * 200_000,
        "{" + "a: 1, " * 20_000,
    ],
)
def test_hostile_texts_are_answered_quickly(text: str) -> None:
    start = time.process_time()
    parse(text, "a.yaml", Report())
    assert time.process_time() - start < 10


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    report = Report()
    assert parse(data, "a.yaml", report) is not None or report.failed


@given(st.text(st.sampled_from(" \n\t:-[]{},'\"#&*!|>?%@\\abx01~.=+<é\u2028"), max_size=80))
@settings(max_examples=400)
def test_no_text_raises(text: str) -> None:
    report = Report()
    assert parse(text, "a.yaml", report) is not None or report.failed


SPEC = """\
openapi: 3.1.0
info: {title: "T \\u00e9", version: 1.10}
paths:
  /refunds/{id}:
    get: &get
      parameters:
        - {in: path, name: id, required: true, schema: {type: string}}
      responses:
        200:
          description: |
            A refund.

              indented
    head: *get
components:
  schemas:
    Base: &base
      type: object
    Refund:
      <<: *base
      description: >-
        folded
        text
      enum: ['a''b', "c\\td", -1.50]  # comment
"""


@st.composite
def mutations(draw: st.DrawFn) -> str:
    text = SPEC
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        length = draw(st.integers(0, 6))
        text = text[:at] + draw(st.text(max_size=3)) + text[at + length :]
    return text


@given(mutations())
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_no_damage_to_a_document_raises(text: str) -> None:
    report = Report()
    node = parse(text, "a.yaml", report)
    assert node is not None or report.failed
    for found in report.found:
        assert found.span is not None
        assert found.span.line <= text.count("\n") + text.count("\r") + 1
