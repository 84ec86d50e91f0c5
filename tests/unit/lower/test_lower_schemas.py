"""Schemas become types and definitions."""

from __future__ import annotations

import pytest

from sdkwright.ir.model import Alias, Enum, Object
from sdkwright.ir.types import (
    Anything,
    Array,
    Literal,
    Map,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    Type,
)
from unit.lower.lowering import schemas

STRING = Scalar(ScalarKind.STRING)
PREFIX = "#/components/schemas/"


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ("{type: string}", STRING),
        ("{type: string, format: uuid}", Scalar(ScalarKind.UUID)),
        ("{type: string, format: date-time}", Scalar(ScalarKind.DATE_TIME)),
        ("{type: string, format: unheard-of}", STRING),
        ("{type: integer, format: int64}", Scalar(ScalarKind.INTEGER)),
        ("{type: number, format: decimal}", Scalar(ScalarKind.NUMBER)),
        ("{type: ['null', boolean]}", Nullable(Scalar(ScalarKind.BOOLEAN))),
        ("{type: 'null'}", Scalar(ScalarKind.NULL)),
        ("{}", Anything()),
        ("true", Anything()),
        ("{type: array}", Array(Anything())),
        ("{items: {type: string}}", Array(STRING)),
        ("{type: object}", Map(Anything())),
        ("{additionalProperties: {type: string}}", Map(STRING)),
        ("{const: 3}", Literal((3,), ScalarKind.INTEGER, False)),
        ("{anyOf: [{type: string}, {type: 'null'}]}", Nullable(STRING)),
        ("{description: d, oneOf: [{type: 'null'}, {type: string}]}", Nullable(STRING)),
        ("{allOf: [{type: string}], title: t}", STRING),
        (
            "{anyOf: [{$ref: '#/components/schemas/B'}, {type: 'null'}]}",
            Nullable(Ref(PREFIX + "B")),
        ),
    ],
)
def test_types(schema: str, type_: Type) -> None:
    found, codes = schemas(f"A: {schema}\nB: {{type: object, properties: {{}}}}")
    assert codes == []
    alias = found["A"]
    assert isinstance(alias, Alias)
    assert alias.type == type_


def test_an_object_keeps_required_nullable_and_the_texts_of_its_properties() -> None:
    found, codes = schemas("""
        Refund:
          type: object
          required: [id, ghost]
          additionalProperties: {type: number}
          properties:
            id: {type: string, maxLength: 3, readOnly: true}
            amount: {$ref: "#/components/schemas/Money", description: The refund.}
            note: {type: [string, "null"], default: none}
        Money: {type: number, description: Some money., x-unit: major, minimum: 0}
        """)
    refund = found["Refund"]
    assert isinstance(refund, Object)
    assert codes == ["required-undeclared"]
    assert refund.extra == Scalar(ScalarKind.NUMBER)
    id_, amount, note, ghost = refund.fields
    assert (id_.required, id_.doc.limits, id_.doc.read_only) == (True, (("maxLength", 3),), True)
    assert amount.type == Ref(PREFIX + "Money")
    assert (amount.doc.description, amount.doc.unit) == ("The refund.", "major")
    assert amount.doc.limits == (("minimum", 0),)
    assert (note.type, note.required, note.doc.default) == (Nullable(STRING), False, ("none",))
    assert (ghost.wire, ghost.type, ghost.required) == ("ghost", Anything(), True)


def test_inline_objects_and_enums_become_definitions_named_after_their_way() -> None:
    found, codes = schemas("""
        Refund:
          properties:
            items: {type: array, items: {type: object, properties: {kind: {enum: [a, b]}}}}
            extra: {type: [object, "null"], properties: {x: {type: string}}}
            by_id: {additionalProperties: {properties: {y: {type: string}}}}
        """)
    assert codes == []
    refund, item = found["Refund"], found["Refund/properties/items/items"]
    assert isinstance(refund, Object)
    assert refund.fields[0].type == Array(Ref(item.id))
    assert (item.place.owner, item.place.steps) == (refund.id, ("items", "[]"))
    kind = found["Refund/properties/items/items/properties/kind"]
    assert isinstance(kind, Enum)
    assert (kind.place.owner, kind.place.steps, kind.open) == (item.id, ("kind",), True)
    assert refund.fields[1].type == Nullable(Ref(PREFIX + "Refund/properties/extra"))
    assert found["Refund/properties/by_id/additionalProperties"].place.steps == ("by_id", "{}")


