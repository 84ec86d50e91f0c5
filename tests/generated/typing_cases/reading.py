"""Reading refunds, the way the README shows it."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import assert_type
from uuid import UUID

from refund_sdks import geins, violet
from refund_sdks.afterpay import AfterPay, AsyncAfterPay, GetAllRefundsResponse
from refund_sdks.riverty import (
    BadRequestError,
    Options,
    Response,
    ResponseMessage,
    Riverty,
    Timeout,
)

with Riverty(auth_key="...", environment="test", timeout=Timeout(read=5.0)) as client:
    answer = client.refunds.get("riverty1", "800090090")
    for refund in answer.refunds:
        assert_type(refund.refund_number, str | None)
        assert_type(refund.amount, Decimal | None)
        assert_type(refund.inserted_at, datetime | None)
        assert_type(refund.refund_id, UUID | None)
    try:
        client.refunds.list("riverty1", options=Options(timeout=3.0, headers={"X-Trace": "1"}))
    except BadRequestError as error:
        assert_type(error.status, int)
        body: object = error.body
        if isinstance(body, ResponseMessage):
            assert_type(body.message, str | None)

with AfterPay() as afterpay:
    assert_type(afterpay.refunds.list("1"), GetAllRefundsResponse)
    whole = afterpay.refunds.with_response.get("1", "2")
    assert_type(whole.value, GetAllRefundsResponse)
    assert_type(whole.status, int)
    assert_type(whole.retries_taken, int)


async def read_all(number: str) -> Decimal:
    async with AsyncAfterPay(auth_key="...") as client:
        found = await client.refunds.list(number)
        assert_type(found, GetAllRefundsResponse)
        response = await client.refunds.with_response.list(number)
        assert_type(response.value, GetAllRefundsResponse)
        return sum((refund.amount or Decimal() for refund in found.refunds), Decimal())


with geins.Geins(username="u", password="p", api_key="k") as shop:
    envelope = shop.refunds.get(120045, UUID(int=1))
    if envelope.resource is not None:
        assert_type(envelope.resource.approved, bool | None)

with violet.Violet(token="t", app_secret="s", app_id="1") as market:
    refunds = market.refunds.list(44444)
    assert_type(refunds, list[violet.Refund])
    amounts: Sequence[int] = [refund.amount for refund in refunds]
    known: list[Response[list[violet.Refund]]] = [market.refunds.with_response.list(1)]
