"""Refunds: operations, and the two resources that offer them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from runtime import (
    UNSET,
    AsyncResource,
    InHeader,
    InQuery,
    Operation,
    Options,
    Resource,
    Unset,
    async_responding,
    responding,
)

from ..models import Line, Money, Problem, Refund, RefundList, RefundRequest

GET: Operation[Refund] = Operation(
    "GET",
    "/orders/{orderNumber}/refunds/{refundNumber}",
    returns=Refund,
    errors={400: list[Problem], "4XX": Problem, "default": Problem},
    security=(("key",),),
)
LIST: Operation[list[Refund]] = Operation(
    "GET",
    "/orders/{orderNumber}/refunds",
    returns=list[Refund],
    query={"page_size": InQuery("pageSize"), "states": InQuery("state", explode=False)},
    headers={"trace": InHeader("X-Trace")},
    security=(("key", "app"), ("basic",), ("token",)),
)
CREATE: Operation[RefundList] = Operation(
    "POST",
    "/orders/{orderId}/refunds",
    body=RefundRequest,
    body_required=False,
    returns=RefundList,
    errors={403: None, 409: Problem},
    authentication=(403,),
    security=(("token",), ("key",)),
)
CANCEL: Operation[None] = Operation(
    "DELETE", "/refunds/{id}", security=(("query",), ("cookie",), ())
)


class Refunds(Resource):
    """Refunds."""

    def get(
        self, order_number: str, refund_number: str, *, options: Options | None = None
    ) -> Refund:
        """One refund."""
        return self._call(GET, (order_number, refund_number), options=options)

    def list(
        self,
        order_number: str,
        *,
        page_size: int | Unset = UNSET,
        states: Sequence[str] | Unset = UNSET,
        trace: str | Unset = UNSET,
        options: Options | None = None,
    ) -> list[Refund]:
        """All refunds of an order."""
        return self._call(
            LIST,
            (order_number,),
            query={"page_size": page_size, "states": states},
            headers={"trace": trace},
            options=options,
        )

    def create(
        self,
        order_id: str,
        *,
        type: str | Unset | None = UNSET,
        refund_amount: Money | Mapping[str, object] | Unset | None = UNSET,
        line_items: Sequence[Line | Mapping[str, object]] | Unset = UNSET,
        options: Options | None = None,
    ) -> RefundList:
        """Refunds something."""
        body = {"type": type, "refund_amount": refund_amount, "line_items": line_items}
        return self._call(CREATE, (order_id,), body=body, options=options)

    def cancel(self, refund_id: str, *, options: Options | None = None) -> None:
        """Cancels a refund."""
        return self._call(CANCEL, (refund_id,), options=options)

    @cached_property
    def with_response(self) -> RefundsWithResponse:
        """The same methods, each giving the whole response."""
        return RefundsWithResponse(self)


class RefundsWithResponse:
    """The methods of `Refunds`, each giving the whole response."""

    def __init__(self, refunds: Refunds) -> None:
        self.get = responding(refunds.get)
        self.list = responding(refunds.list)
        self.create = responding(refunds.create)
        self.cancel = responding(refunds.cancel)


class AsyncRefunds(AsyncResource):
    """Refunds, awaiting."""

    async def get(
        self, order_number: str, refund_number: str, *, options: Options | None = None
    ) -> Refund:
        """One refund."""
        return await self._call(GET, (order_number, refund_number), options=options)

    async def create(
        self,
        order_id: str,
        *,
        type: str | Unset | None = UNSET,
        refund_amount: Money | Mapping[str, object] | Unset | None = UNSET,
        line_items: Sequence[Line | Mapping[str, object]] | Unset = UNSET,
        options: Options | None = None,
    ) -> RefundList:
        """Refunds something."""
        body = {"type": type, "refund_amount": refund_amount, "line_items": line_items}
        return await self._call(CREATE, (order_id,), body=body, options=options)

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response."""
        return AsyncRefundsWithResponse(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, refunds: AsyncRefunds) -> None:
        self.get = async_responding(refunds.get)
        self.create = async_responding(refunds.create)
