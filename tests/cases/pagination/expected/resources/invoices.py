# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on invoices."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from .._runtime import (
    UNSET,
    AsyncListPage,
    AsyncPaged,
    AsyncPages,
    AsyncResource,
    InQuery,
    ListPage,
    Operation,
    Options,
    Paged,
    PagedBy,
    Resource,
    Unset,
    async_responding,
    responding,
)
from ..models import InvoiceList, InvoiceListInvoice

LIST_INVOICES: Operation[InvoiceList] = Operation(
    "GET",
    "/invoices",
    query={"page": InQuery("page")},
    returns=InvoiceList,
    paging=PagedBy(
        "page",
        items="/invoices",
        ask=("query", "page"),
        total="/total",
        total_pages="/page_count",
        first=0,
    ),
)
LIST_PAYMENTS: Operation[list[Decimal]] = Operation(
    "GET",
    "/payments",
    query={"offset": InQuery("offset")},
    returns=list[Decimal],
    paging=PagedBy("offset", ask=("query", "offset")),
)


class ListInvoicesPage(Paged[InvoiceListInvoice], InvoiceList):
    """A page of `list_invoices`; `for` goes over the items of all pages from this one on."""


class AsyncListInvoicesPage(AsyncPaged[InvoiceListInvoice], InvoiceList):
    """A page of `list_invoices`; `async for` goes over the same, awaiting."""


class Invoices(Resource):
    """The operations on invoices."""

    def list_invoices(
        self, *, page: int | Unset = UNSET, options: Options | None = None
    ) -> ListInvoicesPage:
        """`GET /invoices`.

        Args:
            options: Settings for this call alone.

        Returns:
            ListInvoicesPage: The invoices. The first page; iterating goes over the items of all
                pages.
        """
        return self._paged(
            ListInvoicesPage, LIST_INVOICES, (), query={"page": page}, options=options
        )

    def list_payments(
        self, *, offset: int | Unset = UNSET, options: Options | None = None
    ) -> ListPage[Decimal]:
        """`GET /payments`.

        Args:
            options: Settings for this call alone.

        Returns:
            ListPage[Decimal]: The payments. The first page; iterating goes over the items of all
                pages.
        """
        return self._paged(
            ListPage[Decimal], LIST_PAYMENTS, (), query={"offset": offset}, options=options
        )

    @cached_property
    def with_response(self) -> InvoicesWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return InvoicesWithResponse(self)


class InvoicesWithResponse:
    """The methods of `Invoices`, each giving the whole response."""

    def __init__(self, resource: Invoices) -> None:
        self.list_invoices = responding(resource.list_invoices)
        self.list_payments = responding(resource.list_payments)


class AsyncInvoices(AsyncResource):
    """The operations on invoices."""

    def list_invoices(
        self, *, page: int | Unset = UNSET, options: Options | None = None
    ) -> AsyncPages[InvoiceListInvoice, AsyncListInvoicesPage]:
        """`GET /invoices`.

        Args:
            options: Settings for this call alone.

        Returns:
            AsyncPages[InvoiceListInvoice, AsyncListInvoicesPage]: The invoices. The first page;
                iterating goes over the items of all pages.
        """
        return self._paged(
            AsyncListInvoicesPage, LIST_INVOICES, (), query={"page": page}, options=options
        )

    def list_payments(
        self, *, offset: int | Unset = UNSET, options: Options | None = None
    ) -> AsyncPages[Decimal, AsyncListPage[Decimal]]:
        """`GET /payments`.

        Args:
            options: Settings for this call alone.

        Returns:
            AsyncPages[Decimal, AsyncListPage[Decimal]]: The payments. The first page; iterating
                goes over the items of all pages.
        """
        return self._paged(
            AsyncListPage[Decimal], LIST_PAYMENTS, (), query={"offset": offset}, options=options
        )

    @cached_property
    def with_response(self) -> AsyncInvoicesWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncInvoicesWithResponse(self)


class AsyncInvoicesWithResponse:
    """The methods of `AsyncInvoices`, each giving the whole response."""

    def __init__(self, resource: AsyncInvoices) -> None:
        self.list_invoices = async_responding(resource.list_invoices)
        self.list_payments = async_responding(resource.list_payments)
