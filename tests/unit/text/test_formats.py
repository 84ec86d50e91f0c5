"""Formats for programs: sound in their own grammar whatever a specification says, and complete."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog

from sdkwright.text.diagnostic import Diagnostic, Severity
from sdkwright.text.junit import as_junit
from sdkwright.text.rdjson import as_rdjson
from sdkwright.text.sarif import as_sarif
from sdkwright.text.show import as_github, as_json, as_text
from sdkwright.text.sources import Sources
from sdkwright.text.span import Span

HOSTILE = [
    "\x1b[31mred\x1b[0m",
    "::error file=a::owned",
    "a\n::set-output name=x::y",
    "]]><!-- --><script>alert(1)</script>",
    '"><failure message="',
    "&amp;&#0;\x00\ufffe\ud800",
    '", "level": "none", "x": "',
    "\u202e\u200b\u2028",
    "##[error]owned",
    "%0A::error::owned",
]


def made(text: str, file: str = "specs/a.yaml") -> Diagnostic:
    span = Span(file, 3, 5, 3, 9)
    return Diagnostic("some-rule", Severity.WARNING, text, span, text, ((span, text),))


def check(found: list[Diagnostic]) -> None:
    sources = Sources({one.span.file: "a\nb\nc: text\n" for one in found if one.span})
    log = as_sarif(found, sources, "1.0.0", {"some-rule": "It is so.\n\nWhy."})
    SarifLog.model_validate_json(log)
    assert len(json.loads(log)["runs"][0]["results"]) == len(found)
    assert len(json.loads(as_rdjson(found))["diagnostics"]) == len(found)
    assert json.loads(as_json(found, sources))["warnings"] == len(found)
    suite = ElementTree.fromstring(as_junit(found).encode("utf-8"))
    assert suite.attrib["failures"] == str(len(found))
    assert len(suite.findall("testcase/failure")) == len(found)
    commands = as_github(found, sources).splitlines()
    assert len(commands) == len(found)
    assert all(line.startswith("::warning file=") for line in commands)
    shown = [log, as_rdjson(found), as_junit(found), "\n".join(commands)]
    shown.append(as_text(found, sources, colour=False))
    for text in shown:
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u200b\u202e\u2028\ud800]", text)
        text.encode("utf-8")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_text(text: str) -> None:
    check([made(text)])
    check([made("plain", f"specs/{text}.yaml")])


@given(st.lists(st.text(max_size=40), max_size=3))
def test_any_text_stays_text(texts: list[str]) -> None:
    check([made(text) for text in texts])


def test_programs_are_given_all() -> None:
    check([made(f"number {at}") for at in range(5)])
    many = [made(f"number {at}") for at in range(500)]
    sources = Sources({})
    assert len(json.loads(as_sarif(many, sources, "1", {}))["runs"][0]["results"]) == 500
    assert as_junit(many).count("<failure") == len(json.loads(as_rdjson(many))["diagnostics"])


def test_nothing_found() -> None:
    SarifLog.model_validate_json(as_sarif([], Sources({}), "1.0.0", {}))
    suite = ElementTree.fromstring(as_junit([]))
    assert (suite.attrib["tests"], suite.attrib["failures"]) == ("1", "0")
    assert json.loads(as_rdjson([])) == {"source": {"name": "sdkwright"}, "diagnostics": []}


def test_a_fingerprint_outlives_moved_lines() -> None:
    first, moved = (
        Diagnostic("a-b", Severity.ERROR, "so", Span("a.yaml", line, 1, line, 2)) for line in (3, 9)
    )
    found = [
        json.loads(as_sarif([one], Sources({}), "1", {}))["runs"][0]["results"][0]
        for one in (first, moved)
    ]
    assert found[0]["partialFingerprints"] == found[1]["partialFingerprints"]
