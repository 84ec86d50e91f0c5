"""What YAML and JSON texts are read as: values, keys, places, shared nodes."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkwright.text.diagnostic import Report
from sdkwright.text.node import Node, Plain, text_of
from sdkwright.text.yaml import parse


def tree(text: str | bytes) -> Node:
    report = Report()
    node = parse(text, "a.yaml", report)
    assert report.found == []
    assert node is not None
    return node


def at(node: Node, *keys: str) -> Node:
    for key in keys:
        below = node.get(key)
        assert below is not None
        node = below
    return node


def plain(text: str | bytes) -> Plain:
    return tree(text).plain()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("null", None),
        ("~", None),
        ("Null", None),
        ("true", True),
        ("False", False),
        ("12", 12),
        ("-7", -7),
        ("+1", 1),
        ("0o17", 15),
        ("0x1F", 31),
        ("1.0", Decimal("1.0")),
        (".5", Decimal("0.5")),
        ("1.", 1),
        ("1e0", 1),
        ("1e3", Decimal("1e3")),
        ("1234567890.123456789", Decimal("1234567890.123456789")),
        ("10000000000000000000000000000000000000000", 10**40),
        ("NO", "NO"),
        ("on", "on"),
        ("y", "y"),
        ("nULL", "nULL"),
        ("0777", "0777"),
        ("08", "08"),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        ("12:30", "12:30"),
        ("12:30:45", "12:30:45"),
        ("2020-01-01", "2020-01-01"),
        ("2020-13-45", "2020-13-45"),
        ("1.2.3", "1.2.3"),
        ("-", "-"),
        ("1e", "1e"),
        ("0x", "0x"),
        ("http://x/y?z#w", "http://x/y?z#w"),
    ],
)
def test_unquoted_scalars_follow_the_core_rules(text: str, value: object) -> None:
    if text == "-":
        assert plain('["-"]') == ["-"]
        return
    found = plain(f"- {text}\n")
    assert found == [value]
    assert isinstance(found, list)
    assert type(found[0]) is type(value)


@pytest.mark.parametrize("text", ["1.10", "0x1F", "1e3", "true", "-720.0", "200"])
def test_the_source_of_an_unquoted_scalar_is_kept(text: str) -> None:
    assert text_of(at(tree(f"a: {text}"), "a")) == text


def test_null_lists_and_mappings_hold_no_text() -> None:
    assert [text_of(node) for node in tree("[null, [], {}, x]").elements()] == [
        None,
        None,
        None,
        "x",
    ]


def test_a_decimal_keeps_every_digit() -> None:
    assert str(plain("-720.0")) == "-720.0"


def test_keys_are_text_as_written() -> None:
    text = "200: a\n1.10: b\ntrue: c\nNO: d\n0x1F: e\n'q': f\n2020-01-01: g\n"
    assert list(tree(text).value) == ["200", "1.10", "true", "NO", "0x1F", "q", "2020-01-01"]  # type: ignore[arg-type]


def test_merge_keys_fill_in_what_a_mapping_has_not_itself() -> None:
    text = "b: &b {x: 1, y: 2}\nc: &c {y: 3, z: 4}\nd:\n  <<: [*b, *c]\n  x: own\n  w: 0\n"
    merged = at(tree(text), "d")
    assert merged.plain() == {"x": "own", "y": 2, "z": 4, "w": 0}
    assert at(merged, "y").pointer == "/b/y"
    assert plain('{"<<": {"a": 1}}') == {"<<": {"a": 1}}


def test_aliases_share_the_node_of_the_anchor() -> None:
    root = tree("a: &x {k: 1}\nb: *x\nc: [*x]\n&key d: *key\n")
    assert root.get("a") is root.get("b")
    assert at(root, "d").value == "d"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r'"a\/b"', "a/b"),
        (r'"\ud83d\ude00"', "\U0001f600"),
        (r'"\u00e9\n\t\"\\"', 'é\n\t"\\'),
        ('{\t"a"\t:\t[1,\t2]\t}', {"a": [1, 2]}),
        ('\t{\n\t"a": 1\n\t}\n\t', {"a": 1}),
        ('{"a":1,"b":{"c":[]},"d":[{}]}', {"a": 1, "b": {"c": []}, "d": [{}]}),
        ('{"a": "x\u2028y\x85z"}', {"a": "x\u2028y\x85z"}),
        ('"# no comment"', "# no comment"),
        ("[-0, 1E+2, 0.10]", [0, Decimal("1E+2"), Decimal("0.10")]),
        ('{"' + "k" * 3000 + '": 1}', {"k" * 3000: 1}),
    ],
)
def test_json_is_read_by_the_same_door(text: str, value: object) -> None:
    assert plain(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: |\n  x\n   y\n\n  z\n\n\nb: 1\n", {"a": "x\n y\n\nz\n", "b": 1}),
        ("a: >-\n  x\n  y\n\n  z\n   w\n  v\n", {"a": "x y\nz\n w\nv"}),
        ("a: |+\n  x\n\nb: 1\n", {"a": "x\n\n", "b": 1}),
        ("a: |2\n    x\n", {"a": "  x\n"}),
        ("a: |\n\nb: 1\n", {"a": "", "b": 1}),
        ("- |\n x\n- >\n y\n", ["x\n", "y\n"]),
        ("a: x\n  y\n\n  z # c\nb: 1", {"a": "x y\nz", "b": 1}),
        ("a: 'it''s\n\n  two'", {"a": "it's\ntwo"}),
        ('a: "x \\\n   y\\\n  \\ z\n  w  \n\n  v"', {"a": "x y z w\nv"}),
        ("a:\tx\t# tab between tokens\nb:\t\n  - c\n", {"a": "x", "b": ["c"]}),
        ("\t# only a comment\n \t\na: 1", {"a": 1}),
        ("{a:[1], b:{c: d}, e: f:g}", {"a": [1], "b": {"c": "d"}, "e": "f:g"}),
        ("? a\n: b\n", {"a": "b"}),
        ("a:\n- b\n- c: d\n  e:\n", {"a": ["b", {"c": "d", "e": None}]}),
        ("%YAML 1.2\n---\na: 1\n...\n", {"a": 1}),
        ("a: !!str 12\nb: !!int 3\nc: !!map {}\nd: ! x\n", {"a": "12", "b": 3, "c": {}, "d": "x"}),
        ("a: b#c # d", {"a": "b#c"}),
        ("a: 1\r\nb: 2\r\n", {"a": 1, "b": 2}),
    ],
)
def test_yaml_forms(text: str, value: object) -> None:
    assert plain(text) == value


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    root = tree(b"\xef\xbb\xbfa: 1")
    assert root.at_key("a").col == 1


def test_spans_say_where_keys_and_values_stand() -> None:
    root = tree("a:\n  'b c': [1, \"two\"]\n  d: x\n   y\ne: {f: 1}\n")
    a = at(root, "a")
    places = {
        "a": str(root.at_key("a")),
        "b": str(a.at_key("b c")),
        "two": str(at(a, "b c").elements()[1].span),
    }
    assert places == {"a": "a.yaml:1:1", "b": "a.yaml:2:3", "two": "a.yaml:2:14"}
    two = at(a, "b c").elements()[1].span
    assert (two.end_line, two.end_col) == (2, 19)
    folded = at(a, "d").span
    assert (folded.line, folded.col, folded.end_line, folded.end_col) == (3, 6, 4, 5)
    assert (a.span.line, a.span.col, a.span.end_line, a.span.end_col) == (2, 3, 4, 5)
    flow = at(root, "e").span
    assert (flow.col, flow.end_col) == (4, 10)


def test_pointers_escape_their_steps() -> None:
    root = tree("paths:\n  /a~b/{id}: [x]\n")
    element = at(root, "paths", "/a~b/{id}").elements()[0]
    assert element.pointer == "/paths/~1a~0b~1{id}/0"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES, st.sampled_from([None, 2]), st.booleans())
def test_any_json_text_means_what_json_says(
    value: Plain, indent: int | None, ascii_only: bool
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    report = Report()
    node = parse(text, "a.json", report)
    if report.found and text[0] not in "{[":
        assert {d.code for d in report.found} <= {"control-character", "nul-character"}
        return  # U+007F to U+009F may stand in JSON, but not in YAML: it is taken for JSON by its first character
    assert report.found == []
    assert node is not None
    assert node.plain() == value
