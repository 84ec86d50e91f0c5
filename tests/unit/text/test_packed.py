"""A tree as bytes is the same tree."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkwright.text.diagnostic import Report
from sdkwright.text.node import Node
from sdkwright.text.packed import move, packed, unpacked
from sdkwright.text.span import Span
from sdkwright.text.yaml import parse

TESTS = Path(__file__).parents[2]
DOCUMENTS = sorted((TESTS / "cases").glob("*/spec.yaml"))


def facts(node: Node) -> object:
    """All that a node is, with the types of its numbers."""
    value = node.value
    said: object = (type(value), repr(value))
    if isinstance(value, dict):
        said = [(key, facts(child)) for key, child in value.items()]
    elif isinstance(value, list):
        said = [facts(child) for child in value]
    return said, node.span, node.pointer, dict(node.key_spans), node.raw


def tree(text: str) -> Node:
    root = parse(text, "api.yaml", Report())
    assert root is not None
    return root


def again(root: Node) -> Node:
    data = packed(root)
    assert data is not None
    other = unpacked(data)
    assert other is not None
    return other


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.parent.name)
def test_documents(path: Path) -> None:
    root = parse(path.read_bytes(), path.name, Report())
    if root is not None and packed(root) is not None:
        assert facts(again(root)) == facts(root)


SCALARS = st.one_of(
    st.integers().map(str),
    st.decimals(allow_nan=False, allow_infinity=False).map(str),
    st.sampled_from(
        ("1e0", "-0.0", "1.10", "0x1F", "true", "null", "~", "''", '"1.5"', "18446744073709551616")
    ),
)


@given(st.lists(SCALARS, min_size=1, max_size=6))
def test_numbers_keep_their_types_and_digits(scalars: list[str]) -> None:
    root = tree("".join(f"k{at}:\n  - {text}\n" for at, text in enumerate(scalars)))
    assert facts(again(root)) == facts(root)


def test_what_stands_in_two_places_is_no_tree() -> None:
    assert packed(tree("a: &it {b: 1}\nc: *it\n")) is None
    assert packed(tree("a: &it text\nc: *it\n")) is not None


def test_half_a_character_is_not_packed() -> None:
    assert (
        packed(Node({"a": Node("\ud800", Span("f", 1, 1, 1, 2), "/a")}, Span("f", 1, 1, 1, 2), ""))
        is None
    )


def test_other_bytes_are_no_tree() -> None:
    assert unpacked(b"") is None
    assert unpacked(b"\x93\x01\x90\x90") is None


def test_all_of_a_tree_moves() -> None:
    root = again(tree("a:\n  b: [1, {c: 2}]\n"))
    move(root, 3)
    assert facts(root) == facts(again(tree("\n\n\na:\n  b: [1, {c: 2}]\n")))
