# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on refunds."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import Any

from .._runtime import (
    UNSET,
    AsyncResource,
    Operation,
    Options,
    Resource,
    Unset,
    async_responding,
    responding,
)
from ..models import Fault, NewRefund, Refund

CREATE_REFUND: Operation[Refund] = Operation(
    "POST",
    "/refunds",
    body=NewRefund,
    body_required=False,
    returns=Refund,
    errors={400: Fault, 409: Any, 500: Fault},
)


class Refunds(Resource):
    """The operations on refunds."""

    def create_refund(
        self, *, amount: Decimal | int | Unset = UNSET, options: Options | None = None
    ) -> Refund:
        """`POST /refunds`.

        Args:
            options: Settings for this call alone.

        Returns:
            Refund: What the server answers.

        Raises:
            BadRequestError: 400: Refused. `body` is `Fault`.
            ConflictError: 409: Refused for now. `body` is `Any`.
            ServerError: 500: Failed. `body` is `Fault`.
        """
        return self._call(CREATE_REFUND, (), body={"amount": amount}, options=options)

    @cached_property
    def with_response(self) -> RefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RefundsWithResponse(self)


class RefundsWithResponse:
    """The methods of `Refunds`, each giving the whole response."""

    def __init__(self, resource: Refunds) -> None:
        self.create_refund = responding(resource.create_refund)


class AsyncRefunds(AsyncResource):
    """The operations on refunds."""

    async def create_refund(
        self, *, amount: Decimal | int | Unset = UNSET, options: Options | None = None
    ) -> Refund:
        """`POST /refunds`.

        Args:
            options: Settings for this call alone.

        Returns:
            Refund: What the server answers.

        Raises:
            BadRequestError: 400: Refused. `body` is `Fault`.
            ConflictError: 409: Refused for now. `body` is `Any`.
            ServerError: 500: Failed. `body` is `Fault`.
        """
        return await self._call(CREATE_REFUND, (), body={"amount": amount}, options=options)

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsWithResponse(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.create_refund = async_responding(resource.create_refund)
