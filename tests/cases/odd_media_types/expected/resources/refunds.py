# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on refunds."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from .._runtime import (
    UNSET,
    AsyncResource,
    BodyContent,
    Operation,
    Options,
    Resource,
    Unset,
    async_responding,
    async_streaming,
    responding,
    streaming,
)
from ..models import Fault, Refund

CREATE_REFUND: Operation[Refund] = Operation(
    "POST",
    "/refunds",
    body=Refund,
    body_required=True,
    returns=Refund,
    errors={400: Fault},
)
PUT_REFUNDS: Operation[Refund] = Operation(
    "PUT",
    "/refunds",
    body=BodyContent,
    body_required=False,
    media=("text/csv",),
    returns=Refund,
    accept="application/vnd.shop+json; charset",
)
SEND_FILE: Operation[bytes] = Operation(
    "PATCH",
    "/refunds",
    body=BodyContent,
    body_required=False,
    media=("*/*",),
    returns=bytes,
    accept="*/*",
)
_SEND_FILE_STREAM: Operation[bytes] = SEND_FILE.streamed(
    returns=bytes, accept="*/*", streams="octets"
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
            Refund: Made.

        Raises:
            BadRequestError: 400: Refused. `body` is `Fault`.
        """
        return self._call(CREATE_REFUND, (), body={"amount": amount}, options=options)

    def put_refunds(
        self, *, body: BodyContent | Unset = UNSET, options: Options | None = None
    ) -> Refund:
        """`PUT /refunds`.

        Args:
            body: The body.
            options: Settings for this call alone.

        Returns:
            Refund: Taken.
        """
        return self._call(PUT_REFUNDS, (), body=body, options=options)

    def send_file(
        self,
        *,
        body: BodyContent | Unset = UNSET,
        content_type: str = "application/octet-stream",
        options: Options | None = None,
    ) -> bytes:
        """`PATCH /refunds`.

        Args:
            body: The body.
            content_type: The media type of the body. One of `*/*`.
            options: Settings for this call alone.

        Returns:
            bytes: Done.
        """
        return self._call(SEND_FILE, (), body=body, content_type=content_type, options=options)

    @cached_property
    def with_response(self) -> RefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RefundsWithResponse(self)

    @cached_property
    def with_streaming(self) -> RefundsWithStreaming:
        """Methods whose answers are read piece by piece: use what they give in a `with` statement."""
        return RefundsWithStreaming(self)


class RefundsWithResponse:
    """The methods of `Refunds`, each giving the whole response."""

    def __init__(self, resource: Refunds) -> None:
        self.create_refund = responding(resource.create_refund)
        self.put_refunds = responding(resource.put_refunds)
        self.send_file = responding(resource.send_file)


class RefundsWithStreaming:
    """The methods of `Refunds` whose answers can be read piece by piece."""

    def __init__(self, resource: Refunds) -> None:
        self.send_file = streaming(resource.send_file, _SEND_FILE_STREAM)


class AsyncRefunds(AsyncResource):
    """The operations on refunds."""

    async def create_refund(
        self, *, amount: Decimal | int | Unset = UNSET, options: Options | None = None
    ) -> Refund:
        """`POST /refunds`.

        Args:
            options: Settings for this call alone.

        Returns:
            Refund: Made.

        Raises:
            BadRequestError: 400: Refused. `body` is `Fault`.
        """
        return await self._call(CREATE_REFUND, (), body={"amount": amount}, options=options)

    async def put_refunds(
        self, *, body: BodyContent | Unset = UNSET, options: Options | None = None
    ) -> Refund:
        """`PUT /refunds`.

        Args:
            body: The body.
            options: Settings for this call alone.

        Returns:
            Refund: Taken.
        """
        return await self._call(PUT_REFUNDS, (), body=body, options=options)

    async def send_file(
        self,
        *,
        body: BodyContent | Unset = UNSET,
        content_type: str = "application/octet-stream",
        options: Options | None = None,
    ) -> bytes:
        """`PATCH /refunds`.

        Args:
            body: The body.
            content_type: The media type of the body. One of `*/*`.
            options: Settings for this call alone.

        Returns:
            bytes: Done.
        """
        return await self._call(
            SEND_FILE, (), body=body, content_type=content_type, options=options
        )

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsWithResponse(self)

    @cached_property
    def with_streaming(self) -> AsyncRefundsWithStreaming:
        """Methods whose answers are read piece by piece: use what they give in a `with` statement."""
        return AsyncRefundsWithStreaming(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.create_refund = async_responding(resource.create_refund)
        self.put_refunds = async_responding(resource.put_refunds)
        self.send_file = async_responding(resource.send_file)


class AsyncRefundsWithStreaming:
    """The methods of `AsyncRefunds` whose answers can be read piece by piece."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.send_file = async_streaming(resource.send_file, _SEND_FILE_STREAM)
