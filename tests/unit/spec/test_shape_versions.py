"""What a document of 3.0 has from 3.1, and what it lacks that only 3.1 allows to lack, is told and read all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdkwright import ApiConfig, Report, analyse
from sdkwright.spec.regex import is_regex

_LATER = """openapi: 3.0.4
info: {title: Shop, version: "1", summary: Sells, license: {name: MIT, identifier: MIT}}
webhooks: {}
"""


def _told(tmp_path: Path, text: str) -> list[tuple[str, int]]:
    path = tmp_path / "shop.yaml"
    path.write_text(text, "utf-8")
    report = Report()
    assert analyse(ApiConfig("shop", path), report) is not None
    return [(one.code, one.span.line if one.span else 0) for one in report.found]


def test_fields_of_later_versions_are_told(tmp_path: Path) -> None:
    found = _told(tmp_path, _LATER)
    assert sorted(found) == [
        ("field-missing", 1),
        ("unknown-field", 2),
        ("unknown-field", 2),
        ("unknown-field", 3),
    ]
    assert _told(tmp_path, _LATER.replace("3.0.4", "3.1.1")) == []


@pytest.mark.parametrize("text", ["[", "(a", "a)", "*a", "\\", "^[A-Z", "(?<n>[a-z)"])
def test_what_is_no_regular_expression(text: str) -> None:
    assert not is_regex(text)


_SOUND = (
    *("", "^a$", "[]", "[^]", r"\p{Lu}+", r"(?<n>a)\k<n>", r"(?<=a)b", r"(?<!a)b", r"\u{1F600}"),
    *(r"[\w-.]", "a**", "(?i)a", r"\cA", r"\-\/", "x" * 5000),
)


@pytest.mark.parametrize("text", _SOUND, ids=lambda text: text[:20])
def test_what_is_one_in_javascript(text: str) -> None:
    assert is_regex(text)
