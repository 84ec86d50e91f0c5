# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on orders."""

from __future__ import annotations

from functools import cached_property

from .._runtime import (
    AsyncResource,
    Operation,
    Options,
    Resource,
    async_responding,
    async_streaming,
    responding,
    streaming,
)

GET_INVOICE: Operation[bytes] = Operation(
    "GET",
    "/invoice",
    returns=bytes,
    accept="application/pdf, image/*",
    errors={404: str},
)
_GET_INVOICE_STREAM: Operation[bytes] = GET_INVOICE.streamed(
    returns=bytes, accept="application/pdf, image/*", streams="octets"
)
GET_REPORT: Operation[str] = Operation(
    "GET",
    "/report",
    returns=str,
    accept="text/csv, application/xml",
)
_GET_REPORT_STREAM: Operation[bytes] = GET_REPORT.streamed(
    returns=bytes, accept="text/csv, application/xml", streams="octets"
)
GET_LABEL: Operation[list[str] | str | bytes] = Operation(
    "GET",
    "/label",
    returns=list[str],
    answers={200: list[str], 201: str, 202: bytes},
    accept="application/json, text/plain, image/png",
)
_GET_LABEL_STREAM: Operation[bytes] = GET_LABEL.streamed(
    returns=bytes, accept="text/plain, image/png", streams="octets"
)


class Orders(Resource):
    """The operations on orders."""

    def get_invoice(self, *, options: Options | None = None) -> bytes:
        """`GET /invoice`.

        Args:
            options: Settings for this call alone.

        Returns:
            bytes: The invoice.

        Raises:
            NotFoundError: 404: There is none. `body` is `str`.
        """
        return self._call(GET_INVOICE, (), options=options)

    def get_report(self, *, options: Options | None = None) -> str:
        """`GET /report`.

        Args:
            options: Settings for this call alone.

        Returns:
            str: The report.
        """
        return self._call(GET_REPORT, (), options=options)

    def get_label(self, *, options: Options | None = None) -> list[str] | str | bytes:
        """`GET /label`.

        Args:
            options: Settings for this call alone.

        Returns:
            list[str]: 200: As JSON.
            str: 201: As text.
            bytes: 202: As a picture.
        """
        return self._call(GET_LABEL, (), options=options)

    @cached_property
    def with_response(self) -> OrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return OrdersWithResponse(self)

    @cached_property
    def with_streaming(self) -> OrdersWithStreaming:
        """Methods whose answers are read piece by piece: use what they give in a `with` statement."""
        return OrdersWithStreaming(self)


class OrdersWithResponse:
    """The methods of `Orders`, each giving the whole response."""

    def __init__(self, resource: Orders) -> None:
        self.get_invoice = responding(resource.get_invoice)
        self.get_report = responding(resource.get_report)
        self.get_label = responding(resource.get_label)


class OrdersWithStreaming:
    """The methods of `Orders` whose answers can be read piece by piece."""

    def __init__(self, resource: Orders) -> None:
        self.get_invoice = streaming(resource.get_invoice, _GET_INVOICE_STREAM)
        self.get_report = streaming(resource.get_report, _GET_REPORT_STREAM)
        self.get_label = streaming(resource.get_label, _GET_LABEL_STREAM)


class AsyncOrders(AsyncResource):
    """The operations on orders."""

    async def get_invoice(self, *, options: Options | None = None) -> bytes:
        """`GET /invoice`.

        Args:
            options: Settings for this call alone.

        Returns:
            bytes: The invoice.

        Raises:
            NotFoundError: 404: There is none. `body` is `str`.
        """
        return await self._call(GET_INVOICE, (), options=options)

    async def get_report(self, *, options: Options | None = None) -> str:
        """`GET /report`.

        Args:
            options: Settings for this call alone.

        Returns:
            str: The report.
        """
        return await self._call(GET_REPORT, (), options=options)

    async def get_label(self, *, options: Options | None = None) -> list[str] | str | bytes:
        """`GET /label`.

        Args:
            options: Settings for this call alone.

        Returns:
            list[str]: 200: As JSON.
            str: 201: As text.
            bytes: 202: As a picture.
        """
        return await self._call(GET_LABEL, (), options=options)

    @cached_property
    def with_response(self) -> AsyncOrdersWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncOrdersWithResponse(self)

    @cached_property
    def with_streaming(self) -> AsyncOrdersWithStreaming:
        """Methods whose answers are read piece by piece: use what they give in a `with` statement."""
        return AsyncOrdersWithStreaming(self)


class AsyncOrdersWithResponse:
    """The methods of `AsyncOrders`, each giving the whole response."""

    def __init__(self, resource: AsyncOrders) -> None:
        self.get_invoice = async_responding(resource.get_invoice)
        self.get_report = async_responding(resource.get_report)
        self.get_label = async_responding(resource.get_label)


class AsyncOrdersWithStreaming:
    """The methods of `AsyncOrders` whose answers can be read piece by piece."""

    def __init__(self, resource: AsyncOrders) -> None:
        self.get_invoice = async_streaming(resource.get_invoice, _GET_INVOICE_STREAM)
        self.get_report = async_streaming(resource.get_report, _GET_REPORT_STREAM)
        self.get_label = async_streaming(resource.get_label, _GET_LABEL_STREAM)
