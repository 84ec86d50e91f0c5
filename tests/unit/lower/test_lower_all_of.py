"""`allOf` and what stands beside `$ref` become one schema."""

from __future__ import annotations

from sdkwright.ir.model import Alias, Object
from unit.lower.lowering import schemas
from unit.lower.spelled import made

BASE = """
    Base: {type: object, required: [id], properties: {id: {type: string}, kind: {type: string, enum: [x, y]}}}
"""


def test_fields_and_required_names_of_all_branches_are_united() -> None:
    found = made(BASE + """
    Child:
      allOf:
        - $ref: "#/components/schemas/Base"
        - {type: object, properties: {more: {type: integer}}}
        - {required: [more, kind]}
    """)
    assert found["Child"] == "id: string, kind: Base/properties/kind, more: integer"


def test_an_inline_enum_of_a_base_is_one_definition_named_after_the_base() -> None:
    found, _ = schemas("""
    A: {allOf: [{$ref: "#/components/schemas/Base"}], properties: {a: {}}}
    """ + BASE)
    kind = found["Base/properties/kind"]
    assert (kind.place.owner, kind.place.steps) == ("#/components/schemas/Base", ("kind",))


def test_a_reference_to_which_nothing_is_added_stays_one() -> None:
    found = made(BASE + """
    Said: {allOf: [{$ref: "#/components/schemas/Base"}], description: d, type: object}
    Twice: {allOf: [{$ref: "#/components/schemas/Base"}, {$ref: "#/components/schemas/Base"}]}
    Limited: {allOf: [{$ref: "#/components/schemas/Base"}, {maxProperties: 3, required: [id]}]}
    """)
    assert (found["Said"], found["Twice"], found["Limited"]) == ("Base", "Base", "Base")


def test_what_stands_beside_a_reference_is_added() -> None:
    found = made(BASE + """
    More: {$ref: "#/components/schemas/Base", properties: {more: {type: integer}}, required: [kind]}
    """)
    assert found["More"] == "id: string, kind: Base/properties/kind, more?: integer"


def test_two_schemas_of_one_property_are_merged() -> None:
    found = made("""
    A: {properties: {p: {type: [string, integer]}, q: {}, o: {properties: {x: {type: string}}}, n: {enum: [a, b, c]}}}
    B: {properties: {p: {type: integer}, q: {type: string}, o: {properties: {y: {type: string}}}, n: {enum: [b, c, d]}}}
    C: {allOf: [{$ref: "#/components/schemas/A"}, {$ref: "#/components/schemas/B"}]}
    """)
    assert found["C"] == "p?: integer, q?: string, o?: C/properties/o, n?: C/properties/n"
    assert found["C/properties/o"] == "x?: string, y?: string"
    assert found["C/properties/n"] == "='b' ='c'"


def test_contradictions_are_told_in_words() -> None:
    found, codes = schemas("A: {allOf: [{type: string, enum: [a]}, {type: boolean}]}")
    assert codes == ["schema-contradictory", "enum-value-mistyped"]
    assert found["A"].doc.notes == ("No value fits all that the document says here.",)


def test_texts_of_the_schema_itself_come_first_and_limits_are_the_narrower() -> None:
    found, _ = schemas("""
    A:
      description: own
      allOf: [{type: integer, minimum: 1, maximum: 9, description: one}, {minimum: 3, title: two}]
    """)
    a = found["A"]
    assert isinstance(a, Alias)
    assert (a.doc.description, a.doc.summary) == ("own", "two")
    assert dict(a.doc.limits)["minimum"] == 3
    assert dict(a.doc.limits)["maximum"] == 9


def test_a_circle_is_an_error_told_once() -> None:
    _, codes = schemas("""
    A: {allOf: [{$ref: "#/components/schemas/B"}, {properties: {a: {}}}]}
    B: {allOf: [{$ref: "#/components/schemas/A"}, {properties: {b: {}}}]}
    """)
    assert codes == ["ref-cycle-allof"]


def test_a_property_may_refer_back_to_what_it_is_merged_into() -> None:
    found = made("""
    A: {properties: {next: {$ref: "#/components/schemas/A"}, a: {type: string}}}
    B: {properties: {next: {$ref: "#/components/schemas/B"}, b: {type: string}}}
    C: {allOf: [{$ref: "#/components/schemas/A"}, {$ref: "#/components/schemas/B"}]}
    """)
    assert found["C"] == "next?: C/properties/next, a?: string, b?: string"
    assert found["C/properties/next"] == "next?: C/properties/next, a?: string, b?: string"


def test_diamonds_and_long_chains_are_worked_out_once() -> None:
    text = ["A0: {properties: {x: {type: string}}}"]
    for at in range(1, 25):
        ref = f'{{$ref: "#/components/schemas/A{at - 1}"}}'
        text.append(f"A{at}: {{allOf: [{ref}, {ref}, {{properties: {{p{at}: {{}}}}}}]}}")
    found, codes = schemas("\n".join(text))
    last = found["A24"]
    assert codes == []
    assert isinstance(last, Object)
    assert len(last.fields) == 25


def test_conditional_parts_become_optional_fields_and_sentences() -> None:
    found, codes = schemas("""
    A:
      type: object
      properties: {country: {type: string}}
      if: {properties: {country: {const: US}}}
      then: {properties: {zip: {type: string}}, required: [zip]}
      else: {properties: {code: {type: integer}}}
      dependentRequired: {card: [name, date]}
      dependentSchemas: {card: {properties: {date: {type: string}}}}
      not: {required: [zip, code]}
      propertyNames: {pattern: "^[a-z]"}
    """)
    a = found["A"]
    assert codes == []
    assert isinstance(a, Object)
    assert [(f.wire, f.required) for f in a.fields] == [
        ("country", False),
        ("zip", False),
        ("code", False),
        ("date", False),
    ]
    assert a.doc.notes == (
        "Not valid: `zip` and `code` are given.",
        'If `country` (where given) is `"US"`: `zip` is text.',
        'Unless `country` (where given) is `"US"`: `code` (where given) is a whole number.',
        "With `card`, `name` and `date` must be given too.",
        "With `card`: `date` (where given) is text.",
        "The name of each entry is matching `^[a-z]`.",
    )
