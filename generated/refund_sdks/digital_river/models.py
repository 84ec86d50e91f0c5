# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Digital River Commerce API, order refunds."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from pydantic import AliasChoices, Field

from .._runtime import CamelModel

RefundCategory: TypeAlias = (
    Literal[
        "PRODUCT_LEVEL_PRODUCT",
        "PRODUCT_LEVEL_FEE",
        "ORDER_LEVEL_FULL",
        "ORDER_LEVEL_PRODUCT",
        "ORDER_LEVEL_SHIPPING",
    ]
    | str
)
"""What a refund is for.

From outside the document
(https://github.com/DiconiumUS/digitalriver/blob/73763a34/DrPay/Helper/Data.php). The text prints
the first two alone (004_47573fd378d26f45, lines 321 and 361)
"""

RefundReason: TypeAlias = (
    Literal[
        "CUSTOMER_SATISFACTION_ISSUE",
        "FRAUD",
        "MISSING_ITEMS_FROM_ORDER",
        "NEVER_RECEIVED",
        "CANCELLED_BUT_SHIPPED",
        "CANT_DOWNLOAD",
        "CHARGEBACK_AVOIDANCE",
        "CUSTOMER_ERROR",
        "DAMAGED_PRODUCT",
        "DELAYED_SHIPPING",
        "DUPLICATE_ORDER",
        "FEE_CHARGED_INCORRECTLY",
        "FEE_EXEMPT_CUSTOMER",
        "MATCH_PROMOTIONAL_PRICE",
        "ORDERED_WITHOUT_PERMISSION",
        "ORDER_PROCESSING_ERROR",
        "PHONE_ORDER_ERROR",
        "PRODUCT_SHOULD_NOT_HAVE_FEE",
        "PRODUCT_TRIALWARE",
        "REFUSED_ORDER",
        "TAX_EXEMPT",
        "UNABLE_TO_SHIP_TO_COUNTRY",
        "UNDELIVERABLE_ADDRESS",
        "VENDOR_APPROVED_REFUND",
        "WRONG_PRODUCT",
    ]
    | str
)
"""Why a refund is made. Sites may have reasons of their own.

From outside the document
(https://github.com/DigitalRiver/GitBook/blob/a8b6860e/admin-apis/refunds/refund-reason-codes.md).
The text prints the first one alone as a reason (004_47573fd378d26f45, lines 322 and 358)
"""


class RefundsAvailable(CamelModel):
    """What can be refunded on an order.

    Source: 004_47573fd378d26f45, lines 20-261.
    """

    currency: str | None = None
    """Code of the currency of the order."""

    line_items: list[RefundableLineItem] | None = None
    """Refundable amounts of each line item."""

    price: RefundablePrice | None = None
    """Refundable amounts of the whole order."""

    status: str | None = None
    """State of the refunds of the order."""


class RefundableLineItem(CamelModel):
    """What can be refunded on a line item.

    Source: 004_47573fd378d26f45, lines 23-144.
    """

    line_item_id: str | None = None
    """Id of the line item."""

    price: RefundablePrice | None = None
    """Refundable amounts of the line item."""

    product: Product | None = None
    """The product that was ordered."""

    status: str | None = None
    """State of the refunds of the line item."""


class RefundablePrice(CamelModel):
    """Refundable amounts, split by what they were charged for.

    Source: 004_47573fd378d26f45, lines 25-138,146-259.
    """

    total: RefundableAmount | None = None
    """The whole price."""

    total_tax: RefundableAmount | None = None
    """Tax on the price."""

    total_shipping: RefundableAmount | None = None
    """Shipping."""

    total_shipping_tax: RefundableAmount | None = None
    """Tax on shipping."""

    total_duties_and_tariffs: RefundableAmount | None = None
    """Duties and tariffs."""

    total_duties_and_tariffs_tax: RefundableAmount | None = None
    """Tax on duties and tariffs."""

    total_fee: RefundableAmount | None = None
    """Fees."""

    total_fee_tax: RefundableAmount | None = None
    """Tax on fees."""


class RefundableAmount(CamelModel):
    """What was charged, what was refunded, and what is left to refund.

    Source: 004_47573fd378d26f45, lines 26-39,147-160.
    """

    amount: Money | None = None
    """Amount that was charged."""

    amount_available_for_refund: Money | None = None
    """Amount that is left to refund."""

    amount_refunded: Money | None = None
    """Amount that was refunded."""


class Money(CamelModel):
    """An amount of money.

    Source: 004_47573fd378d26f45, lines 27-30,367-373,388-391,395-398.
    """

    value: Decimal | None = None
    """The amount in the major unit of the currency.

    In major units of the currency (12.5 is twelve and a half).
    """

    formatted_value: str | None = None
    """The amount for display, with its currency."""

    currency: str | None = None
    """Code of the currency."""


class Product(CamelModel):
    """The product of a line item.

    Source: 004_47573fd378d26f45, lines 139-142,382-386.
    """

    id: str | None = None
    """Id of the product."""

    company_id: str | None = None
    """Id of the company that sells the product."""

    external_id: str | None = None
    """Id of the product in the company's own system."""


class RefundList(CamelModel):
    """Refunds of an order.

    Source: 004_47573fd378d26f45, lines 280-282,336-338.
    """

    refunds: list[Refund]
    """The refunds; empty where there are none.

    Inferred from 004_47573fd378d26f45, lines 281,337,356-407. The printed lists are empty; items
    as printed for the schema operation.
    """


