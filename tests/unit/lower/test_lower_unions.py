"""`oneOf`, `anyOf` and lists of types become unions, with what tells their members apart."""

from __future__ import annotations

import pytest

from sdkwright.ir.model import Alias, Enum
from unit.lower.lowering import schemas
from unit.lower.spelled import definition_spelled, made

CAT_AND_DOG = """
    Cat: {type: object, required: [kind], properties: {kind: {const: cat}, lives: {type: integer}}}
    Dog: {type: object, required: [kind], properties: {kind: {const: dog}, tricks: {type: integer}}}
"""


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ("{type: [string, integer]}", "string | integer"),
        ("{type: [string, integer, 'null']}", "string | integer?"),
        ("{type: [integer, number]}", "number"),
        ("{oneOf: [{type: string}, {type: array, items: {type: string}}]}", "string | [string]"),
        ("{anyOf: [{type: string}, {type: string, maxLength: 3}]}", "string"),
        (
            "{anyOf: [{type: string}, {oneOf: [{type: integer}, {type: 'null'}]}]}",
            "string | integer?",
        ),
        ("{anyOf: [{type: string}, {enum: [a, b]}]}", "='a' ='b'"),
        ("{oneOf: [{type: integer}, {enum: [auto, none]}]}", "integer | 'auto'/'none'+"),
        ("{type: string, anyOf: [{format: ipv4}, {format: ipv6}]}", "string"),
        ("{enum: [1, '1', true, null, 1.5]}", "'1'+ | True+ | 1/Decimal('1.5')+?"),
        ("{enum: [{a: 1}, [1]]}", "{any} | [any]"),
        ("{enum: [only]}", "'only'+"),
        ("{const: {a: 1}}", "{any}"),
        ("{oneOf: [{}, {type: string}]}", "any"),
        ("{type: array, prefixItems: [{type: string}, {type: integer}]}", "[string | integer]"),
        (
            "{patternProperties: {'^x-': {type: string}}, additionalProperties: {type: integer}}",
            "{string | integer}",
        ),
        ("{type: string, contentEncoding: base64}", "byte"),
        ("{type: string, format: time}", "time"),
        ("false", "any"),
        ("{not: {type: string}}", "any"),
    ],
)
def test_types(schema: str, type_: str) -> None:
    assert made(f"A: {schema}")["A"] == type_


def test_constants_that_differ_tell_members_apart() -> None:
    found = made(CAT_AND_DOG + """
    Pet: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}, {type: "null"}]}
    """)
    assert found["Pet"] == "Cat | Dog by ~kind(cat: Cat, dog: Dog)?"


def test_a_discriminator_maps_by_reference_name_or_by_the_constants_of_members() -> None:
    found = made(CAT_AND_DOG + """
    Fox: {type: object, properties: {kind: {type: string}}}
    Pet:
      anyOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}, {$ref: "#/components/schemas/Fox"}]
      discriminator: {propertyName: kind, mapping: {kitten: "#/components/schemas/Cat", Tom: Cat}}
    """)
    assert found["Pet"] == "Cat | Dog | Fox by kind(kitten: Cat, Tom: Cat, dog: Dog, Fox: Fox)"


def test_a_mapping_to_no_schema_is_an_error() -> None:
    _, codes = schemas(CAT_AND_DOG + """
    Pet: {oneOf: [{$ref: "#/components/schemas/Cat"}], discriminator: {propertyName: kind, mapping: {fox: Fox}}}
    """)
    assert codes == ["ref-missing"]


def test_an_owner_of_a_discriminator_stands_for_what_builds_on_it() -> None:
    found = made("""
    Pet: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {properties: {lives: {type: integer}}}]}
    Dog: {allOf: [{$ref: "#/components/schemas/Pet"}]}
    Uses: {properties: {pet: {$ref: "#/components/schemas/Pet"}}}
    """)
    own = "Pet/discriminator"
    assert found["Pet"] == f"Cat | Dog | {own} by kind(Cat: Cat, Dog: Dog, Pet: {own})"
    assert (found["Cat"], found["Dog"]) == ("kind: string, lives?: integer", "kind: string")
    assert (found[own], found["Uses"]) == ("kind: string", "pet?: Pet")


def test_a_base_that_lists_its_kinds_gives_them_its_fields_only() -> None:
    found = made("""
    Pet: {type: object, properties: {kind: {type: string}}, oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]}
    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {properties: {lives: {type: integer}}}]}
    Dog: {allOf: [{$ref: "#/components/schemas/Pet"}, {properties: {tricks: {type: integer}}}]}
    """)
    assert found["Pet"] == "Cat | Dog"
    assert found["Cat"] == "kind?: string, lives?: integer"


def test_what_stands_beside_a_choice_is_said_of_each_member() -> None:
    found = made("""
    A: {type: object, required: [id], properties: {id: {type: string}}, oneOf: [{$ref: "#/components/schemas/B"}, {properties: {c: {}}, title: See}]}
    B: {type: object, properties: {b: {type: string}}}
    """)
    assert found["A"] == "A/oneOf/0 | A/oneOf/1"
    assert (found["A/oneOf/0"], found["A/oneOf/1"]) == (
        "id: string, b?: string",
        "id: string, c?: any",
    )


def test_alternatives_that_only_demand_fields_are_told_in_words() -> None:
    found, codes = schemas(
        "A: {properties: {a: {}, b: {}}, anyOf: [{required: [a]}, {required: [b]}]}"
    )
    assert codes == []
    assert found["A"].doc.notes == ("At least one of these holds: `a` is given; `b` is given.",)
    assert definition_spelled(found["A"]) == "a?: any, b?: any"


