# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""What the methods of `client.refunds` are answered in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.fake import ServiceFake, answering
from ..._runtime.fake_answers import ExamplesByStatus
from ..resources.refunds import AVAILABLE, CREATE, LIST, SCHEMA

if TYPE_CHECKING:
    from ..resources.refunds import Refunds


class FakeRefunds:
    """What the methods of `Refunds` are answered."""

    def __init__(self, fake: ServiceFake, resource: Refunds) -> None:
        self.available = answering(
            fake, resource.available, AVAILABLE, examples=_AVAILABLE_EXAMPLES
        )
        self.list = answering(fake, resource.list, LIST, examples=_LIST_EXAMPLES)
        self.create = answering(fake, resource.create, CREATE, examples=_CREATE_EXAMPLES)
        self.schema = answering(fake, resource.schema, SCHEMA, examples=_SCHEMA_EXAMPLES)


_AVAILABLE_EXAMPLES: ExamplesByStatus = {
    200: """
{
  "currency": "text",
  "lineItems": [
    {
      "lineItemId": "text",
      "price": {
        "total": {
          "amount": {"value": 1, "formattedValue": "text"},
          "amountAvailableForRefund": {"value": 1, "formattedValue": "text"},
          "amountRefunded": {"value": 1, "formattedValue": "text"}
        },
        "totalTax": {
          "amount": {"value": 1, "formattedValue": "text"},
          "amountAvailableForRefund": {"value": 1, "formattedValue": "text"},
          "amountRefunded": {"value": 1, "formattedValue": "text"}
        },
        "totalShipping": {
          "amount": {"value": 1, "formattedValue": "text"},
          "amountAvailableForRefund": {"value": 1, "formattedValue": "text"},
          "amountRefunded": {"value": 1, "formattedValue": "text"}
        },
        "totalShippingTax": {
          "amount": {"value": 1, "formattedValue": "text"},
          "amountAvailableForRefund": {"value": 1, "formattedValue": "text"},
          "amountRefunded": {"value": 1, "formattedValue": "text"}
        },
        "totalDutiesAndTariffs": {
          "amount": {"value": 1, "formattedValue": "text"},
          "amountAvailableForRefund": {"value": 1, "formattedValue": "text"},
          "amountRefunded": {"value": 1, "formattedValue": "text"}
        },
        "totalDutiesAndTariffsTax": {
          "amount": {"value": 1, "formattedValue": "text"},
          "amountAvailableForRefund": {"value": 1, "formattedValue": "text"},
          "amountRefunded": {"value": 1, "formattedValue": "text"}
        },
        "totalFee": {
          "amount": {"value": 1, "formattedValue": "text"},
          "amountAvailableForRefund": {"value": 1, "formattedValue": "text"},
          "amountRefunded": {"value": 1, "formattedValue": "text"}
        },
        "totalFeeTax": {
          "amount": {"value": 1, "formattedValue": "text"},
          "amountAvailableForRefund": {"value": 1, "formattedValue": "text"},
          "amountRefunded": {"value": 1, "formattedValue": "text"}
        }
      },
      "product": {"companyId": "text", "id": "text"},
      "status": "text"
    }
  ],
  "price": {
    "total": {
      "amount": {"value": 1, "formattedValue": "text"},
      "amountAvailableForRefund": {"value": 1, "formattedValue": "text"},
      "amountRefunded": {"value": 1, "formattedValue": "text"}
    },
    "totalTax": {
      "amount": {"value": 1, "formattedValue": "text"},
      "amountAvailableForRefund": {"value": 1, "formattedValue": "text"},
      "amountRefunded": {"value": 1, "formattedValue": "text"}
    },
    "totalShipping": {
      "amount": {"value": 1, "formattedValue": "text"},
      "amountAvailableForRefund": {"value": 1, "formattedValue": "text"},
      "amountRefunded": {"value": 1, "formattedValue": "text"}
    },
    "totalShippingTax": {
      "amount": {"value": 1, "formattedValue": "text"},
      "amountAvailableForRefund": {"value": 1, "formattedValue": "text"},
      "amountRefunded": {"value": 1, "formattedValue": "text"}
    },
    "totalDutiesAndTariffs": {
      "amount": {"value": 1, "formattedValue": "text"},
      "amountAvailableForRefund": {"value": 1, "formattedValue": "text"},
      "amountRefunded": {"value": 1, "formattedValue": "text"}
    },
    "totalDutiesAndTariffsTax": {
      "amount": {"value": 1, "formattedValue": "text"},
      "amountAvailableForRefund": {"value": 1, "formattedValue": "text"},
      "amountRefunded": {"value": 1, "formattedValue": "text"}
    },
    "totalFee": {
      "amount": {"value": 1, "formattedValue": "text"},
      "amountAvailableForRefund": {"value": 1, "formattedValue": "text"},
      "amountRefunded": {"value": 1, "formattedValue": "text"}
    },
    "totalFeeTax": {
      "amount": {"value": 1, "formattedValue": "text"},
      "amountAvailableForRefund": {"value": 1, "formattedValue": "text"},
      "amountRefunded": {"value": 1, "formattedValue": "text"}
    }
  },
  "status": "text"
}
""",
}

_LIST_EXAMPLES: ExamplesByStatus = {
    200: '{"refunds": []}',
}

_CREATE_EXAMPLES: ExamplesByStatus = {
    200: '{"refunds": []}',
    409: """
{
  "errors": [
    {
      "code": "conflict",
      "subcode": "invalid-refund-amount",
      "description": null,
      "message": "Invalid Refund Amount"
    }
  ]
}
""",
}

_SCHEMA_EXAMPLES: ExamplesByStatus = {
    200: """
{
  "status": "text",
  "reason": "CUSTOMER_SATISFACTION_ISSUE",
  "comments": "text",
  "type": "PRODUCT_SHOULD_NOT_HAVE_FEE",
  "category": "PRODUCT_LEVEL_FEE",
  "generationDate": "text",
  "origin": "text",
  "overrides": "text",
  "policy": "text",
  "currency": "text",
  "totalRefunded": {},
  "outstanding": {},
  "totalRequested": {},
  "refundAmount": {"value": 1, "formattedValue": "text"},
  "lineItems": [
    {
      "status": "text",
      "expectedQuantity": 1,
      "returnedQuantity": 1,
      "type": "text",
      "notes": "text",
      "date": "text",
      "Product": {"companyId": "text", "id": "text", "externalId": "text"},
      "lineItemId": "text",
      "refundAmount": {"value": 1, "formattedValue": "text"},
      "lineItemFees": [{"feeType": "text", "refundAmount": {"value": 1, "currency": "text"}}]
    }
  ],
  "id": "text",
  "companyId": "text",
  "siteId": "text",
  "generatedBy": "text"
}
""",
}
