"""What holds for every value: digits, spellings, unknown members, null and absence, and arguments as one segment."""

from __future__ import annotations

import importlib
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from refund_apis import FLAVOURS, Method, methods, sdk, written

from loopback import Loopback, full
from sdkwright.ir.model import Location
from sdkwright.ir.types import Scalar, ScalarKind
from sdkwright.verify.exact import differences, minified, read

runtime: Any = importlib.import_module("refund_sdks._runtime")
relaxed = settings(deadline=None, max_examples=60)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=None).filter(
    lambda number: abs(number.adjusted()) < 300 and len(number.as_tuple().digits) <= 60
)
payloads = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | decimals | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=12,
)


def back(model: Any, payload: Any) -> Any:
    """A payload through a model, exactly."""
    return read(model.model_validate_json(minified(payload)).model_dump_json())


def test_thirty_digits_survive() -> None:
    for text in (
        "123456789012345678.901234567890",
        "-0.00000000000000000000000000001",
        "1E+3",
        "-0.0",
        "7",
    ):
        refund = sdk("riverty").module.Refund.model_validate_json(f'{{"amount":{text}}}')
        assert isinstance(refund.amount, Decimal)
        assert refund.amount.as_tuple() == Decimal(text).as_tuple()
        assert list(differences(read(f'{{"amount":{text}}}'), read(refund.model_dump_json()))) == []


@relaxed
@given(decimals)
def test_every_number_survives(number: Decimal) -> None:
    refund = sdk("afterpay").module.Refund.model_validate_json(f'{{"amount":{number}}}')
    assert refund.amount.as_tuple() == number.as_tuple()
    assert refund.model_dump_json() == f'{{"amount":{number}}}'
    made = sdk("afterpay").module.Refund(amount=number).model_dump_json()
    assert Decimal(made.removeprefix('{"amount":').removesuffix("}")) == number


@relaxed
@given(st.dictionaries(texts, payloads, max_size=5))
def test_unknown_members_are_kept(extra: dict[str, Any]) -> None:
    for one, name in (
        ("violet", "RefundError"),
        ("geins", "RefundRow"),
        ("digital_river", "Money"),
    ):
        model = getattr(sdk(one).module, name)
        known = {field.alias or key for key, field in model.model_fields.items()}
        # As its text has it: a Decimal without a fraction is written, and then read, as an integer.
        payload = read(minified({key: extra[key] for key in extra if key not in known}))
        assert list(differences(payload, back(model, payload))) == []


@pytest.mark.parametrize(
    "key", ["model_dump", "__class__", "__init__", "copy", "model_fields", "self", "", "Foo-Bar"]
)
def test_unknown_members_overwrite_nothing(key: str) -> None:
    model = sdk("violet").module.RefundError
    value = model.model_validate_json(minified({key: 1, "id": 2}))
    assert type(value) is model
    assert callable(value.model_dump)
    assert list(differences({key: 1, "id": 2}, read(value.model_dump_json()))) == []


@relaxed
@given(
    st.dictionaries(st.sampled_from(["Author", "Currency", "Approved"]), st.none() | st.just("x"))
)
def test_null_and_absence_are_told_apart(members: dict[str, Any]) -> None:
    members = {
        key: True if value and key == "Approved" else value for key, value in members.items()
    }
    response = runtime_fitted(sdk("geins").module.Refund, members)
    assert read(written(response).decode()) == members
    assert response.model_fields_set == {key.lower() for key in members}


def runtime_fitted(model: Any, payload: Any) -> Any:
    codec: Any = importlib.import_module("refund_sdks._runtime.codec")
    value, _ = codec.decode(model, minified(payload).encode())
    return value


def spelled(moment: datetime, digits: int, fraction: int, offset: str) -> str:
    """A date-time as services write them."""
    return (
        f"{moment:%Y-%m-%dT%H:%M:%S}"
        + (f".{fraction:07d}"[: digits + 1] if digits else "")
        + offset
    )


moments = st.builds(
    spelled,
    st.datetimes(datetime(1900, 1, 1), datetime(9998, 1, 1)),
    st.integers(0, 7),
    st.integers(0, 9_999_999),
    st.sampled_from(["Z", "+00:00", "-00:00", "+05:30", "-11:00", "+0530", "-1100", "+0000", ""]),
)


@relaxed
@given(moments)
def test_date_times_come_back_as_they_were(text: str) -> None:
    refund = sdk("riverty").module.Refund.model_validate_json(f'{{"insertedAt":"{text}"}}')
    assert isinstance(refund.inserted_at, datetime)
    assert refund.inserted_at.replace(tzinfo=None).isoformat()[:19] == text[:19]
    assert refund.model_dump_json() == f'{{"insertedAt":"{text}"}}'


