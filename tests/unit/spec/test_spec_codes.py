"""Every diagnostic code of `spec` is told at the right place, with a hint, and has an example."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spec_cases import CODES, HEAD

from sdkwright.spec.document import document_of, load_document, resolve
from sdkwright.spec.resolve import objects
from sdkwright.spec.shape import check_shape
from sdkwright.spec.upgrade import upgrade
from sdkwright.spec.walk import is_reference
from sdkwright.text.diagnostic import Report
from sdkwright.text.node import Node
from sdkwright.text.yaml import parse

PACKAGE = Path(__file__).parents[3] / "generator" / "sdkwright" / "spec"
MINE = ("document", "objects", "reference", "resolve", "shape", "upgrade", "walk")


def checked(folder: Path, text: str) -> Report:
    """What loading, upgrading and checking the shape of a document say."""
    path = folder / "openapi.yaml"
    path.write_text(text)
    report = Report()
    document = load_document(path, None, report)
    assert document is not None
    upgraded = upgrade(document, report)
    if upgraded is not None:
        check_shape(upgraded, report)
    return report


@pytest.mark.parametrize("code", CODES)
def test_each_fault_is_told_at_its_place(code: str, tmp_path: Path) -> None:
    text, place = CODES[code]
    (tmp_path / "broken.yaml").write_text("a: [")
    found = [one for one in checked(tmp_path, text).found if one.code == code]
    assert len(found) == 1
    assert found[0].span is not None
    assert f"{found[0].span.line}:{found[0].span.col}" == place
    assert found[0].hint


def test_no_fault_brings_others_with_it(tmp_path: Path) -> None:
    for code, (text, _) in CODES.items():
        told = {one.code for one in checked(tmp_path, text).found} - {code}
        assert told <= {"ref-missing"}, code  # of broken.yaml, which is not there


def test_every_code_of_the_package_has_a_case() -> None:
    told: set[str] = set()
    for name in MINE:
        source = (PACKAGE / f"{name}.py").read_text()
        told |= set(re.findall(r'(?:error|warn|tell|Refused)\(\s*"([a-z0-9-]+)"', source))
    assert told == set(CODES)


BASE = f"""\
{HEAD}servers: [{{url: "https://x.test"}}]
paths:
  /a/{{id}}:
    post:
      parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
      requestBody: {{content: {{application/json: {{schema: {{$ref: "#/components/schemas/A"}}}}}}}}
      responses:
        200: {{description: d, content: {{application/json: {{example: {{$ref: x}}}}}}}}
components:
  schemas:
    A: {{type: object, required: [b], properties: {{b: {{type: [string, "null"], enum: [c]}}, $ref: {{}}}}}}
    B: {{oneOf: [{{$ref: "#/components/schemas/A"}}], discriminator: {{propertyName: t, mapping: {{a: A}}}}}}
  securitySchemes: {{k: {{type: apiKey, name: x, in: header}}}}
"""


def test_a_sound_document_has_no_faults(tmp_path: Path) -> None:
    assert checked(tmp_path, BASE).found == []


def _nodes(version: str) -> list[str]:
    root = parse(BASE.replace("3.1.0", version), "a.yaml", Report())
    assert root is not None
    todo, pointers = [root], []
    while todo:
        node = todo.pop()
        pointers.append(node.pointer)
        todo += [*node.elements(), *(child for _, child in node.items())]
    return pointers


def _below(node: Node, step: str) -> Node:
    below = node.elements()[int(step)] if isinstance(node.value, list) else node.get(step)
    assert below is not None
    return below


OTHER = st.sampled_from(
    ["null", "true", "5", "-1", "1.5", "text", "''", "[]", "[1]", "{}", "{a: 1}", "[[{}]]", "{$ref: 5}",
     "{$ref: '#'}", "{$ref: '#/components/schemas/A'}", "{$ref: '#/components/schemas/B'}", "['#/x']"]
)  # fmt: skip


@given(st.sampled_from(["3.0.3", "3.1.0"]), st.data())
@settings(max_examples=300)
def test_any_value_anywhere_is_answered_with_diagnostics(version: str, data: st.DataObject) -> None:
    pointer = data.draw(st.sampled_from(_nodes(version)))
    report = Report()
    root = parse(BASE.replace("3.1.0", version), "a.yaml", report)
    other = parse(data.draw(OTHER), "a.yaml", report)
    assert root is not None
    assert other is not None
    if pointer:
        *path, last = [
            step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]
        ]
        node = root
        for step in path:
            node = _below(node, step)
        if isinstance(node.value, list):
            node.value[int(last)] = other
        elif isinstance(node.value, dict):
            node.value[last] = other
    else:
        root = other
    document = upgrade(document_of(root), report)
    if document is None:
        assert report.failed
        return
    check_shape(document, report)
    for found, kind in objects(document):
        if is_reference(found, kind):
            resolve(document, found, report)
