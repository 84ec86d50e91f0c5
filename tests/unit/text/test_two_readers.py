"""The swift reader and the careful one give the same tree of every document, or the swift one gives none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from text_cases import CODES

from sdkwright.text import careful, swift
from sdkwright.text.decode import decode
from sdkwright.text.diagnostic import Report
from sdkwright.text.fault import FaultError
from sdkwright.text.node import Node

ROOT = Path(__file__).parents[3]
CORPUS = Path(os.environ.get("SDKWRIGHT_CORPUS", ROOT.parent / "shared"))
SUFFIXES = (".yaml", ".yml", ".json")

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
        404:
        '4XX': {}
    head: *get
components:
  schemas:
    Base: &base
      type: object
    Refund:
      <<: *base
      description: >-
        folded 退款 \U0001f600 text
        text

      enum: ['a''b', "c\\td", -1.50,
        plain text]  # comment
"""
# As a person writes, with all that the swift reader leaves to the careful one taken away.
USUAL = (
    SPEC.replace(" &get", "")
    .replace("*get", "{}")
    .replace(" &base", "")
    .replace("<<: *base", "type: object")
)
JSON = '{"a": {"b": ["\\ud83d\\ude00 \\/", 1, -1.5e3, null, true]},\n\t"c": {}, "d": "\\\\ud83d"}\n'

# Each form of a line, with what may follow it.
LINES = [
    "a: b # c\nd: 'e' # f\ng: {h: i} # j\nk: |- # l\n  m\n",
    "- - a\n  - - b: c\n      d: e\n- f\n-\n  g: h\n-\n  - i\n-\n",
    "a:\n- b\n-  c: d\n   e: f\n- - g\nh:\n- i\nj:\n",
    "a: one\n  two\n\n  three: four\n".replace(": four", ":four"),
    "a:\n  one\n  - two\n  [three\nb: 'one\n\n  two'\nc: \"one\\\n  two\"\n",
    "a:\n  'one'\nb:\n  {c: d,\n  e: [f, g]}\nh:\n  >-\n   i\n   j\n\nk: l\n",
    "a: -x\nb: ?y\nc: ::/0\nd:\n- -1\n- :z\n",
    "# c\n\n---\n# d\na: 1\n  # e\nb: [1, -2.50, 0x1F, true, null, '', \"\", a b, a:b, {}, []] # f\n",
    "a: |\n\n   x\n    y\n\n\nb: >+\n  x\n\nc: |\nd: |-\n",
    "'a b': 1\n\"c\": 2\na/b~c: 3\n200: 4\n'200 ': 5\n",
    '{a: [1, # c\n 2], "b":3, \'c\': "\\u00e9"}\n',
    "{'\\ud83d': \"\\ud83d\\ude00 \\ufffe\"}\n",
    '[{"a": "b"}, {"a": [1, {"c": null}]}]',
]

PIECES = [
    *(" ", "  ", "\n", "\n  ", "\n    ", "\n\n", "   \n", "\t", ":", ": ", "- ", "-", ", ", ","),
    *(
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        "#",
        " #",
        "&a ",
        "*a",
        "*a ",
        "|",
        "|\n  ",
        ">-\n  ",
        "|+",
        "?",
    ),
    *(
        "a",
        "x1",
        "1",
        "~",
        "null",
        "1.5",
        "\\",
        "\\n",
        "é",
        "\U0001f600",
        "<<: ",
        "!!str ",
        "@",
        "%",
    ),
    *(
        "---",
        "...",
        "\n---\n",
        "key: v\n",
        "'q'",
        '"d"',
        "\\/",
        "\\ud83d\\ude00",
        "\\ufffe",
        "a: ",
        "b: ",
    ),
]


def files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.suffix in SUFFIXES]


