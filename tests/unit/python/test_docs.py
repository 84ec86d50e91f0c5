"""Sections of docstrings: an entry runs on, a list inside it stays one."""

from __future__ import annotations

import ast

from sdkwright.python.code import docstring
from sdkwright.python.docs import section

_LISTED = """How it ends.
Can be:
- `stop`: the model stops here, and says so in many words, so many that the line has to be broken somewhere
- `length`:
  it goes on.

At least 1 character."""


def _shown(*entries: tuple[str, str]) -> list[str]:
    source = docstring("Does it.\n\n" + section("Args", entries, 8), 8)
    return str(ast.literal_eval(source)).split("\n")


def test_lists_keep_their_items() -> None:
    assert _shown(("mode", _LISTED), ("other", "Another.")) == [
        "Does it.",
        "",
        "        Args:",
        "            mode: How it ends. Can be:",
        "                - `stop`: the model stops here, and says so in many words, so many that the line",
        "                  has to be broken somewhere",
        "                - `length`: it goes on.",
        "                At least 1 character.",
        "            other: Another.",
        "        ",
    ]


def test_a_dash_at_the_beginning_of_a_line_is_no_list() -> None:
    shown = _shown(("mode", "From one\n- or two - to three."))
    assert shown[3] == "            mode: From one - or two - to three."


def test_entries_without_text_are_left_out() -> None:
    assert section("Args", [("a", " "), ("b", "")], 8) == ""
