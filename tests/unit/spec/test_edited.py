"""A document of which only an edit is read anew is the one that a reading of it all gives."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdkwright.spec import edits as module
from sdkwright.spec.document import Document, document_of, load_document
from sdkwright.spec.edited import edited
from sdkwright.spec.edits import blocks_of, find_edits
from sdkwright.spec.resolve import objects
from sdkwright.spec.shape import check_shape
from sdkwright.spec.upgrade import upgrade
from sdkwright.text.diagnostic import Diagnostic, Report
from sdkwright.text.node import Node
from sdkwright.text.packed import packed, unpacked

ROOT = Path(__file__).parents[3]
DOCUMENTS = sorted(
    [*(ROOT / "tests" / "cases").glob("*/spec.yaml"), *(ROOT / "specs").glob("*.yaml")]
)


@pytest.fixture(autouse=True)
def any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also of small documents, where an edit is a large part."""
    monkeypatch.setattr(module, "_PART", 2)


Known = tuple[Document, list[Diagnostic]]


def sound(path: Path) -> Known | None:
    """The document in a file as OpenAPI 3.1 has it, with what is found in single objects; None after anything else."""
    report = Report()
    written = load_document(path, None, report)
    if written is None or report.found:
        return None
    document = upgrade(written, report)
    if document is None:
        return None
    check_shape(document, report)
    return None if report.failed or len(document.files) != 1 else (document, report.found)


def again(before: Known, old: str, new: str) -> Known | None:
    """What is known of `new` from the document that `old` is."""
    document, found = before
    data = packed(document.root)
    root = None if data is None else unpacked(data)
    if root is None:
        return None
    edits = find_edits(root, blocks_of(document.root, old), new)
    return edited(document_of(root, document.entry), found, edits) if edits else None


def assert_same(known: Known, whole: Known) -> None:
    (one, found), (other, its) = known, whole
    assert packed(one.root) == packed(other.root)
    assert [(node.pointer, node.span, kind) for node, kind in objects(one)] == [
        (node.pointer, node.span, kind) for node, kind in objects(other)
    ]
    for name in ("entry", "names", "refused", "links", "version", "behind"):
        assert getattr(one, name) == getattr(other, name)
    assert Report(found).in_order() == Report(its).in_order()


SAMPLE = """\
openapi: 3.0.3
info: {title: Sample, version: "1"}
# The paths.
paths:
  /cats:
    get:
      operationId: list
      responses:
        "200":
          description: All of them.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Cats"}

  # One of them.
  "/cats/{id}":
    parameters:
      - {name: id, in: path, required: true, schema: {type: string, nullable: true}}
    get:
      responses: {default: {description: It.}}
components:
  parameters:
    Page:
      name: page
      in: query
      schema: {type: integer}
  schemas:
    Cats:
      type: array
      items: {$ref: "#/components/schemas/Cat"}
    Cat:
      type: object
      properties:
        name:
          type: string
          nullable: true
        weight: {type: number, minimum: 0.25}
    Pet:
      oneOf: [{$ref: "#/components/schemas/Cat"}]
      discriminator:
        propertyName: kind
        mapping: {cat: "#/components/schemas/Cat"}
tags: []
"""

_NOTE = "          description: All of them.\n"

KNOWN = {
    "a text": (_NOTE, "          description: Every cat.\n"),
    "more lines": (_NOTE, "          description: |\n            Every\n\n            cat.\n"),
    "a line less": ("          nullable: true\n", ""),
    "a property": (
        "        weight:",
        "        age: {type: integer}\n        weight:",
    ),
    "at the end of a definition": ("    Pet:\n", "      required: [name]\n    Pet:\n"),
    "a definition": ("    Cat:\n", "    Dog: {type: string}\n    Cat:\n"),
    "the first definition": ("    Cats:\n", "    Ape: {type: string}\n    Cats:\n"),
    "the last definition": ("tags: []\n", "    Dog: {type: string}\ntags: []\n"),
    "a definition of another section": (
        "  schemas:\n",
        "    Size: {name: s, in: query, schema: {}}\n  schemas:\n",
    ),
    "a path": (
        "components:\n",
        "  /dogs: {get: {responses: {default: {description: x}}}}\ncomponents:\n",
    ),
    "a path gone": (SAMPLE[SAMPLE.index("  # One") : SAMPLE.index("components:\n")], ""),
    "another name": ("    Page:\n", "    Sheet:\n"),
    "a comment": ("    Cat:\n", "    # Soft.\n    Cat:\n"),
    "a blank line": ("      type: object\n", "\n      type: object\n"),
    "a number": ("0.25", "0.250"),
    "what is no definition": ("title: Sample", "title: Example"),
    "the first entry of the document": ("# The paths.\n", "x-a: 1\n# The paths.\n"),
    "the last entry of the document": ("tags: []\n", "tags: [{name: a}]\n"),
    "one more": ("tags: []\n", "tags: []\nexternalDocs:\n  url: https://example.com\n"),
    "an unknown field": ("      type: object\n", "      kind: of\n      type: object\n"),
    "a text without quotes": ('"/cats/{id}":\n', '"/cats/{id}":\n    summary: 1.10\n'),
}