class Refund(CamelModel):
    """A refund of an order.

    Source: 004_47573fd378d26f45, lines 356-407.
    """

    status: str | None = None
    """State of the refund."""

    reason: RefundReason | None = None
    """Why the refund was made."""

    comments: str | None = None
    """Free text about the refund."""

    type_: str | None = None
    """Type of the refund. It is not the type that was sent when the refund was created."""

    category: RefundCategory | None = None
    """What the refund is for."""

    generation_date: str | None = None
    """Time of creation as text, not in ISO 8601."""

    origin: str | None = None
    """Where the refund was initiated."""

    overrides: str | None = None
    """Limits that were overridden for the refund."""

    policy: str | None = None
    """Return policy that applies to the refund."""

    currency: str | None = None
    """Code of the currency of the refund."""

    total_refunded: Money | None = None
    """Amount that was refunded so far."""

    outstanding: Money | None = None
    """Amount that is still to be refunded."""

    total_requested: Money | None = None
    """Amount that was requested."""

    refund_amount: Money | None = None
    """Amount of the refund."""

    line_items: list[RefundLineItem] | None = None
    """Line items that are refunded."""

    id: str | None = None
    """Id of the refund."""

    company_id: str | None = None
    """Id of the company that sold the order."""

    site_id: str | None = None
    """Id of the shop that took the order."""

    generated_by: str | None = None
    """User who created the refund."""


class RefundLineItem(CamelModel):
    """A line item of a refund.

    Source: 004_47573fd378d26f45, lines 375-401.
    """

    status: str | None = None
    """State of the refund of the line item."""

    expected_quantity: int | None = None
    """Number of units that the customer should return.

    A count.
    """

    returned_quantity: int | None = None
    """Number of units that the customer returned.

    A count.
    """

    type_: str | None = None
    """Type of the product, such as `Physical`."""

    notes: str | None = None
    """Notes on the line item."""

    date: str | None = None
    """Time as text, not in ISO 8601."""

    product: Annotated[
        Product | None, Field(alias="Product", validation_alias=AliasChoices("Product", "product"))
    ] = None
    """The product that is refunded."""

    line_item_id: str | None = None
    """Id of the line item."""

    refund_amount: Money | None = None
    """Amount of the refund of the line item."""

    line_item_fees: list[LineItemFee] | None = None
    """Fees that are refunded with the line item."""


class LineItemFee(CamelModel):
    """A fee on a line item.

    Source: 004_47573fd378d26f45, lines 393-399.
    """

    fee_type: str | None = None
    """Type of the fee."""

    refund_amount: Money | None = None
    """Amount of the fee that is refunded."""


class RefundRequest(CamelModel):
    """A refund to create, of line items or of the whole order.

    Source: 004_47573fd378d26f45, lines 287-289,319-335.
    """

    type_: str | None = None
    """Type of the refund. Known are `productRefund` for line items and `orderRefund` for the whole
    order.
    """

    category: RefundCategory | None = None
    """What the refund is for."""

    reason: RefundReason | None = None
    """Why the refund is made."""

    comments: str | None = None
    """Free text about the refund."""

    refund_amount: RequestMoney | None = None
    """Amount to refund on the whole order."""

    line_items: list[RefundRequestLineItem] | None = None
    """Line items to refund."""


class RefundRequestLineItem(CamelModel):
    """A line item to refund.

    Source: 004_47573fd378d26f45, lines 328-333.
    """

    line_item_id: str | None = None
    """Id of the line item."""

    refund_amount: RequestMoney | None = None
    """Amount to refund on the line item."""

    line_item_fees: list[LineItemFee] | None = None
    """Fees to refund, for the category `PRODUCT_LEVEL_FEE`.

    Inferred from 004_47573fd378d26f45, lines 392-400. Place and shape as printed for the schema
    operation; that requests carry it follows from
    https://github.com/DigitalRiver/GitBook/tree/a8b6860e/admin-apis/refunds.
    """


class RequestMoney(CamelModel):
    """An amount of money to refund.

    Source: 004_47573fd378d26f45, lines 324-326,330-332.
    """

    value: Decimal | None = None
    """The amount in the major unit of the currency, above zero and with at most two decimals.

    In major units of the currency (12.5 is twelve and a half).
    """

    currency: str | None = None
    """Code of the currency. It must be that of the order.

    From outside the document
    (https://github.com/DigitalRiver/GitBook/tree/a8b6860e/admin-apis/refunds). In the request of
    creating-a-satisfaction-refund.md; not in the printed request.
    """


class ErrorList(CamelModel):
    """The body of a failed request.

    From outside the document
    (https://github.com/DigitalRiver/GitBook/tree/a8b6860e/common-shopper-and-admin-apis/error-codes).
    Sync-error-objects.md, the errors of the Admin APIs; the text declares JSON without a shape.
    """

    errors: list[ErrorDetail] | None = None
    """The causes of the failure."""


class ErrorDetail(CamelModel):
    """One cause of a failure.

    From outside the document
    (https://github.com/DigitalRiver/GitBook/tree/a8b6860e/common-shopper-and-admin-apis/error-codes).
    Sync-error-objects.md.
    """

    code: str | None = None
    """Class of the error."""

    subcode: str | None = None
    """Exact cause within the class."""

    description: str | None = None
    """Explanation of the error."""

    message: str | None = None
    """Text of the error."""
