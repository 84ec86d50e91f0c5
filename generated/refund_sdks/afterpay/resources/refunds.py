# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""Refunds that were booked on the captures of an order."""

from __future__ import annotations

from functools import cached_property

from ..._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding
from ..models import GetAllRefundsResponse, ResponseMessage

LIST: Operation[GetAllRefundsResponse] = Operation(
    "GET",
    "/api/v3/orders/{orderNumber}/refunds",
    returns=GetAllRefundsResponse,
    errors={400: list[ResponseMessage]},
    security=(("authKey",),),
)
GET: Operation[GetAllRefundsResponse] = Operation(
    "GET",
    "/api/v3/orders/{orderNumber}/refunds/{refundNumber}",
    returns=GetAllRefundsResponse,
    errors={400: list[ResponseMessage]},
    security=(("authKey",),),
)


class Refunds(Resource):
    """Refunds that were booked on the captures of an order."""

    def list(self, order_number: str, *, options: Options | None = None) -> GetAllRefundsResponse:
        """List all refunds of an order.

        The answer wraps the refunds in an object. How an order without refunds is answered is
        not documented.

        Args:
            order_number: The merchant's number of the order.
            options: Settings for this call alone.

        Returns:
            GetAllRefundsResponse: All refunds of the order.

        Raises:
            BadRequestError: 400: The request was refused; each message names one cause. `body`
                is `list[ResponseMessage]`.
            AuthenticationError: 401: The API user is not authorised; the X-Auth-Key header is
                missing or wrong.
            ServerError: 500: The service failed; the same request may be sent again later.

        Inferred from 000_a8aa892c3e618245, lines 1-13. The path without its optional last
        segment; an independent client calls it, see
        https://github.com/etrias-nl/afterpay-connector/blob/da468cf5/src/Api/Orders.php.
        """
        return self._call(LIST, (order_number,), options=options)

    def get(
        self, order_number: str, refund_number: str, *, options: Options | None = None
    ) -> GetAllRefundsResponse:
        """Get one refund of an order.

        The answer has the same shape as the list of all refunds: an object with an array, not a
        bare refund.

        Args:
            order_number: The merchant's number of the order.
            refund_number: The number of the refund.
            options: Settings for this call alone.

        Returns:
            GetAllRefundsResponse: The refund, inside an array.

        Raises:
            BadRequestError: 400: The request was refused; each message names one cause. `body`
                is `list[ResponseMessage]`.
            AuthenticationError: 401: The API user is not authorised; the X-Auth-Key header is
                missing or wrong.
            ServerError: 500: The service failed; the same request may be sent again later.

        Source: 000_a8aa892c3e618245, lines 1-13.
        """
        return self._call(GET, (order_number, refund_number), options=options)

    @cached_property
    def with_response(self) -> RefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RefundsWithResponse(self)


class RefundsWithResponse:
    """The methods of `Refunds`, each giving the whole response."""

    def __init__(self, resource: Refunds) -> None:
        self.list = responding(resource.list)
        self.get = responding(resource.get)


class AsyncRefunds(AsyncResource):
    """Refunds that were booked on the captures of an order."""

    async def list(
        self, order_number: str, *, options: Options | None = None
    ) -> GetAllRefundsResponse:
        """List all refunds of an order.

        The answer wraps the refunds in an object. How an order without refunds is answered is
        not documented.

        Args:
            order_number: The merchant's number of the order.
            options: Settings for this call alone.

        Returns:
            GetAllRefundsResponse: All refunds of the order.

        Raises:
            BadRequestError: 400: The request was refused; each message names one cause. `body`
                is `list[ResponseMessage]`.
            AuthenticationError: 401: The API user is not authorised; the X-Auth-Key header is
                missing or wrong.
            ServerError: 500: The service failed; the same request may be sent again later.

        Inferred from 000_a8aa892c3e618245, lines 1-13. The path without its optional last
        segment; an independent client calls it, see
        https://github.com/etrias-nl/afterpay-connector/blob/da468cf5/src/Api/Orders.php.
        """
        return await self._call(LIST, (order_number,), options=options)

    async def get(
        self, order_number: str, refund_number: str, *, options: Options | None = None
    ) -> GetAllRefundsResponse:
        """Get one refund of an order.

        The answer has the same shape as the list of all refunds: an object with an array, not a
        bare refund.

        Args:
            order_number: The merchant's number of the order.
            refund_number: The number of the refund.
            options: Settings for this call alone.

        Returns:
            GetAllRefundsResponse: The refund, inside an array.

        Raises:
            BadRequestError: 400: The request was refused; each message names one cause. `body`
                is `list[ResponseMessage]`.
            AuthenticationError: 401: The API user is not authorised; the X-Auth-Key header is
                missing or wrong.
            ServerError: 500: The service failed; the same request may be sent again later.

        Source: 000_a8aa892c3e618245, lines 1-13.
        """
        return await self._call(GET, (order_number, refund_number), options=options)

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsWithResponse(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.list = async_responding(resource.list)
        self.get = async_responding(resource.get)
