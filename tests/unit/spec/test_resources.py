"""Schemas that name themselves, and parts kept in files of their own."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from sdkwright.spec.document import document_of, load_document, resolve
from sdkwright.spec.reference import node_at
from sdkwright.spec.shape import check_shape
from sdkwright.spec.upgrade import upgrade
from sdkwright.text.diagnostic import Report
from sdkwright.text.yaml import parse

TEXT = """
    openapi: 3.1.0
    $self: https://x.test/api/openapi.yaml
    info: {title: T, version: "1"}
    components:
      schemas:
        Tree:
          $id: https://x.test/tree
          $dynamicAnchor: node
          properties:
            children: {items: {$dynamicRef: "#node"}}
            leaf: {$ref: "#/$defs/leaf"}
            other: {$ref: item}
            lenient: {$ref: "#/components/schemas/Item"}
          $defs: {leaf: {title: leaf}}
        Item: {$id: https://x.test/item, $anchor: here, title: item}
        Uses:
          properties:
            whole: {$ref: "https://x.test/tree#/$defs/leaf"}
            anchor: {$ref: "https://x.test/item#here"}
            self: {$ref: "openapi.yaml#/components/schemas/Item"}
            path: {$ref: "#/components/schemas/Tree/$defs/leaf"}
    """


@pytest.mark.parametrize(
    ("path", "id_"),
    [
        ("Tree/properties/children/items", "Tree"),
        ("Tree/properties/leaf", "Tree/$defs/leaf"),
        ("Tree/properties/other", "Item"),
        ("Tree/properties/lenient", "Item"),
        ("Uses/properties/whole", "Tree/$defs/leaf"),
        ("Uses/properties/anchor", "Item"),
        ("Uses/properties/self", "Item"),
        ("Uses/properties/path", "Tree/$defs/leaf"),
    ],
)
def test_names_that_schemas_give_themselves(path: str, id_: str) -> None:
    report = Report()
    root = parse(dedent(TEXT), "openapi.yaml", report)
    assert root is not None
    document = upgrade(document_of(root), report)
    assert document is not None
    node, _ = node_at(document.root, ("components", "schemas", *path.split("/")))
    assert node is not None
    found = resolve(document, node, report)
    assert found is not None, report.found
    assert found.id == f"#/components/schemas/{id_}"


def test_parts_kept_in_files_of_their_own_are_read_in_place(tmp_path: Path) -> None:
    files = {
        "api.yaml": """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            paths: {$ref: paths.yaml}
            components: {schemas: {$ref: schemas/index.yaml}}
            """,
        "paths.yaml": "/a: {get: {$ref: 'get.yaml'}}",
        "get.yaml": "{operationId: a, responses: {200: {description: d}}}",
        "schemas/index.yaml": "{A: {$ref: a.yaml}, B: {$ref: '../api.yaml#/components/schemas/A'}}",
        "schemas/a.yaml": "{type: string}",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(dedent(text), "utf-8")
    report = Report()
    document = load_document(tmp_path / "api.yaml", None, report)
    assert document is not None
    check_shape(document, report)
    assert report.found == []
    get, _ = node_at(document.root, ("paths", "/a", "get", "operationId"))
    b, _ = node_at(document.root, ("components", "schemas", "B"))
    assert get is not None
    assert b is not None
    found = resolve(document, b, report)
    assert (get.value, found and found.id) == ("a", "schemas/a.yaml#")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("paths: {}\ntags: [{name: a, description: {$ref: a.md}}]", "ref-misplaced"),
        ("components: {schemas: {A: {type: string, required: true}}}", "wrong-type"),
        (
            "components: {schemas: {A: {type: number, minimum: 1, exclusiveMinimum: true}}}",
            "wrong-type",
        ),
        ("components: {schemas: {A: {enum: [], allOf: [{enum: [a]}]}}}", "enum-empty"),
    ],
)
def test_what_loses_nothing_is_told_and_put_up_with(text: str, code: str) -> None:
    report = Report()
    root = parse(f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\n{text}\n", "s.yaml", report)
    assert root is not None
    check_shape(document_of(root), report)
    assert [one.code for one in report.found] == [code]
    assert not report.failed