def test_a_choice_among_constants_is_an_enum_with_names() -> None:
    found, codes = schemas("""
    A: {oneOf: [{const: 1, title: One, description: First.}, {const: 2, title: Two}]}
    """)
    a = found["A"]
    assert codes == []
    assert isinstance(a, Enum)
    assert [(m.value, m.name, m.description) for m in a.members] == [
        (1, "One", "First."),
        (2, "Two", None),
    ]


def test_unions_inside_of_unions_are_taken_apart_and_recursion_is_kept() -> None:
    found = made(CAT_AND_DOG + """
    Pet: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]}
    Value: {anyOf: [{type: string}, {$ref: "#/components/schemas/Pet"}, {type: array, items: {$ref: "#/components/schemas/Value"}}]}
    """)
    assert found["Value"] == "string | Cat | Dog | [Value] by ~kind(cat: Cat, dog: Dog)"


def test_inline_members_are_named_after_title_constant_or_what_only_they_have() -> None:
    found, _ = schemas("""
    A:
      properties:
        x:
          oneOf:
            - {title: First, properties: {a: {type: string}}}
            - {properties: {kind: {const: second}, a: {type: string}}}
            - {properties: {a: {type: string}, third: {type: string}}}
    """)
    places = [one.place.steps for id_, one in found.items() if "/oneOf/" in id_]
    assert places == [("First",), ("second",), ("third",)]
    union = found["A/properties/x"]
    assert isinstance(union, Alias)
    assert union.place.steps == ("x",)


def test_more_combinations_than_worth_telling_become_one_object() -> None:
    group = (
        "{oneOf: [" + ", ".join(f"{{properties: {{a{{at}}_{i}: {{}}}}}}" for i in range(5)) + "]}"
    )
    groups = ", ".join(group.replace("{at}", str(at)) for at in range(4))
    found, codes = schemas(f"A: {{allOf: [{groups}]}}")
    assert codes == []
    assert sum(len(definition_spelled(one).split(", ")) for one in found.values()) >= 20


def test_circles_of_unions_are_told_and_cut() -> None:
    _, codes = schemas("""
    F: {oneOf: [{$ref: "#/components/schemas/G"}, {$ref: "#/components/schemas/H"}]}
    G: {oneOf: [{$ref: "#/components/schemas/F"}, {$ref: "#/components/schemas/H"}]}
    H: {oneOf: [{$ref: "#/components/schemas/F"}, {$ref: "#/components/schemas/G"}]}
    """)
    assert set(codes) == {"alias-cycle"}


def test_properties_beside_a_choice_of_scalars_are_a_member_of_their_own() -> None:
    # Read strictly they are never there, or nothing is; whoever wrote them meant that an object comes as well.
    found = made("""
    Choice: {oneOf: [{type: string}, {type: integer}]}
    Joined: {allOf: [{$ref: "#/components/schemas/Choice"}, {properties: {a: {type: string}}}]}
    Beside: {properties: {b: {type: string}}, anyOf: [{type: string}, {type: integer}]}
    """)
    assert found["Joined"] == "string | integer | Joined/anyOf"
    assert found["Joined/anyOf"] == "a?: string"
    assert found["Beside"] == "string | integer | Beside/anyOf"
    assert found["Beside/anyOf"] == "b?: string"


def test_a_type_that_no_member_of_the_choice_has_is_told() -> None:
    _, codes = schemas("""
    Told: {type: object, properties: {b: {type: string}}, oneOf: [{type: string}, {type: integer}]}
    Fine: {properties: {b: {type: string}}, oneOf: [{type: string}, {type: integer}]}
    """)
    assert codes == ["schema-contradictory"]


def test_a_schema_beside_its_kinds_is_told_from_them_by_its_own_discriminator() -> None:
    found = made("""
    Shape: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
    Circle: {allOf: [{$ref: "#/components/schemas/Shape"}, {properties: {radius: {type: number}}}]}
    Square: {allOf: [{$ref: "#/components/schemas/Shape"}, {properties: {side: {type: number}}}]}
    Any: {oneOf: [{$ref: "#/components/schemas/Shape"}, {$ref: "#/components/schemas/Circle"}]}
    """)
    assert found["Any"] == found["Shape"]
    assert "kind" in found["Any"]


def test_what_leads_back_to_a_choice_adds_nothing_to_it() -> None:
    found, codes = schemas("""
    A: {oneOf: [{type: string}, {oneOf: [{$ref: "#/components/schemas/A"}, {type: integer}]}]}
    B: {oneOf: [{$ref: "#/components/schemas/C"}, {type: boolean}]}
    C: {anyOf: [{$ref: "#/components/schemas/B"}, {type: integer}]}
    D: {allOf: [{$ref: "#/components/schemas/A"}, {enum: [a]}]}
    """)
    assert codes == ["enum-value-mistyped"]
    spelled = {id_[-1]: definition_spelled(one) for id_, one in found.items()}
    assert [spelled[name] for name in "ABC"] == [
        "string | integer",
        "integer | boolean",
        "boolean | integer",
    ]


def test_a_combination_of_what_leads_back_to_itself_is_told_once() -> None:
    _, codes = schemas("""
    A: {oneOf: [{oneOf: [{$ref: "#/components/schemas/A"}]}]}
    B: {allOf: [{$ref: "#/components/schemas/A"}, {enum: [a]}]}
    """)
    assert codes == ["alias-cycle"]
