# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""What the methods of `client.refunds` are answered in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.fake import ServiceFake, answering
from ..._runtime.fake_answers import ExamplesByStatus
from ..resources.refunds import GET, LIST

if TYPE_CHECKING:
    from ..resources.refunds import Refunds


class FakeRefunds:
    """What the methods of `Refunds` are answered."""

    def __init__(self, fake: ServiceFake, resource: Refunds) -> None:
        self.list = answering(fake, resource.list, LIST, examples=_LIST_EXAMPLES)
        self.get = answering(fake, resource.get, GET, examples=_GET_EXAMPLES)


_LIST_EXAMPLES: ExamplesByStatus = {
    200: """
{
  "refunds": [
    {
      "refundId": "82bb036f-ac1f-4394-9cd1-6c8111a8199c",
      "reservationId": "977d9fd7-fa43-4d91-87f6-b80854dd1954",
      "customerNumber": "CUSTOMER1000",
      "refundNumber": "SHIPMENT001R00",
      "orderNumber": "ORDER00001",
      "amount": -720.0,
      "balance": -720.0,
      "currency": "NOK",
      "insertedAt": "2016-01-29T13:41:05Z",
      "captureNumber": "SHIPMENT001",
      "refundItems": [
        {
          "refundId": "82bb036f-ac1f-4394-9cd1-6c8111a8199c",
          "productId": "ITEM1111",
          "groupId": "GROUP14",
          "description": "Presents",
          "netUnitPrice": -100.0,
          "grossUnitPrice": -132.5,
          "quantity": 5.0,
          "vatCategory": "HighCategory",
          "vatPercent": 32.5,
          "vatAmount": -32.5
        },
        {
          "refundId": "82bb036f-ac1f-4394-9cd1-6c8111a8199c",
          "productId": "ITEM98556",
          "groupId": "GROUP02",
          "description": "Bag",
          "netUnitPrice": -50.0,
          "grossUnitPrice": -57.5,
          "quantity": 1.0,
          "vatCategory": "MiddleCategory",
          "vatPercent": 15.0,
          "vatAmount": -7.5,
          "lineNumber": 2
        }
      ]
    }
  ]
}
""",
    400: """
[
  {
    "type": "BusinessError",
    "code": "400.104",
    "message": "The order was not found.",
    "customerFacingMessage": "The order is not known.",
    "actionCode": "Unavailable",
    "fieldReference": "orderNumber"
  }
]
""",
}

_GET_EXAMPLES: ExamplesByStatus = {
    200: _LIST_EXAMPLES[200],
    400: _LIST_EXAMPLES[400],
}
