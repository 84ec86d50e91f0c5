# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Geins Management API, order refunds."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Final, Literal, TypeAlias
from uuid import UUID

from .._runtime import PascalModel

RefundType: TypeAlias = Literal[0, 1, 2, 3] | int
"""Kind of transaction that a refund row is derived from.

Format: int32.

* `0`: Ordinary refund of the order or of an order row.
* `1`: Cost of a return, for example to draw a cost for an instance.
* `2`: Refund of shipping.
* `3`: Refund of the invoice fee.

Source: 001_b1d78a715007243d, lines 220-228.
"""


class RefundEnvelope(PascalModel):
    """The envelope around a refund.

    Inferred from 001_b1d78a715007243d, lines 17-308. Fields as printed; indentation lost,
    nesting concluded; the name follows Envelope-Refund, references/refund.md in
    https://github.com/geins-io/sonora-agent-plugins/tree/main/plugins/sonora/skills/mgmtapi.
    """

    resource: Refund | None = None
    """The refund."""

    message: str | None = None
    """Text on how the action went."""

    details: list[str] | None = None
    """Validation messages on the data of the request."""


class BaseEnvelope(PascalModel):
    """The envelope of a failed request.

    Source: 001_b1d78a715007243d, lines 314-321,327-334. The name is that of references/refund.md
    in https://github.com/geins-io/sonora-agent-plugins/tree/main/plugins/sonora/skills/mgmtapi.
    """

    message: str | None = None
    """Text on how the action went."""

    details: list[str] | None = None
    """Validation messages on the data of the request."""


class Refund(PascalModel):
    """A refund of an order.

    Inferred from 001_b1d78a715007243d, lines 24-188,230-232. Fields as printed; indentation
    lost, nesting concluded.
    """

    refund_id: UUID | None = None
    """Id of the refund."""

    refund_instance_id: int | None = None
    """Internal id of the refund.

    Format: int32.
    """

    order_id: int | None = None
    """Id of the refunded order.

    Format: int32.
    """

    reference: str | None = None
    """Free reference for the refund."""

    description: str | None = None
    """Free text about the refund."""

    author: str | None = None
    """Name of whoever created the refund."""

    external_order_id: str | None = None
    """Id of the order in an external system."""

    order_transaction_id: str | None = None
    """Transaction id of the order."""

    secondary_order_transaction_id: str | None = None
    """Second transaction id of the order."""

    external_id: str | None = None
    """External transaction id of the order."""

    payment_name: str | None = None
    """Name of the payment method of the order."""

    locale: str | None = None
    """Locale of the order."""

    site_name: str | None = None
    """Market that the order was placed on."""

    customer: str | None = None
    """Name of the customer."""

    order_sum: Decimal | None = None
    """Sum of the order.

    In major units of the currency (12.5 is twelve and a half).
    """

    order_vat: Decimal | None = None
    """VAT of the order.

    In major units of the currency (12.5 is twelve and a half).
    """

    order_value: Decimal | None = None
    """Value of all order rows.

    In major units of the currency (12.5 is twelve and a half).
    """

    order_discount: Decimal | None = None
    """Discount on the whole order.

    In major units of the currency (12.5 is twelve and a half).
    """

    shipping_fee: Decimal | None = None
    """Shipping fee of the order.

    In major units of the currency (12.5 is twelve and a half).
    """

    payment_fee: Decimal | None = None
    """Payment fee of the order.

    In major units of the currency (12.5 is twelve and a half).
    """

    currency: str | None = None
    """Code of the currency of the refund."""

    created_on: datetime | None = None
    """Time at which the refund was created."""

    sent_on: datetime | None = None
    """Time at which the refund was marked as sent."""

    processed_on: datetime | None = None
    """Time at which the refund was marked as processed."""

    sent: bool | None = None
    """Whether the refund is marked as sent."""

    processed: bool | None = None
    """Whether the refund is marked as processed."""

    requires_approval: bool | None = None
    """Whether the refund needs approval before it is sent, processed or settled."""

    approved: bool | None = None
    """Whether the refund was approved (true) or denied (false); null while undecided. It has a
    meaning only where `RequiresApproval` is true.
    """

    approval_decided_by: str | None = None
    """Name of whoever approved or denied the refund."""

    approval_decided_on: datetime | None = None
    """Time at which the refund was approved or denied."""

    vat_rate: Decimal | None = None
    """VAT rate as a fraction, such as 0.25 for 25 %.

    A fraction: 0.25 means 25 %.
    """

    skip_refund_events: bool | None = None
    """Setting that decides on the sending of refund events. By its name, true means that none are
    sent; the documentation leaves that open.
    """

    refunded_item_total: Decimal | None = None
    """Amount refunded for order rows.

    In major units of the currency (12.5 is twelve and a half).
    """

    refunded_shipping_fee: Decimal | None = None
    """Refunded part of the shipping fee.

    In major units of the currency (12.5 is twelve and a half).
    """

    order_status: str | None = None
    """Status of the refunded order."""

    refunded_payment_fee: Decimal | None = None
    """Refunded part of the payment fee.

    In major units of the currency (12.5 is twelve and a half).
    """

    refunded_discount: Decimal | None = None
    """Part of the discount in this refund; several refunds may share it.

    In major units of the currency (12.5 is twelve and a half).
    """

    shipped: bool | None = None
    """Whether the refunded order was shipped."""

    refunded_balance: Decimal | None = None
    """Part of the balance in this refund; several refunds may share it.

    In major units of the currency (12.5 is twelve and a half).
    """

    refunded_total: Decimal | None = None
    """Amount refunded in total.

    In major units of the currency (12.5 is twelve and a half).
    """

    refund_rows: list[RefundRow] | None = None
    """Rows of the refund."""

    rows: list[OrderRow] | None = None
    """Order rows that belong to the refund."""


