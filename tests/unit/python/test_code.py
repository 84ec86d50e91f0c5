"""No text gets out of a literal or a docstring, and none is lost in one."""

from __future__ import annotations

import ast
import re
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sdkwright.python.code import (
    WIDTH,
    Code,
    code,
    compose,
    docstring,
    dotted,
    identifier,
    is_identifier,
    join,
    literal,
    tuple_of,
)

_TEXT = st.text(st.characters(), max_size=80)
_PIECES = (
    *('"', '"""', "'''", "\\", "\\N{BULLET}", "{", "}", "%s", "#", "word", "é"),
    *("\n", "\r\n", "\t", " ", "* a", "- b\n", "1. c", "    x = 1"),
    *("\0", "\x1b[31m", "\u2028", "\u202e", "\ud800"),
)
_AWKWARD = st.lists(st.sampled_from(_PIECES), max_size=12).map("".join)
_ANY = st.one_of(_TEXT, _AWKWARD)
_INDENTS = st.sampled_from([0, 4, 8])


@given(_ANY)
def test_literal_of_a_text_is_that_text(text: str) -> None:
    assert ast.literal_eval(literal(text)) == text
    assert literal(text).isprintable()


@given(st.one_of(st.none(), st.booleans(), st.integers()))
def test_literal_of_another_constant_is_that_constant(value: bool | int | None) -> None:
    again = ast.literal_eval(literal(value))
    assert (type(again), again) == (type(value), value)


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_literal_of_a_number_keeps_its_digits(number: Decimal) -> None:
    again = eval(literal(number), {"Decimal": Decimal})
    assert str(again) == str(number)


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity"])
def test_numbers_that_are_none_have_no_literal(text: str) -> None:
    with pytest.raises(ValueError, match="finite"):
        literal(Decimal(text))


@given(_ANY, _INDENTS)
@example('"', 0)
@example('ends with "', 4)
@example("ends with \\", 4)
@example('\\"""', 8)
@example("a" * 200, 8)
@example("\\N{BULLET}", 0)
def test_docstring_is_one_string_and_nothing_else(text: str, indent: int) -> None:
    pad = " " * indent
    source = "class C:\n" * (indent > 0) + "".join(
        f"{' ' * at}class D:\n" for at in range(4, indent, 4)
    )
    tree = ast.parse(f"{source}{pad}{docstring(text, indent)}\n")
    inner: ast.Module | ast.ClassDef = tree
    while isinstance(inner.body[0], ast.ClassDef):
        inner = inner.body[0]
    assert len(inner.body) == 1
    said = ast.get_docstring(inner) if indent or inner is tree else None
    assert said is not None


@given(_ANY, _INDENTS)
@example("\u2028", 0)
def test_docstring_shows_every_character_but_white_space(text: str, indent: int) -> None:
    value = ast.literal_eval(str(docstring(text, indent)))
    assert _dense(value) == (_dense(text) or "Undocumented.")


def _dense(text: str) -> str:
    return "".join(text.split())


@given(_ANY, _INDENTS)
def test_docstring_has_no_line_end_but_its_own(text: str, indent: int) -> None:
    source = docstring(text, indent)
    assert all(line.isprintable() for line in source.split("\n"))
    assert not re.search(r"[ \t]+$", source, re.MULTILINE)


@given(st.lists(st.from_regex(r"[a-z]{1,12}", fullmatch=True), min_size=1, max_size=60), _INDENTS)
def test_prose_is_wrapped(words: list[str], indent: int) -> None:
    lines = docstring(" ".join(words), indent).split("\n")
    assert all(len(line) <= WIDTH for line in lines[1:])
    assert len(lines[0]) + indent <= WIDTH


def test_code_blocks_keep_their_indentation() -> None:
    text = "Call it:\n\n    one = 1\n      two = 2\n\nThen go on."
    assert docstring(text, 0) == ('"""Call it:\n\n    one = 1\n      two = 2\n\nThen go on.\n"""')


def test_composed_code_is_code() -> None:
    parts = [literal("a"), literal(1)]
    assert isinstance(compose("f({})", join(", ", parts)), Code)
    assert compose("f({})", join(", ", parts)) == 'f("a", 1)'
    assert (tuple_of([]), tuple_of(parts[:1]), tuple_of(parts)) == ("()", '("a",)', '("a", 1)')
    # Braces in what is put in are left alone.
    assert compose("{}", literal("{}")) == '"{}"'
    assert isinstance(code("pass"), Code)


@given(_ANY)
def test_only_ascii_identifiers_become_code(text: str) -> None:
    if is_identifier(text):
        assert ast.parse(text, mode="eval").body
        assert identifier(text) == text
    else:
        with pytest.raises(ValueError, match="identifier"):
            identifier(text)


@pytest.mark.parametrize("name", ["class", "None", "a b", "", "naïve", "a\n", "1a", "a-b", "a.b"])
def test_no_identifiers(name: str) -> None:
    assert not is_identifier(name)


def test_dotted_paths() -> None:
    assert dotted(".._runtime.lazy") == ".._runtime.lazy"
    assert dotted(".") == "."
    with pytest.raises(ValueError, match="identifier"):
        dotted("a;b")
