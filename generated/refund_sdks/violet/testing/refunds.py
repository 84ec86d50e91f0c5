# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""What the methods of `client.refunds` are answered in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.fake import ServiceFake, answering
from ..._runtime.fake_answers import ExamplesByStatus
from ..resources.refunds import LIST

if TYPE_CHECKING:
    from ..resources.refunds import Refunds


class FakeRefunds:
    """What the methods of `Refunds` are answered."""

    def __init__(self, fake: ServiceFake, resource: Refunds) -> None:
        self.list = answering(fake, resource.list, LIST, examples=_LIST_EXAMPLES)


_LIST_EXAMPLES: ExamplesByStatus = {
    200: """
[
  {
    "amount": 2500,
    "app_id": 10000,
    "bag_id": 22222,
    "date_created": "2024-03-01T09:30:00+0000",
    "date_last_modified": "2024-03-01T09:30:05+0000",
    "developer_transfer_reversal_amount_usd": 125,
    "errors": [],
    "external_id": "4400556677",
    "gateway_transaction_id": "ch_example_0001",
    "id": 33333,
    "merchant_id": 11111,
    "merchant_transfer_reversal_amount_usd": 2375,
    "order_id": 44444,
    "reason": "Item arrived damaged",
    "refund_currency": "USD",
    "skus": [
      {
        "bag_id": 22222,
        "external_id": "7700112233",
        "id": 55555,
        "order_sku_id": 9999999999,
        "quantity_refunded": 1,
        "refund_id": 33333
      }
    ],
    "status": "COMPLETED",
    "transaction_id": 66666
  },
  {
    "amount": 900,
    "app_id": 10000,
    "bag_id": 22222,
    "date_created": "2024-03-02T14:00:00+0000",
    "date_last_modified": "2024-03-02T14:00:02+0000",
    "errors": [
      {
        "error_code": 4001,
        "error_message": "The commerce platform refused the refund",
        "id": 77777,
        "refund_id": 33334
      }
    ],
    "gateway_transaction_id": "ch_example_0001",
    "id": 33334,
    "merchant_id": 11111,
    "order_id": 44444,
    "refund_currency": "USD",
    "skus": [],
    "status": "FAILED",
    "transaction_id": 66666
  }
]
""",
    401: """
{
  "status": 401,
  "message": "Token has expired",
  "error_code": 11,
  "timestamp": 1709285400000
}
""",
}
