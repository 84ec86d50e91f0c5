"""Creating a refund: models, mappings and plain values are taken."""

from decimal import Decimal
from typing import assert_type

from refund_sdks.digital_river import (
    UNSET,
    AsyncDigitalRiver,
    DigitalRiver,
    RefundList,
    RefundRequestLineItem,
    RequestMoney,
)

with DigitalRiver(token="...") as client:
    created = client.refunds.create(
        "1234",
        type="productRefund",
        category="PRODUCT_LEVEL_PRODUCT",
        reason="A_NEWER_REASON",
        comments=UNSET,
        refund_amount=RequestMoney(value=Decimal("12.50"), currency="EUR"),
        line_items=[
            RefundRequestLineItem(line_item_id="1", refund_amount=RequestMoney(value=Decimal(1))),
            {"line_item_id": "2"},
        ],
    )
    assert_type(created, RefundList)
    client.refunds.create("1234", refund_amount={"value": 1}, line_items=())


async def create() -> None:
    async with AsyncDigitalRiver(token="...") as client:
        assert_type(await client.refunds.create("1234"), RefundList)
