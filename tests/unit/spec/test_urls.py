"""URLs have one spelling, and lie below what is allowed or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkwright.spec.remote import Shelf
from sdkwright.spec.url import absolute, lies_below


@pytest.mark.parametrize(
    ("text", "base", "url"),
    [
        ("HTTPS://Example.COM:443/a/./b/../c.yaml", "", "https://example.com/a/c.yaml"),
        ("http://h:80", "", "http://h/"),
        ("http://h:8080/x?y=1&z", "", "http://h:8080/x?y=1&z"),
        ("https://h/mü.yaml#/a", "", "https://h/m%C3%BC.yaml"),
        ("https://[::1]:8/x", "", "https://[::1]:8/x"),
        ("b.yaml", "https://h/v1/a.yaml", "https://h/v1/b.yaml"),
        ("../b.yaml", "https://h/v1/a.yaml", "https://h/b.yaml"),
        ("../../../b.yaml", "https://h/v1/a.yaml", "https://h/b.yaml"),
        ("/b.yaml", "https://h/v1/a.yaml", "https://h/b.yaml"),
        ("//other/b.yaml", "https://h/v1/a.yaml", "https://other/b.yaml"),
        ("?v=2", "https://h/v1/a.yaml", "https://h/v1/a.yaml?v=2"),
        ("https://h/a%20b", "", "https://h/a%20b"),
    ],
)
def test_a_url_has_one_spelling(text: str, base: str, url: str) -> None:
    assert absolute(text, base) == url
    assert absolute(url) == url


@pytest.mark.parametrize(
    "text",
    [
        "ftp://h/x",
        "file:///etc/hostname",
        "data:,x",
        "https://user@h/x",
        "https://user:secret@h/x",
        "https://h@evil.example/x",
        "https:///x",
        "https://h:99999/x",
        "https://h:x/x",
        "https://h\\@evil.example/x",
        "https://h/a b",
        "https://h/a\nb",
        "https://h/%2e%2e/x",
        "https://h/a%2fb",
        "https://h/%252e%252e/x",
        "https://h/a%5cb",
        "https://hоst/x",
        "https://h。example/x",
        "https://[::1/x",
        "https://h//x/../y",
        "x.yaml",
        "",
    ],
)
def test_what_could_be_read_in_two_ways_is_no_url(text: str) -> None:
    assert absolute(text) is None


@pytest.mark.parametrize(
    ("url", "prefix", "lies"),
    [
        ("https://h/a/b", "https://h/", True),
        ("https://h/a/b", "https://h/a", True),
        ("https://h/a/b", "https://h/a/", True),
        ("https://h/a?x", "https://h/a", True),
        ("https://h/ab", "https://h/a", False),
        ("https://h/", "https://h/a/", False),
        ("http://h/a", "https://h/a", False),
        ("https://h:8443/a", "https://h/a", False),
        ("https://h.evil.example/a", "https://h/", False),
        ("https://evil.example/?https://h/", "https://h/", False),
    ],
)
def test_urls_lie_below_whole_segments(url: str, prefix: str, lies: bool) -> None:
    assert lies_below(url, prefix) is lies


@given(st.text(max_size=30), st.sampled_from(["", "https://h/v1/a.yaml", "api.yaml"]))
def test_any_text_is_a_url_or_none(text: str, base: str) -> None:
    url = absolute(text, base)
    assert url is None or (absolute(url) == url and url.isascii() and "#" not in url)


@given(st.lists(st.text("aA/._-%ü", max_size=8).map(lambda t: f"https://h/{t}"), unique=True))
def test_texts_are_kept_apart_in_one_folder(urls: list[str]) -> None:
    known = {url for text in urls if (url := absolute(text)) is not None}
    shelf = Shelf(Path("project"))
    files = {shelf.text(url) for url in known}
    assert {file.parent for file in files} <= {Path("project/sdkwright.remote")}
    assert len({file.name.lower() for file in files}) == len(known)
