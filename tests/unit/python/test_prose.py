"""Descriptions in Markdown and HTML become prose; what is no mark stays."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkwright.python.lines import wrapped
from sdkwright.python.prose import prose


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>Retrieves an <code>account</code>.</p>", "Retrieves an `account`."),
        (
            'See <a href="https://x.example/y">the guide</a>.',
            "See the guide (https://x.example/y).",
        ),
        ('See <a href="#below">below</a>.', "See below."),
        ("In [minor units](https://x.example/m).", "In minor units (https://x.example/m)."),
        ("A [run](/docs/runs) moves.", "A run moves."),
        ("[https://x.example](https://x.example)", "https://x.example"),
        ("See [it](https://x.example/a_(b)).", "See it (https://x.example/a_(b))."),
        ("<https://x.example/raw>", "https://x.example/raw"),
        ("Set to **app**, *not* to **web**.", "Set to app, not to web."),
        ("## Limits\nTen a day.", "Limits\n\nTen a day."),
        ("one<br/>two", "one\ntwo"),
        ("a &lt;b&gt; &amp; c&nbsp;d", "a <b> & c d"),
        ("<ul> <li> <p>one</p> </li> </ul>", "* one"),
    ],
)
def test_marks_are_taken_away(text: str, expected: str) -> None:
    assert prose(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "bot<token>/<file_path>",
        "List<String> and Map<K, V>",
        "a * b * c, *args and **kwargs",
        "`<b>**kept**</b>`",
        "```\n<b>kept</b> [a](b)\n```",
        "?a=1&copy=2",
        "call __init__ or a_b_c",
        "items[0](x)".replace("(", " ("),
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    assert prose(text) == text


@given(st.text(alphabet="<>/ab p[]()*#`&;!-\n \\"))
def test_nothing_breaks_it(text: str) -> None:
    prose(text)


@pytest.mark.parametrize(
    "part", ["<a ", "<a href=x>", "<code>", "<!--", "<p   ", "[a](", "**a", "# #", "<td>\n", "`` "]
)
def test_it_takes_no_longer_for_awkward_texts(part: str) -> None:
    begun = process_time()
    prose(part * (90_000 // len(part)))
    assert process_time() - begun < 3


def test_lists_are_wrapped_below_their_text() -> None:
    text = "One of these:\n- the first word of many\n- b\n  goes on\n\n1. one"
    assert wrapped(text, 20) == [
        "One of these:",
        "- the first word of",
        "  many",
        "- b goes on",
        "",
        "1. one",
    ]


def test_code_and_tables_keep_their_lines() -> None:
    text = (
        "Text\nflows.\n```\na  b\n\n  c\n```\n\nname | kind\n--- | ---\na | b\n\n    indented  code"
    )
    assert wrapped(text, 40) == [
        "Text flows.",
        "```",
        "a  b",
        "",
        "  c",
        "```",
        "",
        "name | kind",
        "--- | ---",
        "a | b",
        "",
        "    indented  code",
    ]


@given(st.text())
def test_no_character_is_lost(text: str) -> None:
    assert "".join("".join(wrapped(text, 30)).split()) == "".join(text.split())