@pytest.mark.parametrize("name", KNOWN)
def test_only_the_edit_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / "api.yaml"
    old, (was, now) = SAMPLE, KNOWN[name]
    assert old.count(was) == 1
    new = old.replace(was, now)
    path.write_text(old, "utf-8")
    before = sound(path)
    assert before is not None
    path.write_text(new, "utf-8")
    document, whole = again(before, old, new), sound(path)
    assert document is not None
    assert whole is not None
    assert_same(document, whole)


def test_several_edits_are_read(tmp_path: Path) -> None:
    path, new = tmp_path / "api.yaml", SAMPLE
    path.write_text(SAMPLE, "utf-8")
    before = sound(path)
    for name in ("more lines", "a property", "the last definition", "a path gone"):
        was, now = KNOWN[name]
        new = new.replace(was, now)
    path.write_text(new, "utf-8")
    whole = sound(path)
    assert before is not None
    assert whole is not None
    document = again(before, SAMPLE, new)
    assert document is not None
    assert_same(document, whole)


WHOLE = {
    "the version of OpenAPI": ("openapi: 3.0.3", "openapi: 3.0.2"),
    "the dialect": ("tags: []\n", "jsonSchemaDialect: https://example.com/other\ntags: []\n"),
    "a section": ("  schemas:\n", "  headers: {}\n  schemas:\n"),
    "a broken reference": (
        'items: {$ref: "#/components/schemas/Cat"}',
        'items: {$ref: "#/components/schemas/Dog"}',
    ),
    "a reference to another kind": (
        'items: {$ref: "#/components/schemas/Cat"}',
        'items: {$ref: "#/components/parameters/Page"}',
    ),
    "a reference into a definition": (
        'items: {$ref: "#/components/schemas/Cat"}',
        'items: {$ref: "#/components/schemas/Cat/properties/name"}',
    ),
    "a reference to another file": (
        'items: {$ref: "#/components/schemas/Cat"}',
        'items: {$ref: "cat.yaml"}',
    ),
    "a definition that refers": (
        "    Cat:\n",
        '    Cat2: {$ref: "#/components/schemas/Cat"}\n    Cat:\n',
    ),
    "a name of its own": ("      type: object\n", "      $id: cat\n      type: object\n"),
    "a name that is gone": ("    Cat:\n", "    Tom:\n"),
    "a key twice": ("    Page:\n", "    Page: {}\n    Page:\n"),
    "a name twice": ("    Pet:\n", "    Cats:\n"),
    "a field that is missing": ("      in: query\n", "      inside: query\n"),
    "a wrong type": ("in: query", "in: 7"),
    "an anchor": ("      type: object\n", "      type: &it object\n"),
    "an open quote": ("description: It.", 'description: "It.'),
    "less indentation": ("      type: array\n", "  type: array\n"),
    "another document": ("    Pet:\n", "---\n    Pet:\n"),
    "no end of line": ("tags: []\n", "tags: []"),
}


@pytest.mark.parametrize("name", WHOLE)
def test_where_more_than_a_definition_counts_all_is_read(name: str, tmp_path: Path) -> None:
    path, (was, now) = tmp_path / "api.yaml", WHOLE[name]
    assert SAMPLE.count(was) == 1
    path.write_text(SAMPLE, "utf-8")
    before = sound(path)
    assert before is not None
    assert again(before, SAMPLE, SAMPLE.replace(was, now)) is None


def test_an_edit_inside_of_what_others_refer_into_is_no_matter_of_its_own(tmp_path: Path) -> None:
    old = SAMPLE.replace(
        'items: {$ref: "#/components/schemas/Cat"}',
        'items: {$ref: "#/components/schemas/Cat/properties/name"}',
    )
    path = tmp_path / "api.yaml"
    path.write_text(old, "utf-8")
    before = sound(path)
    assert before is not None
    assert again(before, old, old.replace("        name:\n", "        title:\n")) is None


BRACES = """\
{
  "openapi": "3.0.3",
  "info": {"title": "Sample", "version": "1"},
  "paths": {
    "/cats": {
      "get": {"responses": {"200": {"description": "All of them."}}}
    }
  },
  "components": {
    "schemas": {
      "Cat": {
        "type": "object",
        "properties": {
          "name": {"type": "string", "nullable": true}
        }
      },
      "Dog": {
        "type": "object"
      }
    }
  }
}
"""

