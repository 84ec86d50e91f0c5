"""Where statements come from, and what a validator sees."""

from __future__ import annotations

import pytest

from sdkwright.ir.coverage import Kind, coverage
from sdkwright.ir.origin import Status
from unit.lower.lowering import lowered

SPEC = """
paths:
  /a:
    get:
      x-source: {doc: one, lines: 1-5}
      responses:
        200: {$ref: "#/components/responses/A"}
        404: {description: None., x-source: {status: outside, url: https://example.com/a}}
components:
  responses:
    A:
      description: A.
      x-source: {doc: one, lines: "7, 9-10", status: inferred, note: by its form}
      content:
        application/json:
          schema:
            properties: {x-source: {type: string}, b: {$ref: "#/components/schemas/B"}}
          example: {x-source: data, b: {c: 1, d: 2}}
  schemas:
    B: {properties: {c: {type: integer}}}
"""


def test_a_source_is_inherited_from_where_a_thing_is_written() -> None:
    api, codes = lowered(SPEC)
    assert codes == []
    statuses = {s.origin.id: s.source and s.source.status for s in coverage(api)}
    assert statuses == {
        "#/info": None,
        "#/paths/~1a/get": Status.DOCUMENTED,
        "#/paths/~1a/get/responses/404": Status.OUTSIDE,
        "#/components/responses/A": Status.INFERRED,
        "#/components/responses/A/content/application~1json/schema": Status.INFERRED,
        "#/components/responses/A/content/application~1json/schema/properties/x-source": Status.INFERRED,
        "#/components/responses/A/content/application~1json/schema/properties/b": Status.INFERRED,
        "#/components/responses/A/content/application~1json/example": Status.INFERRED,
        "#/components/schemas/B": None,
        "#/components/schemas/B/properties/c": None,
    }
    assert {s.kind for s in coverage(api)} >= {Kind.INFO, Kind.SCHEMA, Kind.PROPERTY, Kind.EXAMPLE}


@pytest.mark.parametrize(
    "source",
    [
        "text",
        "{}",
        "{doc: a}",
        "{doc: a, lines: 9-3}",
        "{doc: a, lines: 0}",
        "{doc: a, lines: some}",
        "{doc: a, lines: 1, page: 3}",
        "{status: guessed, doc: a, lines: 1}",
        "{status: outside}",
        "{status: outside, url: 'javascript:a'}",
        "{status: inferred, lines: 3}",
        "{doc: 3, lines: 1}",
    ],
)
def test_a_malformed_source_is_told(source: str) -> None:
    api, codes = lowered(f"tags: [{{name: a, x-source: {source}}}]")
    assert set(codes) == {"source-malformed"}
    assert api.tags[0].origin.source is None


def test_one_line_may_be_a_number() -> None:
    api, codes = lowered("tags: [{name: a, x-source: {doc: a, lines: 14}}]")
    assert codes == []
    source = api.tags[0].origin.source
    assert source is not None
    assert source.lines == "14"
