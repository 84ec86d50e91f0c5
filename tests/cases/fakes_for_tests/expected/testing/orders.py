# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""What the methods of `client.orders` are answered in tests."""

from __future__ import annotations

# pyright: reportDeprecated=false

from typing import TYPE_CHECKING

from .._runtime.fake import ServiceFake, answering
from .._runtime.fake_answers import ExamplesByStatus
from ..resources.orders import CREATE_ORDER, DELETE_ORDER, GET_LABEL, LIST_ORDERS

if TYPE_CHECKING:
    from ..resources.orders import Orders


class FakeOrders:
    """What the methods of `Orders` are answered."""

    def __init__(self, fake: ServiceFake, resource: Orders) -> None:
        self.list_orders = answering(
            fake, resource.list_orders, LIST_ORDERS, examples=_LIST_ORDERS_EXAMPLES
        )
        self.create_order = answering(
            fake, resource.create_order, CREATE_ORDER, status=201, examples=_CREATE_ORDER_EXAMPLES
        )
        self.delete_order = answering(
            fake, resource.delete_order, DELETE_ORDER, status=204, examples=_DELETE_ORDER_EXAMPLES
        )
        self.get_label = answering(fake, resource.get_label, GET_LABEL, media="application/pdf")


_LIST_ORDERS_EXAMPLES: ExamplesByStatus = {
    200: """
[
  {"id": "1", "total": 12.50},
  {
    "id": "2",
    "total": -0.0,
    "note": "a \\"quote\\", \\"\\"\\"three\\"\\"\\", \\\\ and {{ braces }}"
  }
]
""",
    "4XX": '{"title": "No such order", "detail": "nothing declared this"}',
}

_CREATE_ORDER_EXAMPLES: ExamplesByStatus = {
    201: '{"id": "7", "total": 1.10}',
    226: """
{
  "id": "8",
  "total": 2.50,
  "note": "An example that is too long for one line, as those of real documents are, and which two statuses share."
}
""",
    203: """
{
  "id": "8",
  "total": 2.50,
  "note": "An example that is too long for one line, as those of real documents are, and which two statuses share."
}
""",
    409: '{"title": "No such order", "detail": "nothing declared this"}',
}

_DELETE_ORDER_EXAMPLES: ExamplesByStatus = {
    "default": '{"title": "No such order", "detail": "nothing declared this"}',
}
