"""OpenAPI 3.0 rewritten as 3.1, and which versions are read at all."""

from __future__ import annotations

import pytest

from sdkwright.spec.document import document_of
from sdkwright.spec.upgrade import upgrade
from sdkwright.text.diagnostic import Report
from sdkwright.text.node import Node, Plain
from sdkwright.text.yaml import parse


def upgraded(text: str, version: str = "3.0.3") -> tuple[Node, Report]:
    report = Report()
    head = f"openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n"
    root = parse(f"{head}    A: {text}\n    B: {{type: string}}\n", "a.yaml", report)
    assert root is not None
    document = upgrade(document_of(root), report)
    assert document is not None
    found = document.root
    for key in ("components", "schemas", "A"):
        below = found.get(key)
        assert below is not None
        found = below
    return found, report


REF = "{$ref: '#/components/schemas/B'}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{type: string, nullable: true}", {"type": ["string", "null"]}),
        ("{type: string, nullable: false}", {"type": "string"}),
        (
            "{type: string, enum: [a], nullable: true}",
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        (
            "{type: string, enum: [a, null], nullable: true}",
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        ("{enum: [a], nullable: true}", {"enum": ["a", None]}),
        ("{nullable: true}", {"x-sdkwright-null": True}),
        (
            f"{{allOf: [{REF}, {{nullable: true}}]}}",
            {
                "anyOf": [
                    {"allOf": [{"$ref": "#/components/schemas/B"}, {"x-sdkwright-null": True}]},
                    {"type": "null"},
                ]
            },
        ),
        (
            f"{{oneOf: [{REF}], nullable: true}}",
            {"oneOf": [{"$ref": "#/components/schemas/B"}, {"type": "null"}]},
        ),
        (
            f"{{allOf: [{REF}], description: d, nullable: true}}",
            {
                "description": "d",
                "anyOf": [{"allOf": [{"$ref": "#/components/schemas/B"}]}, {"type": "null"}],
            },
        ),
        ("{$ref: '#/components/schemas/B', description: d}", {"$ref": "#/components/schemas/B"}),
        ("{minimum: 1, exclusiveMinimum: true}", {"exclusiveMinimum": 1}),
        ("{maximum: 9, exclusiveMaximum: false}", {"maximum": 9}),
        ("{exclusiveMaximum: true}", {}),
        ("{example: {nullable: true}}", {"examples": [{"nullable": True}]}),
        ("{example: null, type: string}", {"examples": [None], "type": "string"}),
        ("{type: string, format: binary}", {"type": "string", "format": "binary"}),
        (
            "{default: {nullable: true}, x-a: {nullable: true}}",
            {"default": {"nullable": True}, "x-a": {"nullable": True}},
        ),
        (
            "{properties: {example: {type: string, nullable: true}}}",
            {"properties": {"example": {"type": ["string", "null"]}}},
        ),
        (
            "{items: {items: {nullable: true, type: integer}}}",
            {"items": {"items": {"type": ["integer", "null"]}}},
        ),
    ],
)
def test_schemas_of_3_0_are_rewritten(before: str, after: Plain) -> None:
    found, _ = upgraded(before)
    assert found.plain() == after


def test_schemas_of_3_1_stay_as_they_are() -> None:
    text = "{example: 1, exclusiveMinimum: 2, $ref: '#/components/schemas/B'}"
    found, _ = upgraded(text, "3.1.0")
    assert found.plain() == {
        "example": 1,
        "exclusiveMinimum": 2,
        "$ref": "#/components/schemas/B",
    }


def test_places_are_kept() -> None:
    found, _ = upgraded("{type: string, nullable: true, minimum: 1}")
    assert (found.span.line, found.span.col) == (6, 8)
    assert found.pointer == "/components/schemas/A"
    types = found.get("type")
    assert types is not None
    assert [node.span.line for node in types.elements()] == [6, 6]
    assert str(found.at_key("minimum")) == "a.yaml:6:39"


def test_what_stands_beside_a_reference_is_told() -> None:
    _, report = upgraded("{$ref: '#/components/schemas/B', nullable: true, description: d}")
    assert [one.code for one in report.found] == ["ref-sibling-ignored"]


@pytest.mark.parametrize(
    ("head", "codes", "read"),
    [
        ("openapi: 3.0.0", [], True),
        ("openapi: 3.1.2", [], True),
        ("openapi: 3.2.0", [], True),
        ("openapi: 3.1", ["text-unquoted"], True),
        ("openapi: 4.0.0", ["unsupported-openapi-version"], False),
        ("openapi: 2", ["openapi-version-unreadable"], False),
        ("openapi: [3]", ["openapi-version-unreadable"], False),
        ("openapi: null", ["openapi-version-unreadable"], False),
        ("openapi: 3.1.0.0.1", ["openapi-version-unreadable"], False),
        (f"openapi: '{'9' * 5000}.1.0'", ["unsupported-openapi-version"], False),
        ("swagger: 2.0", ["unsupported-openapi-version"], False),
        ("info: {}", ["openapi-version-missing"], False),
        ("[]", ["document-not-object"], False),
    ],
)
def test_versions(head: str, codes: list[str], read: bool) -> None:
    report = Report()
    root = parse(head, "a.yaml", report)
    assert root is not None
    document = document_of(root)
    assert (upgrade(document, report) is not None) == read
    assert [found.code for found in report.found] == codes
    assert report.failed != read


def test_nullable_is_meant_in_3_1_too() -> None:
    found, _ = upgraded("{nullable: true, type: string}", "3.1.0")
    assert found.plain() == {"type": ["string", "null"], "nullable": True}
