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
      "refundId": "78d0f5d5-dc7e-4462-9d2b-9a32d8fe684e",
      "reservationId": "fb583567-c5a1-45de-a341-289c75e3f3dd",
      "customerNumber": "AP000100919",
      "refundNumber": "800090090",
      "orderNumber": "riverty1",
      "amount": -185,
      "balance": -185,
      "currency": "EUR",
      "insertedAt": "2023-09-27T12:24:53Z",
      "captureNumber": "800090089",
      "refundItems": [
        {
          "refundId": "78d0f5d5-dc7e-4462-9d2b-9a32d8fe684e",
          "productId": "4534-BLK-M",
          "groupId": "",
          "description": "Leather jacket, Black, size M",
          "netUnitPrice": -84,
          "grossUnitPrice": -100,
          "quantity": 1,
          "vatPercent": 19,
          "vatAmount": -16,
          "imageUrl": "https://developer-sandbox.riverty.com/images/black_leather_jacket.jpg"
        },
        {
          "refundId": "78d0f5d5-dc7e-4462-9d2b-9a32d8fe684e",
          "productId": "5745-GRY-M",
          "groupId": "",
          "description": "Socks, Grey, Size M",
          "netUnitPrice": -8.4,
          "grossUnitPrice": -10,
          "quantity": 5,
          "vatPercent": 19,
          "vatAmount": -1.6,
          "imageUrl": "https://developer-sandbox.riverty.com/images/grey_socks.jpg"
        },
        {
          "refundId": "78d0f5d5-dc7e-4462-9d2b-9a32d8fe684e",
          "productId": "3323-BRN-M",
          "groupId": "",
          "description": "Woolen hat, brown, Size M",
          "netUnitPrice": -25.21,
          "grossUnitPrice": -30,
          "quantity": 1,
          "vatPercent": 19,
          "vatAmount": -4.79,
          "imageUrl": "https://developer-sandbox.riverty.com/images/brown_wool_hat.jpg"
        },
        {
          "refundId": "78d0f5d5-dc7e-4462-9d2b-9a32d8fe684e",
          "productId": "SHIP",
          "groupId": "",
          "description": "Shipping",
          "type": "ShippingFee",
          "netUnitPrice": -4.2,
          "grossUnitPrice": -5,
          "quantity": 1,
          "vatPercent": 19,
          "vatAmount": -0.8
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
    "code": "400.002",
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