class RefundRow(PascalModel):
    """One row of a refund.

    Inferred from 001_b1d78a715007243d, lines 186-228. Fields as printed; indentation lost,
    nesting concluded.
    """

    order_id: int | None = None
    """Format: int32."""

    refund_row_id: int | None = None
    """Format: int32."""

    order_row_id: int | None = None
    """Id of the order row that the refund row belongs to, if there is one.

    Format: int32.
    """

    refund_amount: Decimal | None = None
    """Refunded amount. It may differ from the value of the order row.

    In major units of the currency (12.5 is twelve and a half).
    """

    to_balance: bool | None = None
    """Whether the amount is added to the customer's balance."""

    settled: bool | None = None
    """Whether the row is marked as settled."""

    settled_on: datetime | None = None
    """Time at which the row was marked as settled."""

    created_on: datetime | None = None
    """Time at which the row was created."""

    investigation: bool | None = None
    """Whether the row is marked for investigation."""

    refund_type: RefundType | None = None
    """Kind of transaction that the row was derived from."""


class OrderRow(PascalModel):
    """One row of the refunded order.

    Inferred from 001_b1d78a715007243d, lines 230-300. Fields as printed; indentation lost,
    nesting concluded.
    """

    order_row_id: int | None = None
    """Id of the order row.

    Format: int32.
    """

    item_id: int | None = None
    """Number of the SKU.

    Format: int32.
    """

    product_id: int | None = None
    """Id of the product.

    Format: int32.
    """

    price: Decimal | None = None
    """Price of the order row with VAT.

    In major units of the currency (12.5 is twelve and a half).
    """

    price_ex_vat: Decimal | None = None
    """Price of the order row without VAT.

    In major units of the currency (12.5 is twelve and a half).
    """

    name: str | None = None
    """Name of the order row."""

    product_name: str | None = None
    """Name of the product."""

    variant: str | None = None
    """Name of the variant."""

    brand: str | None = None
    """Name of the brand."""

    primary_image: str | None = None
    """Main picture of the product."""

    article_number: str | None = None
    """Article number."""

    shelf: str | None = None
    """Shelf that the SKU lies on."""

    campaign_names: str | None = None
    """Names of the campaigns that applied to the row, in one text."""

    discount: Decimal | None = None
    """Discount on the row.

    In major units of the currency (12.5 is twelve and a half).
    """

    suggested_refund_amount: Decimal | None = None
    """Amount suggested for a return of the row. Discounts on the whole order are taken into
    account.

    In major units of the currency (12.5 is twelve and a half).
    """

    average_discount: Decimal | None = None
    """Average discount on the row. Discounts on the whole order are taken into account.

    In major units of the currency (12.5 is twelve and a half).
    """

    price_before_discount: Decimal | None = None
    """Price of the row before discounts.

    In major units of the currency (12.5 is twelve and a half).
    """


class RefundTypes:
    """Named values of `RefundType`."""

    DEFAULT: Final = 0
    """Ordinary refund of the order or of an order row."""

    INSTANCE_COST: Final = 1
    """Cost of a return, for example to draw a cost for an instance."""

    SHIPPING: Final = 2
    """Refund of shipping."""

    INVOICE_FEE: Final = 3
    """Refund of the invoice fee."""
