"""Hostile documents, where they are at hand, through every format of a review: texts stay texts, and nothing crashes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from corpus.documents import SHARED
from sdkwright.console import Format, for_programs
from sdkwright.diff.compare import compare_sides
from sdkwright.diff.markdown import LIMIT, as_markdown
from sdkwright.diff.page import as_page
from sdkwright.diff.review import review_of
from sdkwright.diff.show import as_diagnostics, as_text
from sdkwright.diff.show_json import as_json
from sdkwright.diff.sides import Desk
from sdkwright.rules.breaking import Policy
from sdkwright.text.diagnostic import Report
from sdkwright.text.show import as_text as faults_as_text

FOLDER = SHARED / "hostile"
SHOP = Path(__file__).parent / "breaking" / "usual" / "shop.yaml"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FOLDER.exists(), reason="hostile documents are not at hand"),
]

_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_TAGS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "a",
        "p",
        "code",
        "h1",
        "h2",
        "h3",
        "dl",
        "div",
        "dt",
        "dd",
        "b",
        "form",
        "input",
        "fieldset",
        "legend",
        "button",
        "span",
        "section",
        "table",
        "thead",
        "tr",
        "th",
        "tbody",
        "td",
        "nav",
        "ul",
        "li",
        "main",
        "article",
        "details",
        "summary",
        "i",
        "s",
        "mark",
        "kbd",
        "footer",
        "script",
    ]
)


class _Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


def _check_page(text: str) -> None:
    assert len(text.encode()) < 1_000_000
    found = _Tags(text).found
    assert {tag for tag, _ in found} <= _TAGS
    assert [tag for tag, _ in found].count("script") == 1
    for _, attributes in found:
        for name, value in attributes:
            assert not name.startswith("on")
            if name in ("href", "src"):
                assert str(value).startswith("#")


def _check_markdown(text: str) -> None:
    assert len(text) <= LIMIT
    outside = re.sub(r"(`{3,}).*?\n\1|`[^`\n]*`", "", text, flags=re.DOTALL)
    tags = set(re.findall(r"<(/?\w+|!--)", outside))
    assert tags <= {"!--", "details", "/details", "summary", "/summary"}
    assert "](" not in outside


def _documents() -> Iterator[Path]:
    if FOLDER.exists():
        yield from sorted(p for p in FOLDER.iterdir() if p.suffix in (".yaml", ".json"))


@pytest.mark.parametrize("path", list(_documents()), ids=lambda path: path.name)
@pytest.mark.parametrize("turned", [False, True], ids=["new", "old"])
def test_texts_stay_texts(path: Path, turned: bool, tmp_path: Path) -> None:
    report = Report()
    desk = Desk(tmp_path, report)
    sides = [desk.side(str(one)) for one in ((path, SHOP) if turned else (SHOP, path))]
    old, new = sides
    if old is None or new is None:
        comparison = None
    else:
        comparison = compare_sides(old, new, Policy(date(2026, 1, 1)), report)
    if comparison is None:
        # What can't be read is said, with a code and what to do.
        found = report.in_order()
        assert found
        assert all(one.code and one.hint for one in found if one.severity == "error")
        assert not _HIDDEN.search(faults_as_text(found, report.sources, colour=False))
        return
    review = review_of(comparison, {})
    markdown = as_markdown(review)
    _check_markdown(markdown)
    page = as_page(review)
    _check_page(page)
    text = as_text(comparison, every=True, colour=False)
    as_data = as_json(comparison)
    assert json.loads(as_data)
    found = as_diagnostics(comparison)
    github = for_programs(found, comparison.sources, Format.GITHUB)
    assert all(re.match(r"::(error|warning|notice)( |::)", line) for line in github.splitlines())
    assert len(github.splitlines()) <= len(found) + 2
    others = [
        for_programs(found, comparison.sources, form)
        for form in (Format.SARIF, Format.RDJSON, Format.JUNIT)
    ]
    for shown in (markdown, page, text, as_data, github, *others):
        assert not _HIDDEN.search(shown)
