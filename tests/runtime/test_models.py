"""Models: what they take, what they keep, what they give back."""

import copy
import json
import pickle
import warnings
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import AliasChoices, Field, ValidationError
from sample.models import Line, Money, Problem, Product, Refund, RefundList

from runtime import CamelModel, DecodingError, Mismatch, PascalModel, codec, wire
from runtime.model import camel_case, pascal_case

WHOLE = (
    '{"number":"1","refundId":"4F430446-4d30-4e61-9c3c-76849f5e9d92","amount":-720.0,"quantity":3,'
    '"settled":true,"insertedAt":"2024-05-01T10:20:30.1234567+00:00","due":"2024-05-01",'
    '"cutOff":"10:20:30+0100","money":{"value":5.0,"currency":"XXX"},"Product":{"id":"p","parts":[{"id":null}]},'
    '"lines":[{"lineItemId":"l","amount":1}],"tags":{"":0.10},"origin":{"id":"x"},'
    '"new":[1.50,{"a":null}],"refund_id":7,"model_dump":1,"__class__":2}'
)


def test_an_object_comes_back_to_the_byte() -> None:
    refund = Refund.model_validate_json(WHOLE)
    assert refund.model_dump_json() == WHOLE
    for twin in (copy.deepcopy(refund), pickle.loads(pickle.dumps(refund)), refund.model_copy()):
        assert twin == refund
        assert twin.model_dump_json() == WHOLE
    assert Refund.model_validate_json(refund.model_dump_json(indent=2)) == refund


def test_values_have_their_types() -> None:
    refund = Refund.model_validate_json(WHOLE)
    assert refund.amount == Decimal("-720.0")
    assert str(refund.amount) == "-720.0"
    assert refund.money == Money(value=Decimal("5.0"), currency="XXX")
    assert isinstance(refund.origin, Product)
    assert refund.tags == {"": Decimal("0.10")}
    assert refund.model_extra == {
        "new": [Decimal("1.50"), {"a": None}],
        "refund_id": 7,
        "model_dump": 1,
        "__class__": 2,
    }
    assert type(refund) is Refund
    assert callable(refund.model_dump)


def test_absent_null_and_empty_are_three_things() -> None:
    for text in ('{"number":""}', '{"number":"","amount":null}', '{"number":"","lines":[]}'):
        assert Refund.model_validate_json(text).model_dump_json() == text
    absent, null = Money(), Money(value=None)
    assert absent.value is None is null.value
    assert absent.model_fields_set == set()
    assert null.model_fields_set == {"value"}
    assert repr(null) == "Money(value=None)"
    assert repr(absent) == "Money()"


def test_python_names_construct_and_wire_names_are_read() -> None:
    line = Line(line_item_id="a", amount=Decimal("2"))
    assert line.model_dump_json() == '{"lineItemId":"a","amount":2}'
    assert line.model_dump() == {"line_item_id": "a", "amount": Decimal(2)}
    with pytest.raises(ValidationError):
        Line.model_validate_json('{"line_item_id":"a"}')
    with pytest.raises(TypeError):
        Line("a")  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number", 1),
        ("amount", "1.0"),
        ("amount", 1.5),
        ("amount", True),
        ("amount", Decimal("NaN")),
        ("quantity", "1"),
        ("quantity", True),
        ("quantity", Decimal("1.0")),
        ("settled", 1),
        ("settled", "true"),
        ("inserted_at", 0),
        ("inserted_at", "2024-05-01"),
        ("inserted_at", datetime(2024, 5, 1)),
        ("due", datetime(2024, 5, 1, tzinfo=UTC)),
        ("refund_id", "x"),
        ("ratio", float("nan")),
        ("ratio", "1"),
        ("ratio", 10**400),
    ],
)
def test_nothing_is_converted_silently(field: str, value: object) -> None:
    with pytest.raises(ValidationError):
        Refund.model_validate({"number": "1", field: value})
    refund = Refund(number="1")
    with pytest.raises(ValidationError):
        setattr(refund, field, value)


def test_constraints_hold_for_requests() -> None:
    with pytest.raises(ValidationError):
        Line(line_item_id="a", amount=Decimal("-0.01"))


def test_names_follow_the_rule() -> None:
    assert [camel_case(n) for n in ("refund_number", "id", "type_", "a_1b")] == [
        "refundNumber",
        "id",
        "type",
        "a1b",
    ]
    assert pascal_case("refund_number") == "RefundNumber"

    class Envelope(PascalModel):
        resource_id: int | None = None

    assert Envelope(resource_id=3).model_dump_json() == '{"ResourceId":3}'


def test_a_schema_can_be_drawn() -> None:
    assert Refund.model_json_schema()["properties"]["amount"]


# Responses that do not fit.


def decoded(kind: Any, text: str) -> tuple[Any, list[str]]:
    value, mismatches = codec.decode(kind, text.encode())
    assert json.loads(wire.write(value), parse_float=Decimal) == json.loads(
        text, parse_float=Decimal
    )
    return value, [str(mismatch) for mismatch in mismatches]


def test_what_does_not_fit_stays_in_its_place() -> None:
    refund, problems = decoded(
        Refund,
        '{"refundId":"?","amount":"12.50","quantity":1.5,"lines":[{"lineItemId":1,"new":2},{"lineItemId":"b"}],'
        '"money":[],"insertedAt":"Wed Sep 29","Product":{"parts":{}},"refund_id":0}',
    )
    assert refund.amount == "12.50"
    assert refund.lines[0].line_item_id == 1
    assert refund.lines[1] == Line(line_item_id="b")
    assert refund.money == []
    assert refund.number is None
    assert "number" not in refund.model_fields_set
    assert refund.due is None
    assert problems == [
        "/refundId: expected uuid or null, got string",
        "/amount: expected number or null, got string",
        "/quantity: expected integer or null, got number",
        "/lines/0/lineItemId: expected string, got integer",
        "/money: expected object or null, got array",
        "/insertedAt: expected date-time or null, got string",
        "/Product/parts: expected array or null, got object",
        "/number: expected string, got nothing",
    ]


