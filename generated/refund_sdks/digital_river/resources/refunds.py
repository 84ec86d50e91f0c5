# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""Refunds of an order, and what is left to refund on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from ..._runtime import (
    UNSET,
    AsyncResource,
    Operation,
    Options,
    Resource,
    Unset,
    async_responding,
    responding,
)
from ..models import (
    ErrorList,
    Refund,
    RefundCategory,
    RefundList,
    RefundReason,
    RefundRequest,
    RefundRequestLineItem,
    RefundsAvailable,
    RequestMoney,
)

AVAILABLE: Operation[RefundsAvailable] = Operation(
    "GET",
    "/orders/{orderId}/refunds-available",
    returns=RefundsAvailable,
    errors={403: ErrorList, 404: ErrorList},
    authentication=(403,),
    security=(("token",),),
)
LIST: Operation[RefundList] = Operation(
    "GET",
    "/orders/{orderId}/refunds",
    returns=RefundList,
    errors={403: ErrorList, 404: ErrorList},
    authentication=(403,),
    security=(("token",),),
)
CREATE: Operation[RefundList] = Operation(
    "POST",
    "/orders/{orderId}/refunds",
    body=RefundRequest,
    body_required=False,
    returns=RefundList,
    errors={400: ErrorList, 403: ErrorList, 404: ErrorList, 409: ErrorList},
    authentication=(403,),
    security=(("token",),),
)
SCHEMA: Operation[Refund] = Operation(
    "GET",
    "/orders/{orderId}/refunds/schema",
    returns=Refund,
    errors={"default": ErrorList},
    security=(("token",),),
)


class Refunds(Resource):
    """Refunds of an order, and what is left to refund on it."""

    def available(self, order_id: str, *, options: Options | None = None) -> RefundsAvailable:
        """Show what can be refunded on an order.

        The amounts are given for the order and for each of its line items: what was charged,
        what was refunded, and what is left to refund.

        Args:
            order_id: Id of the order.
            options: Settings for this call alone.

        Returns:
            RefundsAvailable: The refundable amounts of the order.

        Raises:
            AuthenticationError: 403: The token is missing, wrong or expired. `body` is
                `ErrorList`.
            NotFoundError: 404: The order does not exist. `body` is `ErrorList`.

        Source: 004_47573fd378d26f45, lines 2-261.
        """
        return self._call(AVAILABLE, (order_id,), options=options)

    def list(self, order_id: str, *, options: Options | None = None) -> RefundList:
        """List all refunds of an order.

        The answer wraps the refunds in an object.

        Args:
            order_id: Id of the order.
            options: Settings for this call alone.

        Returns:
            RefundList: The refunds of the order.

        Raises:
            AuthenticationError: 403: The token is missing, wrong or expired. `body` is
                `ErrorList`.
            NotFoundError: 404: The order does not exist. `body` is `ErrorList`.

        Source: 004_47573fd378d26f45, lines 262-282.
        """
        return self._call(LIST, (order_id,), options=options)

    def create(
        self,
        order_id: str,
        *,
        type: str | Unset = UNSET,
        category: RefundCategory | Unset = UNSET,
        reason: RefundReason | Unset = UNSET,
        comments: str | Unset = UNSET,
        refund_amount: RequestMoney | Mapping[str, object] | Unset = UNSET,
        line_items: Sequence[RefundRequestLineItem | Mapping[str, object]] | Unset = UNSET,
        options: Options | None = None,
    ) -> RefundList:
        """Create a refund on an order.

        The server wants a reason and a category, an amount above zero with at most two decimals
        that does not exceed what is left to refund, and the currency of the order; categories on
        product level need line items. The call is not idempotent: sent twice, it may refund
        twice.

        Args:
            order_id: Id of the order.
            type: Type of the refund. Known are `productRefund` for line items and `orderRefund`
                for the whole order.
            category: What the refund is for.
            reason: Why the refund is made.
            comments: Free text about the refund.
            refund_amount: Amount to refund on the whole order.
            line_items: Line items to refund.
            options: Settings for this call alone.

        Returns:
            RefundList: The created refund, in a list.

        Raises:
            BadRequestError: 400: The request is malformed. `body` is `ErrorList`.
            AuthenticationError: 403: The token is missing, wrong or expired. `body` is
                `ErrorList`.
            NotFoundError: 404: The order or a line item does not exist, or the refund is
                invalid. `body` is `ErrorList`.
            ConflictError: 409: The type, category, reason or amount of the refund is invalid.
                `body` is `ErrorList`.

        Source: 004_47573fd378d26f45, lines 283-338.
        """
        return self._call(
            CREATE,
            (order_id,),
            body={
                "type_": type,
                "category": category,
                "reason": reason,
                "comments": comments,
                "refund_amount": refund_amount,
                "line_items": line_items,
            },
            options=options,
        )

    def schema(self, order_id: str, *, options: Options | None = None) -> Refund:
        """Get the schema of refunds on an order.

        The documentation promises a JSON Schema and prints a refund. Whatever the answer holds
        beside the fields of a refund is kept.

        Args:
            order_id: Id of the order.
            options: Settings for this call alone.

        Returns:
            Refund: The schema, in the form of a refund.

        Raises:
            APIStatusError: Any other status: A failure, such as an invalid token or an unknown
                order. `body` is `ErrorList`.

        Source: 004_47573fd378d26f45, lines 339-407.
        """
        return self._call(SCHEMA, (order_id,), options=options)

    @cached_property
    def with_response(self) -> RefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RefundsWithResponse(self)


