# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""What the methods of `client.refunds` are answered in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.fake import ServiceFake, answering
from ..._runtime.fake_answers import ExamplesByStatus
from ..resources.refunds import GET

if TYPE_CHECKING:
    from ..resources.refunds import Refunds


class FakeRefunds:
    """What the methods of `Refunds` are answered."""

    def __init__(self, fake: ServiceFake, resource: Refunds) -> None:
        self.get = answering(fake, resource.get, GET, examples=_GET_EXAMPLES)


_GET_EXAMPLES: ExamplesByStatus = {
    200: """
{
  "Resource": {
    "RefundId": "3f2b8c1e-7d44-4a55-9b0f-1c2d3e4f5a6b",
    "RefundInstanceId": 731,
    "OrderId": 120045,
    "Reference": "RMA-2024-0117",
    "Description": "Sweater returned unused",
    "Author": "Customer service",
    "ExternalOrderId": "WEB-120045",
    "OrderTransactionId": "TX-889900",
    "SecondaryOrderTransactionId": "TX-889900-2",
    "ExternalId": "PSP-445566",
    "PaymentName": "Invoice",
    "Locale": "sv-SE",
    "SiteName": "Example Sweden",
    "Customer": "Example Customer",
    "OrderSum": 527.1,
    "OrderVat": 105.42,
    "OrderValue": 499.0,
    "OrderDiscount": 49.9,
    "ShippingFee": 49.0,
    "PaymentFee": 29.0,
    "Currency": "SEK",
    "CreatedOn": "2024-03-01T09:30:00Z",
    "SentOn": "2024-03-01T10:00:00Z",
    "ProcessedOn": "2024-03-01T10:05:00Z",
    "Sent": true,
    "Processed": true,
    "RequiresApproval": true,
    "Approved": true,
    "ApprovalDecidedBy": "Finance",
    "ApprovalDecidedOn": "2024-03-01T09:45:00Z",
    "VatRate": 0.25,
    "SkipRefundEvents": false,
    "RefundedItemTotal": 449.1,
    "RefundedShippingFee": 49.0,
    "OrderStatus": "Returned",
    "RefundedPaymentFee": 0.0,
    "RefundedDiscount": 0.0,
    "Shipped": true,
    "RefundedBalance": 0.0,
    "RefundedTotal": 498.1,
    "RefundRows": [
      {
        "OrderId": 120045,
        "RefundRowId": 9001,
        "OrderRowId": 555001,
        "RefundAmount": 449.1,
        "ToBalance": false,
        "Settled": true,
        "SettledOn": "2024-03-02T08:00:00Z",
        "CreatedOn": "2024-03-01T09:30:00Z",
        "Investigation": false,
        "RefundType": 0
      },
      {
        "OrderId": 120045,
        "RefundRowId": 9002,
        "RefundAmount": 49.0,
        "ToBalance": false,
        "Settled": true,
        "SettledOn": "2024-03-02T08:00:00Z",
        "CreatedOn": "2024-03-01T09:30:00Z",
        "Investigation": false,
        "RefundType": 2
      }
    ],
    "Rows": [
      {
        "OrderRowId": 555001,
        "ItemId": 40123,
        "ProductId": 2077,
        "Price": 499.0,
        "PriceExVat": 399.2,
        "Name": "Wool sweater, M",
        "ProductName": "Wool sweater",
        "Variant": "M",
        "Brand": "Example Brand",
        "PrimaryImage": "wool-sweater.jpg",
        "ArticleNumber": "WS-0001-M",
        "Shelf": "A-12",
        "CampaignNames": "Winter sale",
        "Discount": 50.0,
        "SuggestedRefundAmount": 449.1,
        "AverageDiscount": 49.9,
        "PriceBeforeDiscount": 549.0
      }
    ]
  },
  "Message": "OK",
  "Details": []
}
""",
    400: """
{
  "Message": "Bad request",
  "Details": ["The value 'abc' is not valid for refundId."]
}
""",
    401: '{"Message": "Unauthorized"}',
    404: '{"Message": "Not found", "Details": []}',
}