def flat(root: Node) -> list[object]:
    """Everything a tree holds, in order; a node met again is named by where it was first."""
    seen: dict[int, int] = {}
    found: list[object] = []
    todo = [root]
    while todo:
        node = todo.pop()
        if id(node) in seen:
            found.append(seen[id(node)])
            continue
        seen[id(node)] = len(found)
        scalar: object = repr(node.value)
        if isinstance(node.value, dict):
            todo.extend(node.value.values())
            scalar = list(node.value)
        elif isinstance(node.value, list):
            todo.extend(node.value)
            scalar = len(node.value)
        found.append((node.kind(), scalar, node.span, node.pointer, node.raw))
        found.extend(node.key_spans.items())
    return found


def check(text: str) -> bool:
    """Whether the swift reader gives a tree; it has to be the one of the careful reader, which has nothing to tell then."""
    root = swift.read(text, "a.yaml")
    if root is None:
        return False
    report = Report()
    other = careful.read(text, "a.yaml", report)
    assert report.found == []
    assert other is not None
    assert flat(root) == flat(other)
    return True


@pytest.mark.parametrize(
    "text", [USUAL, JSON, USUAL.replace("\n", "\r\n"), "\ufeff" + JSON, *LINES]
)
def test_what_documents_are_made_of_is_read_swiftly(text: str) -> None:
    assert check(decode(text, "a.yaml"))


@pytest.mark.parametrize(
    "text",
    [
        "a: x\u2028y\n",
        "a: x\x85y\n",
        "%YAML 1.1\n---\na: 1\n",
        "a: !!str 1\n",
        "a: |2\n    x\n",
        "a: &b\n  c: 1\nd: *b\n",
        "a: &b 1\nc: *b\n",
        "... a: 1\n",
        "a: - 1\n",
        "- a: - 1\n",
        "{a: - 1}\n",
        "a: {<<: {b: c}}\n",
        "<<: {b: c}\n",
        "a: [b: c]\n",
        "{a: }\n",
        "a: &x\n",
        "a: 1\na: 2\n",
        "a: .nan\n",
        "a: 1\n---\nb: 2\n",
        "a\n",
        '{"a": "\\ud83d"}\n',
        "a: " + "[" * 300 + "]" * 300 + "\n",
        "a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n"
        + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 8)),
    ],
)
def test_the_careful_reader_is_asked_in_doubt(text: str) -> None:
    assert swift.read(text, "a.yaml") is None


@pytest.mark.parametrize("code", CODES)
def test_no_fault_is_passed_over(code: str) -> None:
    text, _ = CODES[code]
    try:
        decoded = decode(text, "a.yaml")
    except FaultError:
        return
    assert swift.read(decoded, "a.yaml") is None


def test_a_value_left_out_stands_behind_its_colon() -> None:
    root = careful.read("a:\n  - b:\n    c: 1\nd:\n", "a.yaml", Report())
    assert root is not None
    below = root.value["a"].elements()[0].get("b")  # type: ignore[index,union-attr,call-overload]
    assert str(below.span) == "a.yaml:2:7"
    assert str(root.get("d").span) == "a.yaml:4:3"  # type: ignore[union-attr]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@settings(max_examples=300)
def test_random_texts_are_read_the_same(text: str) -> None:
    check("k: v\n" + text)
    check(text)


@given(
    st.sampled_from([SPEC, USUAL, JSON, *LINES]),
    st.lists(
        st.tuples(st.integers(0, 900), st.integers(0, 4), st.sampled_from(["", *PIECES])),
        max_size=3,
    ),
)
@settings(max_examples=300)
def test_damaged_documents_are_read_the_same(text: str, cuts: list[tuple[int, int, str]]) -> None:
    for at, length, piece in cuts:
        text = text[: at % len(text)] + piece + text[at % len(text) + length :]
    check(text)


@pytest.mark.parametrize("path", files(ROOT / "specs"), ids=lambda path: path.name)
def test_our_own_documents_are_read_swiftly(path: Path) -> None:
    assert check(decode(path.read_bytes(), "a.yaml"))


@pytest.mark.slow
def test_the_corpus_is_read_the_same() -> None:
    if not CORPUS.is_dir():
        pytest.skip("there is no corpus beside the checkout")
    swiftly = 0
    for path in files(CORPUS):
        try:
            swiftly += check(decode(path.read_bytes(), "a.yaml"))
        except FaultError:
            continue
    assert swiftly > 1000
