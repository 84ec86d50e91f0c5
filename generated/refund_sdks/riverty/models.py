# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Riverty BNPL API, order refunds."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal, TypeAlias
from uuid import UUID

from .._runtime import CamelModel

Currency: TypeAlias = Literal["EUR", "NOK", "SEK", "DKK", "CHF"] | str
"""ISO 4217 code of a currency.

From outside the document (https://docs.riverty.com/bnpl/api_reference/get_refunds). The text
prints EUR alone (line 47)
"""

VatCategory: TypeAlias = (
    Literal[
        "HighCategory",
        "LowCategory",
        "NullCategory",
        "NoCategory",
        "MiddleCategory",
        "OtherCategory",
    ]
    | str
)
"""VAT band of an item.

From outside the document (https://docs.riverty.com/bnpl/api_reference/get_refunds). Values on
another capture of the page.
"""

ItemType: TypeAlias = (
    Literal[
        "PhysicalArticle",
        "DigitalArticle",
        "GiftCard",
        "Discount",
        "ShippingFee",
        "Surcharge",
        "Info",
        "Subscription",
    ]
    | str
)
"""Kind of an item.

From outside the document (https://docs.riverty.com/bnpl/api_reference/get_refunds). The text
prints ShippingFee alone (line 92)
"""

ResponseMessageType: TypeAlias = (
    Literal["BusinessError", "TechnicalError", "NotificationMessage"] | str
)
"""Class of a message.

From outside the document
(https://github.com/etrias-nl/afterpay-connector/blob/da468cf5/src/Type/ResponseMessage.php).
Values in an independent client of the same API under its former name.
"""

ActionCode: TypeAlias = (
    Literal[
        "Unavailable",
        "AskConsumerToConfirm",
        "AskConsumerToReEnterData",
        "OfferSecurePaymentMethods",
        "RequiresSsn",
        "AskConsumerToIdentify",
    ]
    | str
)
"""Next step that a message suggests.

From outside the document
(https://github.com/etrias-nl/afterpay-connector/blob/da468cf5/src/Type/ResponseMessage.php).
Values gathered from the clients of the same API under its former name.
"""


class GetAllRefundsResponse(CamelModel):
    """The refunds that a request asked for.

    Inferred from 002_3558a243ae35dbc1, lines 37-102. Shape as printed in the example; the name
    is that of the AfterPay text (000_a8aa892c3e618245, line 17)
    """

    refunds: list[Refund]
    """All refunds of the order, or the one that was asked for."""


class Refund(CamelModel):
    """A refund of captured items.

    Inferred from 002_3558a243ae35dbc1, lines 39-100. Fields as printed in the example; types and
    meanings concluded from its values.
    """

    refund_id: UUID | None = None
    """Technical id of the refund."""

    reservation_id: UUID | None = None
    """Id of the reservation (authorisation) that the order was paid with."""

    customer_number: str | None = None
    """Number of the customer.

    At most 100 characters.
    """

    refund_number: str | None = None
    """Number of the refund, as used in the path.

    At most 50 characters.
    """

    order_number: str | None = None
    """Number of the order that the refund belongs to.

    At most 50 characters.
    """

    amount: Decimal | None = None
    """Refunded amount including VAT, as a negative number.

    In major units of the currency (12.5 is twelve and a half).
    """

    balance: Decimal | None = None
    """Amount that remains to be refunded, as a negative number.

    In major units of the currency (12.5 is twelve and a half).
    """

    currency: Currency | None = None
    """Currency of all amounts of the refund."""

    inserted_at: datetime | None = None
    """Time at which the refund was booked. A second may have up to seven fractional digits."""

    updated_at: datetime | None = None
    """Time of the last change of the refund. A second may have up to seven fractional digits.

    From outside the document (https://docs.riverty.com/bnpl/api_reference/get_refunds). A field
    of another capture of the page.
    """

    capture_number: str | None = None
    """Number of the capture that is refunded.

    At most 50 characters.
    """

    refund_items: list[RefundItem] | None = None
    """Items that were refunded."""


class RefundItem(CamelModel):
    """One line of a refund.

    Inferred from 002_3558a243ae35dbc1, lines 51-98. Fields as printed in the example; types and
    meanings concluded from its values.
    """

    refund_id: UUID | None = None
    """Technical id of the refund that the item belongs to."""

    product_id: str | None = None
    """The merchant's id of the product.

    At most 100 characters.
    """

    group_id: str | None = None
    """The merchant's id of the group that the item was sorted into. It may be empty.

    At most 255 characters.
    """

    description: str | None = None
    """Name of the product as shown to the customer."""

    type_: ItemType | None = None
    """Kind of the item. Plain articles may come without it."""

    net_unit_price: Decimal | None = None
    """Price of one unit without VAT, as a negative number.

    In major units of the currency (12.5 is twelve and a half).
    """

    gross_unit_price: Decimal | None = None
    """Price of one unit with VAT, as a negative number.

    In major units of the currency (12.5 is twelve and a half).
    """

    quantity: Decimal | None = None
    """Number of units that were refunded, as a positive number.

    A count.
    """

    unit_code: str | None = None
    """Unit that the quantity is measured in.

    At most 50 characters.

    From outside the document (https://docs.riverty.com/bnpl/api_reference/get_refunds). A field
    of another capture of the page.
    """

    vat_category: VatCategory | None = None
    """VAT band of the item.

    From outside the document (https://docs.riverty.com/bnpl/api_reference/get_refunds). A field
    of another capture of the page.
    """

    vat_percent: Decimal | None = None
    """VAT rate in percent, such as 19 for 19 %.

    A percentage: 25 means 25 %.
    """

    vat_amount: Decimal | None = None
    """VAT of one unit, as a negative number. It is the gross minus the net price.

    In major units of the currency (12.5 is twelve and a half).
    """

    image_url: str | None = None
    """Address of a picture of the product.

    At most 2048 characters. Format: uri.
    """


class ResponseMessage(CamelModel):
    """One cause why a request was refused.

    From outside the document
    (https://github.com/etrias-nl/afterpay-connector/blob/da468cf5/src/Type/ResponseMessage.php).
    The model of the same API under its former name; codes, actions and fields are also described
    on https://docs.riverty.com/bnpl/documentation/response_codes.
    """

    type_: ResponseMessageType | None = None
    """Whether the cause is technical or lies in the business rules."""

    code: str | None = None
    """Code of the cause, such as `400.002`. Codes 400.000 to 400.007 are about the form of the
    request, 400.1xx about business rules.

    From outside the document (https://docs.riverty.com/bnpl/documentation/response_codes). The
    scheme of the codes.
    """

    message: str | None = None
    """Text for the developer."""

    customer_facing_message: str | None = None
    """Text that may be shown to the customer."""

    action_code: ActionCode | None = None
    """What the merchant should do next."""

    field_reference: str | None = None
    """Field of the request that the message is about."""
