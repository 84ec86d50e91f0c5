"""Unions with objects among their members: which member a value is, and that it goes back as it came."""

from __future__ import annotations

import copy
import pickle
import time
import warnings
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

import pytest
from pydantic import TypeAdapter, ValidationError
from typing_extensions import TypeAliasType

from runtime import CamelModel, Model, Unknown, Variants, codec, wire
from runtime.errors import RequestValidationError


class Cat(CamelModel):
    pet_type: str
    name: str
    claws: int | None = None


class Dog(CamelModel):
    pet_type: Literal["dog", "puppy"]
    name: str
    weight: Decimal | None = None


class Fish(CamelModel):
    """No tag leads here."""

    fins: int


class A(Model):
    a: int
    both: str | None = None


class B(Model):
    b: str
    both: str | None = None


class C(Model):
    a: int
    c: int | None = None


class Owner(CamelModel):
    pet: Pet | None = None
    pets: list[Pet] | None = None
    by_name: dict[str, Pet] | None = None
    thing: Thing | None = None
    node: Node | None = None


class Leaf(Model):
    leaf: Decimal
    more: Tree | None = None


Pet: TypeAlias = Annotated[
    Cat | Dog | Unknown, Variants("petType", {"cat": Cat, "lion": Cat, "dog": Dog, "puppy": Dog})
]
Swimmer: TypeAlias = Annotated[Cat | Fish | Unknown, Variants("petType", {"cat": Cat})]
Maybe: TypeAlias = Annotated[Cat | Dog | Unknown | None, Variants("petType", {"cat": Cat})]
Thing: TypeAlias = Annotated[A | B | C | str | Unknown, Variants()]
ListOrA: TypeAlias = Annotated[list[A] | A | Unknown, Variants()]
Lists: TypeAlias = Annotated[list[A] | list[B] | A | Unknown, Variants()]
MapOrA: TypeAlias = Annotated[A | dict[str, Decimal] | Unknown, Variants()]
Scalars: TypeAlias = Annotated[A | str | int | Decimal | bool | Unknown | None, Variants()]
Nested: TypeAlias = Annotated[Pet | Thing | Unknown, Variants()]
Tree: TypeAlias = Annotated[Leaf | list[Leaf] | Unknown, Variants()]
if TYPE_CHECKING:
    Node: TypeAlias = "Annotated[A | list[Node] | dict[str, Node] | str | Unknown, Variants()]"
    JsonValue: TypeAlias = "dict[str, JsonValue] | list[JsonValue] | str | Decimal | None"
else:
    Node = TypeAliasType(
        "Node", "Annotated[A | list[Node] | dict[str, Node] | str | Unknown, Variants()]"
    )
    JsonValue = TypeAliasType(
        "JsonValue", "dict[str, JsonValue] | list[JsonValue] | str | Decimal | None"
    )