def test_a_component_that_may_be_null_is_nullable_where_it_is_used() -> None:
    found, codes = schemas("""
        Uses: {properties: {a: {$ref: "#/components/schemas/A"}, b: {$ref: "#/components/schemas/B"}}}
        A: {type: [object, "null"], properties: {x: {type: string}}}
        B: {anyOf: [{enum: [x, y, null]}, {type: "null"}]}
        """)
    uses = found["Uses"]
    assert codes == []
    assert isinstance(uses, Object)
    assert [f.type for f in uses.fields] == [
        Nullable(Ref(PREFIX + "A")),
        Nullable(Ref(PREFIX + "B")),
    ]
    assert isinstance(found["A"], Object)
    assert isinstance(found["B"], Enum)


def test_enums_keep_names_words_and_whether_they_are_closed() -> None:
    found, codes = schemas("""
        Status:
          type: integer
          enum: [1, 2]
          x-enum-varnames: [open, done]
          x-enum-descriptions: [Not yet., At last.]
          x-sdk: {closed: true, name: State}
        """)
    status = found["Status"]
    assert codes == []
    assert isinstance(status, Enum)
    assert [(m.value, m.name, m.description) for m in status.members] == [
        (1, "open", "Not yet."),
        (2, "done", "At last."),
    ]
    assert (status.open, status.base, status.place.pinned) == (False, ScalarKind.INTEGER, "State")


@pytest.mark.parametrize(
    ("schema", "code"),
    [
        ("{enum: [a, b, a]}", "enum-duplicate"),
        ("{enum: [1, 1.0]}", "enum-duplicate"),
        ("{type: string, enum: [a, 1]}", "enum-value-mistyped"),
        ("{type: string, enum: [a, null]}", "enum-value-mistyped"),
        ("{enum: [a, b], x-enum-varnames: [x]}", "enum-texts-mismatched"),
        ("{type: string, const: 1}", "const-mistyped"),
        ("{const: a, enum: [b]}", "const-not-in-enum"),
        ("{type: string, default: 1}", "default-mistyped"),
        ("{type: array, items: {type: string}, default: [1]}", "default-mistyped"),
        ("{enum: [a, b], default: c}", "default-not-in-enum"),
        ("{$ref: '#/components/schemas/B', default: c}", "default-not-in-enum"),
        ("{exclusiveMinimum: 3, maximum: 3}", "limits-contradictory"),
        ("{allOf: [{type: string}, {type: integer}]}", "schema-contradictory"),
        (
            "{allOf: [{properties: {a: {const: x}}}, {properties: {a: {const: y}}}]}",
            "schema-contradictory",
        ),
        (
            "{allOf: [{type: object, properties: {b: {}}}, {type: [string, integer, number]}]}",
            "schema-contradictory",
        ),
        (
            "{allOf: [{enum: [a]}, {type: object, properties: {b: {}}}]}",
            "schema-contradictory",
        ),
        (
            "{type: string, enum: [a], anyOf: [{enum: [a]}, {type: object, properties: {b: {}}}]}",
            "schema-contradictory",
        ),
        ("{type: number, x-unit: pounds}", "unit-unknown"),
        ("{anyOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]}", "alias-cycle"),
        (
            "{oneOf: [{allOf: [{$ref: '#/components/schemas/A'}, {type: [string, 'null']}]}]}",
            "alias-cycle",
        ),
        ("{type: string, x-sdk: {nom: a}}", "sdk-setting-unknown"),
        ("{type: string, x-sdk: {name: 3}}", "sdk-setting-malformed"),
    ],
)
def test_what_is_wrong_or_not_supported_is_told_once(schema: str, code: str) -> None:
    _, codes = schemas(f"A: {schema}\nB: {{enum: [x]}}")
    assert codes == [code]


def test_all_faults_are_told_in_one_run() -> None:
    _, codes = schemas(
        "A: {type: string, const: 1}\nB: {type: string, default: 1}\nC: {enum: [a, a]}"
    )
    assert codes == ["const-mistyped", "default-mistyped", "enum-duplicate"]


def test_recursion_and_depth() -> None:
    deep = "{type: array, items: " * 60 + "{$ref: '#/components/schemas/A'}" + "}" * 60
    found, codes = schemas(
        f"A: {{properties: {{a: {{$ref: '#/components/schemas/A'}}, b: {deep}}}}}"
    )
    assert codes == []
    assert list(found) == ["A"]


def test_a_reference_into_a_definition_gives_what_stands_there_a_name() -> None:
    found, codes = schemas("""
        A: {properties: {b: {$ref: "#/components/schemas/Z/properties/text"}}}
        Z: {properties: {text: {type: string}, part: {properties: {x: {type: string}}}}}
        """)
    assert codes == []
    alias = found["Z/properties/text"]
    assert isinstance(alias, Alias)
    assert (alias.place.given, alias.type) == ("text", STRING)
    assert found["Z/properties/part"].place.owner == PREFIX + "Z"
