# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Violet API, order refunds."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime import Model

RefundStatus: TypeAlias = (
    Literal["PROCESSING", "COMPLETED", "CANCELED", "PARTIALLY_COMPLETED", "FAILED", "EXTERNAL"]
    | str
)
"""State of a refund.

Source: 003_3f0b9e7a61521c39, lines 145-156.
"""


class Refund(Model):
    """A refund of one bag of an order.

    Source: 003_3f0b9e7a61521c39, lines 11-46,68-160.
    """

    amount: int
    """Refunded amount in the minor unit of the currency, such as cents.

    In minor units of the currency (1250 is 12.50 where the unit has cents).
    """

    app_id: int
    """Id of the app that created the order."""

    bag_id: int | None = None
    """Id of the refunded bag.

    Format: int64.
    """

    date_created: str | None = None
    """Time of creation. The offset from UTC may lack its colon."""

    date_last_modified: str | None = None
    """Time of the last change. The offset from UTC may lack its colon."""

    developer_transfer_reversal_amount_usd: int | None = None
    """Amount in US cents that is taken back from the transfer to the developer.

    In minor units of the currency (1250 is 12.50 where the unit has cents).
    """

    errors: list[RefundError] | None = None
    """Errors that occurred while the refund was processed. They do not make the request fail."""

    external_id: str | None = None
    """Id of the refund on the external commerce platform, where the platform has such ids."""

    gateway_transaction_id: str
    """Id of the transaction in the payment gateway."""

    id: int | None = None
    """Id of the refund.

    Format: int64.
    """

    merchant_id: int
    """Id of the merchant that makes the refund."""

    merchant_transfer_reversal_amount_usd: int | None = None
    """Amount in US cents that is taken back from the transfer to the merchant.

    In minor units of the currency (1250 is 12.50 where the unit has cents).
    """

    order_id: int
    """Id of the refunded order.

    Format: int64.
    """

    reason: str | None = None
    """Why the refund was made."""

    refund_currency: str | None = None
    """Currency that the external commerce platform set for the refund."""

    skus: list[RefundSku] | None = None
    """SKUs that were refunded."""

    status: RefundStatus | None = None
    """How far the refund has come."""

    transaction_id: int
    """Id of the refunded transaction.

    Format: int64.
    """


class RefundError(Model):
    """An error that occurred while a refund was processed.

    Inferred from 003_3f0b9e7a61521c39, lines 18-25. Fields and types as printed in the payload;
    the field list says object[] only.
    """

    error_code: int | None = None
    """Code of the error."""

    error_message: str | None = None
    """Text of the error."""

    id: int | None = None
    """Id of the error."""

    refund_id: int | None = None
    """Id of the refund that the error belongs to.

    Format: int64.
    """


class RefundSku(Model):
    """A SKU that a refund applies to.

    Inferred from 003_3f0b9e7a61521c39, lines 34-43. Fields and types as printed in the payload;
    the field list says object[] only.
    """

    bag_id: int | None = None
    """Id of the bag that holds the SKU.

    Format: int64.
    """

    external_id: str | None = None
    """Id of the SKU on the external commerce platform."""

    id: int | None = None
    """Id of this entry."""

    order_sku_id: int | None = None
    """Id of the SKU in the order.

    Format: int64.
    """

    quantity_refunded: int | None = None
    """Number of refunded units.

    A count.
    """

    refund_id: int | None = None
    """Id of the refund that the entry belongs to.

    Format: int64.
    """


class ErrorBody(Model):
    """The body of a failed request.

    From outside the document (https://docs.violet.io/getting-started/authentication/overview).
    Fields of the answer to an expired token.
    """

    status: int | None = None
    """The HTTP status."""

    message: str | None = None
    """Text of the error."""

    error_code: int | None = None
    """Code of the error, such as 11 for an expired token."""

    timestamp: int | None = None
    """Time of the error in milliseconds since 1970.

    Format: int64.
    """
