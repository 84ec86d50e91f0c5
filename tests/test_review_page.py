"""The page of a review in a browser: found, filtered, linked, read on a phone and in the dark, by keyboard, and never online.

Skipped where playwright (`pip install -e .[browser]`) or a Chromium is not installed; axe-core comes with `npm ci`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sdkwright.diff.approvals import Approval
from sdkwright.diff.compare import compare_sides
from sdkwright.diff.page import as_page
from sdkwright.diff.review import review_of
from sdkwright.diff.sides import Desk
from sdkwright.rules.breaking import Policy
from sdkwright.text.diagnostic import Report

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "diff"
AXE = Path(os.environ.get("AXE", ROOT / "node_modules" / "axe-core" / "axe.min.js"))
CHROMIUM = next(
    (
        path
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (path := shutil.which(name))
    ),
    None,
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

DESK = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def _page(folder: Path, *cases: str, approved: bool = False) -> Path:
    """The page of some cases as one comparison, in a file."""
    report = Report()
    for side in ("old", "new"):
        (folder / side).mkdir()
        for case in cases:
            shutil.copy(CASES / case / f"{side}.yaml", folder / side / f"{case}.yaml")
    desk = Desk(folder, report)
    old, new = (desk.side(str(folder / side)) for side in ("old", "new"))
    assert old is not None
    assert new is not None
    comparison = compare_sides(old, new, Policy(date(2026, 1, 1)), report)
    assert comparison is not None
    harmful = [one for one in comparison.changes if one.is_harmful]
    approvals = (
        {
            one.fingerprint: Approval(one.fingerprint, "<b>agreed</b>", "ann", None)
            for one in harmful[:1]
        }
        if approved
        else {}
    )
    path = folder / "review.html"
    path.write_text(as_page(review_of(comparison, approvals)), "utf-8")
    return path


CHANGES = (
    *("request_property_removed", "response_enum_value_added", "operation_deprecated"),
    *("response_property_became_nullable", "operation_added", "schema_renamed", "server_changed"),
)


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _page(tmp_path_factory.mktemp("page"), *CHANGES, approved=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


class Seen:
    """A page in a browser, and what it did on its own: requests, dialogs, errors."""

    def __init__(self, browser: Any, path: Path, fragment: str = "", **context: Any) -> None:
        self.context = browser.new_context(**{**DESK, **context})
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.trouble: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", lambda dialog: (self.trouble.append("dialog"), dialog.dismiss()))
        self.page.on("pageerror", lambda fault: self.trouble.append(str(fault)))
        self.page.on("console", lambda message: self.trouble.append(message.text))
        self.page.goto(path.as_uri() + fragment)

    def shown(self) -> int:
        return int(self.page.locator("article:visible").count())

    def close(self) -> None:
        self.context.close()


@pytest.fixture
def seen(browser: Any, page_file: Path) -> Iterator[Seen]:
    one = Seen(browser, page_file)
    yield one
    assert one.requests == [page_file.as_uri()]
    assert one.trouble == []
    one.close()


def test_the_page_needs_nothing_else(seen: Seen, page_file: Path) -> None:
    assert "version" in seen.page.title()
    assert page_file.stat().st_size < 1_000_000
    text = page_file.read_text("utf-8")
    assert "http://" not in text.replace("http://127.0.0.1", "")
    assert seen.page.locator("link, img, iframe, object, embed, base").count() == 0


def test_what_breaks_stands_in_the_first_screen(seen: Seen) -> None:
    box = seen.page.locator(".overview tbody tr").first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 900
    assert seen.page.locator(".overview tbody tr").count() >= 5
    assert seen.page.locator(".overview .badge.green", has_text="approved").count() == 1


def test_verdicts_filter(seen: Seen) -> None:
    every = seen.shown()
    chips = seen.page.locator(".chips button")
    for at in range(chips.count()):
        chip = chips.nth(at)
        kind, verdict = str(chip.get_attribute("data-verdict")).split()
        has = seen.page.locator(f"article[data-{kind}={verdict}]").count()
        chip.click()
        assert chip.get_attribute("aria-pressed") == "false"
        assert seen.shown() == every - has
        assert f"{every - has} of {every}" in seen.page.locator("#count").inner_text()
        chip.click()
    assert seen.shown() == every


def test_a_search_by_keyboard(seen: Seen) -> None:
    every = seen.shown()
    seen.page.keyboard.press("/")
    seen.page.keyboard.type("request-property-removed")
    assert 0 < seen.shown() < every
    assert seen.page.locator("nav a:visible").count() < seen.page.locator("nav a").count()
    seen.page.keyboard.press("Escape")
    assert seen.shown() == every
    seen.page.keyboard.press("j")
    first = seen.page.evaluate("document.activeElement.closest('article').id")
    seen.page.keyboard.press("j")
    assert seen.page.evaluate("document.activeElement.closest('article').id") != first
    seen.page.keyboard.press("k")
    assert seen.page.evaluate("document.activeElement.closest('article').id") == first


def test_links_stay_and_open_what_they_name(browser: Any, page_file: Path, seen: Seen) -> None:
    ids = seen.page.evaluate("[...document.querySelectorAll('article')].map(one => one.id)")
    assert len(ids) == len(set(ids))
    last = Seen(browser, page_file, f"#{ids[-1]}")
    assert last.page.locator(f"[id='{ids[-1]}'] details").get_attribute("open") is not None
    assert last.page.locator(f"[id='{ids[-1]}']").is_visible()
    last.close()
    # A link to what is filtered away brings it back.
    seen.page.fill("#search", "nothing has this")
    assert seen.shown() == 0
    seen.page.evaluate(f"location.hash = '{ids[-1]}'")
    seen.page.wait_for_selector(f"[id='{ids[-1]}']:visible")


def test_it_works_without_scripts(browser: Any, page_file: Path) -> None:
    plain = Seen(browser, page_file, java_script_enabled=False)
    assert plain.shown() == plain.page.locator("article").count() > 5
    plain.close()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_cut_off(browser: Any, page_file: Path, width: int) -> None:
    small = Seen(browser, page_file, viewport={"width": width, "height": 800})
    small.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert small.page.evaluate("document.documentElement.scrollWidth") <= width
    small.close()


def test_light_and_dark(browser: Any, page_file: Path) -> None:
    inks = []
    for scheme in ("light", "dark"):
        one = Seen(browser, page_file, color_scheme=scheme)
        inks.append(one.page.evaluate("getComputedStyle(document.body).backgroundColor"))
        one.close()
    assert inks[0] != inks[1]


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (`npm ci`)")
@pytest.mark.parametrize(
    "context", [DESK, {**DESK, "color_scheme": "dark"}, PHONE], ids=["light", "dark", "phone"]
)
def test_it_is_accessible(browser: Any, page_file: Path, context: dict[str, Any]) -> None:
    one = Seen(browser, page_file, **context, bypass_csp=True)
    one.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    one.page.add_script_tag(content=AXE.read_text("utf-8"))
    found = one.page.evaluate("axe.run().then(done => done.violations)")
    serious = [
        (rule["id"], rule["nodes"][0]["html"], rule["nodes"][0]["failureSummary"])
        for rule in found
        if rule["impact"] in ("serious", "critical")
    ]
    assert serious == []
    one.close()


def test_hostile_texts_stay_texts(browser: Any, tmp_path: Path) -> None:
    path = _page(tmp_path, "hostile_texts")
    one = Seen(browser, path)
    one.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert one.requests == [path.as_uri()]
    assert one.trouble == []
    assert one.page.locator("script").count() == 1
    assert one.page.locator("[onclick], [onerror], [onload], img, svg, iframe").count() == 0
    assert "alert(1)" in one.page.locator("main").inner_text()
    addresses = one.page.evaluate(
        "[...document.querySelectorAll('[href],[src]')].map(one => one.getAttribute('href'))"
    )
    assert all(str(address).startswith("#") for address in addresses)
    one.close()
