"""Fakes in the tests of users: told and asked in the types of the methods that they stand for."""

from collections.abc import Iterator
from decimal import Decimal

from refund_sdks.digital_river import DigitalRiver
from refund_sdks.digital_river.testing import FakeDigitalRiver
from refund_sdks.riverty import AsyncRiverty, GetAllRefundsResponse, Refund, Riverty
from refund_sdks.riverty.testing import RecordedCall, FakeRiverty, FaultKind

one = GetAllRefundsResponse(refunds=[Refund(refund_number="1", amount=Decimal("-185"))])
fake = FakeRiverty()
fake.refunds.get.answers(one).fails_with(429, times=2).breaks("timeout", times=1)
fake.refunds.get.answers(one, one)
fake.refunds.get.when("1", "2").answers(one)
fake.refunds.get.when(order_number="1", refund_number="2").fails_with(500)
fake.refunds.list.replies('{"refunds": []}', times=1)
blocking: Riverty = fake.client(strict=True, retries=0)
awaiting: AsyncRiverty = fake.async_client(auth_key="k")
first: RecordedCall = fake.refunds.get.calls[0]
numbers: tuple[str, ...] = first.arguments
amount: Decimal | None = fake.refunds.get.example.refunds[0].amount
faults: tuple[FaultKind, ...] = fake.refunds.get.faults
fixture: "type[Iterator[FakeRiverty]] | object" = FakeRiverty.as_fixture()
fake.refunds.get.assert_called_once_with("1", "2")
with FakeDigitalRiver(examples=False) as river:
    client: DigitalRiver = river.client(token="t")
    river.refunds.create.assert_called_with("1", reason="R", refund_amount={"value": 1})


def answer(call: RecordedCall) -> GetAllRefundsResponse:
    """An answer by what was asked."""
    return GetAllRefundsResponse(refunds=[Refund(order_number=call.arguments[0])])


fake.refunds.get.answers_by(answer, times=1)
fake.refunds.get.answers("one")  # wrong
fake.refunds.get.answers([one])  # wrong
fake.refunds.get.answers(Refund())  # wrong
fake.refunds.get.when("1")  # wrong
fake.refunds.get.when("1", 2)  # wrong
fake.refunds.get.breaks("time out")  # wrong
fake.refunds.got.answers(one)  # wrong
fake.refund.get.answers(one)  # wrong
fake.client(key="k")  # wrong
fake.refunds.get.assert_called_with("1", "2", "3")  # wrong
river.refunds.create.assert_called_with("1", reason=1)  # wrong
fake.refunds.get.answers_by(lambda call: call.url)  # wrong