class RefundsWithResponse:
    """The methods of `Refunds`, each giving the whole response."""

    def __init__(self, resource: Refunds) -> None:
        self.available = responding(resource.available)
        self.list = responding(resource.list)
        self.create = responding(resource.create)
        self.schema = responding(resource.schema)


class AsyncRefunds(AsyncResource):
    """Refunds of an order, and what is left to refund on it."""

    async def available(self, order_id: str, *, options: Options | None = None) -> RefundsAvailable:
        """Show what can be refunded on an order.

        The amounts are given for the order and for each of its line items: what was charged,
        what was refunded, and what is left to refund.

        Args:
            order_id: Id of the order.
            options: Settings for this call alone.

        Returns:
            RefundsAvailable: The refundable amounts of the order.

        Raises:
            AuthenticationError: 403: The token is missing, wrong or expired. `body` is
                `ErrorList`.
            NotFoundError: 404: The order does not exist. `body` is `ErrorList`.

        Source: 004_47573fd378d26f45, lines 2-261.
        """
        return await self._call(AVAILABLE, (order_id,), options=options)

    async def list(self, order_id: str, *, options: Options | None = None) -> RefundList:
        """List all refunds of an order.

        The answer wraps the refunds in an object.

        Args:
            order_id: Id of the order.
            options: Settings for this call alone.

        Returns:
            RefundList: The refunds of the order.

        Raises:
            AuthenticationError: 403: The token is missing, wrong or expired. `body` is
                `ErrorList`.
            NotFoundError: 404: The order does not exist. `body` is `ErrorList`.

        Source: 004_47573fd378d26f45, lines 262-282.
        """
        return await self._call(LIST, (order_id,), options=options)

    async def create(
        self,
        order_id: str,
        *,
        type: str | Unset = UNSET,
        category: RefundCategory | Unset = UNSET,
        reason: RefundReason | Unset = UNSET,
        comments: str | Unset = UNSET,
        refund_amount: RequestMoney | Mapping[str, object] | Unset = UNSET,
        line_items: Sequence[RefundRequestLineItem | Mapping[str, object]] | Unset = UNSET,
        options: Options | None = None,
    ) -> RefundList:
        """Create a refund on an order.

        The server wants a reason and a category, an amount above zero with at most two decimals
        that does not exceed what is left to refund, and the currency of the order; categories on
        product level need line items. The call is not idempotent: sent twice, it may refund
        twice.

        Args:
            order_id: Id of the order.
            type: Type of the refund. Known are `productRefund` for line items and `orderRefund`
                for the whole order.
            category: What the refund is for.
            reason: Why the refund is made.
            comments: Free text about the refund.
            refund_amount: Amount to refund on the whole order.
            line_items: Line items to refund.
            options: Settings for this call alone.

        Returns:
            RefundList: The created refund, in a list.

        Raises:
            BadRequestError: 400: The request is malformed. `body` is `ErrorList`.
            AuthenticationError: 403: The token is missing, wrong or expired. `body` is
                `ErrorList`.
            NotFoundError: 404: The order or a line item does not exist, or the refund is
                invalid. `body` is `ErrorList`.
            ConflictError: 409: The type, category, reason or amount of the refund is invalid.
                `body` is `ErrorList`.

        Source: 004_47573fd378d26f45, lines 283-338.
        """
        return await self._call(
            CREATE,
            (order_id,),
            body={
                "type_": type,
                "category": category,
                "reason": reason,
                "comments": comments,
                "refund_amount": refund_amount,
                "line_items": line_items,
            },
            options=options,
        )

    async def schema(self, order_id: str, *, options: Options | None = None) -> Refund:
        """Get the schema of refunds on an order.

        The documentation promises a JSON Schema and prints a refund. Whatever the answer holds
        beside the fields of a refund is kept.

        Args:
            order_id: Id of the order.
            options: Settings for this call alone.

        Returns:
            Refund: The schema, in the form of a refund.

        Raises:
            APIStatusError: Any other status: A failure, such as an invalid token or an unknown
                order. `body` is `ErrorList`.

        Source: 004_47573fd378d26f45, lines 339-407.
        """
        return await self._call(SCHEMA, (order_id,), options=options)

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsWithResponse(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.available = async_responding(resource.available)
        self.list = async_responding(resource.list)
        self.create = async_responding(resource.create)
        self.schema = async_responding(resource.schema)
