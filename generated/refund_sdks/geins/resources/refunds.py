# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""Refunds of an order, with their refund rows and order rows."""

from __future__ import annotations

from functools import cached_property
from uuid import UUID

from ..._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding
from ..models import BaseEnvelope, RefundEnvelope

GET: Operation[RefundEnvelope] = Operation(
    "GET",
    "/API/Order/{orderId}/Refund/{refundId}",
    returns=RefundEnvelope,
    errors={400: BaseEnvelope, 401: BaseEnvelope, 404: BaseEnvelope},
    security=(("basic", "apiKey"),),
)


class Refunds(Resource):
    """Refunds of an order, with their refund rows and order rows."""

    def get(
        self, order_id: int, refund_id: UUID, *, options: Options | None = None
    ) -> RefundEnvelope:
        """Get one refund of an order.

        The answer is an envelope: the refund is its `Resource`. The vendor's own client repeats
        a request after 429 and after 5xx; no limit is published.

        Args:
            order_id: Id of the order. Format: int32.
            refund_id: Id of the refund, the `RefundId` and not the `RefundInstanceId`.
            options: Settings for this call alone.

        Returns:
            RefundEnvelope: The refund.

        Raises:
            BadRequestError: 400: The request is malformed or failed its validation. `body` is
                `BaseEnvelope`.
            AuthenticationError: 401: User, password or API key are missing or wrong. `body` is
                `BaseEnvelope`.
            NotFoundError: 404: The order has no such refund, or there is no such order. `body`
                is `BaseEnvelope`.

        From outside the document
        (https://github.com/geins-io/sonora-agent-plugins/tree/main/plugins/sonora/skills/mgmtapi).
        References/refund.md has method and path; the title is printed (001_b1d78a715007243d,
        lines 3-5)
        """
        return self._call(GET, (order_id, refund_id), options=options)

    @cached_property
    def with_response(self) -> RefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RefundsWithResponse(self)


class RefundsWithResponse:
    """The methods of `Refunds`, each giving the whole response."""

    def __init__(self, resource: Refunds) -> None:
        self.get = responding(resource.get)


class AsyncRefunds(AsyncResource):
    """Refunds of an order, with their refund rows and order rows."""

    async def get(
        self, order_id: int, refund_id: UUID, *, options: Options | None = None
    ) -> RefundEnvelope:
        """Get one refund of an order.

        The answer is an envelope: the refund is its `Resource`. The vendor's own client repeats
        a request after 429 and after 5xx; no limit is published.

        Args:
            order_id: Id of the order. Format: int32.
            refund_id: Id of the refund, the `RefundId` and not the `RefundInstanceId`.
            options: Settings for this call alone.

        Returns:
            RefundEnvelope: The refund.

        Raises:
            BadRequestError: 400: The request is malformed or failed its validation. `body` is
                `BaseEnvelope`.
            AuthenticationError: 401: User, password or API key are missing or wrong. `body` is
                `BaseEnvelope`.
            NotFoundError: 404: The order has no such refund, or there is no such order. `body`
                is `BaseEnvelope`.

        From outside the document
        (https://github.com/geins-io/sonora-agent-plugins/tree/main/plugins/sonora/skills/mgmtapi).
        References/refund.md has method and path; the title is printed (001_b1d78a715007243d,
        lines 3-5)
        """
        return await self._call(GET, (order_id, refund_id), options=options)

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsWithResponse(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.get = async_responding(resource.get)
