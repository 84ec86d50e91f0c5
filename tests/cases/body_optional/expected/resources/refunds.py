# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on refunds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property

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
from ..models import CreateRefundRequest, CreateRefundRequestLine, CreateRefundResponse

CREATE_REFUND: Operation[CreateRefundResponse] = Operation(
    "POST",
    "/refunds",
    body=CreateRefundRequest,
    body_required=False,
    returns=CreateRefundResponse,
)


class Refunds(Resource):
    """The operations on refunds."""

    def create_refund(
        self,
        *,
        comment: str | Unset = UNSET,
        amount: Decimal | int | Unset = UNSET,
        class_: str | Unset = UNSET,
        body_options: str | Unset = UNSET,
        lines: Sequence[CreateRefundRequestLine | Mapping[str, object]] | Unset = UNSET,
        options: Options | None = None,
    ) -> CreateRefundResponse:
        """`POST /refunds`.

        Args:
            comment: For people.
            body_options: `options` of the body.
            options: Settings for this call alone.

        Returns:
            CreateRefundResponse: It was made.
        """
        return self._call(
            CREATE_REFUND,
            (),
            body={
                "comment": comment,
                "amount": amount,
                "class_": class_,
                "options": body_options,
                "lines": lines,
            },
            options=options,
        )

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
        self,
        *,
        comment: str | Unset = UNSET,
        amount: Decimal | int | Unset = UNSET,
        class_: str | Unset = UNSET,
        body_options: str | Unset = UNSET,
        lines: Sequence[CreateRefundRequestLine | Mapping[str, object]] | Unset = UNSET,
        options: Options | None = None,
    ) -> CreateRefundResponse:
        """`POST /refunds`.

        Args:
            comment: For people.
            body_options: `options` of the body.
            options: Settings for this call alone.

        Returns:
            CreateRefundResponse: It was made.
        """
        return await self._call(
            CREATE_REFUND,
            (),
            body={
                "comment": comment,
                "amount": amount,
                "class_": class_,
                "options": body_options,
                "lines": lines,
            },
            options=options,
        )

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsWithResponse(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.create_refund = async_responding(resource.create_refund)