def test_one_bad_row_leaves_the_others_alone() -> None:
    rows = '{"number":"1","amount":1.0},' * 50
    value, problems = decoded(
        RefundList, '{"refunds":[' + rows + '{"number":"x","amount":false},7,null]}'
    )
    assert value.refunds[49].amount == Decimal("1.0")
    assert value.refunds[50].amount is False
    assert value.refunds[51:] == [7, None]
    assert [problem.partition(":")[0] for problem in problems] == [
        "/refunds/50/amount",
        "/refunds/51",
        "/refunds/52",
    ]


def test_a_salvaged_object_is_still_a_whole_object() -> None:
    value, _ = decoded(Refund, '{"number":1,"amount":2.50,"extra":"x"}')
    twin = pickle.loads(pickle.dumps(value))
    assert twin == value == copy.deepcopy(value)
    assert twin.model_dump_json() == '{"number":1,"amount":2.50,"extra":"x"}'
    assert repr(value) == "Refund(number=1, amount=Decimal('2.50'), extra='x')"


def test_unions_take_the_member_with_fewest_faults() -> None:
    value, problems = decoded(Refund, '{"number":"1","origin":{"value":"x","currency":"EUR"}}')
    assert value.origin.model_dump_json() == '{"value":"x","currency":"EUR"}'
    assert len(problems) <= 1


def test_other_roots() -> None:
    assert decoded(list[Refund], '[{"number":"1"}]')[0] == [Refund(number="1")]
    assert decoded(list[Decimal], "[1.0,2]")[0] == [Decimal("1.0"), Decimal(2)]
    assert decoded(dict[str, Refund], '{"a":{"number":"1"}}')[0]["a"].number == "1"
    assert decoded(dict[str, Refund], '{"a/b":{"number":2}}')[1] == [
        "/a~1b/number: expected string, got integer"
    ]
    assert decoded(Refund, "[]") == ([], ["/: expected object, got array"])
    assert decoded(Refund | None, "null") == (None, [])
    assert decoded(object, '{"a":1.50}') == ({"a": Decimal("1.50")}, [])
    assert decoded(Annotated[list[Annotated[str, "x"]], "y"], '["a",1]')[1] == [
        "/1: expected string, got integer"
    ]


def test_errors_tell_one_from_many() -> None:
    value, problems = codec.fitted_error(list[Problem], {"code": "x"})
    assert value == [Problem(code="x")]
    assert problems == (Mismatch("", "array", "object"),)


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.decimals(-9, 9),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(
            [
                "number",
                "amount",
                "lines",
                "lineItemId",
                "Product",
                "parts",
                "tags",
                "origin",
                "x",
                "due",
            ]
        ),
        inner,
        max_size=6,
    ),
    max_leaves=20,
)


@given(values)
def test_whatever_comes_survives(raw: object) -> None:
    text = wire.write(raw)
    for kind in (Refund, list[Refund], Product):
        value, _ = codec.decode(kind, text)
        assert wire.read(wire.write(value)) == wire.read(text)


def test_models_are_not_compiled_until_used() -> None:
    class Fresh(CamelModel):
        a: Decimal | None = None

    assert not Fresh.__pydantic_complete__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert Fresh(a=Decimal("1.0")).model_dump_json() == '{"a":1.0}'


def test_text_that_is_no_json_is_a_value_error() -> None:
    for text in ("{", '{"a":1,"a":2}', "NaN"):
        with pytest.raises(ValueError, match=r"JSON|name"):
            Refund.model_validate_json(text)
    assert not issubclass(DecodingError, ValueError)


class _Spelled(CamelModel):
    product: Annotated[
        Product, Field(alias="Product", validation_alias=AliasChoices("Product", "product"))
    ]
    due_on: Annotated[
        Decimal | None, Field(alias="dueOn", validation_alias=AliasChoices("dueOn", "due"))
    ] = None


@pytest.mark.parametrize(
    ("text", "product", "written"),
    [
        ('{"Product":{"id":"1"}}', "1", '{"Product":{"id":"1"}}'),
        ('{"product":{"id":"1"},"due":1.50}', "1", '{"Product":{"id":"1"},"dueOn":1.50}'),
        (
            '{"product":{"id":"1"},"Product":{"id":"2"}}',
            "2",
            '{"Product":{"id":"2"},"product":{"id":"1"}}',
        ),
    ],
)
def test_a_field_with_several_wire_names_is_read_under_each(
    text: str, product: str, written: str
) -> None:
    value, mismatches = codec.decode(_Spelled, text.encode())
    assert not mismatches
    assert value.product.id == product
    assert value.model_dump_json() == written


def test_a_field_with_several_wire_names_is_salvaged_under_each() -> None:
    value, mismatches = codec.decode(_Spelled, b'{"product":{"id":"1"},"Product":3,"due":"x"}')
    assert [found.pointer for found in mismatches] == ["/Product", "/due"]
    assert (value.product, value.due_on) == (3, "x")
    assert value.model_extra == {"product": {"id": "1"}}
    value, mismatches = codec.decode(_Spelled, b'{"product":{"id":"1"},"due":"x"}')
    assert [found.pointer for found in mismatches] == ["/due"]
    assert value.product.id == "1"


def test_members_of_unions_are_told_apart_by_each_name() -> None:
    value, mismatches = codec.decode(_Spelled | Money, b'{"product":{"id":"1"}}')
    assert not mismatches
    assert type(value) is _Spelled