def test_what_is_computed_from_a_date_time_has_the_ordinary_text() -> None:
    refund = sdk("riverty").module.Refund.model_validate_json(
        '{"insertedAt":"2016-01-29T13:41:05.1234567+00:00"}'
    )
    later = refund.model_copy(update={"inserted_at": refund.inserted_at + timedelta(days=1)})
    assert later.model_dump_json() == '{"insertedAt":"2016-01-30T13:41:05.123456Z"}'
    assert refund.inserted_at == datetime(2016, 1, 29, 13, 41, 5, 123456, UTC)


in_text = [
    called
    for called in methods()
    if all(p.type == Scalar(ScalarKind.STRING) for p in called.operation.parameters)
]


@pytest.mark.parametrize("called", in_text, ids=str)
def test_an_argument_is_one_segment(called: Method, loopback: Loopback) -> None:
    loopback.script(full(404))
    wanted = called.operation.path.split("/")
    segments = st.lists(texts.filter(lambda t: t not in ("", ".", "..")), min_size=2, max_size=2)

    def check(client: Any) -> None:
        @given(segments)
        @settings(deadline=None, max_examples=50)
        def each(drawn: list[str]) -> None:
            arguments = drawn[: len(called.path)]
            loopback.requests.clear()
            with pytest.raises(runtime.NotFoundError):
                called.bound(client)(*arguments)
            (request,) = loopback.requests
            got = request.target.split("/")
            left = iter(arguments)
            assert [unquote(part) for part in got] == [
                next(left) if part.startswith("{") else part for part in wanted
            ]
            assert not set(request.target) & set("?#;\\ ")

        each()

    called.sdk.run("sync", loopback.url, check)


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("called", in_text, ids=str)
@pytest.mark.parametrize("bad", ["", ".", "..", None, b"x", ["a"], "\ud800"])
def test_an_argument_that_means_another_resource_is_refused(
    called: Method, bad: Any, flavour: str, loopback: Loopback
) -> None:
    for at in range(len(called.path)):
        arguments = [*called.path]
        arguments[at] = bad

        def call(client: Any, arguments: list[Any] = arguments) -> Any:
            return called.bound(client)(*arguments)

        with pytest.raises(runtime.RequestValidationError) as caught:
            called.sdk.run(flavour, loopback.url, call)
        placed = [p.wire for p in called.operation.parameters if p.location is Location.PATH]
        assert caught.value.pointer == placed[at]
        assert isinstance(caught.value, ValueError)
    assert loopback.requests == []


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    ("arguments", "pointer"),
    [
        ({"refund_amount": {"value": 0.1}}, "/refund_amount/value"),
        ({"refund_amount": {"value": "1.00"}}, "/refund_amount/value"),
        ({"refund_amount": {"value": Decimal("NaN")}}, "/refund_amount/value"),
        ({"comments": 12}, "/comments"),
        (
            {"line_items": [{"line_item_id": "a"}, {"line_item_id": 1}]},
            "/line_items/1/line_item_id",
        ),
    ],
)
def test_a_body_that_does_not_fit_is_refused_before_sending(
    arguments: dict[str, Any], pointer: str, flavour: str, loopback: Loopback
) -> None:
    with pytest.raises(runtime.RequestValidationError) as caught:
        sdk("digital_river").run(
            flavour, loopback.url, lambda c: c.refunds.create("1", **arguments)
        )
    assert caught.value.pointer == pointer
    assert loopback.requests == []


def test_only_what_is_given_is_sent(loopback: Loopback) -> None:
    loopback.script(full(200, b'{"refunds":[]}'))
    river = sdk("digital_river")
    amount = river.module.RequestMoney(value=Decimal("12.50"), currency="EUR")
    bodies: dict[bytes, dict[str, Any]] = {
        b'{"refundAmount":{"value":12.50,"currency":"EUR"}}': {"refund_amount": amount},
        b'{"lineItems":[]}': {"line_items": ()},
        b'{"reason":"MADE_UP"}': {"reason": "MADE_UP", "comments": river.module.UNSET},
        b"": {},
    }

    def create_each(client: Any) -> None:
        for arguments in bodies.values():
            client.refunds.create("1", **arguments)

    river.run("sync", loopback.url, create_each)
    assert [request.body for request in loopback.requests] == list(bodies)