BRACED = {
    "a property": (
        '"nullable": true}\n',
        '"nullable": true},\n          "age": {"type": "integer"}\n',
    ),
    "a definition": (
        '      "Dog": {\n',
        '      "Ape": {\n        "type": "string"\n      },\n      "Dog": {\n',
    ),
    "the last definition": (
        '        "type": "object"\n      }\n',
        '        "type": "object"\n      },\n      "Fox": {}\n',
    ),
    "another last definition": ('"type": "object"\n', '"type": "object",\n        "title": "D"\n'),
    "a text": ("All of them.", "Every cat."),
    "an entry of the document": ('"title": "Sample"', '"title": "Example"'),
}


@pytest.mark.parametrize("name", BRACED)
def test_only_the_edit_is_read_of_json(name: str, tmp_path: Path) -> None:
    path, (was, now) = tmp_path / "api.json", BRACED[name]
    assert BRACES.count(was) == 1
    path.write_text(BRACES, "utf-8")
    before, new = sound(path), BRACES.replace(was, now)
    path.write_text(new, "utf-8")
    whole = sound(path)
    assert before is not None
    assert whole is not None
    document = again(before, BRACES, new)
    assert document is not None
    assert_same(document, whole)


BROKEN = {
    "no comma": ("      },\n", "      }\n"),
    "a bracket too much": ('"type": "object"\n      }\n', '"type": "object"\n      }}\n'),
    "a bracket too few": ('"type": "object"\n      }\n', '"type": "object"\n'),
    "a definition outside": ("      }\n    }\n  }\n}\n", '      }\n    }, "headers": {}\n  }\n}\n'),
}


@pytest.mark.parametrize("name", BROKEN)
def test_where_brackets_differ_all_is_read(name: str, tmp_path: Path) -> None:
    path, (was, now) = tmp_path / "api.json", BROKEN[name]
    assert BRACES.count(was) == 1
    path.write_text(BRACES, "utf-8")
    before = sound(path)
    assert before is not None
    assert again(before, BRACES, BRACES.replace(was, now)) is None


def test_json_in_one_line_has_no_blocks(tmp_path: Path) -> None:
    path = tmp_path / "api.json"
    path.write_text(json.dumps(json.loads(BRACES)) + "\n", "utf-8")
    before = sound(path)
    assert before is not None
    assert blocks_of(before[0].root, path.read_text("utf-8")) == []


def places(node: Node) -> list[tuple[Node, str]]:
    """The entries of all mappings in blocks, each by the mapping and its key."""
    found: list[tuple[Node, str]] = []
    for key, child in node.items():
        if key in node.key_spans:
            found.append((node, key))
        found += places(child)
    for child in node.elements():
        found += places(child)
    return found


def changed(text: str, root: Node, dice: random.Random) -> str:
    """The text with an entry gone, twice, elsewhere, indented otherwise, or with another value."""
    rows, found = text.split("\n"), places(root)
    (node, key), (other, its) = dice.choice(found), dice.choice(found)
    value, else_ = node.value[key], other.value[its]  # type: ignore[index, call-overload]
    start, end = node.key_spans[key].line - 1, value.span.end_line
    if max(end, else_.span.end_line) > len(rows):
        return text
    part, what = rows[start:end], dice.randrange(8)
    if what == 0:
        rows[start:end] = []
    elif what == 1:
        rows[end:end] = [row.replace(key, f"{key}2") for row in part]
    elif what == 2:
        rows[start:end] = rows[other.key_spans[its].line - 1 : else_.span.end_line]
    elif what == 3:
        rows[start:end] = [f"  {row}" for row in part]
    elif (
        what == 4
        and value.span.line == value.span.end_line
        and else_.span.line == else_.span.end_line
    ):
        said = rows[else_.span.line - 1][else_.span.col - 1 : else_.span.end_col - 1]
        row = rows[value.span.line - 1]
        rows[value.span.line - 1] = (
            f"{row[: value.span.col - 1]}{said}{row[value.span.end_col - 1 :]}"
        )
    elif what == 5:
        rows[start:start] = ["", " " * dice.randrange(8) + "# A note."]
    elif what == 6:
        at = dice.randrange(len(rows))
        rows[at:at] = part
    else:
        rows[start] = f"{rows[start]} more"
    return "\n".join(rows)


@given(st.sampled_from(DOCUMENTS), st.integers(0, 2**32), st.sampled_from((1, 1, 1, 2, 4)))
@settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_whatever_is_edited(
    tmp_path_factory: pytest.TempPathFactory, source: Path, seed: int, count: int
) -> None:
    dice, path = random.Random(seed), tmp_path_factory.mktemp("edited") / "api.yaml"
    old = new = source.read_text("utf-8")
    path.write_text(old, "utf-8")
    before = sound(path)
    if before is None or not blocks_of(before[0].root, old):
        return
    report = Report()
    written = load_document(path, None, report)
    assert written is not None
    for _ in range(count):
        new = changed(new, written.root, dice) if new == old or count > 1 else new
    document = again(before, old, new)
    path.write_text(new, "utf-8")
    whole = sound(path)
    if document is not None:
        assert whole is not None
        assert_same(document, whole)