def decoded(kind: Any, text: str) -> tuple[Any, list[str]]:
    """The value and its mismatches; what goes back is what came."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        value, mismatches = codec.decode(kind, text.encode())
        assert wire.read(wire.write(value)) == wire.read(text)
    return value, [str(mismatch) for mismatch in mismatches]


def fits(kind: Any, text: str) -> Any:
    value, mismatches = decoded(kind, text)
    assert mismatches == []
    return value


@pytest.mark.parametrize(
    ("kind", "text", "member"),
    [
        (Pet, '{"petType":"cat","name":"x"}', Cat),
        (Pet, '{"petType":"lion","name":"x"}', Cat),
        (Pet, '{"petType":"puppy","name":"x","new":1.50}', Dog),
        (Pet, '{"petType":"ferret","name":"x"}', Unknown),
        (Pet, '{"petType":7,"name":"x"}', Unknown),
        (Pet, '{"petType":null,"name":"x"}', Unknown),
        (Pet, '{"name":"x"}', Unknown),
        (Pet, "{}", Unknown),
        (Swimmer, '{"fins":2}', Fish),
        (Swimmer, '{"petType":"ray","fins":2}', Fish),
        (Swimmer, '{"petType":"ray","name":"x"}', Unknown),
        (Maybe, "null", type(None)),
        (Maybe, '{"petType":"cat","name":""}', Cat),
        (Maybe, '{"petType":"dog","name":""}', Dog),
        (Thing, '{"a":1}', A),
        (Thing, '{"a":1,"both":"x"}', A),
        (Thing, '{"a":1,"c":2}', C),
        (Thing, '{"a":1,"b":"x"}', A),
        (Thing, '{"b":"x"}', B),
        (Thing, '{"z":1}', Unknown),
        (Thing, "{}", Unknown),
        (Thing, '"text"', str),
        (ListOrA, '[{"a":1},{"a":2}]', list),
        (ListOrA, '{"a":1}', A),
        (ListOrA, "[]", list),
        (MapOrA, '{"a":1}', A),
        (MapOrA, '{"a":1.5}', dict),
        (MapOrA, '{"x":1.50}', dict),
        (MapOrA, '{"x":"y"}', Unknown),
        (Scalars, "1", int),
        (Scalars, "1.0", Decimal),
        (Scalars, '"1"', str),
        (Scalars, "true", bool),
        (Scalars, "null", type(None)),
        (Scalars, '{"a":1}', A),
        (Nested, '{"petType":"cat","name":"x"}', Cat),
        (Nested, '{"petType":"ferret","name":"x"}', Unknown),
        (Nested, '{"b":"x"}', B),
        (Nested, '"x"', str),
        (Tree, '{"leaf":1.0,"more":[{"leaf":2.50,"more":{"leaf":3}}]}', Leaf),
        (Node, '[[{"a":1}],{"x":"y","z":[{"a":2}]}]', list),
        (Node, '{"x":{"y":{"a":1}}}', dict),
    ],
)
def test_each_value_finds_its_member(kind: Any, text: str, member: type) -> None:
    assert type(fits(kind, text)) is member


def test_lists_are_told_apart_by_what_is_in_them() -> None:
    assert [type(row) for row in fits(Lists, '[{"b":"x"},{"b":"y"}]')] == [B, B]
    assert [type(row) for row in fits(Lists, '[{"a":1},{"a":2}]')] == [A, A]


def test_unions_stand_in_fields_lists_and_maps() -> None:
    owner = fits(
        Owner,
        '{"pet":{"petType":"dog","name":"d"},"pets":[{"petType":"cat","name":"c"},{"petType":"?"}],'
        '"byName":{"x":{"petType":"cat","name":"c"}},"thing":{"b":""},"node":[{"a":1},"x",[]]}',
    )
    assert isinstance(owner.pet, Dog)
    assert [type(pet) for pet in owner.pets] == [Cat, Unknown]
    assert isinstance(owner.by_name["x"], Cat)
    assert isinstance(owner.thing, B)
    assert isinstance(owner.node[0], A)
    assert copy.deepcopy(owner) == owner == pickle.loads(pickle.dumps(owner))
    dumped = owner.model_dump(by_alias=True, exclude_unset=True)
    assert dumped["pets"][1] == {"petType": "?"}
    assert Owner.model_validate_json(owner.model_dump_json()) == owner


def test_an_unknown_object_keeps_everything() -> None:
    value = fits(Pet, '{"petType":"ferret","length":1.50,"model_dump":1,"__class__":2,"a b":null}')
    assert type(value) is Unknown
    assert value.length == Decimal("1.50")
    assert value.model_extra["a b"] is None
    assert callable(value.model_dump)
    assert pickle.loads(pickle.dumps(value)) == value


def test_a_known_tag_decides_and_its_errors_have_their_place() -> None:
    value, problems = decoded(Pet, '{"petType":"cat","name":1,"weight":2}')
    assert type(value) is Cat
    assert problems == ["/name: expected string, got integer"]
    owner, problems = decoded(Owner, '{"pets":[{"petType":"cat","name":"x"},{"petType":"dog"}]}')
    assert type(owner.pets[1]) is Dog
    assert problems == ["/pets/1/name: expected string, got nothing"]
    assert owner.pets[0].name == "x"


def test_without_a_tag_the_nearest_member_is_salvaged() -> None:
    value, problems = decoded(Thing, '{"a":"1","c":2}')
    assert type(value) is C
    assert problems == ["/a: expected integer, got string"]
    value, problems = decoded(ListOrA, '[{"a":1},{"a":"2"},3]')
    assert value[0] == A(a=1)
    assert problems == [
        "/1/a: expected integer, got string",
        "/2: expected object, got integer",
    ]
    assert decoded(Thing, "[1]")[1] == ["/: expected object or string, got array"]
    assert decoded(Node, '[{"a":"x"},1]')[1] == [
        "/1: expected object or array or string, got integer"
    ]


def test_callers_give_instances_and_mappings() -> None:
    for given in (
        Cat(pet_type="cat", name="x"),
        {"petType": "cat", "name": "x"},
        {"pet_type": "cat", "name": "x"},
    ):
        assert codec.encode_body(Pet, given, True) == b'{"petType":"cat","name":"x"}'
    assert (
        codec.encode_body(list[Thing], [A(a=1), {"b": "x"}, "y"], True)
        == b'[{"a":1},{"b":"x"},"y"]'
    )
    assert codec.encode_body(Pet, Unknown(petType="new", size=Decimal("1.0")), True) == (
        b'{"petType":"new","size":1.0}'
    )
    assert Owner(pet=Dog(pet_type="dog", name="d")).model_dump_json() == (
        '{"pet":{"petType":"dog","name":"d"}}'
    )
    for wrong in ({"petType": "cat", "name": 1}, {"pet_type": "cat", "name": 1}):
        with pytest.raises(RequestValidationError, match="/name"):
            codec.encode_body(Pet, wrong, True)
    with pytest.raises(RequestValidationError):
        codec.encode_body(Pet, A(a=1), True)
    with pytest.raises(RequestValidationError, match="/a: "):
        codec.encode_body(Thing, {"a": "1"}, True)


def test_attributes_can_be_assigned() -> None:
    owner = Owner()
    owner.pet = Cat(pet_type="cat", name="x")
    with pytest.raises(ValidationError):
        owner.pet = A(a=1)  # type: ignore[assignment]
    assert isinstance(owner.pet, Cat)


def test_json_schemas_can_be_drawn() -> None:
    assert Owner.model_json_schema()["properties"]["pets"]
    assert "more" in Leaf.model_json_schema()["$defs"]["Leaf"]["properties"]
    for kind in (Pet, Nested, Node, JsonValue, Tree, Lists):
        assert TypeAdapter(kind).json_schema()


def test_recursive_values_are_exact() -> None:
    assert fits(JsonValue, '{"a":[1.50,"1",null,{"b":2}]}')["a"][:2] == [Decimal("1.50"), "1"]
    value, problems = decoded(JsonValue, '{"a":[true]}')
    assert value == {"a": [True]}
    assert len(problems) == 1


def rows(count: int, row: Any) -> bytes:
    return ("[" + ",".join(row(index) for index in range(count)) + "]").encode()


def test_long_lists_are_fast() -> None:
    members = [
        type(
            f"M{i}",
            (Model,),
            {"__annotations__": {"kind": str, f"f{i}": int, "x": str | None}, "x": None},
        )
        for i in range(10)
    ]
    union: Any = members[0]
    for member in members[1:]:
        union = union | member
    untagged = Annotated[union | Unknown, Variants()]
    tagged = Annotated[
        union | Unknown, Variants("kind", {f"k{i}": m for i, m in enumerate(members)})
    ]
    text = rows(10_000, lambda i: f'{{"kind":"k{i % 10}","f{i % 10}":{i},"new":1}}')
    raw = wire.read(text)
    for annotation, limit in ((tagged, 0.2), (untagged, 2.0)):
        codec.fitted(list[annotation], [])  # type: ignore[valid-type]
        start = time.process_time()
        value, problems = codec.fitted(list[annotation], raw)  # type: ignore[valid-type]
        assert time.process_time() - start < limit * 3  # a busy machine is not a slow program
        assert not problems
        assert [type(row) for row in value[:10]] == members


class Card(CamelModel):
    """Its tag is optional."""

    kind: str | None = None
    number: str


class Cash(CamelModel):
    """It does not know of its tag."""

    coins: int


class Bank(CamelModel):
    """Two texts stand for it."""

    kind: str | None = None
    iban: str


Payment: TypeAlias = Annotated[
    Card | Cash | Bank | Unknown,
    Variants("kind", {"card": Card, "cash": Cash, "bank": Bank, "giro": Bank}),
]


class Order(CamelModel):
    payment: Payment
    others: list[Payment] | None = None


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"number": "1"}, {"kind": "card", "number": "1"}),
        (Card(number="1"), {"kind": "card", "number": "1"}),
        (Card(number="1", kind="debit"), {"kind": "debit", "number": "1"}),
        (Card(number="1", kind=None), {"kind": None, "number": "1"}),
        ({"coins": 3}, {"coins": 3, "kind": "cash"}),
        (Cash(coins=3), {"coins": 3, "kind": "cash"}),
        ({"coins": 3, "kind": "cash"}, {"coins": 3, "kind": "cash"}),
        ({"iban": "N"}, {"iban": "N"}),
        (Bank(iban="N", kind="giro"), {"iban": "N", "kind": "giro"}),
        (Unknown.model_validate({"x": 1}), {"x": 1}),
    ],
)
def test_a_tag_that_a_caller_forgot_is_filled_in_where_there_is_one(
    given: Any, sent: dict[str, Any]
) -> None:
    body = codec.encode_body(Order, {"payment": given, "others": [given]}, True)
    assert body is not None
    assert wire.read(body) == {"payment": sent, "others": [sent]}
    order = Order(payment=given)
    assert wire.read(wire.write(order)) == {"payment": sent}


class Visa(CamelModel):
    kind: Literal["visa"]
    pan: str


class Mail(CamelModel):
    kind: Literal["mail"]
    address: str


Account: TypeAlias = Annotated[
    Visa | Mail | Unknown, Variants("kind", {"visa": Visa, "mail": Mail})
]


class Payer(CamelModel):
    account: Account


def test_a_tag_that_must_be_there_follows_from_what_is() -> None:
    body = codec.encode_body(Payer, {"account": {"address": "x"}}, True)
    assert body == b'{"account":{"kind":"mail","address":"x"}}'


@pytest.mark.parametrize("given", [{}, {"iban": "N"}, {"pan": "1", "address": "x"}])
def test_a_tag_that_could_be_several_is_asked_for(given: dict[str, Any]) -> None:
    with pytest.raises(RequestValidationError) as caught:
        codec.encode_body(Payer, {"account": given}, True)
    assert str(caught.value) == "/account: expected `kind`: `visa`, `mail`, got dict"
    with pytest.raises(RequestValidationError, match="/pet: expected `petType`: `cat`, `lion`"):
        codec.encode_body(Owner, {"pet": {"name": "x", "claws": 4}}, True)


class Won(CamelModel):
    result: Literal["won"] | str | None = None
    note: str | None = None


class Lost(CamelModel):
    result: Literal["lost", "void"] | str | None = None
    note: str | None = None


Change: TypeAlias = Annotated[
    Won | Lost | Unknown,
    Variants("result", {"won": Won, "lost": Lost, "void": Lost}, optional=True),
]


class Match(CamelModel):
    change: Change


@pytest.mark.parametrize(
    ("given", "member", "said"),
    [
        ({"note": "x"}, Won, {"note": "x"}),
        ({}, Won, {}),
        (Won(note="x"), Won, {"note": "x"}),
        (Lost(note="x"), Lost, {"note": "x"}),
        ({"result": "void"}, Lost, {"result": "void"}),
        ({"result": "won", "note": "x"}, Won, {"result": "won", "note": "x"}),
    ],
)
def test_a_tag_that_may_be_left_out_is_never_filled_in(
    given: Any, member: type, said: dict[str, str]
) -> None:
    match = Match(change=given)
    assert type(match.change) is member
    body = codec.encode_body(Match, {"change": given}, True)
    assert body is not None
    assert wire.read(body) == {"change": said} == wire.read(wire.write(match))


def test_what_came_without_a_tag_goes_back_without_it() -> None:
    order, mismatches = codec.decode(Order, b'{"payment":{"number":"1"}}')
    assert (order.payment.kind, mismatches) == (None, ())
    assert wire.write(order) == b'{"payment":{"number":"1"}}'
    for same in (order, order.model_copy(), pickle.loads(pickle.dumps(order))):
        assert codec.encode_body(Order, same, True) == b'{"payment":{"number":"1"}}'
    # What was read elsewhere has become the caller's to say.
    card, _ = codec.decode(Card, b'{"number":"1"}')
    sent = codec.encode_body(Order, {"payment": card}, True)
    assert sent is not None
    assert wire.read(sent) == {"payment": {"kind": "card", "number": "1"}}
    order.payment.kind = "debit"
    assert wire.read(wire.write(order)) == {"payment": {"kind": "debit", "number": "1"}}
