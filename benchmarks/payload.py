"""An answer with one refund, as large as those that the document prints."""

from __future__ import annotations

_ID = "c24b5a4d-bf5a-4122-983f-9af90fadd354"

ANSWER = {
    "refunds": [
        {
            "refundId": _ID,
            "reservationId": _ID,
            "customerNumber": "C-100",
            "refundNumber": "800090090",
            "orderNumber": "riverty1",
            "amount": -720.25,
            "balance": -8.5,
            "currency": "EUR",
            "insertedAt": "2020-01-02T03:04:05.123Z",
            "captureNumber": "800089090",
            "refundItems": [
                {
                    "refundId": _ID,
                    "productId": f"P-{number}",
                    "groupId": "",
                    "description": "A thing with a name of the usual length",
                    "type": "ShippingFee",
                    "netUnitPrice": -100.75,
                    "grossUnitPrice": -120.25,
                    "quantity": 1,
                    "vatPercent": 19,
                    "vatAmount": -19.5,
                    "imageUrl": "https://www.example.com/images/thing.png",
                }
                for number in range(3)
            ],
        }
    ]
}
