"""How diagnostics are shown: exact text, stable JSON, GitHub's commands, and nothing that drives a terminal."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from sdkwright.text.diagnostic import Diagnostic, Report, Severity
from sdkwright.text.show import MAX_SHOWN, as_github, as_json, as_text
from sdkwright.text.snippet import MAX_COLUMNS, snippet
from sdkwright.text.sources import Sources
from sdkwright.text.span import Span
from sdkwright.text.yaml import parse

TEXT = "paths:\n  /pets/{id}:\n    get:\n      parameters:\n        - {in: path, name: pet_id}\n"


def report_on(text: str) -> Report:
    report = Report()
    assert parse(text, "specs/pets.yaml", report) is not None
    return report


def test_a_diagnostic_as_text() -> None:
    report = report_on(TEXT)
    span = Span("specs/pets.yaml", 5, 28, 5, 34)
    other = Span("specs/pets.yaml", 2, 3, 2, 13)
    message = "`pet_id` does not occur in `/pets/{id}`"
    report.error(
        "path-parameter-unknown", message, span, "rename it to `id`", ((other, "the path"),)
    )
    assert as_text(report.in_order(), report.sources, colour=False) == """\
specs/pets.yaml:5:28: error[path-parameter-unknown]: `pet_id` does not occur in `/pets/{id}`
  |
5 |         - {in: path, name: pet_id}
  |                            ^^^^^^
  = at: #/paths/~1pets~1{id}/get/parameters/0/name
  = the path: specs/pets.yaml:2:3
  |
2 |   /pets/{id}:
  |   ^^^^^^^^^^
  = hint: rename it to `id`

1 error
"""


def test_without_a_place_or_a_source() -> None:
    report = Report()
    report.error("file-not-found", "`a.yaml` does not exist", None, "check the path")
    report.warn("odd", "odd", Span("b.yaml", 3, 1, 3, 2))
    assert as_text(report.in_order(), report.sources, colour=False) == (
        "error[file-not-found]: `a.yaml` does not exist\n  = hint: check the path\n\n"
        "b.yaml:3:1: warning[odd]: odd\n\n1 error, 1 warning\n"
    )
    assert as_text([], report.sources, colour=False) == ""


def test_colours_only_when_asked() -> None:
    report = report_on("a: 1\na: 2\n")
    plain, coloured = (as_text(report.found, report.sources, colour=c) for c in (False, True))
    assert "\x1b" not in plain
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain != coloured


def test_as_json() -> None:
    report = report_on("a: 1\nb: {a: 2, a: 3}\n")
    shown = json.loads(as_json(report.found, report.sources))
    assert shown["errors"] == 1
    assert shown["warnings"] == shown["omitted"] == 0
    (entry,) = shown["diagnostics"]
    assert entry["code"] == "duplicate-key"
    assert entry["severity"] == "error"
    assert entry["place"] == {
        "file": "specs/pets.yaml",
        "line": 2,
        "col": 11,
        "end_line": 2,
        "end_col": 12,
        "pointer": "#/b",
    }
    assert entry["related"][0]["place"]["pointer"] == "#/b/a"
    assert json.loads(as_json([], Sources())) == {
        "errors": 0,
        "warnings": 0,
        "omitted": 0,
        "diagnostics": [],
    }


def test_as_github() -> None:
    span = Span("a,b:c%.yaml", 3, 5, 3, 9)
    one = Diagnostic("some-code", Severity.WARNING, "50% of: a, b\n::error::x", span, "do it")
    assert as_github([one], Sources()) == (
        "::warning file=a%2Cb%3Ac%25.yaml,line=3,col=5,endColumn=8,title=some-code::"
        "50%25 of: a, b\\n::error::x%0Ahint: do it\n"
    )


def test_a_flood_is_cut_and_errors_come_first() -> None:
    span = Span("a.yaml", 1, 1, 1, 2)
    warnings = [Diagnostic("w", Severity.WARNING, f"warning {n}", span) for n in range(100_000)]
    found = [*warnings, Diagnostic("e", Severity.ERROR, "the error " + "x" * 10_000, span)]
    sources = Sources({"a.yaml": "y" * 1_000_000})
    for text in (
        as_text(found, sources, colour=False),
        as_json(found, sources),
        as_github(found, sources),
    ):
        assert len(text) < 1_000_000
        assert "the error" in text
    assert "and 99,901 more\n\n1 error, 100,000 warnings\n" in as_text(found, sources, colour=False)
    assert json.loads(as_json(found, sources))["omitted"] == 100_001 - MAX_SHOWN


def test_carets_stand_below_tabs_and_wide_characters() -> None:
    shown = snippet("\ta: 退款 e\u0301x", Span("a", 1, 5, 1, 7))
    assert (shown.line, shown.indent, shown.carets) == ("    a: 退款 e\u0301x", " " * 7, "^^^^")
    accent = snippet("e\u0301x", Span("a", 1, 3, 1, 4))
    assert (accent.indent, accent.carets) == (" ", "^")


def test_long_lines_are_cut_round_the_caret() -> None:
    line = "a" * 5000 + "HERE" + "b" * 5000
    shown = snippet(line, Span("a", 1, 5001, 1, 5005))
    assert len(shown.line) <= MAX_COLUMNS + 2
    assert shown.line[len(shown.indent) :].startswith("HERE")
    assert shown.carets == "^^^^"
    whole = snippet(line, Span("a", 1, 1, 1, 10_005))
    assert len(whole.carets) <= MAX_COLUMNS


def test_a_place_past_the_end_of_a_line() -> None:
    shown = snippet("ab", Span("a", 1, 9, 3, 1))
    assert (shown.indent, shown.carets) == ("  ", "^")


@given(st.text(), st.text(), st.text())
def test_nothing_of_a_spec_drives_the_terminal(file: str, text: str, line: str) -> None:
    span = Span(file, 1, 1, 1, 3)
    one = Diagnostic("code", Severity.ERROR, text, span, text, ((span, text),))
    sources = Sources({file: line})
    for shown in (
        as_text([one], sources, colour=False),
        as_json([one], sources),
        as_github([one], sources),
    ):
        bad = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
        assert not re.search(bad, shown)
    assert as_github([one], sources).count("\n") == 1
