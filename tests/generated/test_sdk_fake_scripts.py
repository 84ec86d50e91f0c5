"""What a test can tell a fake, and ask it afterwards."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from decimal import Decimal

import pytest

from refund_sdks.digital_river import DigitalRiver, RefundList, RefundRequestLineItem
from refund_sdks.digital_river.testing import FakeDigitalRiver
from refund_sdks.riverty import (
    UNSET,
    BadRequestError,
    GetAllRefundsResponse,
    Options,
    Refund,
    RequestValidationError,
    ResponseMessage,
    ServerError,
)
from refund_sdks.riverty.testing import RecordedCall, FakeRiverty, UnexpectedCall

fake_riverty = FakeRiverty.as_fixture()


def page(number: str) -> GetAllRefundsResponse:
    """An answer with one refund."""
    return GetAllRefundsResponse(refunds=[Refund(refund_number=number)])


def numbers(fake: FakeRiverty, count: int, order: str = "o", refund: str = "r") -> list[str | None]:
    """The refund numbers that so many calls bring."""
    with fake.client() as client:
        answers = [client.refunds.get(order, refund) for _ in range(count)]
    return [answer.refunds[0].refund_number for answer in answers]


def test_fixture_of_pytest(fake_riverty: FakeRiverty) -> None:
    fake_riverty.refunds.get.answers(page("1"))
    assert numbers(fake_riverty, 2) == ["1", "1"]


def test_answers_with_times_come_first_and_the_last_without_stays() -> None:
    fake = FakeRiverty()
    fake.refunds.get.answers(page("old")).answers(page("1"), page("2")).answers(page("3"), times=2)
    fake.refunds.get.answers(page("new"))
    assert numbers(fake, 6) == ["1", "2", "3", "3", "new", "new"]


def test_example_comes_when_nothing_is_left() -> None:
    fake = FakeRiverty()
    fake.refunds.get.answers(page("1"), times=1)
    assert numbers(fake, 2) == ["1", "800090090"]


def test_answers_for_some_arguments_alone() -> None:
    fake = FakeRiverty()
    fake.refunds.get.answers(page("any"))
    narrow = fake.refunds.get.when("o/1", "r").answers(page("this"), times=1)
    assert numbers(fake, 1, "o/2") == ["any"]
    assert numbers(fake, 2, "o/1") == ["this", "any"]
    assert [call.arguments for call in narrow.calls] == [("o/1", "r")] * 2


def test_answers_by_what_was_asked() -> None:
    def echo(call: RecordedCall) -> GetAllRefundsResponse:
        return page(call.arguments[1])

    fake = FakeRiverty()
    fake.refunds.get.answers_by(echo)
    assert numbers(fake, 1, "o", "4711") == ["4711"]


def test_body_of_a_failure() -> None:
    fake = FakeRiverty()
    fake.refunds.get.fails_with(400, [ResponseMessage(code="400.101")])
    with fake.client() as client, pytest.raises(BadRequestError) as caught:
        client.refunds.get("o", "r")
    assert caught.value.body == [ResponseMessage(code="400.101")]


def test_any_bytes() -> None:
    fake = FakeRiverty()
    fake.refunds.get.replies('{"refunds": [], "more": 1.50}', headers={"X-Trace": "7"})
    with fake.client() as client:
        given = client.refunds.with_response.get("o", "r")
    assert given.value.model_extra == {"more": Decimal("1.50")}
    assert given.headers["x-trace"] == "7"


def test_value_of_another_kind_is_refused_when_it_is_told() -> None:
    fake = FakeRiverty()
    with pytest.raises(TypeError, match="does not answer with"):
        fake.refunds.get.answers("refund")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="is a success"):
        fake.refunds.get.fails_with(200)
    with pytest.raises(ValueError, match="at least 1"):
        fake.refunds.get.answers(page("1"), times=0)


def test_recorded_call_shows_what_was_sent() -> None:
    fake = FakeDigitalRiver()
    with fake.client() as client:
        client.refunds.create(
            "ö/1",
            reason="WRONG",
            refund_amount={"value": Decimal("1.50")},
            options=Options(headers={"X-Trace": "7"}),
        )
    (call,) = fake.refunds.create.calls
    assert call.arguments == ("ö/1",)
    assert call.body == {"reason": "WRONG", "refundAmount": {"value": Decimal("1.50")}}
    assert str(call.body["refundAmount"]["value"]) == "1.50"
    assert call.headers["x-trace"] == "7"
    assert call.url.endswith("/orders/%C3%B6%2F1/refunds")
    assert "WRONG" in repr(call)


def test_asserting_the_arguments_of_a_call() -> None:
    fake = FakeDigitalRiver()
    create = fake.refunds.create
    create.assert_not_called()
    with fake.client() as client:
        client.refunds.create("1", reason="R", line_items=[RefundRequestLineItem(line_item_id="a")])
    create.assert_called_once_with("1", line_items=[{"line_item_id": "a"}], reason="R")
    with pytest.raises(AssertionError, match="was called"):
        create.assert_not_called()
    for wrong in ("S", UNSET):
        with pytest.raises(AssertionError, match=r"no call was\n.*\nthose that came:\n.*\"R\""):
            create.assert_called_with("1", line_items=[{"line_item_id": "a"}], reason=wrong)
    with fake.client() as client:
        client.refunds.create("2")
    with pytest.raises(AssertionError, match="was called 2 times"):
        create.assert_called_once_with("2")


def test_arguments_that_no_request_can_have_are_told() -> None:
    fake = FakeRiverty()
    with pytest.raises(RequestValidationError):
        fake.refunds.get.when("", "r")


def test_what_was_told_has_to_be_used() -> None:
    with pytest.raises(AssertionError, match=r"answers\(.*used 1 of 2 times") as caught:
        unused_answers()
    assert "refunds: `fails_with(500)` was never used" in str(caught.value)


def unused_answers() -> None:
    """Uses less than it tells."""
    with FakeRiverty() as fake:
        fake.refunds.get.answers(page("1"), times=2)
        fake.refunds.list.when("o").fails_with(500)
        with fake.client() as client:
            client.refunds.get("o", "r")


def test_failure_of_the_test_itself_is_not_hidden() -> None:
    with pytest.raises(KeyError), FakeRiverty() as fake:
        fake.refunds.get.answers(page("1"))
        raise KeyError


def test_without_examples_a_call_must_be_told() -> None:
    fake = FakeRiverty(examples=False)
    with fake.client() as client, pytest.raises(UnexpectedCall, match="nothing was told about"):
        client.refunds.get("o", "r")


def test_unexpected_call_that_was_caught_is_told_in_the_end() -> None:
    with pytest.raises(AssertionError, match="unexpected: nothing was told"):
        swallowed()


def swallowed() -> None:
    """Catches too much."""
    with FakeRiverty(examples=False) as fake, fake.client() as client:
        try:
            client.refunds.get("o", "r")
        except Exception as error:
            assert isinstance(error, AssertionError)


def test_request_of_no_operation_names_the_nearest() -> None:
    fake = FakeRiverty()
    with fake.client() as client:
        client.refunds.get("o", "r")
        client.refunds.get("o", "r", options=Options(base_url="https://proxy.example/a/b"))
    assert [call.arguments for call in fake.refunds.get.calls] == [("o", "r")] * 2
    fake.refunds.get.fails_with(302, headers={"Location": "/api/v3/order/o"})
    with fake.client() as client, pytest.raises(UnexpectedCall, match="the nearest is GET /api/v3"):
        client.refunds.get("o", "r")


def test_threads_share_a_fake() -> None:
    fake = FakeRiverty()
    fake.refunds.get.answers(page("1"), times=50)
    with fake.client() as client:
        threads = [
            threading.Thread(target=client.refunds.get, args=("o", str(at))) for at in range(50)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    fake.assert_all_used()
    assert {call.arguments[1] for call in fake.refunds.get.calls} == {str(at) for at in range(50)}


@pytest.fixture
def own_credentials(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Credentials in the environment, which must not reach a test."""
    monkeypatch.setenv("RIVERTY_AUTH_KEY", "real-secret")
    yield


@pytest.mark.usefixtures("own_credentials")
def test_clients_have_made_up_credentials_unless_they_are_given_some() -> None:
    fake = FakeRiverty()
    with fake.client() as one, fake.client(auth_key="mine") as other:
        one.refunds.get("o", "r")
        other.refunds.get("o", "r")
    keys = [call.headers["x-auth-key"] for call in fake.all_calls]
    assert keys == ["fake-auth_key", "mine"]


def test_clients_are_real_and_take_their_settings() -> None:
    fake = FakeDigitalRiver()
    fake.refunds.create.fails_with(500)
    with fake.client(environment="production", retries=5) as client:
        assert type(client) is DigitalRiver
        with pytest.raises(ServerError):  # a POST, which is not repeated
            client.refunds.create("1")
    assert fake.seconds_slept == []
    answer: RefundList = fake.refunds.create.example
    assert answer.refunds == []
