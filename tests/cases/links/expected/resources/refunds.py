# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on refunds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cached_property

from .._runtime import (
    UNSET,
    AsyncLinks,
    AsyncResource,
    InQuery,
    Links,
    Operation,
    Options,
    Resource,
    Response,
    TypedHeaders,
    Unset,
    async_responding,
    responding,
)
from ..models import (
    CreateRefundHeaders,
    CreateRefundRequest,
    CreateRefundResponse,
    GetOrderResponse,
    GetRefundResponse,
)

CREATE_REFUND: Operation[CreateRefundResponse] = Operation(
    "POST",
    "/orders/{order}/refunds",
    query={"dry_run": InQuery("dry run")},
    body=CreateRefundRequest,
    body_required=True,
    returns=CreateRefundResponse,
    typed_headers=TypedHeaders(CreateRefundHeaders),
)
GET_REFUND: Operation[GetRefundResponse] = Operation(
    "GET",
    "/orders/{order}/refunds/{refund}",
    query={"lang": InQuery("lang"), "expand": InQuery("expand")},
    returns=GetRefundResponse,
)


class CreateRefundLinks(Links):
    """What can be called after `create_refund`, with what it was given and answered."""

    def get_refund(
        self, *, expand: bool | Unset = UNSET, options: Options | None = None
    ) -> GetRefundResponse:
        """The refund that was made.

        Args:
            options: Settings for this call alone.

        Returns:
            GetRefundResponse: It.
        """
        return self._call(
            GET_REFUND,
            (self._of("$request.path.order"), self._of("$response.body#/id")),
            query={"lang": "en", "expand": expand},
            options=options,
        )

    def order(self, *, since: date, options: Options | None = None) -> GetOrderResponse:
        """`GET /orders/{order}`.

        Args:
            options: Settings for this call alone.

        Returns:
            GetOrderResponse: It.
        """
        from .orders import GET_ORDER

        return self._call(
            GET_ORDER, (self._of("$request.path.order"),), headers={"since": since}, options=options
        )

    def note(self, *, options: Options | None = None) -> None:
        """`POST /notes`.

        Args:
            options: Settings for this call alone.
        """
        from .notes import ADD_NOTE

        return self._call(
            ADD_NOTE,
            (),
            body=self._of(
                {
                    "text": "refund {$response.body#/id} of {$request.body#/amount} at {$url}",
                    "status": "$statusCode",
                    "method": "$method",
                }
            ),
            options=options,
        )


class AsyncCreateRefundLinks(AsyncLinks):
    """What can be called after `create_refund`, with what it was given and answered."""

    async def get_refund(
        self, *, expand: bool | Unset = UNSET, options: Options | None = None
    ) -> GetRefundResponse:
        """The refund that was made.

        Args:
            options: Settings for this call alone.

        Returns:
            GetRefundResponse: It.
        """
        return await self._call(
            GET_REFUND,
            (self._of("$request.path.order"), self._of("$response.body#/id")),
            query={"lang": "en", "expand": expand},
            options=options,
        )

    async def order(self, *, since: date, options: Options | None = None) -> GetOrderResponse:
        """`GET /orders/{order}`.

        Args:
            options: Settings for this call alone.

        Returns:
            GetOrderResponse: It.
        """
        from .orders import GET_ORDER

        return await self._call(
            GET_ORDER, (self._of("$request.path.order"),), headers={"since": since}, options=options
        )

    async def note(self, *, options: Options | None = None) -> None:
        """`POST /notes`.

        Args:
            options: Settings for this call alone.
        """
        from .notes import ADD_NOTE

        return await self._call(
            ADD_NOTE,
            (),
            body=self._of(
                {
                    "text": "refund {$response.body#/id} of {$request.body#/amount} at {$url}",
                    "status": "$statusCode",
                    "method": "$method",
                }
            ),
            options=options,
        )


class CreateRefundWholeResponse(Response[CreateRefundResponse], frozen=True):
    """The whole response of `create_refund`."""

    typed_headers: CreateRefundHeaders
    """The headers that the document describes."""
    links: CreateRefundLinks
    """What can be called next."""


class AsyncCreateRefundWholeResponse(Response[CreateRefundResponse], frozen=True):
    """The whole response of `create_refund`."""

    typed_headers: CreateRefundHeaders
    """The headers that the document describes."""
    links: AsyncCreateRefundLinks
    """What can be called next."""


class Refunds(Resource):
    """The operations on refunds."""

    def create_refund(
        self,
        order: int,
        *,
        amount: Decimal | int,
        dry_run: bool | Unset = UNSET,
        note: str | Unset = UNSET,
        options: Options | None = None,
    ) -> CreateRefundResponse:
        """`POST /orders/{order}/refunds`.

        Args:
            options: Settings for this call alone.

        Returns:
            CreateRefundResponse: Made.
        """
        return self._call(
            CREATE_REFUND,
            (order,),
            query={"dry_run": dry_run},
            body={"amount": amount, "note": note},
            options=options,
        )

    def get_refund(
        self,
        order: int,
        refund: str,
        *,
        lang: str,
        expand: bool | Unset = UNSET,
        options: Options | None = None,
    ) -> GetRefundResponse:
        """`GET /orders/{order}/refunds/{refund}`.

        Args:
            options: Settings for this call alone.

        Returns:
            GetRefundResponse: It.
        """
        return self._call(
            GET_REFUND, (order, refund), query={"lang": lang, "expand": expand}, options=options
        )

    @cached_property
    def with_response(self) -> RefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RefundsWithResponse(self)


class RefundsWithResponse:
    """The methods of `Refunds`, each giving the whole response."""

    def __init__(self, resource: Refunds) -> None:
        self.create_refund = responding(
            resource.create_refund, CreateRefundWholeResponse, CreateRefundLinks
        )
        self.get_refund = responding(resource.get_refund)


class AsyncRefunds(AsyncResource):
    """The operations on refunds."""

    async def create_refund(
        self,
        order: int,
        *,
        amount: Decimal | int,
        dry_run: bool | Unset = UNSET,
        note: str | Unset = UNSET,
        options: Options | None = None,
    ) -> CreateRefundResponse:
        """`POST /orders/{order}/refunds`.

        Args:
            options: Settings for this call alone.

        Returns:
            CreateRefundResponse: Made.
        """
        return await self._call(
            CREATE_REFUND,
            (order,),
            query={"dry_run": dry_run},
            body={"amount": amount, "note": note},
            options=options,
        )

    async def get_refund(
        self,
        order: int,
        refund: str,
        *,
        lang: str,
        expand: bool | Unset = UNSET,
        options: Options | None = None,
    ) -> GetRefundResponse:
        """`GET /orders/{order}/refunds/{refund}`.

        Args:
            options: Settings for this call alone.

        Returns:
            GetRefundResponse: It.
        """
        return await self._call(
            GET_REFUND, (order, refund), query={"lang": lang, "expand": expand}, options=options
        )

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsWithResponse(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.create_refund = async_responding(
            resource.create_refund, AsyncCreateRefundWholeResponse, AsyncCreateRefundLinks
        )
        self.get_refund = async_responding(resource.get_refund)
